/** Counts of encounters over time, put together so that the columns are neither too many nor too few. */

export interface Count {
  readonly value: string;
  readonly count: number;
}

export type Unit = "month" | "quarter" | "year";

export interface Bin {
  /** "2027-10", "2027-Q4" or "2027". */
  readonly value: string;
  readonly since: string;
  readonly until: string;
  readonly count: number;
}

export interface Bins {
  readonly unit: Unit;
  readonly bins: readonly Bin[];
  /** How many have no day at all. */
  readonly undated: number;
}

const MOST_MONTHS = 36;
const MOST_QUARTERS = 40;
const LENGTH: Readonly<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 };

/** Months without an encounter are there too, so that time runs evenly. */
export function binsOf(months: readonly Count[]): Bins {
  const dated = months.filter(({ value }) => /^\d{4}-\d{2}$/.test(value));
  const undated = months.filter((one) => !dated.includes(one)).reduce((sum, { count }) => sum + count, 0);
  const numbers = dated.map(({ value }) => numberOf(value));
  if (numbers.length === 0) return { unit: "month", bins: [], undated };
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const unit = unitFor(last - first + 1);
  const size = LENGTH[unit];
  const counts = new Map<number, number>();
  for (const { value, count } of dated) {
    const start = Math.floor(numberOf(value) / size) * size;
    counts.set(start, (counts.get(start) ?? 0) + count);
  }
  const bins: Bin[] = [];
  for (let start = Math.floor(first / size) * size; start <= last; start += size)
    bins.push({ ...nameOf(start, unit), count: counts.get(start) ?? 0 });
  return { unit, bins, undated };
}

const unitFor = (months: number): Unit =>
  months <= MOST_MONTHS ? "month" : months / 3 <= MOST_QUARTERS ? "quarter" : "year";

/** Months since the year 0. */
const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

function nameOf(start: number, unit: Unit): Omit<Bin, "count"> {
  const year = Math.floor(start / 12);
  const month = start % 12;
  const value =
    unit === "year" ? `${year}` : unit === "quarter" ? `${year}-Q${month / 3 + 1}` : `${year}-${padded(month + 1)}`;
  const until = new Date(Date.UTC(year, month + LENGTH[unit], 0)).toISOString().slice(0, 10);
  return { value, since: `${year}-${padded(month + 1)}-01`, until };
}

const padded = (number: number): string => String(number).padStart(2, "0");

/** A round number at or above the highest column, for the scale. */
export function topOf(bins: readonly Bin[]): number {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const step = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((factor) => factor * step).find((top) => top >= most)!;
}
