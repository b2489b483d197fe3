import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { readReport } from "../src/reading/read.ts";
import { UsageError } from "../src/record/errors.ts";
import type { Record } from "../src/record/schema.ts";

/** The scorer's figures: the means over the five kinds, and each kind's own. */
export interface GoldFigures {
  readonly documents: number;
  readonly strict: number;
  readonly soft: number;
  readonly types: { readonly [kind: string]: { readonly strict: number; readonly soft: number } };
}

/** Reads every NAME.txt that has a NAME.gold.json in a folder, with the publication date of the gold file. */
export function readFolder(folder: string): Map<string, Record> {
  const records = new Map<string, Record>();
  for (const file of readdirSync(folder)
    .filter((f) => f.endsWith(".gold.json"))
    .sort()) {
    const name = basename(file, ".gold.json");
    const { published = null } = JSON.parse(readFileSync(join(folder, file), "utf8")) as { published?: string };
    records.set(name, readReport(readFileSync(join(folder, `${name}.txt`), "utf8"), { published }));
  }
  return records;
}

const score = (scorer: string, folder: string, out: string, ...more: string[]): string =>
  execFileSync(process.execPath, [scorer, folder, out, ...more], { encoding: "utf8", maxBuffer: 1 << 28 });

function readInto(folder: string, out: string): void {
  mkdirSync(out, { recursive: true });
  for (const [name, record] of readFolder(folder))
    writeFileSync(join(out, `${name}.json`), JSON.stringify(record, null, 1));
}

/** Reads a gold folder and gives the scorer's figures. */
export function scoreFolder(folder: string, scorer: string): GoldFigures {
  const out = mkdtempSync(join(tmpdir(), "chancery-gold-"));
  try {
    readInto(folder, out);
    return JSON.parse(score(scorer, folder, out, "--json")) as GoldFigures;
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** A folder with only (or without) the reports whose names a file lists, one a line. */
function selection(folder: string, list: string, keep: boolean): string {
  const names = new Set(readFileSync(list, "utf8").split(/\s+/).filter(Boolean));
  const out = mkdtempSync(join(tmpdir(), "chancery-selection-"));
  for (const file of readdirSync(folder).filter((f) => /\.(txt|gold\.json)$/.test(f)))
    if (names.has(file.replace(/\.(txt|gold\.json)$/, "")) === keep) copyFileSync(join(folder, file), join(out, file));
  return out;
}

/**
 * `bench gold DIR [--only LIST | --without LIST] [--scorer FILE] [--misses] [--keep DIR]`: reads the reports of a
 * gold folder, or those of it whose names a file lists, and runs the scorer on what was read. The scorer is ../shared/gold/score.mjs unless told.
 */
export function main(args: string[]): void {
  const values = ["--scorer", "--keep", "--only", "--without"];
  const [whole] = args.filter((a, i) => !a.startsWith("--") && !values.includes(args[i - 1] ?? ""));
  if (!whole)
    throw new UsageError(
      "usage: bench gold DIR [--only LIST] [--without LIST] [--scorer FILE] [--misses] [--keep DIR]",
    );
  const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const [only, without] = [option("--only"), option("--without")];
  const folder = only ? selection(whole, only, true) : without ? selection(whole, without, false) : whole;
  const scorer = option("--scorer") ?? new URL("../../shared/gold/score.mjs", import.meta.url).pathname;
  const kept = option("--keep");
  const out = kept ?? mkdtempSync(join(tmpdir(), "chancery-gold-"));
  readInto(folder, out);
  console.log(score(scorer, folder, out, ...(args.includes("--misses") ? ["--misses"] : [])).trimEnd());
  console.log(JSON.stringify({ bench: "gold", folder: whole, ...JSON.parse(score(scorer, folder, out, "--json")) }));
  if (!kept) rmSync(out, { recursive: true });
  if (folder !== whole) rmSync(folder, { recursive: true });
}

if (import.meta.main) main(process.argv.slice(2));
