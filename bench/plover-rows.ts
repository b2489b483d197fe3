import { readFileSync } from "node:fs";
import { featuresOf } from "../src/reading/plover/features.ts";
import { LABELS, type Label } from "../src/reading/plover/model.ts";
import { type Pair, pairOf } from "../src/reading/plover/pair.ts";
import type { Range } from "../src/record/span.ts";
import { parseText } from "../src/syntax/parse.ts";
import { makeSentence } from "../src/syntax/sentence.ts";
import type { Sentence, Syntax } from "../src/syntax/types.ts";
import type { Lesson } from "../train/plover-train.ts";

/** One row of a PLOVER file; `type` is missing where it is to be answered only. */
export interface PloverRow {
  readonly id: string;
  readonly sentence: string;
  readonly marked?: string;
  readonly source: string;
  readonly target: string;
  readonly type?: string;
}

/** The rows of a file with one JSON object a line. */
export const readRows = (file: string): PloverRow[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as PloverRow);

/** Where source and target stand in the row's sentence; undefined where the sentence does not name them. */
export function rangesOf(row: PloverRow): { source: Range | undefined; target: Range | undefined } {
  const marked = row.marked ? markedRanges(row.marked) : {};
  const source = marked.s ?? find(row.sentence, row.source);
  const target = marked.t ?? find(row.sentence, row.target, source);
  return { source, target };
}

/** The ranges between `<s>`, `</s>` and `<t>`, `</t>` in the text without these marks. */
function markedRanges(marked: string): { s?: Range; t?: Range } {
  const ranges: { s?: Range; t?: Range } = {};
  const open: { s?: number; t?: number } = {};
  let plain = 0;
  let last = 0;
  for (const mark of marked.matchAll(/<(\/?)([st])>/g)) {
    plain += mark.index - last;
    last = mark.index + mark[0].length;
    const who = mark[2] as "s" | "t";
    const from = open[who];
    if (!mark[1]) open[who] = plain;
    else if (from !== undefined) ranges[who] = { from, to: plain };
  }
  return ranges;
}

function find(text: string, part: string, apartFrom?: Range): Range | undefined {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const range = { from: at, to: at + part.length };
    if (!apartFrom || range.to <= apartFrom.from || apartFrom.to <= range.from) return range;
  }
  return undefined;
}

/** The sentences of a row as one, the later ones hanging on the first: source and target may stand in different ones. */
export function joined(syntax: Syntax): Sentence {
  const [first, ...rest] = syntax.sentences;
  if (rest.length === 0) return first!;
  const root = first!.tokens.find((t) => t.head < 0)?.index ?? 0;
  const tokens = [...first!.tokens];
  for (const sentence of rest) {
    const shift = tokens.length;
    for (const t of sentence.tokens) {
      const hung = t.head < 0 ? { head: root, deprel: "parataxis" } : { head: t.head + shift };
      tokens.push({ ...t, index: t.index + shift, ...hung });
    }
  }
  return makeSentence(0, first!.line, tokens);
}

/** Source and target of a row laid over its parsed sentence. */
export function pairOfRow(row: PloverRow): Pair {
  const { source, target } = rangesOf(row);
  return pairOf(joined(parseText(row.sentence)), source, target);
}

/** Whether the row has one of the labels that the model knows. */
export const isLabelled = (row: PloverRow): row is PloverRow & { type: Label } => LABELS.includes(row.type as Label);

/** The rows as lessons for the trainer. */
export const lessonsOf = (rows: readonly (PloverRow & { type: Label })[]): Lesson[] =>
  rows.map((row) => ({ bag: featuresOf(pairOfRow(row)), label: row.type }));
