import type { Encounter } from "../data/types.ts";
import { DAY, endOf, noonOf, type Stretch, startOf } from "./days.ts";
import type { TimeScale } from "./scale.ts";

/** The days on which an encounter may have been, and which of its ends are open or only roughly known. */
export interface Lasting extends Stretch {
  readonly at: number;
  readonly ends: Ends;
}

/** firm: the days are told; both, left, right: that end of the bar is not. */
export type Ends = "firm" | "both" | "left" | "right";

/** An open end is drawn so long; how far it truly reaches, nobody says. */
const OPEN = 20 * DAY;

/** Where an encounter lies in time; null where not even a report's day is known. */
export function lastingOf({ date, days: { from, to }, reported, status }: Encounter): Lasting | null {
  if (from && to) {
    if (from === to) return { ...dayOf(from), ends: "firm" };
    const firm = date?.includes("/");
    return {
      from: startOf(from),
      to: endOf(to),
      at: (startOf(from) + endOf(to)) / 2,
      ends: firm ? "firm" : "both",
    };
  }
  if (to) return { ...dayOf(to), from: startOf(to) - OPEN, ends: "left" };
  if (from) return { ...dayOf(from), to: endOf(from) + OPEN, ends: "right" };
  if (!reported) return null;
  // What was held lies before its report; what is to come lies behind it.
  return status === "held"
    ? { ...dayOf(reported), from: startOf(reported) - OPEN, ends: "left" }
    : { ...dayOf(reported), to: endOf(reported) + OPEN, ends: "right" };
}

const dayOf = (day: string): { from: number; to: number; at: number } => ({
  from: startOf(day),
  to: endOf(day),
  at: noonOf(day),
});

/** An encounter on the picture, in pixels, in a row of its lane. */
export interface Placed {
  readonly encounter: Encounter;
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly ends: Ends;
  readonly row: number;
}

/** Half the width that a mark takes, with the air around it. */
const HALF = 8;
const MOST_ROWS = 8;

/**
 * Places encounters of one lane, the oldest first, each in the highest row where it touches no other. Where rows run
 * out, marks overlap.
 */
export function place(encounters: readonly Encounter[], scale: TimeScale): Placed[] {
  const [left = 0, right = 0] = scale.range();
  const all = encounters.flatMap((encounter) => {
    const lasting = lastingOf(encounter);
    return lasting ? [{ encounter, lasting }] : [];
  });
  all.sort((a, b) => a.lasting.at - b.lasting.at || (a.encounter.id < b.encounter.id ? -1 : 1));
  const rows: number[] = [];
  return all.map(({ encounter, lasting }): Placed => {
    const within = (x: number): number => Math.min(right, Math.max(left, x));
    const [from, to, x] = [within(scale(lasting.from)), within(scale(lasting.to)), within(scale(lasting.at))];
    const start = Math.min(from, x - HALF);
    let row = rows.findIndex((end) => end <= start);
    if (row < 0) row = rows.length < MOST_ROWS ? rows.length : rows.indexOf(Math.min(...rows));
    rows[row] = Math.max(to, x + HALF);
    return { encounter, x, from, to, ends: lasting.ends, row };
  });
}
