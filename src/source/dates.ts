import { UsageError } from "../record/errors.ts";

/** The ISO date (YYYY-MM-DD) where a string is one and the day exists, else undefined. */
export function isoDate(value: string): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return existingDay(year, month, day);
}

/** Checks a date that a person typed. Throws UsageError where it is no real ISO date. */
export function publishedOption(value: string): string {
  const date = isoDate(value.trim());
  if (date) return date;
  throw new UsageError(
    `The publication date must be a real day as YYYY-MM-DD, such as 2025-12-21; "${shown(value)}" is not.`,
  );
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The day that a page's metadata names, in the page's own time zone: "2025-12-21T23:10:00+01:00", "20251221",
 * "December 21, 2025", "Sun, 21 Dec 2025 10:00 GMT". Undefined for anything else; "03/04/2025" has two readings.
 */
export function metadataDate(value: string): string | undefined {
  const text = value.trim().slice(0, 80);
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text);
  if (iso) return existingDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = /(?:^|\D)(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})/.exec(text);
  if (dayFirst) return existingDay(Number(dayFirst[3]), monthNumber(dayFirst[2]!), Number(dayFirst[1]));
  const monthFirst = /([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/.exec(text);
  if (monthFirst) return existingDay(Number(monthFirst[3]), monthNumber(monthFirst[1]!), Number(monthFirst[2]));
  return undefined;
}

const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function existingDay(year: number, month: number, day: number): string | undefined {
  const time = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) return undefined;
  return time.toISOString().slice(0, 10);
}

const shown = (value: string): string => (value.length > 40 ? `${value.slice(0, 40)}…` : value);
