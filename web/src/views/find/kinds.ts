/** A value by which what was found can be narrowed, with how many entries have it. */
export interface Facet {
  /** As the address has it. */
  readonly value: string;
  readonly words: string;
  readonly count: number;
}

export interface KindFacet extends Facet {
  /** The kinds within a type of entries. */
  readonly kinds: readonly Facet[];
}

interface Count {
  readonly value: string;
  readonly count: number;
}

/** Facets such as "statement: direct" put under their types, the most frequent first. */
export function kindFacets(counts: readonly Count[], inWords: (kind: string) => string): KindFacet[] {
  const types = new Map<string, Facet[]>();
  const totals = new Map<string, number>();
  for (const { value, count } of counts) {
    const [type = "", kind] = value.split(": ");
    totals.set(type, (totals.get(type) ?? 0) + count);
    const kinds = types.get(type) ?? [];
    types.set(type, kinds);
    if (kind) kinds.push({ value: kind, words: inWords(kind), count });
  }
  return [...types]
    .map(([value, kinds]) => ({ value, words: inWords(value), count: totals.get(value) ?? 0, kinds }))
    .sort((a, b) => b.count - a.count);
}
