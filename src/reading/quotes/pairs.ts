import type { Range } from "../../record/span.ts";
import { trimEnd, trimStart } from "./breaks.ts";
import type { Mark } from "./marks.ts";

/** A quotation before its depth is known. `mend` says what was done where a mark is missing. */
export interface Pair extends Range {
  readonly inner: Range;
  readonly closed: boolean;
  readonly mend?: string;
}

/** An opening mark that found no partner, and where at the latest its quotation ends. */
export interface Unmatched {
  readonly mark: Mark;
  readonly limit: number;
}

/** What pairing gives; `strays` are closing marks that found no partner, with the end of the mark before them. */
export interface Paired {
  readonly pairs: Pair[];
  readonly unmatched: Unmatched[];
  readonly strays: { readonly mark: Mark; readonly after: number }[];
}

/** A closing mark may stand this many paragraphs after its opening mark where no mark stands between them. */
const CARRY = 3;

/** The words between two offsets without the blanks at either end. */
export function innerOf(text: string, from: number, to: number): Range {
  const start = trimStart(text, from, to);
  return { from: start, to: trimEnd(text, start, to) };
}

const pairOf = (text: string, open: Mark, close: Mark): Pair => ({
  from: open.from,
  to: close.to,
  inner: innerOf(text, open.to, close.from),
  closed: true,
});

/** The index of the paragraph in which an offset lies. Offsets asked must ascend. */
export function paragraphWalk(breaks: readonly number[]): (at: number) => number {
  let index = 0;
  return (at) => {
    while (index < breaks.length && breaks[index]! < at) index += 1;
    return index;
  };
}

/** For each mark: whether a closing mark that is surely one follows in its place before the next opening one. */
function sureCloserAhead(marks: readonly Mark[], places: readonly number[]): boolean[] {
  const ahead: boolean[] = new Array(marks.length).fill(false);
  const state = new Map<number, boolean>();
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i]!;
    const place = places[i]!;
    ahead[i] = state.get(place) ?? false;
    if (mark.opens) state.set(place, false);
    else if (!mark.weak) state.set(place, true);
  }
  return ahead;
}

/** Opening marks that wait for their partners. */
class Waiting {
  readonly #stack: Mark[] = [];
  readonly #count = { comma: 0, angle: 0, corner: 0 };
  get top(): Mark | undefined {
    return this.#stack.at(-1);
  }
  push(mark: Mark): void {
    this.#stack.push(mark);
    this.#count[mark.family] += 1;
  }
  pop(): Mark | undefined {
    const mark = this.#stack.pop();
    if (mark) this.#count[mark.family] -= 1;
    return mark;
  }
  /** Takes out the mark that `close` closes: the nearest of its family, else the nearest. Passes those between to `leave`. */
  match(close: Mark, leave: (mark: Mark) => void): Mark | undefined {
    if (this.#count[close.family] > 0) while (this.top!.family !== close.family) leave(this.pop()!);
    return this.pop();
  }
}

/** Pairs the double marks, paragraph by paragraph. */
export function pairDoubles(text: string, marks: readonly Mark[], breaks: readonly number[]): Paired {
  const walk = paragraphWalk(breaks);
  const paragraphs = marks.map((mark) => walk(mark.from));
  const ahead = sureCloserAhead(marks, paragraphs);
  const result: Paired = { pairs: [], unmatched: [], strays: [] };
  const waiting = new Waiting();
  const leave = (limit: number) => (mark: Mark) => {
    if (mark.directed) result.unmatched.push({ mark, limit });
  };
  const leaveAll = (limit: number): void => {
    for (let mark = waiting.pop(); mark; mark = waiting.pop()) leave(limit)(mark);
  };
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!;
    if (mark.closes && waiting.top && !(mark.weak && ahead[i])) {
      const open = waiting.match(mark, leave(mark.from));
      if (open) result.pairs.push(pairOf(text, open, mark));
    } else if (mark.opens) waiting.push(mark);
    else if (!waiting.top && !mark.weak) result.strays.push({ mark, after: marks[i - 1]?.to ?? 0 });

    const next = marks[i + 1];
    const paragraph = paragraphs[i]!;
    const apart = next ? paragraphs[i + 1]! - paragraph : CARRY + 1;
    if (apart === 0 || !waiting.top) continue;
    const end = trimEnd(text, mark.to, breaks[paragraph] ?? text.length);
    if (next && apart <= CARRY && next.closes && !next.opens && !next.weak && waiting.top === mark) {
      waiting.pop();
      result.pairs.push(pairOf(text, mark, next));
      leaveAll(mark.from);
      i += 1;
    } else if (next?.opens && apart === 1 && waiting.top.directed && beginsAt(text, breaks[paragraph]!, next)) {
      // A quotation that runs over paragraphs is opened anew in each and closed in the last.
      const open = waiting.pop()!;
      result.pairs.push({ from: open.from, to: end, inner: innerOf(text, open.to, end), closed: true });
      leaveAll(open.from);
    } else leaveAll(end);
  }
  return result;
}

