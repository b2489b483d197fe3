import { scaleUtc } from "d3-scale";
import { DAY, type Stretch } from "./days.ts";

/** A mark of an axis of time; `year` stands under the first label of a year, where the label does not tell it. */
export interface Tick {
  readonly at: number;
  readonly label: string;
  readonly year: string | null;
}

/** So many pixels does a label need with the space beside it. */
const LABEL = 64;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Marks for a stretch of time on so many pixels: days, months or years, whatever fits. */
export function ticksOf({ from, to }: Stretch, width: number): Tick[] {
  const scale = scaleUtc().domain([from, to]).range([0, width]);
  const wanted = Math.max(2, Math.floor(width / LABEL));
  const dates = scale.ticks(wanted).filter((date) => date.getTime() % DAY === 0);
  const step = dates.length > 1 ? dates[1]!.getTime() - dates[0]!.getTime() : 0;
  let shown: number | null = null;
  return dates.map((date): Tick => {
    const year = date.getUTCFullYear();
    if (step > 360 * DAY) return { at: date.getTime(), label: String(year), year: null };
    const month = MONTHS[date.getUTCMonth()]!;
    const label = step < 27 * DAY ? `${date.getUTCDate()} ${month}` : month;
    const first = shown !== year;
    shown = year;
    return { at: date.getTime(), label, year: first ? String(year) : null };
  });
}
