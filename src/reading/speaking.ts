import type { Range } from "../record/span.ts";
import type { SpeakerAt } from "./participants.ts";
import { outerQuotations, quotationsIn } from "./statements/content.ts";
import type { StatementDraft } from "./statements.ts";
import type { Quotations } from "./types.ts";

/** How far behind its speaker's statement a quotation may still be theirs. */
const REACH = 200;

/**
 * Who speaks at a place: the speaker of the innermost statement around it, else of the statement that shares its
 * quotation, else of the quotation right before. `statements` stand in the order of their contents.
 */
export function speakersIn(statements: readonly StatementDraft[], quotes: Quotations): SpeakerAt {
  const outer = outerQuotations(quotes.quotations);
  /** The furthest end of the contents up to each statement: tells how far back a place can still be inside one. */
  const ends: number[] = [];
  for (const s of statements) ends.push(Math.max(ends.at(-1) ?? 0, s.content.to));

  /** The number of statements whose content begins before an offset. */
  const countBefore = (offset: number): number => {
    let low = 0;
    let high = statements.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (statements[middle]!.content.from < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /** The last statement that begins before `to`, ends at `from` or later, and fits. */
  const last = (to: number, from: number, fits: (s: StatementDraft) => boolean): StatementDraft | undefined => {
    for (let i = countBefore(to) - 1; i >= 0 && ends[i]! >= from; i -= 1)
      if (fits(statements[i]!)) return statements[i];
    return undefined;
  };

  const innermost = (range: Range): StatementDraft | undefined => {
    let best: StatementDraft | undefined;
    const length = (s: StatementDraft): number => s.content.to - s.content.from;
    for (let i = countBefore(range.from + 1) - 1; i >= 0 && ends[i]! >= range.to; i -= 1) {
      const s = statements[i]!;
      if (s.content.to >= range.to && (!best || length(s) <= length(best))) best = s;
    }
    return best;
  };

  return (range) => {
    const inner = innermost(range);
    if (inner) return inner.speakers;
    const q = quotationsIn(outer, range)[0];
    if (!q) return [];
    const shared = last(q.to, q.from + 1, (s) => q.from < s.content.to);
    const before =
      shared ??
      last(q.from, q.from - REACH + 1, (s) => s.quoted && s.content.to <= q.from && q.from - s.content.to < REACH);
    return before?.speakers ?? [];
  };
}
