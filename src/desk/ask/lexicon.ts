import { cellValues, lexiconRows } from "../../lexicon/tsv.ts";

/** What part of a question a word gives. */
export type Family =
  | "contact"
  | "medium"
  | "order"
  | "status"
  | "depend"
  | "say"
  | "relay"
  | "speak-for"
  | "position"
  | "change"
  | "money"
  | "give"
  | "receive"
  | "relation"
  | "act"
  | "find"
  | "filler"
  | "wants"
  | "never"
  | "unsupported";

/** A word or phrase of `lexicon/ask-words.tsv`. */
export interface AskWord {
  readonly words: readonly string[];
  readonly family: Family;
  /** Contact kind, status, PLOVER types, what is wanted: by family. */
  readonly values: readonly string[];
  readonly medium: string;
}

let loaded: ReadonlyMap<string, readonly AskWord[]> | undefined;

/** The words of questions by their first word, the longest first; read once. */
export function askWords(): ReadonlyMap<string, readonly AskWord[]> {
  if (loaded) return loaded;
  const byFirst = new Map<string, AskWord[]>();
  for (const row of lexiconRows<"words" | "family" | "value" | "medium" | "example">("ask-words.tsv")) {
    for (const phrase of cellValues(row.words)) {
      const words = phrase.split(" ");
      const word = { words, family: row.family as Family, values: cellValues(row.value), medium: row.medium };
      const list = byFirst.get(words[0]!);
      if (list) list.push(word);
      else byFirst.set(words[0]!, [word]);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  loaded = byFirst;
  return loaded;
}

/** A question that can be asked, for those whose own was not understood. */
export interface Example {
  readonly question: string;
  readonly about: string;
}

let examples: readonly Example[] | undefined;

/** The examples of `lexicon/ask-examples.tsv`; read once. */
export function askExamples(): readonly Example[] {
  examples ??= lexiconRows<"question" | "about">("ask-examples.tsv");
  return examples;
}
