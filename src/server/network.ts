import { mediumOf } from "../desk/questions/when.ts";
import type { Encounter } from "../desk/types.ts";
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
 * the state for which they stand, where it is known, and what stays within one state is left out.
 */
export function linksOf(encounters: readonly Encounter[], by: "actors" | "states"): Link[] {
  const links = new Map<string, Link>();
  for (const one of encounters) {
    const parties = [...new Set(by === "states" ? one.brief.sides : one.parties.map(({ actor }) => actor))].sort();
    const { from, to } = daysOf(one);
    for (const [i, a] of parties.entries())
      for (const b of parties.slice(i + 1)) count(linkOf(links, a, b), mediumOf(one), to ?? from);
  }
  return [...links.values()].sort((x, y) => y.encounters - x.encounters || (x.a + x.b < y.a + y.b ? -1 : 1));
}

function linkOf(links: Map<string, Link>, a: string, b: string): Link {
  const key = `${a}\n${b}`;
  const known = links.get(key) ?? { a, b, encounters: 0, media: new Map(), years: new Map(), last: null };
  links.set(key, known);
  return known;
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
