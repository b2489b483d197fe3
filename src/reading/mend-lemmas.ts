import { cellValues, lexiconRows } from "../lexicon/tsv.ts";
import type { Sentence, Token } from "../syntax/types.ts";

interface Verbs {
  readonly known: ReadonlySet<string>;
  readonly irregular: ReadonlyMap<string, string>;
}

let loaded: Verbs | undefined;

/** The verbs that any table of the lexicon knows, and the past forms of irregular ones. */
function verbs(): Verbs {
  if (loaded) return loaded;
  const known = new Set<string>();
  for (const r of lexiconRows<"lemma" | "pos">("plover-words.tsv")) if (r.pos === "verb") known.add(r.lemma);
  for (const r of lexiconRows<"pos" | "words">("event-frames.tsv"))
    if (r.pos === "verb") for (const w of cellValues(r.words.replace(/^@\w+ /, ""))) known.add(w);
  for (const r of lexiconRows<"cue">("cues.tsv")) known.add(r.cue.split(" ")[0]!);
  for (const r of lexiconRows<"word" | "pos">("contact-frames.tsv"))
    if (r.pos !== "noun") known.add(r.word.split(" ")[0]!);
  const irregular = new Map(lexiconRows<"form" | "lemma">("irregular-verbs.tsv").map((r) => [r.form, r.lemma]));
  for (const lemma of irregular.values()) known.add(lemma);
  loaded = { known, irregular };
  return loaded;
}

/** What a regular form may be of: "boycotted" of "boycott", "ruled" of "rule", "denied" of "deny". */
function stemsOf(word: string): string[] {
  const ending = /(ied|ies|ed|ing|es|s)$/.exec(word)?.[1];
  if (!ending) return [];
  const stem = word.slice(0, -ending.length);
  if (ending.startsWith("ie")) return [`${stem}y`];
  return [stem, `${stem}e`, ...(/(.)\1$/.test(stem) ? [stem.slice(0, -1)] : [])];
}

/** The lemma of a verb whose own is no verb that the lexicon knows, where its form leads to one that is. */
function lemmaOf(token: Token): string {
  const { known, irregular } = verbs();
  if (token.upos !== "VERB" || known.has(token.lemma)) return token.lemma;
  const word = token.text.toLowerCase();
  return irregular.get(word) ?? stemsOf(word).find((s) => known.has(s)) ?? token.lemma;
}

/** Mends the lemmas of verbs ("overrin", "rul", "boycot"), which the model spells by rules that it learnt. */
export function mendLemmas(sentence: Sentence): Sentence {
  let changed = false;
  const tokens = sentence.tokens.map((t) => {
    const lemma = lemmaOf(t);
    if (lemma === t.lemma) return t;
    changed = true;
    return { ...t, lemma };
  });
  return changed ? { ...sentence, tokens } : sentence;
}
