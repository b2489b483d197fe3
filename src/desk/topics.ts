import { cellValues, lexiconRows } from "../lexicon/tsv.ts";
import type { Contact, Event, Money, Statement } from "../record/schema.ts";
import { ownTopic } from "./own-topic.ts";
import { stem, type Word, wordsOf } from "./stems.ts";

/** A topic of lexicon/topics.tsv. */
export interface Topic {
  readonly topic: string;
  /** A wider topic that takes this one in. */
  readonly parent: string | null;
  /** Its words as the file has them. */
  readonly words: readonly string[];
}

/** A topic that a text is about, with the words that say so. */
export interface FoundTopic {
  readonly topic: string;
  /** lexicon: a row of lexicon/topics.tsv; own: the text's own noun phrase, since no row covers it. */
  readonly basis: "lexicon" | "own";
  /** Offsets into the text that was asked about. */
  readonly words: readonly { readonly from: number; readonly to: number; readonly quote: string }[];
}

/** A word of a phrase: a stem, or a word in capitals as it is; `gap` lets three words stand before it. */
interface Part {
  readonly stem: string;
  readonly exact: string | null;
  readonly gap: boolean;
}
interface Pattern {
  readonly topic: string;
  readonly parts: readonly Part[];
  /** A pattern that takes its words away from the topic. */
  readonly not: boolean;
}
interface Lexicon {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly byFirst: ReadonlyMap<string, readonly Pattern[]>;
}

const MOST_BETWEEN = 3;
let loaded: Lexicon | undefined;

/** The lexicon's topics by name, read once. */
export const topics = (): ReadonlyMap<string, Topic> => lexicon().topics;

function lexicon(): Lexicon {
  loaded ??= topicLexicon(lexiconRows<"topic" | "parent" | "words" | "not">("topics.tsv"));
  return loaded;
}

function topicLexicon(rows: readonly Readonly<Record<"topic" | "parent" | "words" | "not", string>>[]): Lexicon {
  const found = new Map<string, Topic>();
  const byFirst = new Map<string, Pattern[]>();
  const add = (topic: string, phrase: string, not: boolean): void => {
    const parts = partsOf(phrase);
    const first = parts[0]?.stem;
    if (first === undefined) return;
    const list = byFirst.get(first) ?? [];
    list.push({ topic, parts, not });
    byFirst.set(first, list);
  };
  for (const row of rows) {
    const words = cellValues(row.words);
    found.set(row.topic, { topic: row.topic, parent: row.parent || null, words });
    for (const phrase of words) add(row.topic, phrase, false);
    for (const phrase of cellValues(row.not)) add(row.topic, phrase, true);
  }
  return { topics: found, byFirst };
}

function partsOf(phrase: string): Part[] {
  const parts: Part[] = [];
  let gap = false;
  for (const piece of phrase.split(" ")) {
    if (piece === "~") {
      gap = true;
      continue;
    }
    const exact = /^[A-Z]{2,}$/.test(piece) ? piece : null;
    for (const word of wordsOf(piece)) {
      parts.push({ stem: word.stem, exact, gap });
      gap = false;
    }
  }
  return parts;
}

interface Match {
  readonly pattern: Pattern;
  readonly words: readonly Word[];
}

/** The topics of the lexicon that a text is about, in the order of their first words. */
export function lexiconTopics(text: string): FoundTopic[] {
  const words = wordsOf(text);
  const matches = words.flatMap((word, at) =>
    (lexicon().byFirst.get(word.stem) ?? []).flatMap((pattern): Match[] => {
      const found = matchAt(pattern, words, at);
      return found ? [{ pattern, words: found }] : [];
    }),
  );
  const barred = matches.filter(({ pattern }) => pattern.not);
  const taken = (match: Match): boolean =>
    barred.some(
      (bar) => bar.pattern.topic === match.pattern.topic && match.words.some((word) => bar.words.includes(word)),
    );
  const kept = matches.filter((match) => !match.pattern.not && !taken(match));
  return [...Map.groupBy(kept, ({ pattern }) => pattern.topic)].map(([topic, all]) => ({
    topic,
    basis: "lexicon",
    words: all.map(({ words: found }) => {
      const { from } = found[0]!;
      const { to } = found.at(-1)!;
      return { from, to, quote: text.slice(from, to) };
    }),
  }));
}

function matchAt({ parts }: Pattern, words: readonly Word[], start: number): Word[] | undefined {
  const found: Word[] = [];
  let at = start;
  for (const part of parts) {
    const until = part.gap ? at + MOST_BETWEEN : at;
    while (at < until && !fits(part, words[at])) at++;
    if (!fits(part, words[at])) return undefined;
    found.push(words[at]!);
    at++;
  }
  return found;
}

const fits = (part: Part, word: Word | undefined): boolean =>
  word !== undefined && word.stem === part.stem && (part.exact === null || part.exact === word.text);

type AnyEntry = Contact | Statement | Event | Money;

const inLexicon = new WeakMap<object, readonly FoundTopic[]>();
const known = new WeakMap<object, readonly FoundTopic[]>();

/** The topics of the lexicon in an entry's own words. Worked out once for each entry. */
export function lexiconTopicsOf(entry: AnyEntry): readonly FoundTopic[] {
  const found = inLexicon.get(entry) ?? lexiconTopics(textOf(entry));
  inLexicon.set(entry, found);
  return found;
}

