import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { type Command, Option } from "commander";
import type { Outcome, Source } from "../intake/adding.ts";
import { splitLines } from "../intake/lines.ts";
import { ChanceryError, InputError, UsageError } from "../record/errors.ts";
import { publishedOption } from "../source/dates.ts";
import { type LoadOptions, loadReport } from "../source/load.ts";
import type { Report } from "../source/report.ts";
import { FeedError } from "../source/sniff.ts";
import type { Store } from "../store/index.ts";
import { complain, EXIT } from "./exit.ts";
import type { LoadedFeed } from "./feed-sources.ts";
import type { Indexed } from "./folder-index.ts";
import { print } from "./output.ts";
import { reportPlaces } from "./places.ts";
import { progressOn } from "./progress.ts";
import { counted, positive, STORE_HELP, storeOption, withStore } from "./store.ts";

interface Options {
  readonly store?: string;
  readonly published?: string;
  readonly jsonl?: true;
  readonly json?: true;
  readonly workers?: number;
  readonly maxSize: number;
  readonly most?: number;
  readonly allowPrivate?: true;
}

const HELP = `${STORE_HELP}

Examples:
  chancery add report.txt --published 2025-12-21
  chancery add reports/ https://example.org/news/1
  chancery add https://example.org/news.rss --most 20
  zcat rows.jsonl.gz | chancery add --jsonl -

A row of a --jsonl stream is as for \`chancery read --jsonl\`. A report is known by its text: adding it again changes
nothing, and after an interruption the same command goes on where it was. Of a feed (RSS, Atom, JSON Feed, or an OPML
list of them) the articles are added: their pages are fetched one by one, with a delay, as robots.txt allows.`;

/** `chancery add`: reads reports and keeps them with their records. */
export function addAdd(program: Command): void {
  program
    .command("add")
    .summary("read reports and keep them in the store")
    .description("Read reports (text, HTML, PDF, or a stream of rows) and keep them with their records in the store.")
    .argument("[where...]", 'paths, folders, http or https addresses, or "-" for standard input (the default)')
    .addOption(storeOption())
    .option("-p, --published <date>", "day of publication, YYYY-MM-DD, of all that is named")
    .option("--jsonl", "what is named is a stream of JSON rows")
    .option("--json", "print a line of JSON for each report as soon as it is kept")
    .addOption(new Option("--workers <n>", "threads that read (default: one a core)").argParser(positive))
    .addOption(new Option("--max-size <mb>", "the most megabytes of a file or row").argParser(positive).default(64))
    .addOption(new Option("--most <n>", "the most articles of a feed (default: 50)").argParser(positive))
    .option("--allow-private", "let addresses lead to private and loopback hosts")
    .addHelpText("after", HELP)
    .action(async (where: string[], options: Options) => {
      const places = where.length === 0 ? ["-"] : where;
      if (options.jsonl && places.length > 1)
        throw new UsageError("--jsonl reads one stream at a time; use cat to join files.");
      if (options.jsonl && options.published)
        throw new UsageError('--jsonl takes the date from each row\'s "published"; leave out --published.');
      if (options.published) publishedOption(options.published);
      process.exitCode = await withStore(options.store, {}, (store) => add(store, places, options));
    });
}

async function add(store: Store, places: readonly string[], options: Options): Promise<number> {
  const maxRow = options.maxSize * 1024 * 1024;
  const found = options.jsonl ? await rows(places[0]!, maxRow) : await reports(places, options);
  const feeds: LoadedFeed[] = [];
  const tally = new Tally();
  try {
    await addSources(store, found, tally, { ...options, maxRow, isFeed: (feed) => feeds.push(feed) });
    if (feeds.length > 0) await addFeeds(store, feeds, tally, options);
  } finally {
    if (places.includes("-")) process.stdin.destroy();
    await say(tally.text(store.where), options);
  }
  if (tally.failed === 0) return EXIT.ok;
  return options.jsonl ? EXIT.rows : EXIT.input;
}

/** The reports that feeds list. */
async function addFeeds(store: Store, feeds: readonly LoadedFeed[], tally: Tally, options: Options): Promise<void> {
  const { itemSources, noteKept } = await import("./feed-sources.ts");
  const sources = itemSources(store, feeds, options);
  await addSources(store, { sources, size: undefined }, tally, { ...options, heard: noteKept(store) });
}

/** What a command that adds must know beside its sources. */
export interface AddingOptions {
  readonly workers?: number | undefined;
  readonly json?: true | undefined;
  readonly maxRow?: number | undefined;
  /** Takes what is a feed; without it, a feed is a failure. */
  readonly isFeed?: ((feed: LoadedFeed) => void) | undefined;
  /** Told what became of each source. */
  readonly heard?: ((outcome: Outcome) => Promise<void>) | undefined;
}