const beginsAt = (text: string, paragraphEnd: number, mark: Mark): boolean =>
  trimStart(text, paragraphEnd, mark.from) === mark.from;

/**
 * Pairs the single marks. A pair lies wholly inside or wholly outside each double quotation (`doubles`, sorted, nested);
 * those that find no partner are apostrophes, except opening marks that can be nothing else.
 */
export function pairSingles(
  text: string,
  marks: readonly Mark[],
  doubles: readonly Pair[],
  breaks: readonly number[],
): Paired {
  const walk = paragraphWalk(breaks);
  const inside = enclosingWalk(doubles);
  const paragraphs = marks.map((mark) => walk(mark.from));
  const around = marks.map((mark) => inside(mark.from));
  // A place is a paragraph within a double quotation: numbered anew whenever either changes for good.
  const ahead = sureCloserAhead(marks, placeNumbers(paragraphs, around));
  const result: Paired = { pairs: [], unmatched: [], strays: [] };
  let waiting: { mark: Mark; at: number }[] = [];
  const leave = ({ mark, at }: { mark: Mark; at: number }): void => {
    if (!certainlyOpens(text, mark)) return;
    const paragraphEnd = breaks[paragraphs[at]!] ?? text.length;
    const quotationEnd = doubles[around[at]!]?.inner.to ?? text.length;
    result.unmatched.push({ mark, limit: Math.min(paragraphEnd, quotationEnd) });
  };
  marks.forEach((mark, at) => {
    if (at > 0 && paragraphs[at] !== paragraphs[at - 1]) {
      waiting.forEach(leave);
      waiting = [];
    }
    while (waiting.length > 0 && (doubles[around[waiting.at(-1)!.at]!]?.to ?? text.length) <= mark.from)
      leave(waiting.pop()!);
    const top = waiting.at(-1);
    if (mark.opens) waiting.push({ mark, at });
    else if (top && around[top.at] === around[at] && !(mark.weak && (ahead[at] || tooFar(text, top.mark, mark)))) {
      waiting.pop();
      result.pairs.push(pairOf(text, top.mark, mark));
    }
  });
  waiting.forEach(leave);
  return result;
}

/** A mark that may be a possessive's closes a quotation of a few words only. */
const tooFar = (text: string, open: Mark, close: Mark): boolean =>
  close.from - open.to > 60 || /[.!?;]/.test(text.slice(open.to, close.from));

/** ‘ before a small letter, or after a comma or colon, opens a quotation; elsewhere it may be a letter of a name (‘Abd). */
const certainlyOpens = (text: string, mark: Mark): boolean =>
  mark.directed &&
  (/^\p{Ll}/u.test(text.slice(mark.to, mark.to + 2)) ||
    /[,:]\s?$/.test(text.slice(Math.max(0, mark.from - 2), mark.from)));

/** The index in `pairs` (sorted, nested) of the innermost one around an offset, or -1. Offsets asked must ascend. */
function enclosingWalk(pairs: readonly Pair[]): (at: number) => number {
  const open: number[] = [];
  let next = 0;
  return (at) => {
    for (; next < pairs.length && pairs[next]!.from <= at; next++) {
      while (open.length > 0 && pairs[open.at(-1)!]!.to <= pairs[next]!.from) open.pop();
      open.push(next);
    }
    while (open.length > 0 && pairs[open.at(-1)!]!.to <= at) open.pop();
    return open.at(-1) ?? -1;
  };
}

/** One number for each paragraph within each double quotation. */
function placeNumbers(paragraphs: readonly number[], around: readonly number[]): number[] {
  const seen = new Map<string, number>();
  return paragraphs.map((paragraph, i) => {
    const key = `${paragraph} ${around[i]}`;
    const number = seen.get(key) ?? seen.size;
    seen.set(key, number);
    return number;
  });
}
