import { Temporal } from "temporal-polyfill";

/** A day of the calendar, without a time zone. */
export type Day = Temporal.PlainDate;

export type Unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year" | "decade" | "century";

const pad = (n: number, width = 2): string => String(n).padStart(width, "0");

/** The day of an ISO date or date-time; null where the text is no day that exists. */
export function dayOf(iso: string | null): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
  return match ? day(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Days asked for before; the library takes its time. */
const known = new Map<number, Day | null>();
const KEPT = 10_000;

/** The day with these numbers, or null where the calendar has none (31 June). */
export function day(year: number, month: number, dayOfMonth: number): Day | null {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return null;
  const key = (year * 100 + month) * 100 + dayOfMonth;
  let found = known.get(key);
  if (found === undefined) {
    const fitted = Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: "constrain" });
    found = fitted.day === dayOfMonth ? fitted : null;
    if (known.size >= KEPT) known.clear();
    known.set(key, found);
  }
  return found;
}

/** The day `n` units away. Months keep to the end of the month: a month after 31 January is the last of February. */
export function shift(from: Day, n: number, unit: Unit): Day {
  switch (unit) {
    case "day":
      return from.add({ days: n });
    case "week":
      return from.add({ weeks: n });
    case "month":
      return from.add({ months: n });
    case "quarter":
      return from.add({ months: 3 * n });
    case "year":
      return from.add({ years: n });
    case "decade":
      return from.add({ years: 10 * n });
    case "century":
      return from.add({ years: 100 * n });
    default:
      return from;
  }
}

/** Days from `a` to `b`; negative where `b` comes first. */
export const daysBetween = (a: Day, b: Day): number => a.until(b, { largestUnit: "day" }).days;

export const compareDays = (a: Day, b: Day): number => Temporal.PlainDate.compare(a, b);

const nearDays = new WeakMap<Day, Map<string, Day>>();

/** The nearest day with this ISO weekday (1 is Monday) on or before (-1) or on or after (1) a day; 0: whichever is nearer. */
export function weekdayNear(from: Day, weekday: number, direction: -1 | 0 | 1, strictly = false): Day {
  const kept = nearDays.get(from) ?? new Map<string, Day>();
  nearDays.set(from, kept);
  const key = `${weekday}${direction}${strictly}`;
  const found = kept.get(key) ?? from.add({ days: daysTo(from.dayOfWeek, weekday, direction, strictly) });
  kept.set(key, found);
  return found;
}

function daysTo(from: number, to: number, direction: -1 | 0 | 1, strictly: boolean): number {
  const ahead = (to - from + 7) % 7;
  if (ahead === 0) return strictly ? 7 * direction : 0;
  if (direction === 0) return ahead > 3 ? ahead - 7 : ahead;
  return direction === 1 ? ahead : ahead - 7;
}

export const quarterOf = (d: Day): number => Math.ceil(d.month / 3);

/** The ISO value of a day at a grain: 2025-12-19, 2025-W51, 2025-12, 2025-Q4, 2025, 202, 20. */
export function valueAt(d: Day, grain: Unit): string {
  switch (grain) {
    case "week":
      return `${pad(d.yearOfWeek ?? d.year, 4)}-W${pad(d.weekOfYear ?? 1)}`;
    case "month":
      return `${pad(d.year, 4)}-${pad(d.month)}`;
    case "quarter":
      return `${pad(d.year, 4)}-Q${quarterOf(d)}`;
    case "year":
      return pad(d.year, 4);
    case "decade":
      return pad(Math.floor(d.year / 10), 3);
    case "century":
      return pad(Math.floor(d.year / 100), 2);
    default:
      return isoDay(d);
  }
}

const isoDays = new WeakMap<Day, string>();

/** 2025-12-19 */
export function isoDay(d: Day): string {
  const iso = isoDays.get(d) ?? d.toString();
  isoDays.set(d, iso);
  return iso;
}

export type Season = "SP" | "SU" | "FA" | "WI";
/** The month in which a season begins, in the northern hemisphere, from which the news mostly speaks. */
const SEASON_START: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };
export const seasonStart = (year: number, season: Season): Day => day(year, SEASON_START[season], 1)!;
