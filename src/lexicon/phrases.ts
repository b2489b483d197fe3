import { addTo } from "./add-to.ts";
import { fold } from "./fold.ts";

const isWordUnit = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || c > 127;

/** No phrase begins with a longer word; a word of a million letters is not looked at to its end. */
const LONGEST_WORD = 64;

/** The end of the word that begins at `at` in a folded text. */
function wordEnd(folded: string, at: number): number {
  const stop = Math.min(folded.length, at + LONGEST_WORD);
  let end = at;
  while (end < stop && isWordUnit(folded.charCodeAt(end))) end += 1;
  return end === at ? at + 1 : end;
}

/**
 * A set of phrases with values, looked up at a position of a folded text.
 * Independent of how the text is cut into tokens; the longest phrase wins.
 */
export class Phrases<Value> {
  readonly #byFirstWord = new Map<string, { phrase: string; values: Value[] }[]>();
  #sorted = true;

  add(phrase: string, value: Value): void {
    const folded = fold(phrase);
    if (folded === "") return;
    const first = folded.slice(0, wordEnd(folded, 0));
    const known = this.#byFirstWord.get(first)?.find((e) => e.phrase === folded);
    if (known) known.values.push(value);
    else addTo(this.#byFirstWord, first, { phrase: folded, values: [value] });
    this.#sorted = false;
  }

  /** Every phrase that stands at `at` and ends at a word's end, longest first. */
  at(folded: string, at: number): { to: number; values: readonly Value[] }[] {
    if (!this.#sorted) this.#sort();
    const entries = this.#byFirstWord.get(folded.slice(at, wordEnd(folded, at)));
    if (!entries) return [];
    const found: { to: number; values: readonly Value[] }[] = [];
    for (const { phrase, values } of entries) {
      const to = at + phrase.length;
      if (!folded.startsWith(phrase, at)) continue;
      if (to < folded.length && isWordUnit(folded.charCodeAt(to)) && isWordUnit(folded.charCodeAt(to - 1))) continue;
      found.push({ to, values });
    }
    return found;
  }

  /** The values of exactly this phrase. */
  get(phrase: string): readonly Value[] {
    const folded = fold(phrase);
    const entries = this.#byFirstWord.get(folded.slice(0, wordEnd(folded, 0)));
    return entries?.find((e) => e.phrase === folded)?.values ?? [];
  }

  #sort(): void {
    for (const entries of this.#byFirstWord.values()) entries.sort((a, b) => b.phrase.length - a.phrase.length);
    this.#sorted = true;
  }
}
