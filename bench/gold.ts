import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { readReport } from "../src/reading/read.ts";
import { UsageError } from "../src/record/errors.ts";

/** Reads every NAME.txt that has a NAME.gold.json in a folder, with the publication date of the gold file. */
export function readFolder(folder: string): Map<string, ReturnType<typeof readReport>> {
  const records = new Map<string, ReturnType<typeof readReport>>();
  for (const file of readdirSync(folder)
    .filter((f) => f.endsWith(".gold.json"))
    .sort()) {
    const name = basename(file, ".gold.json");
    const gold = JSON.parse(readFileSync(join(folder, file), "utf8")) as { published?: string };
    records.set(
      name,
      readReport(readFileSync(join(folder, `${name}.txt`), "utf8"), { published: gold.published ?? null }),
    );
  }
  return records;
}

/**
 * `bench gold DIR [--scorer FILE] [--misses] [--keep DIR]`: reads the reports of a gold folder and runs the project's
 * scorer on what was read. The scorer is DIR/../score.mjs or DIR/../../gold/score.mjs unless told.
 */
export async function main(args: string[]): Promise<void> {
  const [folder] = args.filter((a, i) => !a.startsWith("--") && !["--scorer", "--keep"].includes(args[i - 1] ?? ""));
  if (!folder) throw new UsageError("usage: bench gold DIR [--scorer score.mjs] [--misses] [--keep DIR]");
  const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const scorer = option("--scorer") ?? "../shared/gold/score.mjs";
  const out = option("--keep") ?? mkdtempSync(join(tmpdir(), "chancery-gold-"));
  mkdirSync(out, { recursive: true });
  for (const [name, record] of readFolder(folder))
    writeFileSync(join(out, `${name}.json`), JSON.stringify(record, null, 1));
  const run = (...more: string[]): string =>
    execFileSync(process.execPath, [scorer, folder, out, ...more], { encoding: "utf8", maxBuffer: 1 << 28 });
  console.log(run(...(args.includes("--misses") ? ["--misses"] : [])).trimEnd());
  console.log(JSON.stringify({ bench: "gold", folder, ...JSON.parse(run("--json")) }));
  if (!option("--keep")) rmSync(out, { recursive: true });
}

if (import.meta.main) await main(process.argv.slice(2));
