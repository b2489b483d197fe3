import type { Insertable, Transaction } from "kysely";
import type { Record } from "../record/schema.ts";
import type { Flavour, WordRow } from "./flavour.ts";
import { keyedEntries } from "./keys.ts";
import { applyLayers, type CurrentEntry, type Layer, namesOf } from "./layers.ts";
import { nameResolver } from "./names.ts";
import { entryRow, partsOf, whatOf } from "./rows.ts";
import type { Tables } from "./tables.ts";

/** A report whose entries are to be derived. */
export interface Source {
  readonly rowId: number;
  readonly hash: string;
  readonly published: string | null;
  readonly record: Record;
  /** The report's own active layers. */
  readonly layers: readonly Layer[];
}

/** Forgets what was derived of a report; the truth stays. */
export async function forget(trx: Transaction<Tables>, flavour: Flavour, rowId: number): Promise<void> {
  await flavour.forgetWords(trx, "entry_words", rowId);
  await trx.deleteFrom("entries").where("report_id", "=", rowId).execute();
  await trx.deleteFrom("actors").where("report_id", "=", rowId).execute();
}

/** Derives the rows of entries, parties, actors and words of reports that have none yet. */
export async function derive(
  trx: Transaction<Tables>,
  flavour: Flavour,
  sources: readonly Source[],
  naming: readonly Layer[],
): Promise<void> {
  const resolve = nameResolver(naming);
  const current = sources.flatMap((source) => {
    const { entries } = applyLayers(source.hash, keyedEntries(source.hash, source.record), source.layers);
    return entries.map((entry) => ({ source, entry, row: entryRow(source.rowId, source.published, entry) }));
  });
  const ids = new Map<string, number>();
  await inChunks(current, flavour, 18, async (part) => {
    const rows = part.map(({ row }) => row);
    for (const { id, key } of await trx.insertInto("entries").values(rows).returning(["id", "key"]).execute())
      ids.set(key, id);
  });
  const parties = current.flatMap(({ source, entry, row }) =>
    partsOf(entry.type, entry.entry).map(({ role, name }) => ({
      entry_id: ids.get(entry.key)!,
      role,
      name,
      actor: resolve(name, source.hash),
      type: entry.type,
      first_day: row.first_day,
      last_day: row.last_day,
    })),
  );
  await inChunks(parties, flavour, 7, async (rows) => {
    await trx.insertInto("parties").values(rows).execute();
  });
  const actors = sources.flatMap((source) => actorRows(source, resolve));
  await inChunks(actors, flavour, 9, async (rows) => {
    await trx
      .insertInto("actors")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
  const words = current.map(({ source, entry }) => wordRow(ids.get(entry.key)!, source, entry, resolve));
  await inChunks(words, flavour, 3, (rows) => flavour.indexWords(trx, "entry_words", rows));
}

type Resolve = (name: string, report: string) => string;

const actorRows = ({ rowId, hash, record }: Source, resolve: Resolve): Insertable<Tables["actors"]>[] =>
  record.actors.map(({ name, kind, country, sector, role, surface, why }) => ({
    report_id: rowId,
    name,
    actor: resolve(name, hash),
    kind,
    country,
    country_rule: why.country?.rule ?? null,
    sector,
    role,
    surface: JSON.stringify(surface),
  }));

function wordRow(id: number, { hash }: Source, { type, entry }: CurrentEntry, resolve: Resolve): WordRow {
  const names = namesOf(entry).flatMap((name) => [name, resolve(name, hash)]);
  return { id, first: [...new Set(names)].join(" · "), second: whatOf(type, entry) };
}

/** Hands rows on in parts that fit into one statement. */
export async function inChunks<Row>(
  rows: readonly Row[],
  { maxValues }: Flavour,
  columns: number,
  work: (rows: readonly Row[]) => Promise<void>,
): Promise<void> {
  const size = Math.min(500, Math.floor(maxValues / columns));
  for (let from = 0; from < rows.length; from += size) await work(rows.slice(from, from + size));
}
