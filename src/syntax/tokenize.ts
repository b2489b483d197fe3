import { BEFORE_FIGURES, OTHERS, PREFIXES, SUFFIXES, TITLES, UNITS } from "./abbreviations.ts";

/** A word or mark of a text with its place. */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const LETTER = "\\p{L}\\p{M}\\u00ad\\u200c\\u200d";
const sticky = (source: string, flags = "u"): RegExp => new RegExp(source, `y${flags}`);

// Counts are bounded so that no text makes them run long; a longer run simply gives several pieces.
const SPACE = sticky("[\\s\\u200b\\u2060\\ufeff]+");
const URL = sticky('(?:https?://|ftp://|www\\.)[^\\s<>"“”]{1,2000}', "ui");
const EMAIL = sticky("[\\p{L}\\d_.+\\-]{1,64}@[\\p{L}\\d\\-]{1,64}(?:\\.[\\p{L}\\d\\-]{1,32}){1,4}");
const SITE = sticky(
  "[\\p{L}\\d\\-]{1,40}(?:\\.[\\p{L}\\d\\-]{1,40}){0,2}\\.(?:com|org|net|gov|edu|info|co\\.uk|tv)(?![\\p{L}\\d])",
  "ui",
);
const HANDLE = sticky("[@#][\\p{L}\\d_]{1,64}");
const INITIALS = sticky("(?:\\p{L}\\.){2,8}(?!\\p{L})|(?:\\p{L}\\.){1,8}\\p{L}(?![\\p{L}'’])|Ph\\.D\\.");
const ABBREVIATION = sticky("(\\p{L}{1,7})\\.(?!\\p{L})");
const MONEY = sticky("(?:US|AU|CA|NZ|HK|[ACSRJ])\\$(?=\\s?\\d)");
const DATE_OR_PHONE = sticky(
  "\\d{1,4}([-/.])\\d{1,4}\\1\\d{1,5}(?![\\d\\p{L}])|\\d{1,2}/\\d{1,4}(?![\\d/\\p{L}])|\\(\\d{3}\\) ?\\d{3}-\\d{4}",
);
const TIME = sticky("\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?=(?:[ap]\\.?m\\b)|[^\\d:.]|$)");
const NUMBER = sticky(
  "\\d{1,3}(?:,\\d{3}){1,12}(?:\\.\\d{1,20})?(?!\\d)|\\d{1,30}(?:\\.\\d{1,20}){0,4}|\\.\\d{1,20}(?!\\d)",
);
const ORDINAL = sticky("\\d{1,20}(?:st|nd|rd|th|s|'s|’s)(?![\\p{L}\\d])", "ui");
const DECADE = sticky("['’]\\d0s(?![\\p{L}\\d])");
const UNIT = sticky("(?:[ap]\\.m\\.|\\p{L}{1,8})(?![\\p{L}\\d])");
const ALNUM = sticky(`[${LETTER}\\d]{1,100}`);
const WORD = sticky(`[${LETTER}\\d_]{1,200}(?:(?:['’\\u0060&])(?=[${LETTER}])[${LETTER}]{1,60}){0,3}`);
const RUN = sticky("\\[\\.{3}\\]|\\.{2,200}|…+|([-–—=*_~+#.|<>])\\1{1,200}|[!?]{2,200}|''|``|’’|‘‘");
const PICTURE = sticky("\\p{Extended_Pictographic}\\ufe0f?(?:\\u200d\\p{Extended_Pictographic}\\ufe0f?){0,4}");
const PLAIN = sticky("[A-Za-z]{1,60}(?=[ ,;)\\n])", "");
const ANY = sticky(".\\p{M}{0,8}", "us");

