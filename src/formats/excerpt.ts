import type { Evidence } from "../record/schema.ts";

/** A stretch of the report's own words; `marked` where an entry rests on them. */
export interface Words {
  readonly text: string;
  readonly marked: boolean;
}

/** A piece of the report with the words that an entry rests on, and the number of its line, from 1. */
export interface Excerpt {
  readonly line: number;
  readonly words: readonly Words[];
}

/** Characters shown before, after and between marked words, and the most of one marked stretch. */
const CONTEXT = 90;
const LONGEST = 700;
const MOST_EXCERPTS = 4;

/** Finds lines by offset in logarithmic time. */
export class Lines {
  readonly #starts: number[] = [0];
  readonly text: string;

  constructor(text: string) {
    this.text = text;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
  }

  /** The number of the line at an offset, from 0. */
  at(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Offsets of a line without its line end. */
  bounds(line: number): { readonly from: number; readonly to: number } {
    return { from: this.#starts[line]!, to: (this.#starts[line + 1] ?? this.text.length + 1) - 1 };
  }
}

/** The report's words around evidence: one excerpt for each sentence or line, in order, four at most. */
export function excerptsOf(lines: Lines, evidence: readonly Evidence[]): Excerpt[] {
  const spans = merged(evidence.filter((span) => span.from < span.to && span.to <= lines.text.length));
  const groups: { from: number; to: number; line: number; spans: Span[] }[] = [];
  for (const span of spans) {
    const line = lines.at(span.from);
    const around = sentenceAround(lines, span, line);
    const last = groups.at(-1);
    if (last && last.line === line && around.from <= last.to) {
      last.to = Math.max(last.to, around.to);
      last.spans.push(span);
    } else groups.push({ ...around, line, spans: [span] });
  }
  return groups.slice(0, MOST_EXCERPTS).map((group) => ({ line: group.line + 1, words: wordsOf(lines, group) }));
}

/** The words of a sentence before and after a stretch of it, each cut to what an eye takes in. */
export function aroundIn(lines: Lines, span: Span): { readonly before: string; readonly after: string } {
  const bounds = lines.bounds(lines.at(span.from));
  const { from, to } = sentenceAround(lines, span, lines.at(span.from));
  const cut = {
    before: from > bounds.from && !startsSentence(lines.text, from),
    after: to < bounds.to && !endsSentence(lines.text, to),
  };
  return {
    before: lead(lines.text.slice(from, span.from), cut.before),
    after: trail(lines.text.slice(span.to, to), cut.after),
  };
}

/** Evidence alone, without the words around it. */
export function quoteOf(lines: Lines, evidence: Evidence): Excerpt {
  return { line: lines.at(evidence.from) + 1, words: [{ text: shortened(evidence.quote), marked: false }] };
}

type Span = { readonly from: number; readonly to: number };

function merged(evidence: readonly Evidence[]): Span[] {
  const spans: Span[] = [];
  for (const { from, to } of [...evidence].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = spans.at(-1);
    if (last && from <= last.to) spans[spans.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else spans.push({ from, to });
  }
  return spans;
}

const SENTENCE_END = /[.!?]["”’)\]]*\s+(?=["“‘([]?\p{Lu})/gu;
/** What ends in a full stop without ending a sentence. */
const ABBREVIATION = /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sen|Rep|Gov|Sgt|St|No|vs|U\.S|U\.N|U\.K|\p{Lu})\.$/u;

function sentenceAround(lines: Lines, span: Span, line: number): Span {
  const { from, to } = lines.bounds(line);
  const start = Math.max(from, span.from - CONTEXT * 4);
  const before = lines.text.slice(start, span.from);
  let left = start;
  for (const end of before.matchAll(SENTENCE_END)) {
    if (!ABBREVIATION.test(before.slice(0, end.index + 1))) left = start + end.index + end[0].length;
  }
  const limit = Math.max(span.to, Math.min(to, span.to + CONTEXT * 4));
  const after = lines.text.slice(span.to, limit);
  for (const end of after.matchAll(SENTENCE_END)) {
    if (!ABBREVIATION.test(after.slice(0, end.index + 1)))
      return { from: left, to: span.to + end.index + end[0].trimEnd().length };
  }
  return { from: left, to: limit };
}

function wordsOf(lines: Lines, group: Span & { readonly spans: readonly Span[]; readonly line: number }): Words[] {
  const { text } = lines;
  const bounds = lines.bounds(group.line);
  const words: Words[] = [];
  const plain = (value: string): void => {
    if (value !== "") words.push({ text: value, marked: false });
  };
  let at = group.from;
  group.spans.forEach((span, i) => {
    const between = text.slice(at, span.from);
    plain(i === 0 ? lead(between, group.from > bounds.from && !startsSentence(text, group.from)) : gap(between));
    words.push({ text: shortened(text.slice(span.from, span.to)), marked: true });
    at = span.to;
  });
  plain(trail(text.slice(at, group.to), group.to < bounds.to && !endsSentence(text, group.to)));
  return words;
}

const startsSentence = (text: string, at: number): boolean =>
  /[.!?]["”’)\]]*\s+$/.test(text.slice(Math.max(0, at - 8), at));
const endsSentence = (text: string, at: number): boolean => /[.!?]["”’)\]]*$/.test(text.slice(Math.max(0, at - 4), at));

/** Words before the first marked ones: their end. */
function lead(text: string, cut: boolean): string {
  if (text.length <= CONTEXT) return cut ? `…${text}` : text;
  return `…${end(text, CONTEXT)}`;
}

/** Words after the last marked ones: their beginning. */
function trail(text: string, cut: boolean): string {
  if (text.length <= CONTEXT) return cut ? `${text}…` : text;
  return `${begin(text, CONTEXT)}…`;
}

function gap(text: string): string {
  if (text.length <= 2 * CONTEXT) return text;
  return `${begin(text, CONTEXT)}… …${end(text, CONTEXT)}`;
}

const shortened = (text: string): string => (text.length <= LONGEST ? text : `${begin(text, LONGEST)}…`);

/** At most `most` characters from the beginning, up to the end of a word where one ends. */
function begin(text: string, most: number): string {
  const kept = text.slice(0, most).toWellFormed();
  const space = kept.search(/\s\S*$/);
  return space > 0 ? kept.slice(0, space) : kept;
}

/** At most `most` characters from the end, from the beginning of a word where one begins. */
function end(text: string, most: number): string {
  const kept = text.slice(-most).toWellFormed();
  const space = kept.search(/\s/);
  return space >= 0 ? kept.slice(space).trimStart() : kept;
}
