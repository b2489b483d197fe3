/** Text in one style. The style adds colour codes and no visible characters. */
export interface Piece {
  readonly text: string;
  readonly style?: ((text: string) => string) | undefined;
}

/** What begins a line: once on the first, then on the others. */
export interface Indent {
  readonly first: readonly Piece[];
  readonly rest: readonly Piece[];
}

/**
 * Lays pieces out in lines of at most `width` columns, broken at white space; a longer word is cut.
 * White space, also line ends, counts as one space; control characters and marks that turn writing round are dropped.
 */
export function wrapPieces(pieces: readonly Piece[], width: number, indent: Indent): string[] {
  const lines: string[] = [];
  let line = styled(indent.first);
  let used = piecesWidth(indent.first);
  let bare = true;
  let space = "";
  const turn = (): void => {
    lines.push(line.trimEnd());
    line = styled(indent.rest);
    used = piecesWidth(indent.rest);
    bare = true;
    space = "";
  };
  for (const word of wordsOf(pieces)) {
    if (word === " ") {
      space = bare ? "" : " ";
      continue;
    }
    if (!bare && used + space.length + piecesWidth(word) > width) turn();
    for (const piece of word) {
      for (const part of cut(piece.text, width - piecesWidth(indent.rest))) {
        if (!bare && used + space.length + displayWidth(part) > width) turn();
        line += space + (piece.style ? piece.style(part) : part);
        used += space.length + displayWidth(part);
        bare = false;
        space = "";
      }
    }
  }
  if (!bare || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Columns that a text takes on a terminal: none for combining marks, two for East Asian wide characters and emoji. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of GRAPHEMES.segment(text)) width += WIDE.test(segment) ? 2 : INVISIBLE.test(segment) ? 0 : 1;
  return width;
}

/** A text without what would move a terminal's cursor or turn its writing round. */
export const printable = (text: string): string =>
  text.replace(/[\0-\x1F\x7F-\x9F]/g, " ").replace(/[\u202A-\u202E\u2066-\u2069\uFEFF]/g, "");

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
const WIDE =
  /^[\p{Emoji_Presentation}\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

const styled = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, style }) => (style && text.trim() ? style(text) : text)).join("");

const piecesWidth = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + displayWidth(piece.text), 0);

type Word = readonly Piece[] | " ";

/** Words, each of one or more pieces (`‹` + `meeting` + `›`), with a " " wherever white space stood. */
function wordsOf(pieces: readonly Piece[]): Word[] {
  const words: Word[] = [];
  let open: Piece[] = [];
  for (const { text, style } of pieces) {
    for (const part of printable(text).split(/(\s+)/)) {
      if (part === "") continue;
      if (part.trim() !== "") {
        open.push({ text: part, style });
        continue;
      }
      if (open.length > 0) words.push(open);
      open = [];
      words.push(" ");
    }
  }
  if (open.length > 0) words.push(open);
  return words;
}

/** The parts of a word that is too long for a line; a word that fits stays whole. */
function cut(word: string, full: number): string[] {
  if (displayWidth(word) <= full) return [word];
  const parts: string[] = [];
  let part = "";
  let width = 0;
  for (const { segment } of GRAPHEMES.segment(word)) {
    const next = displayWidth(segment);
    if (width + next > full && part) {
      parts.push(part);
      part = "";
      width = 0;
    }
    part += segment;
    width += next;
  }
  return part ? [...parts, part] : parts;
}
