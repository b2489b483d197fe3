const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const SEASONS: ReadonlyMap<string, string> = new Map([
  ["SP", "spring"],
  ["SU", "summer"],
  ["FA", "autumn"],
  ["AU", "autumn"],
  ["WI", "winter"],
]);
const QUARTERS = ["first", "second", "third", "fourth"];
const DAY_PARTS: ReadonlyMap<string, string> = new Map([
  ["MO", "morning"],
  ["AF", "afternoon"],
  ["EV", "evening"],
  ["NI", "night"],
  ["MI", "noon"],
  ["DT", "day"],
]);
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ["PRESENT_REF", "now"],
  ["PAST_REF", "in the past"],
  ["FUTURE_REF", "in the future"],
]);

/** A TIMEX3 value or interval in words: "2025-07-01" is "1 July 2025". A value of another form is given as it is. */
export function timeInWords(value: string): string {
  const [from, to, more] = value.split("/");
  if (from !== undefined && to !== undefined && more === undefined) return `${timeInWords(from)} to ${timeInWords(to)}`;
  const reference = REFERENCES.get(value);
  if (reference) return reference;
  if (/^P/.test(value)) return durationInWords(value);
  const time = /^(\d{4}-\d{2}-\d{2})T(.+)$/.exec(value);
  if (time) return `${dayInWords(time[1]!)}, ${DAY_PARTS.get(time[2]!) ?? time[2]!.replace(/:00$/, "")}`;
  return dayInWords(value);
}

/** The same with the day of the week, where the value is a day. */
export function dayWithWeekday(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return timeInWords(value);
  const day = new Date(`${value}T00:00:00Z`).getUTCDay();
  return Number.isNaN(day) ? value : `${WEEKDAYS[day]} ${timeInWords(value)}`;
}

function dayInWords(value: string): string {
  const day = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(value);
  if (day) {
    const month = MONTHS[Number(day[2]) - 1];
    if (month) return `${day[3] ? `${Number(day[3])} ` : ""}${month} ${day[1]}`;
  }
  const part = /^(\d{4})-(?:W(\d{2})(-WE)?|([A-Z]{2})|Q(\d)|H(\d))$/.exec(value);
  if (!part) return /^\d{3}$/.test(value) ? `${value}0s` : value;
  const [, year, week, weekend, season, quarter, half] = part;
  if (week) return `${weekend ? "the weekend of " : ""}week ${Number(week)} of ${year}`;
  if (season && SEASONS.has(season)) return `${SEASONS.get(season)} ${year}`;
  if (quarter && QUARTERS[Number(quarter) - 1]) return `${QUARTERS[Number(quarter) - 1]} quarter of ${year}`;
  return half ? `${half === "1" ? "first" : "second"} half of ${year}` : value;
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^P.*?([\d.]+)Y/, "year"],
  [/^P[^T]*?([\d.]+)M/, "month"],
  [/^P.*?([\d.]+)W/, "week"],
  [/^P.*?([\d.]+)D/, "day"],
  [/T.*?([\d.]+)H/, "hour"],
  [/T.*?([\d.]+)M/, "minute"],
  [/T.*?([\d.]+)S/, "second"],
];

/** An ISO 8601 duration in words: "PT2H" is "2 hours". */
export function durationInWords(value: string): string {
  const parts: string[] = [];
  for (const [pattern, unit] of UNITS) {
    const count = pattern.exec(value)?.[1];
    if (count) parts.push(`${Number(count)} ${unit}${Number(count) === 1 ? "" : "s"}`);
  }
  return parts.length > 0 && !/X/.test(value) ? parts.join(" ") : value;
}

const MODIFIERS: ReadonlyMap<string, string> = new Map([
  ["MORE_THAN", "more than"],
  ["LESS_THAN", "less than"],
  ["EQUAL_OR_MORE", "at least"],
  ["EQUAL_OR_LESS", "at most"],
  ["APPROX", "about"],
  ["START", "start of"],
  ["MID", "middle of"],
  ["END", "end of"],
  ["BEFORE", "before"],
  ["AFTER", "after"],
]);

/** A value in words with its TIMEX3 modifier before it. */
export const modified = (words: string, mod: string | undefined): string =>
  mod ? `${MODIFIERS.get(mod) ?? mod} ${words}` : words;
