import type { Range } from "../../record/span.ts";
import { withoutOuterPunctuation } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import type { Quotation } from "../types.ts";

/** The quotations that stand in no other, in order. */
export const outerQuotations = (quotations: readonly Quotation[]): Quotation[] =>
  quotations.filter((q) => q.depth === 0);

/** The quotations that a range touches, found by halving. */
export function quotationsIn(outer: readonly Quotation[], range: Range): Quotation[] {
  let low = 0;
  let high = outer.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (outer[mid]!.to <= range.from) low = mid + 1;
    else high = mid;
  }
  const found: Quotation[] = [];
  for (let i = low; i < outer.length && outer[i]!.from < range.to; i += 1) found.push(outer[i]!);
  return found;
}

/** "direct" where the marks hold all of the content, "mixed" where they hold part, "indirect" without marks. */
export function modeOf(text: string, content: Range, outer: readonly Quotation[]): "direct" | "mixed" | "indirect" {
  const marks = quotationsIn(outer, content);
  if (marks.length === 0) return "indirect";
  const [first] = marks;
  if (marks.length === 1 && first!.from <= content.from && content.to <= first!.to) return "direct";
  const outside = (
    text.slice(content.from, Math.max(content.from, first!.from)) +
    text.slice(first!.to, Math.max(first!.to, content.to))
  ).replace(/[^\p{L}\p{N}]/gu, "");
  return marks.length === 1 && outside === "" ? "direct" : "mixed";
}

/** Drops blanks, commas and a closing full stop that are not inside the words' own quotation marks. */
export function trimContent(text: string, range: Range): Range {
  let { from, to } = range;
  while (from < to && /[\s,:;—–-]/.test(text[from]!)) from += 1;
  while (to > from && /[\s,;:—–-]/.test(text[to - 1]!)) to -= 1;
  if (text[to - 1] === "." && !/\b[A-Z]\.$/.test(text.slice(from, to)) && !/[.!?]\s+\S/.test(text.slice(from, to)))
    to -= 1;
  return { from, to };
}

/** Runs of tokens unbroken by others. Punctuation does not break a run. */
function runs(sentence: Sentence, tokens: readonly Token[]): Token[][] {
  const kept = new Set(tokens.map((t) => t.index));
  const out: Token[][] = [];
  let run: Token[] = [];
  for (const t of tokens) {
    const last = run.at(-1);
    let joined = last !== undefined;
    for (let i = (last?.index ?? 0) + 1; last && i < t.index; i += 1)
      if (!kept.has(i) && sentence.tokens[i]!.upos !== "PUNCT") joined = false;
    if (!joined && run.length > 0) {
      out.push(run);
      run = [];
    }
    run.push(t);
  }
  if (run.length > 0) out.push(run);
  return out;
}

/** The longest unbroken stretch of the tokens, less punctuation at its ends; a cue in the middle splits a sentence so. */
export function longestRange(sentence: Sentence, tokens: readonly Token[]): Range | null {
  let best: Range | null = null;
  for (const run of runs(sentence, tokens)) {
    const inner = withoutOuterPunctuation(run);
    if (inner.length === 0) continue;
    const range = { from: inner[0]!.from, to: inner.at(-1)!.to };
    if (!best || range.to - range.from > best.to - best.from) best = range;
  }
  return best;
}

/** The unbroken stretch of the tokens in which `token` stands, less punctuation at its ends; the longest if it is in none. */
export function rangeWith(sentence: Sentence, tokens: readonly Token[], token: Token): Range | null {
  const run = runs(sentence, tokens).find((r) => r.includes(token));
  return longestRange(sentence, run ?? tokens);
}

/**
 * "He said the road was open, “You may all pass.”": a full sentence in marks behind a full clause is a statement of its own,
 * so the range ends before it.
 */
export function withoutFurtherSpeech(text: string, content: Range, outer: readonly Quotation[]): Range {
  for (const q of quotationsIn(outer, content)) {
    const before = text.slice(content.from, q.from);
    if (q.from <= content.from || !/[,:]\s*$/.test(before) || before.trim().split(/\s+/).length < 5) continue;
    const words = text.slice(q.inner.from, q.inner.to);
    if (
      /^\p{Lu}/u.test(words) &&
      words.split(/\s+/).length > 5 &&
      /[.!?,]\s*["”'’]*$/.test(text.slice(q.inner.from, q.to).trim())
    )
      return { from: content.from, to: q.from };
  }
  return content;
}

/** "said of the merger “We are glad.”": a mere phrase before a full sentence in marks is no part of what is said. */
export function withoutPhraseBefore(text: string, content: Range, outer: readonly Quotation[]): Range {
  const [q, more] = quotationsIn(outer, content);
  if (!q || more || q.from <= content.from || content.to > q.to) return content;
  const before = text.slice(content.from, q.from).trim();
  const words = text.slice(q.inner.from, q.inner.to);
  const isPhrase =
    /^(of|about|in|on|at|to|during|after|regarding|with|via|by)\s/i.test(before) && before.split(/\s+/).length < 12;
  return isPhrase && /^\p{Lu}/u.test(words) && words.split(/\s+/).length > 5 ? q.inner : content;
}

/** Widens a range to the whole of every quotation that it cuts; a range inside one quotation becomes that quotation. */
export function snapToQuotations(text: string, content: Range, outer: readonly Quotation[], cue: Range): Range {
  let { from, to } = content;
  const marks = quotationsIn(outer, content).filter((q) => !(q.from <= cue.from && cue.to <= q.to));
  for (const q of marks) {
    if (q.from < from) from = q.inner.from;
    if (q.to > to) to = q.to;
  }
  if (marks.length === 1) {
    const q = marks[0]!;
    const outside = (text.slice(from, Math.max(from, q.from)) + text.slice(q.to, Math.max(q.to, to))).replace(
      /[^\p{L}\p{N}]/gu,
      "",
    );
    if (outside === "" || /^(that|an?|the)$/i.test(outside)) return q.inner;
  }
  return { from, to };
}
