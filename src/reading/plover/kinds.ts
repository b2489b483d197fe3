import { cellValues, lexiconRows } from "../../lexicon/tsv.ts";
import type { Token } from "../../syntax/types.ts";
import { lemmaOf } from "./words.ts";

let kinds: Map<string, string[]> | undefined;

function load(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const row of lexiconRows<"kind" | "words">("plover-actors.tsv")) {
    for (const word of cellValues(row.words)) found.set(word, [...(found.get(word) ?? []), row.kind]);
  }
  return found;
}

/** The kinds of actor ("court", "crowd", "captive") that the words of a name or description speak for, the last word's first. */
export function actorKinds(tokens: readonly Token[]): string[] {
  kinds ??= load();
  const words = tokens.map(lemmaOf).reverse();
  const pairs = words.slice(1).map((word, i) => `${word} ${words[i]}`);
  return [...new Set([...pairs, ...words].flatMap((word) => kinds!.get(word) ?? []))];
}
