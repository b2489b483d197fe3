import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { readTimes } from "../src/reading/times.ts";
import { parseText } from "../src/syntax/parse.ts";

/** A text with the times that annotators found in it. */
interface Annotated {
  readonly id: string;
  readonly published: string | null;
  readonly text: string;
  readonly timexes: readonly {
    readonly start: number;
    readonly end: number;
    readonly type: string;
    readonly value: string;
  }[];
}

interface Mention {
  readonly from: number;
  readonly to: number;
  readonly type: string;
  readonly value: string | null;
}

interface Counts {
  documents: number;
  gold: number;
  read: number;
  strict: number;
  relaxed: number;
  valued: number;
  relaxedValued: number;
  typed: number;
}

const USAGE = `node bench/times.ts FILE [--part dev|held-out] [--all-lines] [--errors]
  FILE         texts with TIMEX3 annotations, one JSON object a line, .jsonl or .jsonl.gz
  --part       two thirds or one third of the texts, parted by a hash of the id
  --all-lines  score every line; without it, only the lines that the annotators read (see below)
  --errors     print what was missed, invented or misread

MEANTIME is annotated in the title and the first five sentences only; a time below them is neither right nor wrong.
The last line that holds an annotation in any text of FILE is taken for the end of what was annotated.`;

const hash = (text: string): number => {
  let h = 2166136261;
  for (const byte of Buffer.from(text)) h = Math.imul(h ^ byte, 16777619) >>> 0;
  return h;
};
const SEED = "chancery:";
const isHeldOut = (id: string): boolean => hash(SEED + id) % 3 === 0;

function load(file: string): Annotated[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Annotated);
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length - 1;
const lastLine = (texts: readonly Annotated[]): number =>
  Math.max(...texts.flatMap((t) => t.timexes.map((x) => lineAt(t.text, x.start))));

const goldOf = (text: Annotated): Mention[] =>
  text.timexes.map((x) => ({ from: x.start, to: x.end, type: x.type, value: x.value }));

function readOf(text: Annotated, lines: number): Mention[] {
  const { times } = readTimes(parseText(text.text), text.published);
  return times
    .map((t) => ({ from: t.evidence.from, to: t.evidence.to, type: t.type, value: t.value }))
    .filter((t) => lineAt(text.text, t.from) <= lines);
}

/** Pairs each annotated mention with what was read: the same span, or else one that overlaps, each used once. */
function paired(gold: readonly Mention[], read: readonly Mention[]): [Mention, Mention][] {
  const free = new Set(read);
  const pairs: [Mention, Mention][] = [];
  const take = (g: Mention, r: Mention | undefined): void => {
    if (!r) return;
    free.delete(r);
    pairs.push([g, r]);
  };
  for (const g of gold)
    take(
      g,
      [...free].find((r) => r.from === g.from && r.to === g.to),
    );
  const done = new Set(pairs.map(([g]) => g));
  for (const g of gold)
    if (!done.has(g))
      take(
        g,
        [...free].find((r) => r.from < g.to && g.from < r.to),
      );
  return pairs;
}

const isSame = ([g, r]: readonly [Mention, Mention]): boolean => g.from === r.from && g.to === r.to;
const f1 = (right: number, gold: number, read: number): number => (gold + read === 0 ? 1 : (2 * right) / (gold + read));
const round = (n: number): number => Math.round(n * 1000) / 1000;

function score(texts: readonly Annotated[], lines: number, showErrors: boolean): Counts {
  const counts: Counts = {
    documents: texts.length,
    gold: 0,
    read: 0,
    strict: 0,
    relaxed: 0,
    valued: 0,
    relaxedValued: 0,
    typed: 0,
  };
  for (const text of texts) {
    const gold = goldOf(text);
    const read = readOf(text, lines);
    const pairs = paired(gold, read);
    counts.gold += gold.length;
    counts.read += read.length;
    counts.relaxed += pairs.length;
    counts.strict += pairs.filter(isSame).length;
    counts.valued += pairs.filter((p) => isSame(p) && p[0].value === p[1].value).length;
    counts.relaxedValued += pairs.filter(([g, r]) => g.value === r.value).length;
    counts.typed += pairs.filter(([g, r]) => g.type === r.type).length;
    if (showErrors) printErrors(text, gold, read, pairs);
  }
  return counts;
}

function printErrors(
  { id, published, text }: Annotated,
  gold: readonly Mention[],
  read: readonly Mention[],
  pairs: readonly [Mention, Mention][],
): void {
  const show = ({ from, to, type, value }: Mention): string =>
    `${text.slice(Math.max(0, from - 40), from)}[[${text.slice(from, to)}]]${text.slice(to, to + 30)} ${type} ${value}`.replaceAll(
      "\n",
      "|",
    );
  const lines = [
    ...pairs
      .filter(([g, r]) => !isSame([g, r]))
      .map(([g, r]) => `SPAN     ${show(g)}  read: [[${text.slice(r.from, r.to)}]] ${r.value}`),
    ...pairs
      .filter(([g, r]) => isSame([g, r]) && g.value !== r.value)
      .map(([g, r]) => `VALUE    ${show(g)}  read: ${r.value}`),
    ...gold.filter((g) => !pairs.some(([p]) => p === g)).map((g) => `MISSED   ${show(g)}`),
    ...read.filter((r) => !pairs.some(([, p]) => p === r)).map((r) => `INVENTED ${show(r)}`),
  ];
  if (lines.length > 0) console.log(`## ${id} ${published}\n${lines.join("\n")}`);
}

const figures = (c: Counts) => ({
  documents: c.documents,
  annotated: c.gold,
  read: c.read,
  span_strict_f1: round(f1(c.strict, c.gold, c.read)),
  span_relaxed_f1: round(f1(c.relaxed, c.gold, c.read)),
  span_and_value_f1: round(f1(c.valued, c.gold, c.read)),
  relaxed_and_value_f1: round(f1(c.relaxedValued, c.gold, c.read)),
  type_accuracy: round(c.relaxed === 0 ? 1 : c.typed / c.relaxed),
});

/** Scores the reading of times against texts annotated with TIMEX3. The last line printed is JSON. */
export async function main(args: string[]): Promise<void> {
  const file = args.find((arg, i) => !arg.startsWith("--") && args[i - 1] !== "--part");
  if (!file || args.includes("--help")) {
    console.log(USAGE);
    process.exitCode = file || args.includes("--help") ? 0 : 2;
    return;
  }
  const all = load(file);
  const part = args[args.indexOf("--part") + 1];
  const texts = !args.includes("--part") ? all : all.filter((text) => isHeldOut(text.id) === (part === "held-out"));
  const lines = args.includes("--all-lines") ? Number.POSITIVE_INFINITY : lastLine(all);
  const start = performance.now();
  const result = {
    ...figures(score(texts, lines, args.includes("--errors"))),
    lines_scored: Number.isFinite(lines) ? lines + 1 : "all",
  };
  for (const [name, value] of Object.entries(result)) console.log(`${name.replaceAll("_", " ").padEnd(24)}${value}`);
  console.log(`${"seconds".padEnd(24)}${((performance.now() - start) / 1000).toFixed(1)}`);
  console.log(JSON.stringify({ bench: "times", file, part: args.includes("--part") ? part : "all", ...result }));
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href)
  await main(process.argv.slice(2));
