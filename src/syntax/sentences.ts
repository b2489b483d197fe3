import { OPENERS, TITLES } from "./abbreviations.ts";
import { datelineEnd } from "./dateline.ts";
import { LONGEST_SENTENCE } from "./layout.ts";
import type { Piece } from "./tokenize.ts";
import { wrapWidth } from "./wrapping.ts";

const FINAL = /^(?:[.!?…。]|\.{2,}|…+|[!?]{2,})$/u;
const LAST_MARK = /[.!?…。]$/;
const CLOSING = /^(?:["”’'»)\]}]|'')$/u;
const CAPITAL = /^[\p{Lu}\d"“‘'«([$£€]/u;
const SMALL = /^\p{Ll}/u;
const SAYING = /^(?:said|says|asked|told|replied|added|wrote|tweeted|remarked|declared)$/;
const ABBREVIATED = /^(?:\p{L}{1,7}\.|(?:\p{L}\.)+\p{L}?\.?)$/u;
const AFTER_CLOCK = /^(?:E[SD]?T|[CMP][SD]T|GMT|UTC|BST|CET|Eastern|local|\p{Lu}\p{Ll}+day)$/u;
const BREAKABLE = [/^[;:]$/, /^(?:--+|[—–])$/, /^[)"”\]]$/, /^,$/];

/** Groups the pieces of a text into sentences: none crosses a paragraph, none is longer than the network reads. */
export function splitSentences(text: string, pieces: readonly Piece[]): Piece[][] {
  const width = wrapWidth(text);
  const sentences: Piece[][] = [];
  let start = 0;
  let end = 0;
  const close = (): void => {
    if (end > start) cutLong(pieces.slice(start, end), sentences);
    start = end;
  };
  const paragraph = (): void => {
    end = datelineEnd(text, pieces, end);
    close();
  };
  paragraph();
  while (end < pieces.length) {
    const at = end++;
    if (endsHere(pieces, start, at)) {
      end = withClosing(pieces, at, text);
      if (isBoundary(pieces, at, end)) close();
    }
    if (end < pieces.length && isParagraphBreak(text, pieces, end, width)) {
      close();
      paragraph();
    }
  }
  close();
  return sentences;
}

/** A final mark, or an abbreviation that may end a sentence; "3." that opens one does not. */
function endsHere(pieces: readonly Piece[], start: number, at: number): boolean {
  const { text } = pieces[at]!;
  if (!LAST_MARK.test(text)) return false;
  if (FINAL.test(text)) return !(at === start + 1 && /^\p{N}+$|^\p{Lu}$/u.test(pieces[start]!.text));
  return (
    text.length > 1 && text.endsWith(".") && ABBREVIATED.test(text) && !TITLES.has(text.slice(0, -1).toLowerCase())
  );
}

/** The piece behind the final mark at `at` and the closing marks and note numbers that belong to it. */
function withClosing(pieces: readonly Piece[], at: number, text: string): number {
  let end = at + 1;
  while (end < pieces.length) {
    const piece = pieces[end]!;
    const near = piece.from === pieces[end - 1]!.to;
    if (FINAL.test(piece.text) && near) end++;
    else if (near && /^[“‘]$/.test(piece.text) && /^\s?$/.test(text.charAt(piece.to))) end++;
    else if (CLOSING.test(piece.text) && (near || isLoneClosing(pieces, end, text))) end++;
    else if (isNote(pieces, end, text)) end += 3;
    else break;
  }
  return end;
}

/** A closing mark after a space: curly, or straight with a space or the end behind it. */
function isLoneClosing(pieces: readonly Piece[], at: number, text: string): boolean {
  const { text: mark, from, to } = pieces[at]!;
  if (text.slice(pieces[at - 1]!.to, from).includes("\n")) return false;
  return /[”»)\]}]/u.test(mark) && (to === text.length || /[\s.,;)]/.test(text[to]!));
}

/** "[12]" behind a sentence. */
const isNote = (pieces: readonly Piece[], at: number, text: string): boolean =>
  pieces[at]!.text === "[" &&
  pieces[at + 2]?.text === "]" &&
  /^\d+$/.test(pieces[at + 1]!.text) &&
  !text.slice(pieces[at - 1]!.to, pieces[at]!.from).includes("\n");

/** Whether what follows the final mark at `at` and its closing marks (up to `end`) opens a sentence. */
function isBoundary(pieces: readonly Piece[], at: number, end: number): boolean {
  const mark = pieces[at]!.text;
  const next = pieces[end];
  if (!next) return true;
  const near = next.from === pieces[end - 1]!.to;
  if (mark.length > 1 && /\p{L}/u.test(mark)) return abbreviationEnds(mark, pieces, end);
  if (near && end === at + 1 && !/^\p{Lu}\p{Ll}|^["“(]/u.test(next.text)) return false;
  if (SMALL.test(next.text)) return next.text === "al" && mark === ".";
  if (/^[,;:\-–—)]/u.test(next.text)) return false;
  if (end > at + 1 && /[?!]/.test(mark) && saysNext(pieces, end)) return false;
  return CAPITAL.test(next.text) || mark !== "…";
}

/** `"Why?" Mr. Peskov asked`: the question belongs to the sentence that reports it. */
const saysNext = (pieces: readonly Piece[], at: number): boolean =>
  pieces.slice(at, at + 4).some((p) => SAYING.test(p.text));

/** "in the U.S. The …" ends one, "the U.S. President" does not. */
function abbreviationEnds(mark: string, pieces: readonly Piece[], end: number): boolean {
  const next = pieces[end]!.text;
  const closed = CLOSING.test(pieces[end - 1]!.text);
  const word = /^["“‘'([]/u.test(next) ? pieces[end + 1]?.text : next;
  if (!word || !/^\p{Lu}/u.test(word)) return false;
  if (OPENERS.has(word.toLowerCase().replace(".", ""))) return true;
  return (closed || /^(?:[ap]\.m\.|etc\.)$/i.test(mark)) && !AFTER_CLOCK.test(word);
}

/** A line break between the pieces before and at `at`, unless the text is wrapped by hand and the line was full. */
function isParagraphBreak(text: string, pieces: readonly Piece[], at: number, width: number | undefined): boolean {
  const before = pieces[at - 1]!.to;
  const { from } = pieces[at]!;
  if (from === before || (from === before + 1 && text[before] === " ")) return false;
  const gap = text.slice(before, from);
  const line = gap.indexOf("\n");
  if (line < 0) return /[\u2028\u2029\f\v]|\r(?!\n)/.test(gap);
  if (width === undefined || gap.indexOf("\n", line + 1) >= 0) return true;
  const lineStart = text.lastIndexOf("\n", before - 1) + 1;
  return before - lineStart < width && !SMALL.test(pieces[at]!.text);
}

/** Cuts what is longer than the network reads, at the best mark of the last half of each part. */
function cutLong(pieces: Piece[], into: Piece[][]): void {
  let start = 0;
  while (pieces.length - start > LONGEST_SENTENCE) {
    const end = bestCut(pieces, start + LONGEST_SENTENCE / 2, start + LONGEST_SENTENCE);
    into.push(pieces.slice(start, end));
    start = end;
  }
  into.push(start === 0 ? pieces : pieces.slice(start));
}

function bestCut(pieces: readonly Piece[], least: number, most: number): number {
  for (const mark of BREAKABLE) {
    for (let i = most - 1; i >= least; i--) if (mark.test(pieces[i]!.text)) return i + 1;
  }
  return most;
}
