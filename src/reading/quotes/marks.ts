import type { Range } from "../../record/span.ts";
import { QUOTATION_WORDS, quotationWords } from "./breaks.ts";

/** A character (or two that stand for one) that may open or close a quotation. */
export interface Mark extends Range {
  readonly level: "double" | "single";
  /** Marks pair within a family: «…» with each other, “…” also with "…". */
  readonly family: "comma" | "angle" | "corner";
  readonly opens: boolean;
  readonly closes: boolean;
  /** A closing mark that may also be an inch or foot mark or a possessive: it closes only where no better one follows. */
  readonly weak: boolean;
  /** False for the straight marks and others whose shape does not tell which way they face. */
  readonly directed: boolean;
}

/** Curly marks and dashes that fell apart when UTF-8 was read as Windows-1252: “ ” ‘ ’ – — in this order. */
const GARBLED = "â€œ|â€\u009d|â€˜|â€™|â€“|â€”|â€(?![œ˜™“”¦¢])";
const MARK = new RegExp(`${GARBLED}|["＂“”„‟″«»‹›‚‘’‛'「」『』]|\`\``, "g");
const OPENING = /["“„‟«‹‚‘‛「『``]/;
const ANGLE = /[«»‹›]/;
const CORNER = /[「」『』]/;
const ANY_MARK = /["＂“”„‟«»‹›‚‘’‛'`「」『』]/;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
const BEFORE_OPENING = /[\s([{\-–—/:=>]/;
const AFTER_CLOSING = /[\s)\]}\-–—/.,;:!?…<]/;
const FEET_AND_INCHES = /\d\s?['’′]\s?\d{1,2}(?:\.\d+)?$/;
const YEARS = /^\d\ds?(?![\p{L}\p{N}])/u;
const ELISION = new RegExp(`^(?:${quotationWords("elision")})(?![\\p{L}\\p{N}])`, "iu");
const NEXT_WORD = /^\s+([a-z]+)/;

/** The nearest character that is no quotation mark, looking at most three away; a blank at either end of the text. */
function context(text: string, at: number, step: 1 | -1): string {
  let i = at;
  for (let looked = 0; looked < 3 && ANY_MARK.test(text.charAt(i)); looked++) i += step;
  return text.charAt(i) || " ";
}

/** The two marks that together stand for a double one, or the one. */
const markLength = (text: string, at: number, found: string): number =>
  found.length === 2 || (/['’‘]/.test(found) && text.charAt(at + 1) === found) ? 2 : 1;

/**
 * The marks of the text that may belong to a quotation, in order; apostrophes, inches and rules of marks are left out.
 * Looks a fixed number of characters around each mark.
 */
export function readMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  MARK.lastIndex = 0;
  for (let match = MARK.exec(text); match; match = MARK.exec(text)) {
    const from = match.index;
    const run = /^(["'`“”‘’])\1{3,}/.exec(text.slice(from, from + 64));
    if (run) {
      MARK.lastIndex = from + run[0].length;
      continue;
    }
    if (match[0].startsWith("â€")) {
      const opens = match[0] === "â€œ";
      if (opens || /^â€\u009d?$/.test(match[0]))
        marks.push({
          from,
          to: MARK.lastIndex,
          level: "double",
          family: "comma",
          opens,
          closes: !opens,
          weak: false,
          directed: true,
        });
      continue;
    }
    const to = from + markLength(text, from, match[0]);
    MARK.lastIndex = to;
    const mark = to - from === 2 || !/['’‘‚‛‹›]/.test(match[0]) ? double(text, from, to) : single(text, from, to);
    if (mark) marks.push(mark);
  }
  return marks;
}

const familyOf = (mark: string): Mark["family"] =>
  ANGLE.test(mark) ? "angle" : CORNER.test(mark) ? "corner" : "comma";

function double(text: string, from: number, to: number): Mark | undefined {
  const shape = text.slice(from, to);
  const left = context(text, from - 1, -1);
  const right = context(text, to, 1);
  const digit = /\d/.test(text.charAt(from - 1));
  if (shape === "″" && digit) return undefined;
  if (shape === '"' && digit && FEET_AND_INCHES.test(text.slice(Math.max(0, from - 12), from))) return undefined;
  const mayOpen = BEFORE_OPENING.test(left) && !/\s/.test(right);
  const mayClose = !/\s/.test(left) && AFTER_CLOSING.test(right);
  const base = { from, to, level: "double", family: familyOf(shape) } as const;
  const straight = /^["＂″]$/.test(shape) || shape === "''";
  if (straight) {
    // Blanks on both sides, or letters: only the marks before it tell.
    const open = mayOpen !== mayClose ? mayOpen : true;
    const close = mayOpen !== mayClose ? mayClose : true;
    return { ...base, opens: open, closes: close, weak: digit && !open, directed: mayOpen !== mayClose };
  }
  // A mark that faces the wrong way (“so“, ”so”, »so«) goes by its place.
  const faces = OPENING.test(shape) ? !(mayClose && !mayOpen) : mayOpen && !mayClose && LETTER.test(right);
  return { ...base, opens: faces, closes: !faces, weak: false, directed: true };
}

function single(text: string, from: number, to: number): Mark | undefined {
  const shape = text.slice(from, to);
  const before = text.charAt(from - 1);
  const after = text.slice(to, to + 24);
  if (LETTER.test(before) && LETTER.test(after.charAt(0))) return undefined;
  const left = context(text, from - 1, -1);
  const right = context(text, to, 1);
  const mayOpen = BEFORE_OPENING.test(left) && !/\s/.test(right);
  const mayClose = !/\s/.test(left) && AFTER_CLOSING.test(right);
  if (mayOpen === mayClose && !ANGLE.test(shape)) return undefined;
  if (mayOpen && (YEARS.test(after) || ELISION.test(after))) return undefined;
  if (mayOpen && shape === "’") return undefined;
  const opens = ANGLE.test(shape) ? shape === "‹" : mayOpen;
  const word = NEXT_WORD.exec(after)?.[1];
  const possessive =
    /[sSzxZX]/.test(before) &&
    (word !== undefined ? !QUOTATION_WORDS.get("after")?.has(word) : /^\s+\p{L}/u.test(after));
  const weak = !opens && (possessive || /\d/.test(before)) && !/^\s+(?:said|says)\b/.test(after);
  return { from, to, level: "single", family: familyOf(shape), opens, closes: !opens, weak, directed: shape !== "'" };
}
