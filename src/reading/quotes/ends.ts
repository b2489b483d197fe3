import { QUOTATION_WORDS, quotationWords, sentenceEnds, trimEnd } from "./breaks.ts";

/** Where a quotation that nobody closed must end, and why, as the tail of a sentence for a note. */
export interface MendedEnd {
  readonly at: number;
  readonly reason: string;
}

const JOIN = new RegExp(`(?:\\s*[,;]|\\s[–—-]+)?\\s+(?:${quotationWords("join")})\\s+(?=(\\S+))`, "gi");
const SAY = new RegExp(`\\b(?:${quotationWords("say")})\\b`, "i");
const CLAUSE_VERB = /\b(?:has|have|had|is|was|were|are|will|would)\b/;
const COMMA_OR_DASH = /,\s+|\s+[–—-]+\s+/g;
const NAME = /^[\p{Lu}][\p{L}’'-]+/u;
const FIRST_PERSON = /^(?:I|I'm|I’m|I've|I’ve|I'll|I’ll|We|Our|My|You)$/;
/** A verb of saying with its subject on either side, at the start of what follows a comma. */
const ATTRIBUTION = new RegExp(
  `^(?:(?:${quotationWords("say")})\\s+(?:(?:the|a|an|his|her|one)\\s|\\p{Lu})` +
    `|(?:he|she|they|(?:the|a|an|his|her|one)\\s(?:\\p{L}+\\s){1,4}?|(?:[\\p{Lu}][\\p{L}.’'-]+\\s){1,4}?)\\s?(?:(?:has|have|had|also|later)\\s)?(?:${quotationWords("say")})\\b)`,
  "iu",
);

const startsClause = (word: string): boolean =>
  (NAME.test(word) && !FIRST_PERSON.test(word)) || QUOTATION_WORDS.get("subject")!.has(word.toLowerCase());

/**
 * The last place in `[from, to)` at which the reporter takes over again with a coordinated clause of a new subject.
 * One that also says something ("…, and Putin has acknowledged being") goes before one that does not.
 */
function lastClause(text: string, from: number, to: number): number | undefined {
  const gap = text.slice(from, to);
  let saying: number | undefined;
  let other: number | undefined;
  for (const { 0: join, 1: word = "", index } of gap.matchAll(JOIN)) {
    if (!startsClause(word)) continue;
    const clause = gap.slice(index + join.length, index + join.length + 90);
    if (SAY.test(clause)) saying = from + index;
    else if (/[,;–—-]/.test(join) && CLAUSE_VERB.test(clause)) other = from + index;
  }
  return saying ?? other;
}

/** The first place in `[from, to)` at which ", he said" or a clause like it begins. */
function firstAttribution(text: string, from: number, to: number): number | undefined {
  const gap = text.slice(from, to);
  for (const { 0: mark, index } of gap.matchAll(COMMA_OR_DASH)) {
    const after = gap.slice(index + mark.length, index + mark.length + 90);
    if (ATTRIBUTION.test(after)) return from + index;
  }
  return undefined;
}

/**
 * The end of an unclosed quotation whose words go on through `[from, to)`, a stretch without marks.
 * `before` says what stands at `to`: another quotation's mark, or nothing (the paragraph ends).
 * `whole` is true for a quotation that begins its paragraph: no sentence end stops it.
 * Undefined where nothing in the stretch ends it.
 */
export function endWithin(
  text: string,
  from: number,
  to: number,
  before: "mark" | "end",
  whole: boolean,
): MendedEnd | undefined {
  if (before === "mark" && to - from < 8) return undefined;
  const sentence = whole ? undefined : sentenceEnds(text, from, to).next().value;
  if (whole && before === "mark") {
    const last = lastSentence(text, from, to);
    if (last !== undefined) return { at: last, reason: "before a sentence that leads to another quotation" };
  }
  const stop = sentence ?? to;
  if (sentence === undefined && before === "mark") {
    const clause = lastClause(text, from, to);
    if (clause !== undefined) return { at: clause, reason: "where a new clause leads to another quotation" };
    const attribution = firstAttribution(text, from, to);
    return attribution === undefined ? undefined : { at: attribution, reason: "before the words that say who speaks" };
  }
  const attribution = firstAttribution(text, from, stop);
  if (attribution !== undefined) return { at: attribution, reason: "before the words that say who speaks" };
  const clause = lastSaying(text, from, stop);
  if (clause !== undefined) return { at: clause, reason: "where a new clause begins" };
  if (sentence !== undefined) return { at: sentence, reason: "with its sentence" };
  return before === "end" ? { at: trimEnd(text, from, to), reason: "with its paragraph" } : undefined;
}

/** The end of the last but one sentence of `[from, to)` where the last one says something. */
function lastSentence(text: string, from: number, to: number): number | undefined {
  let last: number | undefined;
  for (const end of sentenceEnds(text, from, to)) last = end < to ? end : last;
  return last !== undefined && SAY.test(text.slice(Math.max(last, to - 200), to)) ? last : undefined;
}

/** The last comma before a coordinated clause in which somebody else says something. */
function lastSaying(text: string, from: number, to: number): number | undefined {
  const at = lastClause(text, from, to);
  return at !== undefined && SAY.test(text.slice(at, Math.min(to, at + 90))) && /[,;]/.test(text.slice(at, at + 2))
    ? at
    : undefined;
}