/** Adds what the sources give, and says what became of each. */
export async function addSources(
  store: Store,
  { sources, size }: Sources,
  tally: Tally,
  { workers = availableParallelism(), json, maxRow = 0, isFeed, heard }: AddingOptions,
): Promise<void> {
  const progress = progressOn(process.stderr, size);
  const { addReports } = await import("../intake/adding.ts");
  try {
    await addReports(store, sources, { workers, maxRow }, async (outcome) => {
      const failed = "error" in outcome;
      if (failed && isFeed && outcome.error instanceof FeedError && outcome.error.source)
        return isFeed({ name: outcome.name, source: outcome.error.source });
      await heard?.(outcome);
      tally.count(outcome);
      progress.row(failed, outcome.size);
      if (json) await print(`${JSON.stringify(answer(outcome))}\n`);
      else if (failed && tally.failed <= SHOWN) complain(outcome.error, outcome.name);
    });
  } finally {
    progress.stop();
  }
}

/** The summary goes to standard error where JSON goes to standard output. */
export const say = async (text: string, { json }: { readonly json?: true }): Promise<void> => {
  if (json) process.stderr.write(text);
  else await print(text);
};

/** So many failures are shown one by one. */
const SHOWN = 20;

function answer(outcome: Outcome): object {
  const { name } = outcome;
  if (!("error" in outcome)) return { name, report: outcome.kept.id, new: outcome.kept.new };
  const { error } = outcome;
  return {
    name,
    error: error instanceof ChanceryError ? error.message : `Internal error: ${(error as Error).message}`,
  };
}

/** What there is to add, and how much of it in all, where that is known. */
export interface Sources {
  readonly sources: AsyncIterable<Source>;
  readonly size: number | undefined;
}

async function rows(where: string, maxRow: number): Promise<Sources> {
  const file = where === "-" ? undefined : await stat(where).catch(() => undefined);
  if (where !== "-" && !file) throw new InputError(`${where} cannot be read: there is no such file.`);
  if (file?.isDirectory()) throw new InputError(`${where} is a folder; name a file of rows.`);
  const chunks = file ? createReadStream(where, { highWaterMark: 256 * 1024 }) : process.stdin;
  async function* sources(): AsyncGenerator<Source> {
    for await (const line of splitLines(chunks, maxRow)) yield { name: `row ${line.number}`, size: line.size, line };
  }
  return { sources: sources(), size: file?.isFile() ? file.size : undefined };
}

async function reports(where: readonly string[], options: Options): Promise<Sources> {
  const load: LoadOptions = {
    published: options.published,
    allowPrivate: options.allowPrivate,
    maxBytes: options.maxSize * 1024 * 1024,
  };
  const places = await reportPlaces(where);
  async function* sources(): AsyncGenerator<Source> {
    for (const { name, indexed } of places) yield { name, size: 1, load: () => loadIndexed(name, indexed, load) };
  }
  return { sources: sources(), size: places.length > 1 ? places.length : undefined };
}

/** A report with what the index of its folder says of it, where the report itself does not. */
async function loadIndexed(name: string, indexed: Indexed | undefined, load: LoadOptions): Promise<Report> {
  const report = await loadReport(name, { ...load, published: load.published ?? indexed?.published ?? undefined });
  return {
    ...report,
    title: report.title ?? indexed?.title ?? null,
    publisher: report.publisher ?? indexed?.publisher ?? null,
  };
}

/** What was added, for the summary. */
export class Tally {
  failed = 0;
  #new = 0;
  #known = 0;
  readonly #entries = { contact: 0, statement: 0, event: 0, sum: 0 };

  count(outcome: Outcome): void {
    if ("error" in outcome) this.failed += 1;
    else if (!outcome.kept.new) this.#known += 1;
    else {
      this.#new += 1;
      this.#entries.contact += outcome.record?.contacts.length ?? 0;
      this.#entries.statement += outcome.record?.statements.length ?? 0;
      this.#entries.event += outcome.record?.events.length ?? 0;
      this.#entries.sum += outcome.record?.money.length ?? 0;
    }
  }

  text(where: string): string {
    const found = Object.entries(this.#entries).map(([noun, count]) => counted(count, noun));
    const with_ = this.#new > 0 ? ` with ${found.join(", ")}` : "";
    const known =
      this.#known > 0 ? ` ${counted(this.#known, "report")} ${this.#known === 1 ? "was" : "were"} there already.` : "";
    const failed = this.failed > 0 ? ` ${counted(this.failed, "input")} could not be read.` : "";
    return `${counted(this.#new, "new report")}${with_} kept in ${where}.${known}${failed}\n`;
  }
}
