import { type Day, dayOf } from "./calendar.ts";
import type { Found } from "./find.ts";

/** A date that the text itself states as that of the report. */
export interface Dateline {
  readonly day: Day;
  readonly from: number;
  readonly to: number;
}

const LINES = 4;
/** "MOSCOW, 12 March 2024 (Reuters) —": little before the date, a dash after it. */
const BEFORE = /^[^.!?]{0,60}$/;
const MANY_WORDS = /(?:\S+\s+){8}/;
const AFTER = /^\s{0,3}\)?\s{0,3}(?:[([][^)\]\n]{1,40}[)\]]\s{0,3})?(?:[-–—:|]|$)/;

/**
 * The dateline among the first lines: a line that is only a date, or a date with its place before a dash.
 * A date without a year is none: which year would be a guess.
 */
export function findDateline(text: string, found: readonly Found[]): Dateline | null {
  const end = endOfLines(text, LINES);
  for (const { from, to, meaning } of found) {
    if (from >= end) return null;
    if (meaning.kind !== "date" || meaning.year === undefined || meaning.day === undefined) continue;
    const before = lineBefore(text, from)?.trim();
    if (before === undefined) continue;
    const after = text.slice(to, to + WINDOW).split("\n", 1)[0]!;
    const isWholeLine =
      before.length <= 24 &&
      !/[.!?]$/.test(before) &&
      /^[\s.)\]|]*$/.test(after) &&
      /^(?:\P{Ll}*|(?:published|posted|updated|date|released)\b.*|\p{L}+day,?)$/iu.test(before);
    const leads = BEFORE.test(before) && !MANY_WORDS.test(before) && AFTER.test(after) && after.trim() !== "";
    const day = isWholeLine || leads ? dayOf(isoOf(meaning.year, meaning.month!, meaning.day)) : null;
    if (day) return { day, from, to };
  }
  return null;
}

/** Whether a date stands in front of the report's first words: "WASHINGTON, Dec. 19 (Reuters) -". */
export function leadsLine(text: string, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const before = lineBefore(text, from);
  return (
    before !== undefined &&
    AFTER.test(text.slice(to, to + 50)) &&
    /^[^.!?]*$/.test(before) &&
    !/\s\p{Ll}{4,}/u.test(before)
  );
}

const WINDOW = 80;

/** What stands before an offset on its line; undefined where that is long. */
function lineBefore(text: string, at: number): string | undefined {
  const start = Math.max(0, at - WINDOW);
  const window = text.slice(start, at);
  const lineBreak = window.lastIndexOf("\n");
  if (lineBreak < 0) return start === 0 ? window : undefined;
  return window.slice(lineBreak + 1);
}

const isoOf = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

function endOfLines(text: string, lines: number): number {
  let at = 0;
  for (let seen = 0; seen < lines; ) {
    const next = text.indexOf("\n", at);
    if (next < 0) return text.length;
    if (text.slice(at, next).trim() !== "") seen += 1;
    at = next + 1;
  }
  return at;
}
