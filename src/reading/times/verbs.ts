import { cellValues, lexiconRows } from "../../lexicon/tsv.ts";

let sorts: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** Whether a lemma is of a sort in lexicon/time-verbs.tsv. */
export function isOfSort(lemma: string, sort: string): boolean {
  sorts ??= new Map(
    lexiconRows<"sort" | "words" | "example">("time-verbs.tsv").map((row) => [
      row.sort,
      new Set(cellValues(row.words)),
    ]),
  );
  return sorts.get(sort)?.has(lemma) ?? false;
}
