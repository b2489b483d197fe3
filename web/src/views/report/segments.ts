/** Marks over a text, nested so that they can be drawn: a mark that another cuts goes on behind it. */

/** A part of a text. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Mark extends Range {
  /** What it belongs to: the key of an entry, or a name of its own. */
  readonly id: string;
  readonly layer: "entry" | "cited" | "draft" | "who" | "time";
  /** Kind of the entry, for its line. */
  readonly type?: string;
  /** What is shown behind the words: who is meant, which day it is. */
  readonly gloss?: string;
  /** The words on which an entry rests first; the others are its further evidence. */
  readonly main?: boolean;
}

export type Piece = Run | Marked;

/** Words without a mark of their own. */
export interface Run {
  readonly from: number;
  readonly text: string;
}

export interface Marked {
  readonly mark: Mark;
  /** False where the mark began before another that cut it, or on an earlier line. */
  readonly first: boolean;
  readonly last: boolean;
  /** How many entries lie within it and under it, one above the other: 1 is none. */
  readonly height: number;
  readonly pieces: readonly Piece[];
}

export interface Line {
  /** Number of the line, from 1, as citations count. */
  readonly number: number;
  readonly from: number;
  readonly pieces: readonly Piece[];
}

/** The lines of a text that say something, each with the marks on it. */
export function linesOf(text: string, marks: readonly Mark[]): Line[] {
  const sorted = marks.toSorted(outerFirst);
  let from = 0;
  return text.split("\n").flatMap((words, i) => {
    const start = from;
    const end = start + words.length;
    from = end + 1;
    if (words.trim() === "") return [];
    const here = sorted.filter((mark) => mark.from < end && mark.to > start).map((mark) => cut(mark, start, end));
    return [{ number: i + 1, from: start, pieces: nest(text, start, end, here) }];
  });
}

/** A part of a mark that is to be drawn. */
interface Part extends Range {
  readonly mark: Mark;
}

const outerFirst = (a: Range, b: Range): number => a.from - b.from || b.to - a.to;

const cut = (mark: Mark, from: number, to: number): Part => ({
  mark,
  from: Math.max(mark.from, from),
  to: Math.min(mark.to, to),
});

function nest(text: string, from: number, to: number, parts: readonly Part[]): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  let rest = parts.toSorted(outerFirst);
  while (rest.length > 0) {
    const head = rest[0]!;
    const others = rest.slice(1);
    if (head.from > at) pieces.push({ from: at, text: text.slice(at, head.from) });
    const inner = others.filter((part) => part.from < head.to);
    const within = inner.map((part) => ({ ...part, to: Math.min(part.to, head.to) }));
    const beyond = inner.filter((part) => part.to > head.to).map((part) => ({ ...part, from: head.to }));
    pieces.push(markedOf(head, nest(text, head.from, head.to, within)));
    at = head.to;
    rest = [...beyond, ...others.filter((part) => part.from >= head.to)].sort(outerFirst);
  }
  if (at < to) pieces.push({ from: at, text: text.slice(at, to) });
  return pieces;
}

function markedOf({ mark, from, to }: Part, pieces: readonly Piece[]): Marked {
  const within = Math.max(0, ...pieces.map((piece) => ("mark" in piece ? piece.height : 0)));
  return {
    mark,
    first: from === mark.from,
    last: to === mark.to,
    height: within + (mark.layer === "entry" ? 1 : 0),
    pieces,
  };
}

/** The entry that a click on words means: the innermost, or the next one out where that is selected already. */
export function nextKey(keys: readonly string[], selected: string | null): string | null {
  const at = selected === null ? -1 : keys.indexOf(selected);
  return (at > 0 ? keys[at - 1] : keys.at(-1)) ?? null;
}