const CLITIC = /^(.+?)(n['’`]t|['’`](?:s|re|ve|ll|d|m))$/iu;
const CONTRACTION = /^(can)(not)$|^(gon|wan)(na)$|^(got)(ta)$|^(gim|lem)(me)$/i;
const HYPHEN = /[-‐‑]/;

/** Splits a text into words and marks in the manner of the English treebanks; spaces belong to none. Linear in time. */
export function tokenize(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const push = (length: number): void => {
    pieces.push({ text: text.slice(at, at + length), from: at, to: at + length });
    at += length;
  };
  while (at < text.length) {
    const space = match(SPACE);
    if (space) at += space.length;
    if (at >= text.length) break;
    const first = text.charCodeAt(at);
    if (isDigit(first) || (first === 46 && isDigit(text.charCodeAt(at + 1)))) {
      for (const part of partsOfFigure(text, at, match)) push(part);
      continue;
    }
    const plain = match(PLAIN);
    if (plain) {
      for (const part of partsOfContraction(plain)) push(part);
      continue;
    }
    const whole = wholeAt(first, match);
    if (whole) {
      push(whole);
      continue;
    }
    const word = match(WORD);
    if (word) {
      for (const part of partsOfWord(text, at, word)) push(part);
      continue;
    }
    const mark = match(RUN) ?? match(DECADE) ?? cliticAlone(text, at) ?? match(PICTURE) ?? match(ANY)!;
    push(mark.length);
  }
  return pieces;
}

type Match = (pattern: RegExp) => string | undefined;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Length of an address, abbreviation or the like that stays whole; 0 if there is none here. */
function wholeAt(first: number, match: Match): number {
  const letter = (first | 32) >= 97 && (first | 32) <= 122;
  if (!letter && first < 128 && first !== 64 && first !== 35) return 0;
  const url = match(URL);
  if (url) return url.replace(/(?:['’]s)?[.,;:!?)\]}'’»]+$/u, "").length;
  const name = match(EMAIL) ?? match(SITE) ?? match(HANDLE) ?? match(MONEY);
  if (name) return name.length;
  const initials = match(INITIALS);
  if (initials) return initials.length;
  const short = match(ABBREVIATION);
  return short && keepsStop(short, match) ? short.length : 0;
}

const NEXT_FIGURE = sticky("\\p{L}{1,7}\\.\\s?\\d");
const NEXT_CAPITAL = sticky("\\p{Lu}\\.[ \\u00a0\\n]?(?:\\p{Lu}|-\\p{Lu})");

/** Whether the stop belongs to the abbreviation: "Gen." always, "No." before a figure, "J." before a capital. */
function keepsStop(short: string, match: Match): boolean {
  const word = short.slice(0, -1).toLowerCase();
  const capital = short[0] !== short[0]!.toLowerCase();
  if (word.length > 2 && short === short.toUpperCase()) return false;
  if (TITLES.has(word)) return capital || word === "vs" || word === "v";
  if (OTHERS.has(word)) return capital || ["etc", "al", "approx", "ca", "cf", "esp", "est"].includes(word);
  if (BEFORE_FIGURES.has(word)) return match(NEXT_FIGURE) !== undefined;
  return word.length === 1 && capital && match(NEXT_CAPITAL) !== undefined;
}

/** Lengths of a figure and of its unit, which is a piece of its own: "1.5bn" is "1.5" and "bn". */
function partsOfFigure(text: string, at: number, match: Match): number[] {
  const whole = match(DATE_OR_PHONE) ?? match(ORDINAL) ?? match(TIME);
  if (whole) return [whole.length];
  const figure = match(NUMBER)!;
  const alnum = match(ALNUM);
  if (!alnum || alnum.length <= figure.length) return [figure.length];
  UNIT.lastIndex = at + figure.length;
  const unit = UNIT.exec(text)?.[0];
  const known = unit && UNITS.has(unit.toLowerCase().replace(/\.$/, ""));
  return known ? [figure.length, unit.length] : [alnum.length];
}

/** Lengths of the parts of a word: clitics cut off, hyphenated affixes kept on. */
function partsOfWord(text: string, at: number, word: string): number[] {
  const joined = text[at + word.length];
  if (joined && HYPHEN.test(joined)) {
    const rest = hyphenRest(text, at + word.length + 1);
    if (rest && (isPrefix(word) || SUFFIXES.has(rest.toLowerCase()))) {
      return partsOfWord("", 0, `${word}${joined}${rest}`);
    }
  }
  const clitic = CLITIC.exec(word);
  if (clitic) return [...partsOfContraction(clitic[1]!), clitic[2]!.length];
  return partsOfContraction(word);
}

/** "Anti-", "e-", but not "UN-led". */
const isPrefix = (word: string): boolean =>
  PREFIXES.has(word.toLowerCase()) && (word.length === 1 || word !== word.toUpperCase());

function hyphenRest(text: string, at: number): string | undefined {
  WORD.lastIndex = at;
  const rest = WORD.exec(text)?.[0];
  return rest && /^\p{L}/u.test(rest) ? rest : undefined;
}

function partsOfContraction(word: string): number[] {
  const parts = word.length < 9 ? CONTRACTION.exec(word)?.slice(1).filter(Boolean) : undefined;
  return parts ? parts.map((p) => p.length) : [word.length];
}

const ALONE = sticky("['’](?:s|re|ve|ll|d|m)(?![\\p{L}\\d])", "ui");

/** "'s" behind something that is no word, as in `"Hamlet"'s`. */
function cliticAlone(text: string, at: number): string | undefined {
  if (at === 0 || /\s/.test(text[at - 1]!)) return undefined;
  ALONE.lastIndex = at;
  return ALONE.exec(text)?.[0];
}
