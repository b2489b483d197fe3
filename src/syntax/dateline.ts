import type { Piece } from "./tokenize.ts";

/**
 * "PARIS/ANKARA - ", "MOSCOW, March 12 (Reuters) — ", "BEIRUT, Lebanon --": where a paragraph was written, in capitals,
 * perhaps when and by which agency, up to the dash.
 */
const DATELINE =
  /^\p{Lu}[\p{Lu}.'’/ -]{2,40}(?:, \p{Lu}[\p{L}.]+(?: \p{Lu}\p{L}+)?)?(?:,? \(?(?:\p{Lu}\p{Ll}+\.? \d{1,2}|\d{1,2} \p{Lu}\p{Ll}+)(?:,? \d{4})?\)?)?(?: ?\([\p{L} ]{2,20}\))?\s{0,2}(?:--?|–|—)\s{1,2}(?=["“'‘]?\p{Lu})/u;
const LONGEST = 100;

/**
 * The piece behind the dateline that opens a paragraph at piece `start`, or `start` where there is none.
 * A dateline is no part of the sentence that follows it: the parser would take the city for its subject.
 */
export function datelineEnd(text: string, pieces: readonly Piece[], start: number): number {
  const first = pieces[start];
  if (!first || !/^\p{Lu}{2,}/u.test(first.text)) return start;
  const match = DATELINE.exec(text.slice(first.from, first.from + LONGEST));
  if (!match) return start;
  const to = first.from + match[0].trimEnd().length;
  let end = start;
  while (end < pieces.length && pieces[end]!.to <= to) end += 1;
  return end;
}
