import { foldWords } from "../store/words.ts";

/** A word of a text with its stem and place. */
export interface Word {
  /** As written, without possessive ending. */
  readonly text: string;
  readonly stem: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-'’.](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text. What is joined by hyphens, apostrophes or full stops is one word: "cease-fire", "U.S". */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => {
    const word = match[0].replace(/['’]s$/i, "");
    return { text: word, stem: stem(word), from: match.index, to: match.index + match[0].length };
  });
}

const KEPT = new Set([
  "news",
  "series",
  "species",
  "always",
  "this",
  "his",
  "its",
  "as",
  "us",
  "is",
  "was",
  "has",
  "thus",
  "during",
  "morning",
  "evening",
  "nothing",
  "something",
  "anything",
  "everything",
  "beijing",
  "need",
  "speed",
  "indeed",
  "exceed",
  "proceed",
  "succeed",
  "bring",
  "king",
  "thing",
  "wing",
  "spring",
  "string",
  "aids",
  "red",
  "hundred",
  "willing",
  "meeting",
  "building",
]);

/**
 * What inflected forms of an English word share: "sanctions", "sanctioned" and "sanctioning" give "sanction". Quick,
 * and only for comparing: both the lexicon's words and the text's go through it, so it need not be a real word.
 */
export function stem(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const found = workOut(word);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, found);
  return found;
}

/** Texts have few different words. */
const known = new Map<string, string>();
const MOST_KNOWN = 100_000;

function workOut(word: string): string {
  const low = foldWords(word).replace(/[’]/g, "'");
  if (low.length < 4 || KEPT.has(low) || !/^[a-z'-]+$/.test(low)) return low;
  const singular = low
    .replace(/ies$/, "y")
    .replace(/(ss|sh|ch|x|z)es$/, "$1")
    .replace(/([^siu])s$/, "$1");
  if (singular !== low) return finish(singular);
  const verb = /^(.*[aeiouy].*)(?:ed|ing)$/.exec(low);
  if (!verb || verb[1]!.length < 3) return finish(low);
  const base = verb[1]!.replace(/([bdgmnprt])\1$/, "$1");
  return finish(low.endsWith("ied") ? `${low.slice(0, -3)}y` : base);
}

/** "negotiate" and "negotiat", "freeze" and "freez" are one. */
const finish = (base: string): string => (base.length > 4 ? base.replace(/e$/, "") : base);
