import type { Status } from "../../data/types.ts";

/** How many encounters of each status lie in a year. */
export interface Year {
  readonly year: string;
  readonly counts: Readonly<Record<Status, number>>;
  readonly total: number;
}

export const STATUS_ORDER: readonly Status[] = ["held", "planned", "possible", "negated"];

type Counts = readonly { readonly value: string; readonly count: number }[];

/** Counts by status as years in their order, empty ones between them too; what has no year is not shown. */
export function yearsOf(byStatus: Readonly<Record<Status, Counts>>): Year[] {
  const known = STATUS_ORDER.flatMap((status) => byStatus[status].map(({ value }) => value)).filter((value) =>
    /^\d{4}$/.test(value),
  );
  if (known.length === 0) return [];
  const [first, last] = [Math.min(...known.map(Number)), Math.max(...known.map(Number))];
  return Array.from({ length: last - first + 1 }, (_, i): Year => {
    const year = String(first + i);
    const of = (status: Status): number => byStatus[status].find(({ value }) => value === year)?.count ?? 0;
    const counts = { held: of("held"), planned: of("planned"), possible: of("possible"), negated: of("negated") };
    return { year, counts, total: STATUS_ORDER.reduce((sum, status) => sum + counts[status], 0) };
  });
}
