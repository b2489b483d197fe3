import type { Range } from "../../record/span.ts";
import { childrenBy, rangeOf, subtreeOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import type { Quotation } from "../types.ts";
import { quotationsIn, trimContent } from "./content.ts";
import type { Desk, StatementDraft } from "./types.ts";

const wordCount = (text: string, range: Range): number => text.slice(range.from, range.to).trim().split(/\s+/).length;

/** The longest of some quotations. */
export const longestOf = (quotations: readonly Quotation[]): Quotation =>
  quotations.reduce((a, q) => (q.to - q.from > a.to - a.from ? q : a));

/** Whether a token stands inside marks that hold more than three words: there a cue is part of what is said. */
export const insideQuotation = ({ scene, outer }: Desk, token: Token): boolean =>
  quotationsIn(outer, token).some((q) => q.from < token.from && token.to <= q.to && wordCount(scene.text, q.inner) > 3);

/** What may stand between a cue with its subject and the marks behind it: a few words without a clause of their own. */
const mayStandBetween = (s: string): boolean =>
  /^[\s,:;—–-]*(that|however|then|also|too)?[\s,:;—–-]*$/i.test(s) ||
  (/[,:]\s*$/.test(s) && s.length < 120 && !/[.!?]\s/.test(s));

/** Quotations that stand right before and right behind the cue with its subject, and that no other cue has taken. */
export function adjacentQuotations(
  { scene, outer, consumed }: Desk,
  sentence: Sentence,
  verb: Token,
  cueWords: Range,
): Quotation[] {
  const { text } = scene;
  const subjects = childrenBy(sentence, verb, "nsubj").filter((t) => Math.abs(t.index - verb.index) < 40);
  const group = [
    verb,
    ...subjects.flatMap((t) => subtreeOf(sentence, t, (x) => quotationsIn(outer, x).some((q) => q.from <= x.from))),
  ].filter((t) => Math.abs(t.index - verb.index) < 40);
  const { from, to } = rangeOf(group);
  const free = (q: Quotation | undefined): q is Quotation =>
    q !== undefined && !consumed.has(q) && wordCount(text, q.inner) > 1;
  const [before] = quotationsIn(outer, { from: Math.max(0, from - 24), to: from }).slice(-1);
  const after = quotationsIn(outer, { from: to - 1, to: sentence.to }).find((q) => q.from >= to - 1);
  const found: Quotation[] = [];
  const gap = before ? text.slice(before.to, Math.max(before.to, Math.min(from, cueWords.from))) : "";
  if (
    free(before) &&
    before.to > sentence.from &&
    before.to <= from + 1 &&
    /^[\s,"”'’]*(and|but|then|later|also|again)?[\s,]*$/i.test(gap) &&
    !/\n/.test(gap)
  )
    found.push(before);
  const behind = after ? text.slice(to, after.from) : "";
  const clauseBetween =
    after !== undefined &&
    sentence.tokens.some((t) => t.from >= to && t.to <= after.from && t.upos === "VERB" && t.xpos !== "VBN");
  if (
    free(after) &&
    !clauseBetween &&
    (mayStandBetween(behind) ||
      (isFullSentence(text, after) && behind.trim().split(/\s+/).length <= 4 && !/[.!?]\s/.test(behind)))
  )
    found.push(after);
  return found;
}

/** A quotation that opens with a capital and holds more than a name. */
const isFullSentence = (text: string, q: Quotation): boolean =>
  /^\p{Lu}/u.test(text.slice(q.inner.from)) && wordCount(text, q.inner) > 4;

/** How many statements back a quotation may look for its speaker. */
const REACH = 6;

const endsLikeSpeech = (text: string, q: Quotation): boolean =>
  /[.!?,]\s*["”'’]*$/.test(text.slice(q.inner.from, q.to).trim());

/**
 * Adds the quotations that no cue took: they go on from the one before, or stand under the last speaker of their
 * paragraph. Takes the statements in the order of their contents and gives them so.
 */
export function readLeftQuotations({ scene, outer, consumed, found, lineOf }: Desk): StatementDraft[] {
  const { text } = scene;
  const all: StatementDraft[] = [];
  let next = 0;
  for (const q of outer) {
    while (next < found.length && found[next]!.content.from < q.from) all.push(found[next++]!);
    if (consumed.has(q) || wordCount(text, q.inner) < 5 || !endsLikeSpeech(text, q)) continue;
    const line = lineOf(q.from);
    const fits = (s: StatementDraft): boolean =>
      s.content.to <= q.from &&
      (s.line === line || (s.line === line - 1 && s.quoted) || isRun(text, s.content.to, q.from));
    const back = all.slice(-REACH).reverse().findIndex(fits);
    if (back < 0) continue;
    const at = all.length - 1 - back;
    const last = all[at]!;
    const between = text.slice(last.content.to, q.from);
    if (last.quoted && between.length < 160) {
      if (q.inner.to - q.inner.from > last.content.to - last.content.from)
        all[at] = { ...last, content: q.inner, line };
    } else if (between.length < 60)
      all.push({
        ...last,
        content: trimContent(text, q.inner),
        line,
        verb: -1,
        rule: "quotation-under-last-cue",
        quoted: true,
      });
  }
  return [...all, ...found.slice(next)];
}

/** Marks opened anew in the next paragraph: only blanks and marks stand between. */
const isRun = (text: string, from: number, to: number): boolean =>
  to - from < 12 && /^[\s"”'’“.]*$/.test(text.slice(from, to));