/** Takes in what was worked out of an entry before. */
export function recallTopics(entry: AnyEntry, topics: readonly FoundTopic[]): void {
  inLexicon.set(entry, topics[0]?.basis === "own" ? [] : topics);
  known.set(entry, topics);
}

/**
 * What a statement, contact, event or sum is about: the lexicon's topics in its own words, else a topic from its own
 * noun phrase. Worked out once for each entry.
 */
export function topicsOf(entry: AnyEntry): readonly FoundTopic[] {
  const lexical = lexiconTopicsOf(entry);
  if (lexical.length > 0) return lexical;
  const found = known.get(entry) ?? ownTopics(textOf(entry), "topics" in entry ? entry.topics : []);
  known.set(entry, found);
  return found;
}

/** Those of an entry's topics that a phrase asks for. A topic of its own can only be one whose words it has. */
export function topicsAskedFor(entry: AnyEntry, asked: string): readonly FoundTopic[] {
  const lexical = lexiconTopicsOf(entry);
  if (lexical.length > 0) return lexical.filter((topic) => isAbout([topic], asked));
  return entryHasWords(entry, asked) ? topicsOf(entry).filter((topic) => isAbout([topic], asked)) : [];
}

const inWords = new WeakMap<object, ReadonlySet<string>>();

/** The stems of an entry's own words, each once. */
export const stemsOf = (entry: AnyEntry): ReadonlySet<string> => new Set(stems(textOf(entry)));

/** The stems of what a sum is for; none where it has no purpose. */
export const stemsOfPurpose = ({ purpose }: Pick<Money, "purpose">): ReadonlySet<string> =>
  new Set(purpose === null ? [] : stems(purpose));

/** Whether an entry's own words have all those of a phrase, in any form and order. */
export function entryHasWords(entry: AnyEntry, phrase: string): boolean {
  const words = inWords.get(entry) ?? stemsOf(entry);
  inWords.set(entry, words);
  const wanted = stemsAsked(phrase);
  return wanted.length > 0 && wanted.every((one) => words.has(one));
}

/** The stems of a phrase that was asked for. One question asks it of many entries. */
let lastAsked: { readonly phrase: string; readonly stems: readonly string[] } | undefined;
export function stemsAsked(phrase: string): readonly string[] {
  if (lastAsked?.phrase !== phrase) lastAsked = { phrase, stems: stems(phrase) };
  return lastAsked.stems;
}

/** Whether a topic of the lexicon is one that a phrase asks for. */
export const isAskedFor = (topic: string, asked: string): boolean => under(topic, askedTopics(asked));

/** The topics of a text; `phrases` are noun phrases already known to be what it is about. */
export function topicsOfText(text: string, phrases: readonly string[] = []): readonly FoundTopic[] {
  const found = lexiconTopics(text);
  return found.length > 0 ? found : ownTopics(text, phrases);
}

function ownTopics(text: string, phrases: readonly string[]): FoundTopic[] {
  const own = phrases[0] === undefined ? ownTopic(text) : { from: 0, to: phrases[0].length, quote: phrases[0] };
  return own ? [{ topic: own.quote.toLowerCase(), basis: "own", words: [own] }] : [];
}

function textOf(entry: AnyEntry): string {
  if ("content" in entry) return entry.content;
  if ("topics" in entry) return entry.topics.join("; ");
  if ("amount" in entry) return [entry.purpose ?? "", entry.text].join(" ");
  return entry.evidence.map(({ quote }) => quote).join("; ");
}

/**
 * Whether a topic found in an entry is one asked for: by its name, a wider topic's name, or a word of the lexicon's
 * row ("truce" asks for "ceasefire").
 */
export function isAbout(found: readonly FoundTopic[], asked: string): boolean {
  const wanted = askedTopics(asked);
  const words = stems(asked);
  return found.some(({ topic, basis }) => (basis === "own" ? holds(stems(topic), words) : under(topic, wanted)));
}

const askedBefore = new WeakMap<object, Map<string, ReadonlySet<string>>>();
const MOST_ASKED = 1000;

/** The lexicon's topics that a phrase asks for. One question asks it of many entries. */
export function askedTopics(asked: string): ReadonlySet<string> {
  const before = askedBefore.get(topics()) ?? new Map<string, ReadonlySet<string>>();
  askedBefore.set(topics(), before);
  const found = before.get(asked) ?? askedAnew(asked);
  if (before.size >= MOST_ASKED) before.clear();
  before.set(asked, found);
  return found;
}

function askedAnew(asked: string): ReadonlySet<string> {
  const wanted = stems(asked).join(" ");
  const exact = [...topics().values()].filter(({ topic }) => stems(topic).join(" ") === wanted);
  if (exact.length > 0) return new Set(exact.map(({ topic }) => topic));
  return new Set(lexiconTopics(asked).map(({ topic }) => topic));
}

function under(topic: string, wanted: ReadonlySet<string>): boolean {
  const seen = new Set<string>();
  for (let at: string | null = topic; at !== null && !seen.has(at); at = topics().get(at)?.parent ?? null) {
    if (wanted.has(at)) return true;
    seen.add(at);
  }
  return false;
}

const stems = (text: string): string[] => wordsOf(text).map((word) => stem(word.text));
const holds = (words: readonly string[], wanted: readonly string[]): boolean =>
  wanted.length > 0 && wanted.every((one) => words.includes(one));
