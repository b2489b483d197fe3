import { InputError } from "../record/errors.ts";
import type { Note } from "../record/schema.ts";
import type { Content } from "./report.ts";

/** A text in which every character stands where it stood before, and the notes on what was replaced. */
export interface Cleaned {
  readonly text: string;
  readonly notes: readonly Note[];
}

/** Control characters that are not white space, and are no part of any language. */
const CONTROL = /[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F]/g;

/** Characters that end a line on some system: vertical tab, form feed, next line, line and paragraph separator. */
const LINE_END = /\r\n|[\r\v\f\x85\u2028\u2029]/g;

const BOM = /\uFEFF/g;

/**
 * Makes a text fit to read without moving a character: whoever holds the decoded text can use the record's offsets.
 * "\r\n" becomes " \n"; other line ends become "\n"; control characters and stray byte order marks become spaces;
 * lone surrogates become U+FFFD. Nothing is composed, folded or trimmed.
 */
export function cleanText(raw: string): Cleaned {
  const wellFormed = raw.toWellFormed();
  let controls = 0;
  const text = wellFormed
    .replace(LINE_END, (end) => (end.length === 2 ? " \n" : "\n"))
    .replace(BOM, " ")
    .replace(CONTROL, () => {
      controls += 1;
      return " ";
    });
  const notes: Note[] = [];
  if (controls > 0)
    notes.push({ kind: "other", message: `${counted(controls, "control character")} read as a space.` });
  if (wellFormed !== raw) notes.push({ kind: "encoding-mended", message: "Halves of surrogate pairs read as U+FFFD." });
  return { text, notes };
}

/** The content of a plain text. Throws InputError where it is empty or too long for one report. */
export function textContent(raw: string): Content {
  refuseUnreadable(raw);
  const { text, notes } = cleanText(raw);
  return { text, title: null, published: null, publisher: null, address: null, notes };
}

/** The longest text that is one report: two million characters, a thick book. */
const MAX_CHARACTERS = 2_000_000;

/** Throws InputError where a text holds no visible character, or more of them than any report has. */
export function refuseUnreadable(text: string): void {
  if (text.length > MAX_CHARACTERS) {
    const [length, most] = [text.length, MAX_CHARACTERS].map((number) => number.toLocaleString("en"));
    throw new InputError(`The text has ${length} characters; a report may have ${most}. Split it into its reports.`);
  }
  if (!/[^\s\0-\x1F\x7F-\x9F\p{Cf}]/u.test(text)) throw new InputError("The report is empty: it holds no text.");
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? " was" : "s were"}`;
