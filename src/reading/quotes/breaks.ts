import { cellValues, lexiconRows } from "../../lexicon/tsv.ts";
import { TITLES } from "../../syntax/abbreviations.ts";
import { wrapWidth } from "../../syntax/wrapping.ts";

/** Words of `lexicon/quotation-words.tsv` by kind, in lower case. */
export const QUOTATION_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  lexiconRows<"kind" | "words">("quotation-words.tsv").map((row) => [row.kind, new Set(cellValues(row.words))]),
);

/** The words of a kind as alternatives of a regular expression. */
export const quotationWords = (kind: string): string => [...(QUOTATION_WORDS.get(kind) ?? [])].join("|");

/** UTF-16 offsets at which paragraphs end, ascending: the line breaks, but in a text wrapped by hand not those of full lines. */
export function paragraphBreaks(text: string): number[] {
  const width = wrapWidth(text);
  const breaks: number[] = [];
  let line = 0;
  for (const { 0: run, index: at } of text.matchAll(/\n\s*/g)) {
    const next = at + run.length;
    const wraps = width !== undefined && (at - line >= width || /^\p{Ll}/u.test(text.slice(next, next + 2)));
    if (!wraps || run.indexOf("\n", 1) >= 0) breaks.push(at);
    line = next;
  }
  return breaks;
}

/** `to` moved back over blanks, not before `from`. */
export function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text.charAt(end - 1))) end -= 1;
  return end;
}

/** `from` moved on over blanks, not after `to`. */
export function trimStart(text: string, from: number, to: number): number {
  let start = from;
  while (start < to && /\s/.test(text.charAt(start))) start += 1;
  return start;
}

const STOP = /(?<![.!?…])[.!?…]+['’)\]]{0,3}(?=\s+['‘(["“«„]{0,2}[\p{Lu}\p{N}]|\s*$)/gu;
const LAST_WORD = /(?:^|[\s("“‘])([\p{L}.]{1,8})$/u;

/** A title ("Mr."), an initial or letters with full stops ("U.S."): what follows in capitals begins no sentence. */
function isAbbreviation(before: string): boolean {
  const word = LAST_WORD.exec(before)?.[1];
  return word !== undefined && (word.length === 1 || word.includes(".") || TITLES.has(word.toLowerCase()));
}

/** Offsets after each sentence's last mark within `[from, to)`, ascending. */
export function* sentenceEnds(text: string, from: number, to: number): Generator<number> {
  for (const { 0: stop, index } of text.slice(from, to).matchAll(STOP)) {
    const at = from + index;
    const end = at + stop.length;
    const last = !/\S/.test(text.slice(end, Math.min(to, end + 8)));
    if (stop === "." && !last && isAbbreviation(text.slice(Math.max(from, at - 10), at))) continue;
    yield end;
  }
}
