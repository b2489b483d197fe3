import type { TimeScale } from "./scale.ts";
import type { Tick } from "./ticks.ts";

/** The height of an axis: labels in one line, years in another where there are such. */
export const axisHeight = (ticks: readonly Tick[]): number => (ticks.some(({ year }) => year !== null) ? 34 : 20);

interface AxisProps {
  readonly scale: TimeScale;
  readonly ticks: readonly Tick[];
  /** Where the lines of the marks begin; they end at the axis. */
  readonly top: number;
  readonly y: number;
}

/** An axis of time under a chart, with a hairline through the chart at each mark. */
export function TimeAxis({ scale, ticks, top, y }: AxisProps) {
  const [from = 0, to = 0] = scale.range();
  return (
    <g class="chart-axis">
      {ticks.map(({ at, label, year }) => {
        const x = scale(at);
        const anchor = x < from + 14 ? "start" : x > to - 14 ? "end" : "middle";
        return (
          <g key={at}>
            <line class={year === null ? "chart-grid" : "chart-grid chart-year"} x1={x} x2={x} y1={top} y2={y} />
            <text x={x} y={y + 15} text-anchor={anchor}>
              {label}
            </text>
            {year !== null && (
              <text class="chart-year-label" x={x} y={y + 30} text-anchor={anchor}>
                {year}
              </text>
            )}
          </g>
        );
      })}
      <line class="chart-base" x1={from} x2={to} y1={y} y2={y} />
    </g>
  );
}

interface TodayProps {
  readonly scale: TimeScale;
  readonly at: number;
  readonly top: number;
  readonly y: number;
}

/** The line of today, where today lies within the axis. */
export function TodayLine({ scale, at, top, y }: TodayProps) {
  const x = scale(at);
  const [from = 0, to = 0] = scale.range();
  if (x < from || x > to) return null;
  return (
    <g class="chart-today">
      <line x1={x} x2={x} y1={top} y2={y} />
      <text x={x} y={top - 4} text-anchor={x < from + 18 ? "start" : x > to - 18 ? "end" : "middle"}>
        today
      </text>
    </g>
  );
}
