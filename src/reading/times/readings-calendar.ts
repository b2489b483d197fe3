import { day, type Season, type Unit } from "./calendar.ts";
import type { Match } from "./match.ts";
import type { Meaning, Mod } from "./meaning.ts";
import type { Item } from "./pattern.ts";
import type { Pair, Reader, Reading } from "./readings.ts";

const MONTHS = ["MONTH", "MON", "MAY"] as const;
const DAYS = ["N2", "ORDN", "ORD"] as const;

/** A date whose numbers the calendar has; null otherwise. A year of 2000 stands in for one that is not told. */
export function calendarDate(
  year: number | undefined,
  month: number | undefined,
  dayOfMonth: number | undefined,
): Meaning | null {
  if (dayOfMonth !== undefined && (month === undefined || !day(year ?? 2000, month, dayOfMonth))) return null;
  if (month !== undefined && (month < 1 || month > 12)) return null;
  return {
    kind: "date",
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    ...(dayOfMonth === undefined ? {} : { day: dayOfMonth }),
  };
}

/** A year of two digits as news writes it: '82 is 1982, 07 is 2007. */
const fullYear = (n: number): number => (n >= 100 ? n : n > 40 ? 1900 + n : 2000 + n);

function date(match: Match): Reading {
  const read = calendarDate(match.number("YEAR"), match.number(...MONTHS), match.number(...DAYS));
  const shift = match.number("SHIFT");
  return read && shift !== undefined ? ({ ...read, shift } as Meaning) : read;
}

function slashes(match: Match): Reading {
  const [a, b, c] = match.numbers("N2", "YEAR") as [number, number, number];
  const year = fullYear(c);
  const monthFirst = calendarDate(year, a, b);
  const dayFirst = calendarDate(year, b, a);
  if (!monthFirst || !dayFirst || a === b) return monthFirst ?? dayFirst;
  return { kind: "slashes", a, b, year };
}

/** "May 23-25, 1982", "15–26 November 2006": both ends share the month and the year, each keeps its own words. */
function range(match: Match, endsFirst: boolean): Reading {
  const [first, second] = match.numbers("N2", "ORDN");
  const month = match.number(...MONTHS);
  const year = match.number("YEAR");
  const meanings = [calendarDate(year, month, first), calendarDate(year, month, second)];
  if (!meanings[0] || !meanings[1] || first! >= second!) return null;
  const isDay = (item: Item): boolean => item.classes.has("N2") || item.classes.has("ORDN");
  const days = match.items.flatMap((item, i) => (isDay(item) ? [i] : []));
  const start = endsFirst ? days[0]! : 0;
  return pair(match, [start, days[0]! + 1], days[1]!, [meanings[0], meanings[1]]);
}

const pair = (match: Match, first: [number, number], second: number, [a, b]: [Meaning, Meaning]): Pair => ({
  pair: [
    { items: match.items.slice(...first), meaning: a },
    { items: match.items.slice(second), meaning: b },
  ],
});

function yearRange(match: Match): Reading {
  const year = match.number("YEAR")!;
  const end = match.number("N2")!;
  const to = year - (year % 100) + end;
  if (year < 1900 || to <= year || to > year + 12) return null;
  return pair(match, [0, 1], match.items.length - 1, [
    { kind: "date", year },
    { kind: "date", year: to },
  ]);
}

function decade(match: Match): Reading {
  const n = match.number("YEAR", "N2", "DECADES")!;
  if (n % 10 !== 0) return null;
  return { kind: "fixed", value: String(Math.floor((n >= 100 ? n : 1900 + n) / 10)) };
}

function season(match: Match): Reading {
  const year = match.number("YEAR");
  const shift = match.number("SHIFT");
  return {
    kind: "season",
    season: match.value("SEASON", "FALL") as Season,
    ...(year === undefined ? {} : { year }),
    ...(shift === undefined ? {} : { shift }),
  };
}

function nth(match: Match): Reading {
  const unit = match.settings.unit as "Q" | "H";
  const n = match.setting("n") ?? match.number("ORD", "ORDN", "N2")!;
  if (n < 1 || n > (unit === "Q" ? 4 : 2)) return null;
  const year = match.number("YEAR");
  return { kind: "nth", unit, n, ...(year === undefined ? {} : { of: { kind: "date", year } }) };
}

const weekday = (match: Match): Meaning => {
  const shift = match.number("SHIFT");
  return { kind: "weekday", weekday: match.number("WEEKDAY", "WDAY")!, ...(shift === undefined ? {} : { shift }) };
};

const shiftUnit = (match: Match): Meaning => {
  const unit = match.unit;
  return { kind: "shift", n: match.number("SHIFT") ?? 0, unit, grain: unit, anchor: "published" };
};

const fixedShift = (match: Match): Meaning => ({
  kind: "shift",
  n: match.setting("n")!,
  unit: match.unit,
  grain: match.unit,
  anchor: "published",
});

const withMod = (meaning: Meaning | undefined, mod: Mod | undefined): Reading =>
  meaning ? ({ ...meaning, ...(mod ? { mod } : {}) } as Meaning) : null;

const degreeOf = (match: Match): Mod => (match.settings.degree ?? match.value("DEGREE", "EDGE", "REST")) as Mod;

/** "the year" is that of the publication; "the day" the one of which the text speaks. */
const theUnit = (match: Match): Meaning => ({
  kind: "shift",
  n: 0,
  unit: match.unit,
  grain: match.unit,
  anchor: match.unit === "day" ? "previous" : "published",
});

