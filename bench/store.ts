import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { ask, deskOf } from "../src/desk/desk.ts";
import { ActorError } from "../src/desk/questions/index.ts";
import { addReports, type Source } from "../src/intake/adding.ts";
import { UsageError } from "../src/record/errors.ts";
import { loadReport } from "../src/source/load.ts";
import { type Item, openStore, type Store, type StoreInfo } from "../src/store/index.ts";
import { type Density, generate } from "./generate.ts";
import { jsonLines } from "./lines.ts";
import { type Asked, drawing } from "./store-asked.ts";
import { views } from "./store-views.ts";

const USAGE =
  "usage: bench store [--reports FILE.jsonl[.gz]] [--gold DIR]... [--times N] [--sets 40] [--seed 1] [--filled FILE.sqlite [--add]] [--keep FILE.sqlite]";
const MB = 1024 * 1024;

/** Figures of one question, in milliseconds. */
interface Timed {
  readonly name: string;
  readonly sets: number;
  /** Sets whose actor nobody is called so, or several are. */
  readonly unnamed: number;
  readonly p50: number;
  readonly p99: number;
  /** By processor time, which a busy machine lengthens less. */
  readonly cpu50: number;
  readonly cpu99: number;
  /** The same sets once more, by processor time. */
  readonly again50: number;
  readonly again99: number;
}

/**
 * `bench store`: fills a fresh SQLite store with reports, asks it every question with arguments drawn from its own
 * actors, then fills it up with generated reports to N in all and asks again.
 */
