import type { Range } from "./segments.ts";

/** A selection that moves by words: from the word where it began to the word where it is. */
export interface WordCaret {
  readonly anchor: number;
  readonly head: number;
}

/** The words of a text, in their order. */
export function wordsOf(text: string): Range[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*(?<=[\p{L}\p{N}\p{M}])/gu)].map(
    ({ index, 0: word }) => ({
      from: index,
      to: index + word.length,
    }),
  );
}

/** The word at an offset, else the next. */
export function wordAt(words: readonly Range[], offset: number): number {
  const found = words.findIndex(({ to }) => to > offset);
  return found < 0 ? Math.max(0, words.length - 1) : found;
}

/** The selected part of the text. */
export function rangeOf(words: readonly Range[], { anchor, head }: WordCaret): Range {
  return { from: words[Math.min(anchor, head)]!.from, to: words[Math.max(anchor, head)]!.to };
}

/** Moves to a word; with `stretch` the selection grows or shrinks, else it is that word alone. */
export function moved(words: readonly Range[], caret: WordCaret, to: number, stretch: boolean): WordCaret {
  const head = Math.min(Math.max(to, 0), words.length - 1);
  return { anchor: stretch ? caret.anchor : head, head };
}

/** Where a word stands, from its rectangle on the screen. */
export interface Place {
  readonly top: number;
  readonly middle: number;
}

/** The word of the line above (-1) or below (1) that stands nearest; the same where there is no such line. */
export function inNextLine(count: number, head: number, way: 1 | -1, placeOf: (word: number) => Place | null): number {
  const here = placeOf(head);
  if (!here) return head;
  let line: number | undefined;
  let best = head;
  let least = Number.POSITIVE_INFINITY;
  for (let word = head + way; word >= 0 && word < count; word += way) {
    const place = placeOf(word);
    if (!place || Math.abs(place.top - here.top) < 4) continue;
    line ??= place.top;
    if (Math.abs(place.top - line) >= 4) break;
    const distance = Math.abs(place.middle - here.middle);
    if (distance < least) [best, least] = [word, distance];
  }
  return best;
}
