import { readFileSync } from "node:fs";
import { compare } from "../src/desk/compare.ts";
import { encounters } from "../src/desk/encounters.ts";
import { identities } from "../src/desk/identities.ts";
import { type Node, nodeOf } from "../src/desk/node.ts";
import type { Encounter, Entry, KeptReport } from "../src/desk/types.ts";
import { readReport } from "../src/reading/read.ts";
import { UsageError } from "../src/record/errors.ts";
import { jsonLines } from "./lines.ts";

interface Row {
  readonly id: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly text: string;
  readonly url?: string;
}

/** Where an entry stands: its report and its first evidence. */
export interface Place {
  readonly report: string;
  readonly from: number;
  readonly to: number;
}

/** A judged pair: test/cases/encounters-judged.jsonl. `pool`: joined or near-miss when it was drawn. */
export interface Judged {
  readonly a: Place;
  readonly b: Place;
  readonly same: boolean;
  readonly why: string;
  readonly pool: "joined" | "near";
}

const JUDGED = new URL("../test/cases/encounters-judged.jsonl", import.meta.url);

/** Two entries of different reports, with how they stand to each other. */
export interface Pair {
  readonly a: Entry;
  readonly b: Entry;
  readonly joined: boolean;
  readonly gap: number;
}

const read = (file: string): KeptReport[] =>
  jsonLines<Row>(file).map(({ id, title, published, text, url }) => ({
    id,
    title,
    published,
    publisher: null,
    address: url ?? null,
    record: readReport(text, { published, title }),
  }));

/** All pairs of entries of different reports that are one encounter, or have the same parties and lie at most `days` apart. */
export function pairsOf(found: readonly Encounter[], days: number): Pair[] {
  const home = new Map<Entry, Encounter>();
  for (const e of found) for (const entry of e.entries) home.set(entry, e);
  const nodes = [...home.keys()].map(nodeOf).sort((a, b) => (a.key < b.key ? -1 : 1));
  return nodes.flatMap((a, i) =>
    nodes.slice(i + 1).flatMap((b): Pair[] => {
      if (a.entry.report === b.entry.report) return [];
      const joined = home.get(a.entry) === home.get(b.entry);
      const gap = gapOf(a, b);
      return joined || (alike(a, b) && gap <= days) ? [{ a: a.entry, b: b.entry, joined, gap }] : [];
    }),
  );
}

const gapOf = (a: Node, b: Node): number =>
  a.days && b.days ? Math.max(0, a.days.from - b.days.to, b.days.from - a.days.to) : Number.POSITIVE_INFINITY;

/** The same named parties, or at least two of them; of one named party the unnamed ones too. */
function alike(a: Node, b: Node): boolean {
  const shared = a.firm.filter((p) => b.firm.includes(p)).length;
  return (
    shared >= 2 ||
    (shared === 1 && a.firm.length === 1 && b.firm.length === 1 && a.vague.some((v) => b.vague.includes(v)))
  );
}

/** mulberry32, so that a seed gives one sample everywhere. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` pairs by a seed; of the near-misses those whose days lie closest come first. */
export function sample(pairs: readonly Pair[], count: number, seed: number): Pair[] {
  const next = random(seed);
  const keyed = pairs.map((pair) => ({ pair, key: next() }));
  return keyed
    .sort((x, y) => Number(x.pair.gap > 3) - Number(y.pair.gap > 3) || x.key - y.key)
    .slice(0, count)
    .map(({ pair }) => pair);
}

const placeOf = ({ report, contact }: Entry): Place => ({
  report,
  from: contact.evidence[0]?.from ?? 0,
  to: contact.evidence[0]?.to ?? 0,
});

/** The entry that stands at a place now: on the same words, else on words that overlap. */
function entryAt(byReport: ReadonlyMap<string, readonly Entry[]>, { report, from, to }: Place): Entry | undefined {
  const here = (byReport.get(report) ?? []).map((e) => ({ e, at: placeOf(e) }));
  const exact = here.find(({ at }) => at.from === from && at.to === to);
  return (exact ?? here.find(({ at }) => at.from < to && from < at.to))?.e;
}

interface Tally {
  right: number;
  wrong: number;
  missed: number;
  apart: number;
  lost: number;
}

