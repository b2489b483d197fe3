import type { ScaleTime } from "d3-scale";

export type TimeScale = ScaleTime<number, number>;
