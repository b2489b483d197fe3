import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "./tables.ts";
import type { Changed, DeskPart, StoreMark } from "./types.ts";

/** How far a store has come: its newest reading and layer, and how many there are. */
export async function markOf(db: Kysely<Tables>): Promise<StoreMark> {
  const { rows } = await sql<StoreMark>`select
    (select coalesce(max(id), 0) from records) as reading, (select count(*) from records) as readings,
    (select coalesce(max(id), 0) from layers) as layer, (select count(*) from layers) as layers`.execute(db);
  const { reading, readings, layer, layers } = rows[0]!;
  return { reading: Number(reading), readings: Number(readings), layer: Number(layer), layers: Number(layers) };
}

/**
 * What came after a mark. Null where it cannot be told: a transaction that began before the mark was taken and ended
 * after it, so that the counts up to it are others now.
 */
export async function changedSince(db: Kysely<Tables>, mark: StoreMark): Promise<Changed | null> {
  const { rows } = await sql<{ readings: number; layers: number }>`select
    (select count(*) from records where id <= ${mark.reading}) as readings,
    (select count(*) from layers where id <= ${mark.layer}) as layers`.execute(db);
  if (Number(rows[0]!.readings) !== mark.readings || Number(rows[0]!.layers) !== mark.layers) return null;
  const read = await sql<{ hash: string }>`select distinct r.hash from records n join reports r on r.id = n.report_id
    where n.id > ${mark.reading}`.execute(db);
  const changed = await sql<{ report: string | null }>`select distinct report from layers
    where id > ${mark.layer}`.execute(db);
  const ids = new Set(read.rows.map(({ hash }) => hash));
  for (const { report } of changed.rows) if (report !== null) ids.add(report);
  return { reports: [...ids], naming: changed.rows.some(({ report }) => report === null) };
}

/** The bodies of a part that the desk has kept, in the order of their numbers. */
export async function* deskParts(db: Kysely<Tables>, part: string): AsyncGenerator<Uint8Array> {
  for (let number = -1; ; ) {
    const row = await db
      .selectFrom("desk_parts")
      .select(["number", "body"])
      .where("part", "=", part)
      .where("number", ">", number)
      .orderBy("number")
      .limit(1)
      .executeTakeFirst();
    if (!row) return;
    yield row.body;
    number = row.number;
  }
}

/**
 * Puts parts in the place of those of the same name and number, and drops what comes after each name's last. Where they
 * go on from what was kept, `head` is its head; where that is there no longer, nothing is kept.
 */
export async function keepDeskParts(
  trx: Transaction<Tables>,
  parts: readonly DeskPart[],
  head?: Uint8Array,
): Promise<void> {
  if (head) {
    const now = await trx
      .selectFrom("desk_parts")
      .select("body")
      .where("part", "=", "head")
      .where("number", "=", 0)
      .executeTakeFirst();
    if (!now || Buffer.compare(now.body, head) !== 0) return;
  }
  const last = new Map<string, number>();
  for (const { part, number, body } of parts) {
    await trx.deleteFrom("desk_parts").where("part", "=", part).where("number", "=", number).execute();
    await trx.insertInto("desk_parts").values({ part, number, body }).execute();
    last.set(part, Math.max(number, last.get(part) ?? 0));
  }
  for (const [part, number] of last)
    await trx.deleteFrom("desk_parts").where("part", "=", part).where("number", ">", number).execute();
}
