import { mediumOf } from "../desk/questions/when.ts";
import type { Encounter } from "../desk/types.ts";
import { Interned } from "../desk/use-table.ts";
import { daysOf } from "./filter-encounters.ts";

/** Two actors with what passed between them. */
export interface Link {
  readonly a: string;
  readonly b: string;
  encounters: number;
  readonly media: Map<string, number>;
  readonly years: Map<string, number>;
  /** The last day on which one of them counts. */
  last: string | null;
}

/**
 * Who deals with whom in some encounters: every two parties of one, once. By `states`, people and officials count as
 * the state for which they stand, where it is known, and what stays within one state is left out. All pairs are counted
 * by number; what is told of them is worked out of the `top` weightiest alone.
 */
export function linksOf(
  encounters: readonly Encounter[],
  by: "actors" | "states",
  top: number,
): { readonly links: Link[]; readonly total: number } {
  const ids = new Interned<string>();
  const sets = encounters.map((one) =>
    [...new Set(by === "states" ? one.brief.sides : one.parties.map(({ actor }) => actor))].map((id) => ids.at(id)),
  );
  const counts = new Map<number, number>();
  for (const set of sets) eachPair(set, (pair) => counts.set(pair, (counts.get(pair) ?? 0) + 1));
  const least = [...counts.values()].sort((a, b) => b - a)[top - 1] ?? 0;
  const links = new Map<number, Link>();
  for (const [pair, n] of counts) if (n >= least) links.set(pair, linkOf(ids.values, pair));
  for (const [i, set] of sets.entries()) {
    eachPair(set, (pair) => {
      const link = links.get(pair);
      if (!link) return;
      const { from, to } = daysOf(encounters[i]!);
      count(link, mediumOf(encounters[i]!), to ?? from);
    });
  }
  const sorted = [...links.values()].sort((x, y) => y.encounters - x.encounters || (x.a + x.b < y.a + y.b ? -1 : 1));
  return { links: sorted.slice(0, top), total: counts.size };
}

/** More than there are actors; two of their numbers are one whole number that is exact. */
const MOST = 2 ** 26;

/** Every two of a set, each pair as a number. */
function eachPair(set: readonly number[], work: (pair: number) => void): void {
  for (let i = 0; i < set.length; i++)
    for (let j = i + 1; j < set.length; j++) work(Math.min(set[i]!, set[j]!) * MOST + Math.max(set[i]!, set[j]!));
}

function linkOf(ids: readonly string[], pair: number): Link {
  const [a, b] = [ids[Math.floor(pair / MOST)]!, ids[pair % MOST]!].sort() as [string, string];
  return { a, b, encounters: 0, media: new Map(), years: new Map(), last: null };
}

function count(link: Link, medium: string | null, day: string | null): void {
  link.encounters += 1;
  add(link.media, medium ?? "unknown");
  add(link.years, day?.slice(0, 4) ?? "unknown");
  if (day !== null && (link.last === null || day > link.last)) link.last = day;
}

export const add = (counts: Map<string, number>, value: string): void => {
  counts.set(value, (counts.get(value) ?? 0) + 1);
};

/** Counts in the order of their values where these are times, else the most frequent first. */
export function countsOf(
  counts: ReadonlyMap<string, number>,
  by: "value" | "count",
): { value: string; count: number }[] {
  const byValue = (a: { value: string }, b: { value: string }): number => (a.value < b.value ? -1 : 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => (by === "value" ? byValue(a, b) : b.count - a.count || byValue(a, b)));
}

/** How encounters spread over one of their values. */
export function spreadOf(encounters: readonly Encounter[], by: Dimension): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of encounters) for (const value of valuesOf(one, by)) add(counts, value);
  return counts;
}

export const DIMENSIONS = ["year", "quarter", "month", "medium", "kind", "status", "place", "country"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

function valuesOf(one: Encounter, by: Dimension): readonly string[] {
  const { from, to } = daysOf(one);
  const day = to ?? from;
  switch (by) {
    case "year":
      return [day?.slice(0, 4) ?? "unknown"];
    case "quarter":
      return [day ? `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}` : "unknown"];
    case "month":
      return [day?.slice(0, 7) ?? "unknown"];
    case "medium":
      return [mediumOf(one) ?? "unknown"];
    case "kind":
      return [one.kind];
    case "status":
      return [one.status];
    case "place":
      return [one.brief.places[0] ?? "unknown"];
    case "country":
      return [...new Set(one.brief.sides)];
  }
}