export async function main(args: string[]): Promise<void> {
  const options = parse(args);
  const folder = mkdtempSync(join(tmpdir(), "chancery-bench-"));
  // A store that is only asked is asked where it lies: at most what the desk derives is added to it.
  const asIs = options.filled !== undefined && options.times === 0;
  const file = asIs ? options.filled! : (options.keep ?? join(folder, "store.sqlite"));
  if (!asIs && existsSync(file))
    throw new UsageError(`${file} is there already; name a new one with --keep, or ask it with --filled.`);
  try {
    const figures: object[] = [];
    if (options.filled && !asIs) await copyFile(options.filled, file);
    if (!options.filled) figures.push(await fill(file, options.reports, options.gold));
    figures.push(await question("as filled", file, options));
    if (options.times > 0) {
      figures.push(await multiply(file, options.times, options.seed));
      figures.push(await question(`with ${options.times} reports`, file, options));
    }
    console.log(JSON.stringify({ bench: "store", figures }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Options {
  readonly reports: string | undefined;
  readonly gold: readonly string[];
  readonly times: number;
  readonly sets: number;
  readonly seed: number;
  readonly filled: string | undefined;
  /** Where the store is to stay; without it, it is thrown away at the end. */
  readonly keep: string | undefined;
  /** Whether a generated report is added to the store at the end, and the views asked again. */
  readonly add: boolean;
}

function parse(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      reports: { type: "string" },
      gold: { type: "string", multiple: true, default: [] },
      times: { type: "string", default: "0" },
      sets: { type: "string", default: "40" },
      seed: { type: "string", default: "1" },
      filled: { type: "string" },
      keep: { type: "string" },
      add: { type: "boolean", default: false },
    },
  });
  const [times, sets, seed] = [values.times, values.sets, values.seed].map(Number) as [number, number, number];
  if (positionals.length > 0 || ![times, sets, seed].every(Number.isInteger) || sets < 1) throw new UsageError(USAGE);
  if (!values.reports && values.gold.length === 0 && !values.filled) throw new UsageError(USAGE);
  const { reports, gold, filled, keep, add } = values;
  return { reports, gold, times, sets, seed, filled, keep, add };
}

async function fill(file: string, reports: string | undefined, gold: readonly string[]): Promise<object> {
  const store = await openStore(file);
  const start = performance.now();
  const cpu = process.cpuUsage();
  let [kept, failed] = [0, 0];
  await addReports(
    store,
    sourcesOf(reports, gold),
    { workers: availableParallelism(), maxRow: 64 * MB },
    async (one) => {
      if ("error" in one) failed += 1;
      else kept += Number(one.kept.new);
    },
  );
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const info = await store.info();
  await store.close();
  const figures = {
    step: "fill",
    reports: kept,
    failed,
    seconds,
    processorSeconds: (user + system) / 1e6,
    perSecond: kept / seconds,
    fileMB: statSync(file).size / MB,
    entries: info.entries,
    peakMB: process.resourceUsage().maxRSS / 1024,
  };
  console.log(
    `read and kept ${kept} reports in ${seconds.toFixed(1)} s (${figures.processorSeconds.toFixed(1)} s of processor time): ${figures.perSecond.toFixed(1)} a second; ${failed} failed`,
  );
  console.log(`file ${figures.fileMB.toFixed(1)} MB, peak memory ${figures.peakMB.toFixed(0)} MB`);
  return figures;
}

async function* sourcesOf(reports: string | undefined, gold: readonly string[]): AsyncGenerator<Source> {
  for (const [i, row] of (reports ? jsonLines<object>(reports) : []).entries()) {
    const bytes = new Uint8Array(Buffer.from(JSON.stringify(row)));
    yield { name: `row ${i + 1}`, size: bytes.length, line: { number: i + 1, size: bytes.length, bytes } };
  }
  for (const folder of gold) {
    for (const name of readdirSync(folder).filter((one) => one.endsWith(".txt"))) {
      const beside = join(folder, `${basename(name, ".txt")}.gold.json`);
      const { published } = JSON.parse(readFileSync(beside, "utf8")) as { published: string | null };
      yield { name, size: 1, load: () => loadReport(join(folder, name), published ? { published } : {}) };
    }
  }
}

const BATCH = 2000;

/** Fills a store up with generated reports, as dense in entries as those that it has, through its own `keepAll`. */
async function multiply(file: string, times: number, seed: number): Promise<object> {
  const store = await openStore(file);
  const before = await store.info();
  const density = densityOf(before);
  const start = performance.now();
  let batch: Parameters<Store["keepAll"]>[0][number][] = [];
  for (const item of generate({ seed, reports: times - before.reports, density, until: "2025-12-31" })) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    await store.keepAll(batch);
    batch = [];
  }
  await store.keepAll(batch);
  const seconds = (performance.now() - start) / 1000;
  const { reports, entries } = await store.info();
  await store.close();
  const figures = {
    step: "multiply",
    reports,
    entries,
    seconds,
    perSecond: (reports - before.reports) / seconds,
    fileMB: statSync(file).size / MB,
  };
  const total = Object.values(entries).reduce((sum, n) => sum + n, 0);
  console.log(
    `\ngenerated and kept ${reports - before.reports} reports in ${seconds.toFixed(1)} s: ${figures.perSecond.toFixed(0)} a second; ${reports} reports, ${total} entries, file ${figures.fileMB.toFixed(0)} MB`,
  );
  return figures;
}

function densityOf({ entries, reports }: StoreInfo): Density {
  const of = (type: keyof typeof entries): number => entries[type] / reports;
  return { contacts: of("contact"), statements: of("statement"), events: of("event"), sums: of("sum") };
}

/** A report that a store does not have yet. */
async function oneMore(store: Store): Promise<Item> {
  const info = await store.info();
  const [item] = generate({ seed: info.reports, reports: 1, density: densityOf(info), until: "2025-12-31" });
  return item!;
}

