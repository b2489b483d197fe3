import { DataError, InputError, StoreError } from "../record/errors.ts";
import type { Record } from "../record/schema.ts";
import type { Report } from "../source/report.ts";
import { cleanText } from "../source/text.ts";
import { type Item, type Kept, reportId, type Store } from "../store/index.ts";
import { Batches } from "./batches.ts";
import type { Line } from "./lines.ts";
import { inOrder } from "./ordered.ts";
import { Pool } from "./pool.ts";
import { REPORT } from "./report-request.ts";

/** One thing to be added: a row of a stream, a report that has to be loaded, or one that is known to be there. */
export type Source = Named & ({ readonly line: Line } | { load(): Promise<Report> } | { readonly kept: Kept });

/** What became of it, said when it can no longer be lost. */
export type Outcome = Named & ({ readonly kept: Kept; readonly record?: Record } | { readonly error: unknown });

interface Named {
  readonly name: string;
  /** What it is of the whole, for the progress bar. */
  readonly size: number;
}

export interface AddOptions {
  readonly workers: number;
  readonly maxRow: number;
}

/** Rows under way for each thread, and bytes of rows under way in all. */
const WINDOW = { items: 8, bytes: 64 * 1024 * 1024 };
const BATCH = { items: 64, weight: 4 * 1024 * 1024, wait: 500 };

/**
 * Reads reports in threads and keeps them through one writer, a transaction a batch. `heard` is told what became of
 * each, in order, after its batch was kept. What the store has already is not read again. A report that cannot be read
 * does not stop the rest; a store that cannot keep does, with its StoreError.
 */
export async function addReports(
  store: Store,
  sources: AsyncIterable<Source>,
  options: AddOptions,
  heard: (outcome: Outcome) => Promise<void>,
): Promise<void> {
  const pool = new Pool(options.workers, new URL("./add-worker.ts", import.meta.url));
  const batches = new Batches<Read>(BATCH, async (all) => {
    const items = all.flatMap((one) => ("item" in one ? [one.item] : []));
    const kept = items.length > 0 ? await store.keepAll(items) : [];
    for (const one of all)
      await heard("item" in one ? { ...named(one), record: one.item.record, kept: kept.shift()! } : one);
  });
  try {
    await inOrder(
      sources,
      { items: WINDOW.items * options.workers, weight: WINDOW.bytes },
      (source) => ("line" in source ? (source.line.bytes?.length ?? 0) : 1),
      async (source): Promise<Read> => ({ ...named(source), ...(await read(source, store, pool, options)) }),
      (one) => batches.add(one, "item" in one ? one.item.report.text.length : 0),
    );
    await batches.end();
  } finally {
    await pool.close();
  }
}

const named = ({ name, size }: Named): Named => ({ name, size });

type Result = { readonly item: Item } | { readonly kept: Kept } | { readonly error: unknown };
type Read = Named & Result;

async function read(source: Source, store: Store, pool: Pool, options: AddOptions): Promise<Result> {
  try {
    if ("kept" in source) return { kept: source.kept };
    if ("line" in source) return await readLine(source.line, store, pool, options);
    const report = await source.load();
    const id = reportId(report.text);
    return (await has(store, id)) ? { kept: { id, new: false } } : { item: await readReport(report, pool) };
  } catch (error) {
    if (error instanceof DataError || error instanceof StoreError) throw error;
    return { error };
  }
}

const has = async (store: Store, id: string): Promise<boolean> => (await store.known([id])).has(id);

async function readLine({ number, bytes }: Line, store: Store, pool: Pool, { maxRow }: AddOptions): Promise<Result> {
  if (!bytes)
    throw new InputError(`The row is longer than ${Math.round(maxRow / 1024 / 1024)} MB; --max-size raises the limit.`);
  const id = rowReportId(bytes);
  if (id && (await has(store, id))) return { kept: { id, new: false } };
  return { item: await answered(pool, number, bytes) };
}

/** The id of a row's report, or nothing where the row is not good; then whoever reads it says why. */
function rowReportId(bytes: Uint8Array): string | undefined {
  try {
    const { text } = JSON.parse(Buffer.from(bytes).toString("utf8")) as { text?: unknown };
    return typeof text === "string" ? reportId(cleanText(text).text) : undefined;
  } catch {
    return undefined;
  }
}

/** The record of a report, read in a thread. */
export const readReport = (report: Report, pool: Pool): Promise<Item> =>
  answered(pool, REPORT, new Uint8Array(Buffer.from(JSON.stringify(report))));

async function answered(pool: Pool, row: number, bytes: Uint8Array<ArrayBuffer>): Promise<Item> {
  const { line, failed } = await pool.read({ row, bytes });
  const answer = JSON.parse(line) as Item & { readonly error?: string };
  if (failed) throw new InputError(answer.error ?? "It could not be read.");
  return answer;
}
