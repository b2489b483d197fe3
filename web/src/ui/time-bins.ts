/** A stretch of time with how many encounters lie in it. */
export interface Bin {
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  /** In full: "January to March 2027". */
  readonly words: string;
  /** On the axis, where the stretch begins a year: "2027". */
  readonly tick: string | null;
  readonly count: number;
}

interface Count {
  readonly value: string;
  readonly count: number;
}

/** A record of more years is counted by years instead of quarters. */
const YEARS_BY_QUARTER = 8;
const SPANS = ["January to March", "April to June", "July to September", "October to December"];

/**
 * Counts by quarter, such as "2027-Q1", as stretches without gaps from the first to the last; by whole years where
 * these are many. What is on no known day is left out.
 */
export function binsOf(counts: readonly Count[]): Bin[] {
  const quarters = new Map<number, number>();
  for (const { value, count } of counts) {
    const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(value) ?? [];
    if (year && quarter) quarters.set(Number(year) * 4 + Number(quarter) - 1, count);
  }
  if (quarters.size === 0) return [];
  const first = Math.floor(Math.min(...quarters.keys()) / 4);
  const last = Math.floor(Math.max(...quarters.keys()) / 4);
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const inQuarter = (year: number, quarter: number): number => quarters.get(year * 4 + quarter) ?? 0;
  if (years.length > YEARS_BY_QUARTER)
    return years.map((year) => ({
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      words: String(year),
      tick: year % 5 === 0 || years.length < 15 ? String(year) : null,
      count: [0, 1, 2, 3].reduce((sum, quarter) => sum + inQuarter(year, quarter), 0),
    }));
  return years.flatMap((year) =>
    [0, 1, 2, 3].map((quarter) => ({
      from: `${year}-${two(quarter * 3 + 1)}-01`,
      to: `${year}-${two(quarter * 3 + 3)}-${quarter === 0 || quarter === 3 ? 31 : 30}`,
      words: `${SPANS[quarter]} ${year}`,
      tick: quarter === 0 ? String(year) : null,
      count: inQuarter(year, quarter),
    })),
  );
}

const two = (n: number): string => String(n).padStart(2, "0");

/** The first and last stretch that days reach into; null where they reach over all. */
export function chosenOf(bins: readonly Bin[], since: string | undefined, until: string | undefined): [number, number] {
  const first = since === undefined ? 0 : bins.findIndex(({ to }) => to >= since);
  const last = until === undefined ? bins.length - 1 : bins.findLastIndex(({ from }) => from <= until);
  return [first < 0 ? bins.length - 1 : first, Math.max(last, 0)];
}