async function question(label: string, file: string, { sets, seed, add }: Options): Promise<object> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const [start, cpuBefore] = [performance.now(), process.cpuUsage()];
  const first = await openStore(file, { readOnly: true });
  await deskOf(first);
  const [opened, used] = [performance.now() - start, process.cpuUsage(cpuBefore)];
  await first.close();
  const [again, cpuAgain] = [performance.now(), process.cpuUsage()];
  const store = await openStore(file, { readOnly: !add });
  await deskOf(store);
  const [reopened, usedAgain] = [performance.now() - again, process.cpuUsage(cpuAgain)];
  const [openCpu, reopenCpu] = [used, usedAgain].map(({ user, system }) => (user + system) / 1000) as [number, number];
  const took = (ms: number, cpu: number): string =>
    `${(ms / 1000).toFixed(2)} s (${(cpu / 1000).toFixed(2)} s of processor time)`;
  console.log(`\n${label}: desk opened in ${took(opened, openCpu)}, and once more in ${took(reopened, reopenCpu)}`);
  const draw = await drawing(store, seed);
  const results: Timed[] = [];
  for (const [name, make] of Object.entries(draw)) {
    const asked = Array.from({ length: sets }, make);
    await timed(store, make());
    const first: Took[] = [];
    for (const one of asked) first.push(await timed(store, one));
    const again: number[] = [];
    for (const one of asked) again.push((await timed(store, one)).cpu);
    const [times, cpu] = [first.map(({ ms }) => ms), first.map((one) => one.cpu)];
    const result = {
      name,
      sets,
      unnamed: first.filter(({ named }) => !named).length,
      p50: quantile(times, 0.5),
      p99: quantile(times, 0.99),
      cpu50: quantile(cpu, 0.5),
      cpu99: quantile(cpu, 0.99),
      again50: quantile(again, 0.5),
      again99: quantile(again, 0.99),
    };
    results.push(result);
  }
  const memory = process.memoryUsage();
  const seen = await views(store, add ? await oneMore(store) : undefined);
  await store.close();
  console.log(`memory ${mb(memory.rss)} MB, of it heap ${mb(memory.heapUsed)} MB (before ${mb(before)} MB)`);
  console.log("                            by the clock, ms    processor time, ms     the same again");
  console.log("question     sets  unnamed      p50       p99       p50       p99       p50       p99");
  for (const { name, unnamed, p50, p99, cpu50, cpu99, again50, again99 } of results)
    console.log(
      `${name.padEnd(12)} ${String(sets).padStart(4)} ${String(unnamed).padStart(8)} ${[p50, p99, cpu50, cpu99, again50, again99].map((value) => value.toFixed(1).padStart(9)).join(" ")}`,
    );
  console.log(
    `\nview                                              first ms   again ms   (processor time: first, again)${add ? "   after a report was added: ms, processor time" : ""}`,
  );
  for (const { path, status, first, again, cpu, cpuAgain, added, cpuAdded } of seen)
    console.log(
      `${path.padEnd(48)} ${[first, again, cpu, cpuAgain, added, cpuAdded].map((value) => (value?.toFixed(0) ?? "").padStart(9)).join("")}${status === 200 ? "" : `  ${status}`}`,
    );
  return {
    step: "questions",
    label,
    views: seen,
    openMs: opened,
    openProcessorMs: openCpu,
    reopenMs: reopened,
    reopenProcessorMs: reopenCpu,
    rssMB: memory.rss / MB,
    heapMB: memory.heapUsed / MB,
    questions: results,
  };
}

const mb = (bytes: number): string => (bytes / MB).toFixed(0);

/** The value below which that share of the values lies, by nearest rank. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** Milliseconds by the clock and of processor time, and whether it was clear who was meant. */
interface Took {
  readonly ms: number;
  readonly cpu: number;
  readonly named: boolean;
}

async function timed(store: Store, [asked, input]: Asked): Promise<Took> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  let named = true;
  try {
    await ask(store, asked, input as never);
  } catch (error) {
    if (!(error instanceof ActorError)) throw error;
    named = false;
  }
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - start, cpu: (user + system) / 1000, named };
}

if (import.meta.main) await main(process.argv.slice(2));
