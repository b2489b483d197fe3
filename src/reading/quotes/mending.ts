import { sentenceEnds, trimEnd, trimStart } from "./breaks.ts";
import { endWithin, type MendedEnd } from "./ends.ts";
import type { Mark } from "./marks.ts";
import { innerOf, type Pair, paragraphWalk, type Unmatched } from "./pairs.ts";

const byPlace = (a: { from: number }, b: { from: number }): number => a.from - b.from;

/**
 * Ends the quotations of opening marks without partners, each before the next such mark and its limit.
 * `pairs` are the closed quotations: a mended one holds each of them wholly or not at all.
 */
export function mendOpeners(
  text: string,
  unmatched: readonly Unmatched[],
  pairs: readonly Pair[],
  breaks: readonly number[],
): Pair[] {
  const sorted = [...pairs].sort(byPlace);
  const openers = [...unmatched].sort((a, b) => byPlace(a.mark, b.mark));
  const walk = paragraphWalk(breaks);
  let next = 0;
  return openers.map(({ mark, limit }, i) => {
    const following = openers[i + 1]?.mark.from ?? text.length;
    const hard: Bound = following < limit ? { at: following, before: "mark" } : { at: limit, before: "end" };
    const paragraph = walk(mark.from);
    const begins = trimStart(text, paragraph === 0 ? 0 : breaks[paragraph - 1]!, mark.from) === mark.from;
    while (next < sorted.length && sorted[next]!.from < mark.to) next += 1;
    const end = endOf(text, mark, hard, begins, sorted, next);
    return {
      from: mark.from,
      to: end.at,
      inner: innerOf(text, mark.to, end.at),
      closed: false,
      mend: `is never closed; it is taken to end ${end.reason}`,
    };
  });
}

interface Bound {
  readonly at: number;
  readonly before: "mark" | "end";
}

/** Follows the words of a quotation over the closed ones inside it to the place where it must end. */
function endOf(
  text: string,
  mark: Mark,
  hard: Bound,
  whole: boolean,
  pairs: readonly Pair[],
  first: number,
): MendedEnd {
  let at = mark.to;
  let next = first;
  for (;;) {
    while (next < pairs.length && pairs[next]!.from < at) next += 1;
    const pair = pairs[next];
    const gap: Bound = pair && pair.from < hard.at ? { at: pair.from, before: "mark" } : hard;
    const end = endWithin(text, at, gap.at, gap.before, whole);
    if (end && end.at > mark.to) return end;
    if (!pair || gap === hard || pair.to > hard.at)
      return { at: trimEnd(text, mark.to, gap.at), reason: "before the next quotation" };
    at = pair.to;
    if (
      !whole &&
      /[.!?]/.test(text.charAt(pair.inner.to - 1)) &&
      /^\s+\p{Lu}|^\s*$/u.test(text.slice(at, Math.min(at + 4, hard.at)))
    )
      return { at, reason: "with its sentence" };
  }
}

/**
 * Begins the quotations of closing marks without partners where a comma and the words that follow show them to be
 * such (`We are ready," she said`) and their sentence holds no other mark before them; the rest are left alone.
 */
export function mendStrays(
  text: string,
  strays: readonly { readonly mark: Mark; readonly after: number }[],
  breaks: readonly number[],
): Pair[] {
  const walk = paragraphWalk(breaks);
  return strays.flatMap(({ mark, after }): Pair[] => {
    const paragraph = walk(mark.from);
    const paragraphStart = paragraph === 0 ? 0 : breaks[paragraph - 1]!;
    if (!/[,?!]/.test(text.charAt(mark.from - 1)) || !/^\s+\p{L}/u.test(text.slice(mark.to, mark.to + 4))) return [];
    let start = after > paragraphStart ? -1 : paragraphStart;
    for (const end of sentenceEnds(text, Math.max(after, paragraphStart), mark.from)) {
      if (/\S/.test(text.slice(end, mark.from))) start = end;
    }
    if (start < 0) return [];
    const from = trimStart(text, start, mark.from);
    const inner = innerOf(text, from, mark.from);
    return [
      {
        from,
        to: mark.to,
        inner,
        closed: true,
        mend: "is closed but never opened; it is taken to begin with its sentence",
      },
    ];
  });
}
