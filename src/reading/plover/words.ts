import { cellValues, lexiconRows } from "../../lexicon/tsv.ts";
import type { EventType } from "../../record/schema.ts";
import type { Sentence, Token } from "../../syntax/types.ts";

/** A PLOVER type in the lexicon: those of the record's events, and CONSULT, which the record keeps as a contact. */
export type PloverType = EventType | "CONSULT";

export type WordClass = "verb" | "noun" | "adj" | "phrase";

/** One sense of a word or phrase of `lexicon/plover-words.tsv`. */
export interface WordSense {
  readonly lemma: string;
  readonly pos: WordClass;
  readonly type: PloverType;
  /** Whether the word alone, with an actor as its subject, is enough for an event of the type. */
  readonly sure: boolean;
  /** Where the recipient stands, best first: "obj", "obl:with", "nmod:on", "ccomp-subject". */
  readonly roles: readonly string[];
}

/** A word or phrase of the lexicon found in a sentence. */
export interface WordHit {
  /** Index of its first token and the number of tokens. */
  readonly at: number;
  readonly length: number;
  readonly senses: readonly WordSense[];
}

interface PhraseEntry {
  readonly words: readonly string[];
  readonly senses: WordSense[];
}

let words: Map<string, WordSense[]> | undefined;
let phrases: Map<string, PhraseEntry[]> | undefined;

type Row = "lemma" | "pos" | "type" | "strength" | "roles" | "note";

function load(): void {
  words = new Map();
  phrases = new Map();
  for (const row of lexiconRows<Row>("plover-words.tsv")) {
    const sense: WordSense = {
      lemma: row.lemma,
      pos: row.pos as WordClass,
      type: row.type as PloverType,
      sure: row.strength === "sure",
      roles: cellValues(row.roles),
    };
    if (sense.pos === "phrase") addPhrase(phrases, sense);
    else pushTo(words, row.lemma, sense);
  }
}

function pushTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function addPhrase(index: Map<string, PhraseEntry[]>, sense: WordSense): void {
  const parts = sense.lemma.split(" ");
  const entry = index.get(parts[0]!)?.find((e) => e.words.join(" ") === sense.lemma);
  if (entry) entry.senses.push(sense);
  else pushTo(index, parts[0]!, { words: parts, senses: [sense] });
}

const CLASS_OF: { readonly [upos: string]: WordClass } = { VERB: "verb", AUX: "verb", NOUN: "noun", ADJ: "adj" };

/** Nouns that the treebanks leave in the plural. */
const PLURALS = new Map([
  ["troops", "troop"],
  ["supplies", "supply"],
  ["goods", "good"],
  ["arms", "arm"],
  ["talks", "talk"],
  ["ties", "tie"],
  ["relations", "relation"],
  ["funds", "fund"],
  ["proceedings", "proceeding"],
  ["hostilities", "hostility"],
]);

/**
 * The lemma as the lexicon writes it: lower case, in the singular. Where the lemmatiser made up a verb that the lexicon
 * does not have ("raide" of "raided"), one that the lexicon has and the form can come from.
 */
export function lemmaOf(token: Token): string {
  const lemma = token.lemma.toLowerCase();
  if (token.upos === "VERB" && !entries().has(lemma)) return mended(token.text.toLowerCase()) ?? lemma;
  return PLURALS.get(lemma) ?? lemma;
}

const lemmas = new WeakMap<Sentence, readonly string[]>();

/** The lemmas of a sentence's tokens as {@link lemmaOf} has them; made once. */
export function lemmasOf(sentence: Sentence): readonly string[] {
  const known = lemmas.get(sentence) ?? sentence.tokens.map(lemmaOf);
  lemmas.set(sentence, known);
  return known;
}

const entries = (): Map<string, WordSense[]> => {
  if (!words) load();
  return words!;
};

/** Irregular forms that a lemmatiser seldom meets. */
const IRREGULAR = new Map(
  (
    "froze freeze, frozen freeze, overthrew overthrow, overthrown overthrow, fled flee, withheld withhold, " +
    "upheld uphold, overran overrun, overrode override, overridden override, pled plead, slew slay, slain slay, " +
    "forsook forsake, besought beseech, forwent forgo, foreswore forswear, overtook overtake, undertook undertake"
  )
    .split(", ")
    .map((pair) => pair.split(" ") as [string, string]),
);

function mended(form: string): string | undefined {
  const irregular = IRREGULAR.get(form);
  if (irregular) return irregular;
  const stem = /^(.*?)(?:ed|ing|es|s|d)$/.exec(form)?.[1];
  if (stem === undefined || stem.length < 3) return undefined;
  const undoubled = /([b-df-hj-np-tv-z])\1$/.test(stem) ? stem.slice(0, -1) : stem;
  const candidates = [stem, `${stem}e`, undoubled, stem.endsWith("i") ? `${stem.slice(0, -1)}y` : stem];
  return candidates.find((c) =>
    entries()
      .get(c)
      ?.some((sense) => sense.pos === "verb"),
  );
}

/** The class of lexicon words that a token can be; undefined for names and function words. */
export const wordClassOf = (token: Token): WordClass | undefined => CLASS_OF[token.upos];

/** The senses of a lemma in a class; where it has none there, the sure ones of other classes, as tags may be wrong. */
export function sensesOf(lemma: string, pos: WordClass): readonly WordSense[] {
  const all = entries().get(lemma);
  if (!all) return [];
  const own = all.filter((sense) => sense.pos === pos);
  return own.length > 0 ? own : all.filter((sense) => sense.sure);
}

/** The senses of one token by its lemma and tag; none for names. */
export function tokenSenses(token: Token, lemma: string = lemmaOf(token)): readonly WordSense[] {
  const pos = wordClassOf(token);
  return pos ? sensesOf(lemma, pos) : [];
}

/** The contiguous phrases of the lexicon in a sentence, by where they begin. */
export function phraseHits(sentence: Sentence): WordHit[] {
  if (!phrases) load();
  const found = lemmasOf(sentence);
  const hits: WordHit[] = [];
  for (let at = 0; at < found.length; at += 1) {
    const beginning = phrases!.get(found[at]!);
    if (!beginning) continue;
    for (const { words, senses } of beginning) {
      // The first word is the key.
      if (found[at + 1] === words[1] || words.length === 1) {
        if (words.every((word, i) => found[at + i] === word)) hits.push({ at, length: words.length, senses });
      }
    }
  }
  return hits;
}
