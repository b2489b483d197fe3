import type { Transaction } from "kysely";
import { StoreError } from "../record/errors.ts";
import type { Record } from "../record/schema.ts";
import { layersOf, subjectOf } from "./changes.ts";
import { derive, forget, inChunks, type Source } from "./derive.ts";
import type { Flavour } from "./flavour.ts";
import { reportId } from "./keys.ts";
import { activeLayers } from "./layers.ts";
import { packRecord, reportRow } from "./rows.ts";
import type { Tables } from "./tables.ts";
import type { Item, Kept } from "./types.ts";

/** Keeps the reports that are not there yet, with their records and all that is derived of them. */
export async function keepItems(trx: Transaction<Tables>, flavour: Flavour, items: readonly Item[]): Promise<Kept[]> {
  const hashes = items.map(({ report }) => reportId(report.text));
  // In one order everywhere, so that two writers never wait for each other.
  const wanted = [...new Map(hashes.map((hash, i) => [hash, items[i]!]))].sort(([a], [b]) => (a < b ? -1 : 1));
  const now = new Date().toISOString();
  await flavour.lockNames(trx, "shared");
  const fresh = await insertReports(trx, flavour, wanted, now);
  if (fresh.length > 0) {
    await inChunks(fresh, flavour, 4, async (part) => {
      const rows = part.map(({ rowId, item: { record } }) => ({
        report_id: rowId,
        reader: record.reader,
        read_at: now,
        body: packRecord(record),
      }));
      await trx.insertInto("records").values(rows).execute();
    });
    const words = fresh.map(({ rowId, item }) => ({
      id: rowId,
      first: item.report.title ?? "",
      second: item.report.text,
    }));
    await inChunks(words, flavour, 3, (rows) => flavour.indexWords(trx, "report_words", rows));
    const sources = fresh.map(
      ({ rowId, hash, item }): Source => ({
        rowId,
        hash,
        published: item.report.published,
        record: item.record,
        layers: [],
      }),
    );
    await derive(trx, flavour, sources, activeLayers(await layersOf(trx, null)));
  }
  const added = new Set(fresh.map(({ hash }) => hash));
  return hashes.map((id, i) => ({ id, new: added.has(id) && hashes.indexOf(id) === i }));
}

interface Fresh {
  readonly rowId: number;
  readonly hash: string;
  readonly item: Item;
}

async function insertReports(
  trx: Transaction<Tables>,
  flavour: Flavour,
  wanted: readonly (readonly [string, Item])[],
  now: string,
): Promise<Fresh[]> {
  const byHash = new Map(wanted);
  const fresh: Fresh[] = [];
  await inChunks(wanted, flavour, 9, async (part) => {
    const rows = await trx
      .insertInto("reports")
      .values(part.map(([hash, { report }]) => reportRow(hash, report, now)))
      .onConflict((conflict) => conflict.column("hash").doNothing())
      .returning(["id", "hash"])
      .execute();
    fresh.push(...rows.map(({ id, hash }) => ({ rowId: id, hash, item: byHash.get(hash)! })));
  });
  return fresh.sort((a, b) => a.rowId - b.rowId);
}

/** Puts a reading beside the older ones and derives the report's entries from it, unless it says the same. */
export async function rereadItem(
  trx: Transaction<Tables>,
  flavour: Flavour,
  id: string,
  record: Record,
): Promise<{ readonly new: boolean }> {
  await flavour.lockNames(trx, "shared");
  await flavour.lockReport(trx, id);
  const subject = await subjectOf(trx, id);
  if (!subject) throw new StoreError(`There is no report ${id} in the store.`);
  if (JSON.stringify(subject.record) === JSON.stringify(record)) return { new: false };
  await trx
    .insertInto("records")
    .values({
      report_id: subject.rowId,
      reader: record.reader,
      read_at: new Date().toISOString(),
      body: packRecord(record),
    })
    .execute();
  await forget(trx, flavour, subject.rowId);
  const source = { ...subject, record, layers: activeLayers(subject.layers) };
  await derive(trx, flavour, [source], activeLayers(await layersOf(trx, null)));
  return { new: true };
}