/** "the end of the year", "by year-end". */
const degreeUnit = (match: Match): Reading => withMod({ ...theUnit(match) }, degreeOf(match));

/** "the first quarter of this year", "the second half of 2025". */
function nthOf(match: Match): Reading {
  const part = match.inner.find((m) => m.kind === "nth");
  const whole = match.inner.find((m) => m.kind !== "nth");
  return part?.kind === "nth" && whole ? { ...part, of: whole } : null;
}

/** "January next year": the month of a year that is itself to be worked out. */
function monthOfYear(match: Match): Reading {
  const [month, year] = match.inner;
  if (month?.kind !== "date" || month.month === undefined || month.year !== undefined || !year) return null;
  const mod = match.value("DEGREE") as Mod | undefined;
  if (year.kind === "date" && year.year !== undefined)
    return withMod({ kind: "date", month: month.month, year: year.year }, mod);
  if (year.kind !== "shift" || year.anchor !== "published") return null;
  return withMod({ kind: "date", month: month.month, years: year.n }, mod);
}

/** "Sunday, January 5": the weekday tells which year is meant. */
function weekdayDate(match: Match): Reading {
  const [named, calendar] = match.inner;
  return named?.kind === "weekday" && calendar?.kind === "date"
    ? { ...calendar, weekday: named.weekday }
    : (calendar ?? null);
}

const anchored = (match: Match): Meaning => ({
  kind: "shift",
  n: match.setting("n")!,
  unit: match.unit,
  grain: match.unit,
  anchor: "previous",
});

const side = (words: Match): { side: "earlier" | "later" } => ({ side: words.has("earlier") ? "earlier" : "later" });

export const calendarReadings: Readonly<Record<string, Reader>> = {
  date,
  ymd: (m) => calendarDate(m.number("YEAR"), m.numbers("N2")[0], m.numbers("N2")[1]),
  dotted: (m) => calendarDate(m.number("YEAR"), m.numbers("N2")[1], m.numbers("N2")[0]),
  slashes,
  "month-first-range": (m) => range(m, false),
  "day-first-range": (m) => range(m, true),
  "year-range": yearRange,
  "short-year": (m) => ({ kind: "date", year: fullYear(m.number("N2")!) }),
  decade,
  century: (m) => {
    const n = m.number("ORD", "ORDN")!;
    return n > 1 && n < 30 ? { kind: "fixed", value: String(n - 1).padStart(2, "0") } : null;
  },
  "fiscal-year": (m) => ({ kind: "fixed", value: `FY${m.number("YEAR")}` }),
  "september-11": (m) =>
    m.number("MONTH", "MON") === 9 && m.number("N2", "ORDN") === 11
      ? { kind: "date", year: 2001, month: 9, day: 11 }
      : null,
  again: (m) => ({ kind: "again", years: m.setting("years") ?? 0 }),
  fixed: (m) => ({ kind: "fixed", value: m.settings.value! }),
  holiday: (m) => ({ kind: "date", month: m.setting("month")!, day: m.setting("day")! }),
  nth,
  "nth-of": nthOf,
  "month-of-year": monthOfYear,
  season,
  weekday,
  "weekday-date": weekdayDate,
  "weekday-this": (m) => ({ kind: "weekday", weekday: m.number("WEEKDAY")!, shift: m.numbers("SHIFT")[1]! }),
  "weekday-week": (m) => ({ kind: "weekday", weekday: m.number("WEEKDAY")!, weeks: m.number("SHIFT")! }),
  "day-of-month": (m) => ({ kind: "day-of-month", day: m.number("ORDN", "ORD")!, shift: m.number("SHIFT")! }),
  weekly: (m) => ({ kind: "set", value: `XXXX-WXX-${m.number("WEEKDAY", "WEEKDAYS")}` }),
  weekend: (m) => {
    const shift = m.number("SHIFT");
    return { kind: "weekend", ...(shift === undefined ? {} : { shift }) };
  },
  shift: fixedShift,
  "shift-unit": shiftUnit,
  "shift-unit-this": (m) => ({
    kind: "shift",
    n: m.numbers("SHIFT")[1]!,
    unit: m.unit,
    grain: m.unit,
    anchor: "published",
  }),
  today: (m) => ({ kind: "shift", n: 0, unit: "day", grain: "day", anchor: "published", ...side(m) }),
  degree: (m) => withMod(m.inner[0], degreeOf(m)),
  "degree-unit": degreeUnit,
  "degree-first": (m) => withMod(m.inner[0], m.number("ORD") === 1 ? "START" : undefined),
  side: (m) => ({ ...m.inner[0]!, ...side(m) }),
  "side-unit": (m) => ({ ...theUnit(m), ...side(m) }),
  "week-of": (m) => (m.inner[0] ? { kind: "week-of", of: m.inner[0] } : null),
  anchored,
  "same-day": () => ({ kind: "shift", n: 0, unit: "day" as Unit, grain: "day" as Unit, anchor: "previous" }),
  inner: (m) => m.inner[m.setting("n")!] ?? null,
  eve: (m) => {
    const inner = m.inner[0];
    return inner?.kind === "date" && inner.day !== undefined ? dayBefore(inner) : { kind: "undated" };
  },
  undated: () => ({ kind: "undated" }),
};

function dayBefore(meaning: Meaning & { kind: "date" }): Reading {
  const on = day(meaning.year ?? 2001, meaning.month!, meaning.day!)?.subtract({ days: 1 });
  if (!on) return null;
  return { kind: "date", month: on.month, day: on.day, ...(meaning.year === undefined ? {} : { year: on.year }) };
}
