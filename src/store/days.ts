/** ISO days between which something lies; null is open or not known. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

const NOT_KNOWN: DayRange = { from: null, to: null };
const DAY = 86_400_000;
/** The months in which the seasons begin, in the northern hemisphere, as the reader has them. */
const SEASONS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, AU: 9, WI: 12 };

/**
 * The first and last day of a TIMEX3 or EDTF value: a day, week, weekend, month, quarter, half, season, year, decade,
 * century, or an interval of two of them, either end open. PRESENT_REF is the day of publication. What names no day
 * (PAST_REF, a duration, a day that does not exist) gives nulls.
 */
export function daysOf(value: string | null, published: string | null = null): DayRange {
  if (value === null) return NOT_KNOWN;
  if (value === "PRESENT_REF") return { from: published, to: published };
  const ends = value.split("/");
  if (ends.length > 2) return NOT_KNOWN;
  const first = oneValue(ends[0]!);
  const last = ends.length === 2 ? oneValue(ends[1]!) : first;
  if (first.from && last.to && first.from > last.to) return NOT_KNOWN;
  return { from: first.from, to: last.to };
}

/** The days of an entry: those of its date, else its bounds. */
export function entryDays(
  entry: { readonly date?: string | null; readonly bounds?: Bounds | undefined },
  published: string | null,
): DayRange {
  const dated = daysOf(entry.date ?? null, published);
  if (dated.from || dated.to || !entry.bounds) return dated;
  const from = daysOf(entry.bounds.earliest, published).from;
  const to = daysOf(entry.bounds.latest, published).to;
  return from && to && from > to ? NOT_KNOWN : { from, to };
}

interface Bounds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

function oneValue(raw: string): DayRange {
  const value = raw
    .replace(/[~?%]/g, "")
    .replace(/(?<=\d)T.*$/, "")
    .replace(/(?:-XX)+$/, "");
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (match) return span(match.slice(1).map(Number) as [number, number, number], 1);
  const week = /^(\d{4})-W(\d{2})(-WE)?$/.exec(value);
  if (week) return weekSpan(Number(week[1]), Number(week[2]), week[3] !== undefined);
  const part = /^(\d{4})-(?:(\d{2})|Q([1-4])|H([12])|([A-Z]{2}))$/.exec(value);
  if (part) return partOfYear(Number(part[1]), part[2], part[3], part[4], part[5]);
  const years = /^(\d{2,4})X{0,2}$/.exec(value);
  if (!years || value.length > 4) return NOT_KNOWN;
  const digits = years[1]!;
  return months(Number(digits.padEnd(4, "0")), 1, 12 * 10 ** (4 - digits.length));
}

function partOfYear(year: number, month?: string, quarter?: string, half?: string, season?: string): DayRange {
  if (month) return Number(month) >= 1 && Number(month) <= 12 ? months(year, Number(month), 1) : NOT_KNOWN;
  if (quarter) return months(year, 3 * Number(quarter) - 2, 3);
  if (half) return months(year, 6 * Number(half) - 5, 6);
  const start = SEASONS[season ?? ""];
  return start ? months(year, start, 3) : NOT_KNOWN;
}

function weekSpan(year: number, week: number, weekend: boolean): DayRange {
  if (week < 1 || week > 53) return NOT_KNOWN;
  const fourth = utc(year, 1, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (week - 1) * 7 * DAY;
  return { from: iso(weekend ? monday + 5 * DAY : monday), to: iso(monday + 6 * DAY) };
}

const months = (year: number, month: number, count: number): DayRange => ({
  from: iso(utc(year, month, 1)),
  to: iso(utc(year, month + count, 1) - DAY),
});

/** A day that exists and those after it. */
function span([year, month, day]: readonly [number, number, number], days: number): DayRange {
  const from = utc(year, month, day);
  if (new Date(from).getUTCMonth() !== month - 1 || day < 1) return NOT_KNOWN;
  return { from: iso(from), to: iso(from + (days - 1) * DAY) };
}

/** Date.UTC takes years under 100 for 19xx. */
const utc = (year: number, month: number, day: number): number => new Date(0).setUTCFullYear(year, month - 1, day);
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
