import { around, endOf, noonOf, type Stretch, startOf } from "../../charts/days.ts";
import { lastingOf, type Placed, place } from "../../charts/place.ts";
import type { TimeScale } from "../../charts/scale.ts";
import type { Encounter, Medium } from "../../data/types.ts";

/** The encounters of one medium, in rows under each other where they would touch. */
export interface Lane {
  readonly medium: Medium | "unknown";
  readonly top: number;
  readonly height: number;
  readonly marks: readonly Placed[];
}

const MEDIA = ["in-person", "video", "phone", "written", "unknown"] as const;
export const ROW = 20;
const PADDING = 10;

export const MEDIUM_LANES: Readonly<Record<Lane["medium"], string>> = {
  "in-person": "In person",
  video: "By video",
  phone: "By phone",
  written: "In writing",
  unknown: "Medium not told",
};

/** Lanes of the media that there are, one under the other from `start` on; `head` is the room for a name above each. */
export function lanesOf(encounters: readonly Encounter[], scale: TimeScale, start: number, head: number): Lane[] {
  let top = start;
  return MEDIA.flatMap((medium): Lane[] => {
    const marks = place(
      encounters.filter((one) => (one.medium ?? "unknown") === medium),
      scale,
    );
    if (marks.length === 0) return [];
    const rows = Math.max(...marks.map(({ row }) => row)) + 1;
    const lane = { medium, top, height: head + rows * ROW + PADDING, marks };
    top += lane.height;
    return [lane];
  });
}

/** Days in which the picture must lie, where the reader chose some. */
interface Limits {
  readonly since: string | undefined;
  readonly until: string | undefined;
}

/** The stretch of time that shows everything: encounters and acts; cut where the reader set limits. */
export function stretchOf(
  encounters: readonly Encounter[],
  days: readonly string[],
  { since, until }: Limits,
): Stretch | null {
  const all: Stretch[] = [
    ...encounters.flatMap((one) => lastingOf(one) ?? []),
    ...days.map((day) => ({ from: noonOf(day), to: noonOf(day) })),
  ];
  if (all.length === 0) return null;
  const { from, to } = around(all);
  const cut = { from: since ? startOf(since) : from, to: until ? endOf(until) : to };
  return cut.from < cut.to ? cut : { from, to };
}
