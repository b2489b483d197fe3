import { extentOf } from "../times/bounds.ts";

/** "this week" and a day of it. */
function inWeek(a: string, b: string): boolean {
  const [week, day] = /^\d{4}-W\d\d$/.test(a) ? [a, b] : [b, a];
  const extent = /^\d{4}-W\d\d$/.test(week) && /^\d{4}-\d\d-\d\d/.test(day) ? extentOf(week) : null;
  return extent !== null && extent[0] <= day.slice(0, 10) && day.slice(0, 10) <= extent[1];
}

/** Two dates that cannot be the same day: neither holds the other. */
export function datesClash(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return false;
  if (/^(PRESENT|FUTURE|PAST)_REF$/.test(a) || /^(PRESENT|FUTURE|PAST)_REF$/.test(b))
    return a.slice(0, 4) !== b.slice(0, 4) && !(a.startsWith("PRESENT") || b.startsWith("PRESENT"));
  if (inWeek(a, b)) return false;
  const [x, y] = [a.split("/")[0]!, b.split("/")[0]!];
  if (a.includes("/") || b.includes("/")) {
    const [span, day] = a.includes("/") ? [a, y] : [b, x];
    const [from, to] = span.split("/") as [string, string];
    return !(from.slice(0, day.length) <= day && day <= to) && !x.startsWith(y) && !y.startsWith(x);
  }
  return !x.startsWith(y) && !y.startsWith(x);
}

/** The stages of one visit ("Melbourne from 18 to 24 June, Canberra from 24 to 29 June") as its whole span. */
export function wider(a: string | null, b: string | null): string | null {
  if (a === null || b === null || !(a.includes("/") || b.includes("/"))) return finer(a, b);
  const days = [...a.split("/"), ...b.split("/")].filter((d) => /^\d{4}-\d\d-\d\d$/.test(d)).sort();
  return days.length < 3 ? finer(a, b) : `${days[0]}/${days.at(-1)}`;
}

/** The more exact of two dates. */
export const finer = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null ? a : b.length > a.length ? b : a;
