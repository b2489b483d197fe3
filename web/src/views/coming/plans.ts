import type { Coming } from "../../data/types.ts";

/** Plans and where they stand on a calendar: pure, so that it can be tested without a page. */
export type Plan = Coming["coming"][number];

/**
 * What is known of a plan's time: its days within two weeks; a longer span ("the first half of 2028"); only a beginning
 * or an end; nothing.
 */
export type Told = "days" | "span" | "open" | "none";

const DAY_MS = 86_400_000;
const MOST_DAYS = 14;

export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
export const dayOfNumber = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

export function toldOf({ window: { from, to } }: Plan): Told {
  if (!from && !to) return "none";
  if (!from || !to) return "open";
  return dayNumber(to) - dayNumber(from) < MOST_DAYS ? "days" : "span";
}

/** Whether reports give the days themselves, not only a week, a month or "in the coming days". */
export function isExact({ encounter: { date }, window_from }: Plan): boolean {
  return window_from === "date" && date !== null && date.split("/").every((part) => /^\d{4}-\d{2}-\d{2}/.test(part));
}

/** The Monday on or before a day. */
export function mondayOf(day: string): string {
  const number = dayNumber(day);
  // Day 0 of the count, 1 January 1970, was a Thursday.
  return dayOfNumber(number - ((((number + 3) % 7) + 7) % 7));
}

export function shiftMonth(month: string, by: number): string {
  const [year = 0, one = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, one - 1 + by, 1)).toISOString().slice(0, 7);
}

const lastDay = (month: string): string => dayOfNumber(dayNumber(`${shiftMonth(month, 1)}-01`) - 1);

/** Whether any day of a plan lies in a month. */
export const touches = ({ window: { from, to } }: Plan, month: string): boolean =>
  from !== null && to !== null && from <= lastDay(month) && to >= `${month}-01`;

/** A piece of a plan within a week of the calendar. */
export interface Bar {
  readonly plan: Plan;
  /** The first column, from 0 for Monday, and how many columns. */
  readonly start: number;
  readonly length: number;
  /** The row among the bars of the week, so that none lies on another. */
  readonly lane: number;
  readonly begins: boolean;
  readonly ends: boolean;
}

export interface Week {
  readonly days: readonly string[];
  readonly bars: readonly Bar[];
}

/** The weeks of a month, Monday first, with the bars of all plans whose days are told. */
export function weeksOf(month: string, plans: readonly Plan[]): Week[] {
  const weeks: Week[] = [];
  const end = dayNumber(lastDay(month));
  for (let first = dayNumber(mondayOf(`${month}-01`)); first <= end; first += 7) {
    const days = Array.from({ length: 7 }, (_, i) => dayOfNumber(first + i));
    weeks.push({ days, bars: barsIn(first, plans) });
  }
  return weeks;
}

function barsIn(monday: number, plans: readonly Plan[]): Bar[] {
  const bars: Bar[] = [];
  const laneEnds: number[] = [];
  for (const plan of plans) {
    const [from, to] = [dayNumber(plan.window.from!), dayNumber(plan.window.to!)];
    if (from > monday + 6 || to < monday) continue;
    const start = Math.max(from - monday, 0);
    const last = Math.min(to - monday, 6);
    const free = laneEnds.findIndex((taken) => taken < start);
    const lane = free < 0 ? laneEnds.length : free;
    laneEnds[lane] = last;
    bars.push({ plan, start, length: last - start + 1, lane, begins: from >= monday, ends: to <= monday + 6 });
  }
  return bars;
}

/** Plans that begin in one week, or whose time has already begun (`monday` is null). */
export interface Group {
  readonly monday: string | null;
  readonly plans: readonly Plan[];
}

/** Plans with told days by the week in which they begin; first those that may be any day now. */
export function agendaOf(plans: readonly Plan[], today: string): Group[] {
  const told = plans.filter((plan) => toldOf(plan) === "days" || toldOf(plan) === "span");
  const groups = Map.groupBy(told, ({ window: { from, to } }) =>
    from! < today && to! >= today ? null : mondayOf(from!),
  );
  return [...groups]
    .map(([monday, all]) => ({ monday, plans: all }))
    .sort((a, b) => (a.monday ?? "").localeCompare(b.monday ?? ""));
}

/** How many plans fall into each month from the first to the last that has one, at most so many months. */
export function monthsOf(plans: readonly Plan[], first: string, most: number): { month: string; count: number }[] {
  const told = plans.filter((plan) => toldOf(plan) === "days");
  const last = [first, ...told.map(({ window: { to } }) => to!.slice(0, 7))].sort().at(-1)!;
  const months: { month: string; count: number }[] = [];
  for (let month = first; month <= last && months.length < most; month = shiftMonth(month, 1))
    months.push({ month, count: told.filter((plan) => touches(plan, month)).length });
  return months;
}