/** Holds the verdicts against what the rules say now. `lost`: pairs one of whose entries the reader no longer reads. */
export function score(
  found: readonly Encounter[],
  judged: readonly Judged[],
  onError: (j: Judged, says: string) => void,
): Tally {
  const home = new Map<Entry, Encounter>();
  const byReport = new Map<string, Entry[]>();
  for (const e of found) {
    for (const entry of e.entries) {
      home.set(entry, e);
      byReport.set(entry.report, [...(byReport.get(entry.report) ?? []), entry]);
    }
  }
  const tally: Tally = { right: 0, wrong: 0, missed: 0, apart: 0, lost: 0 };
  for (const j of judged) {
    const [a, b] = [entryAt(byReport, j.a), entryAt(byReport, j.b)];
    if (!a || !b) {
      tally.lost += 1;
      continue;
    }
    const joined = home.get(a) === home.get(b);
    tally[joined ? (j.same ? "right" : "wrong") : j.same ? "missed" : "apart"] += 1;
    const { apart, rules } = compare(nodeOf(a), nodeOf(b));
    if (joined !== j.same) onError(j, [apart ?? "too-little", ...rules].join(" "));
  }
  return tally;
}

const share = (n: number, of: number): string => (of === 0 ? "  –  " : (n / of).toFixed(3));

function shown({ contact, published, report }: Entry): string {
  return `${published} ${contact.kind} ${contact.status} ${contact.date} ${contact.place} ${contact.parties.join("+")} | ${contact.evidence[0]?.quote} | ${report}`;
}

/**
 * `bench encounters FILE [--errors] [--draw N --seed S]`: precision and recall of the merging on the pairs that people
 * judged; `--draw` prints N pairs of each pool, to be judged.
 */
export function main(args: string[]): void {
  const files = args.filter((a, i) => !a.startsWith("--") && !/^--(draw|seed|judged)$/.test(args[i - 1] ?? ""));
  const value = (name: string): string | undefined => args[args.indexOf(`--${name}`) + 1 || args.length];
  if (files.length === 0)
    throw new UsageError("usage: bench encounters FILE.jsonl[.gz]... [--errors] [--draw N --seed S] [--judged FILE]");
  const reports = files.flatMap(read);
  const began = performance.now();
  const ids = identities(reports);
  const identified = performance.now();
  const found = encounters(reports, ids);
  const ended = performance.now();
  const entries = found.reduce((n, e) => n + e.entries.length, 0);
  console.log(
    `${reports.length} reports, ${ids.list.length} actors in ${Math.round(identified - began)} ms; ${entries} entries, ${found.length} encounters in ${Math.round(ended - identified)} ms`,
  );
  console.log(
    `${found.filter((e) => e.entries.length > 1).length} encounters of more than one report, ${found.filter((e) => e.contradictions.length > 0).length} with contradictions`,
  );
  const draw = Number(value("draw") ?? 0);
  if (draw > 0) {
    const pairs = pairsOf(found, 30);
    for (const pool of ["joined", "near"] as const)
      for (const { a, b } of sample(
        pairs.filter((p) => p.joined === (pool === "joined")),
        draw,
        Number(value("seed") ?? 1),
      ))
        console.log(JSON.stringify({ pool, a: placeOf(a), b: placeOf(b), shown: [shown(a), shown(b)] }));
    return;
  }
  const judged = readFileSync(value("judged") ?? JUDGED, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Judged);
  const onError = (j: Judged, says: string): void => {
    if (args.includes("--errors"))
      console.log(
        `${j.same ? "missed" : "wrong"} ${says} (${j.why})\n    ${j.a.report} ${j.a.from}\n    ${j.b.report} ${j.b.from}`,
      );
  };
  const t = score(found, judged, onError);
  console.log(
    `pairs judged ${judged.length}: joined rightly ${t.right}, wrongly ${t.wrong}; kept apart rightly ${t.apart}, wrongly ${t.missed}; no longer read ${t.lost}`,
  );
  console.log(`precision ${share(t.right, t.right + t.wrong)}  recall ${share(t.right, t.right + t.missed)}`);
  console.log(
    JSON.stringify({
      bench: "encounters",
      files,
      ...t,
      precision: t.right / (t.right + t.wrong),
      recall: t.right / (t.right + t.missed),
    }),
  );
}

if (import.meta.main) main(process.argv.slice(2));
