/** One word, number or mark of the text. Finer than a syntactic token: "15–26", "1990s" and "mid-March" come apart. */
export interface Piece {
  readonly text: string;
  readonly lower: string;
  readonly from: number;
  readonly to: number;
  /** Whether it follows the piece before it without a space. */
  readonly glued: boolean;
  /** Whether a line break lies between it and the piece before it. */
  readonly newLine: boolean;
}

const PIECE = /\p{L}+|\d+|[^\s\p{L}\d]/gu;

/** The pieces of a text, in order; one pass. */
export function scan(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(PIECE)) {
    const from = match.index;
    const word = match[0];
    const newLine = end > 0 && from > end && text.slice(end, from).includes("\n");
    pieces.push({ text: word, lower: word.toLowerCase(), from, to: from + word.length, glued: from === end && from > 0, newLine });
    end = from + word.length;
  }
  return pieces;
}
