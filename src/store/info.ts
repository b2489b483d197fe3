import { type Kysely, sql } from "kysely";
import type { Flavour } from "./flavour.ts";
import { appliedMigrations } from "./migrations.ts";
import type { Tables } from "./tables.ts";
import type { StoreInfo } from "./types.ts";

/** What a store holds. Entries are counted one by one, unless whoever asks knows how many there are. */
export async function storeInfo(
  db: Kysely<Tables>,
  flavour: Flavour,
  where: string,
  known?: StoreInfo["entries"],
): Promise<StoreInfo> {
  const { rows } = await sql<{ [name: string]: number | string | null }>`select
    (select count(*) from reports) as reports,
    (select count(*) from records) as readings,
    (select count(*) from layers) as layers,
    (select min(published) from reports) as first, (select max(published) from reports) as last`.execute(db);
  const row = rows[0]!;
  const count = (name: string): number => Number(row[name]);
  // Where no report was read twice, all readings are the newest ones, and an index counts them.
  const newest =
    count("readings") === count("reports") ? sql`` : sql`where id in (select max(id) from records group by report_id)`;
  const { rows: readers } = await sql<{ value: string; n: number }>`select reader as value, count(*) as n from records
    ${newest} group by reader order by n desc, reader`.execute(db);
  return {
    where,
    schema: (await appliedMigrations(db, flavour)).at(-1) ?? "none",
    bytes: await flavour.size(db),
    reports: count("reports"),
    readings: count("readings"),
    entries: known ?? (await entryCounts(db)),
    actors: await actorCount(db),
    layers: count("layers"),
    readers: readers.map(({ value, n }) => ({ value, count: Number(n) })),
    firstPublished: row.first as string | null,
    lastPublished: row.last as string | null,
  };
}

async function entryCounts(db: Kysely<Tables>): Promise<StoreInfo["entries"]> {
  const { rows } = await sql<{ type: keyof StoreInfo["entries"]; n: number }>`select type, count(*) as n from entries
    group by type`.execute(db);
  const counts = { contact: 0, statement: 0, event: 0, sum: 0 };
  for (const { type, n } of rows) counts[type] = Number(n);
  return counts;
}

/** How many actors there are, going from one to the next in their index: each stands in it thousands of times. */
async function actorCount(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ n: number }>`with recursive a (actor) as (
      select min(actor) from actors
      union all select (select min(actor) from actors where actor > a.actor) from a where a.actor is not null)
    select count(actor) as n from a`.execute(db);
  return Number(rows[0]!.n);
}

/** The newest reading and layer; nothing changes in a store without one or the other. */
export async function versionOf(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ reading: number | null; layer: number | null }>`select
    (select max(id) from records) as reading, (select max(id) from layers) as layer`.execute(db);
  return `${rows[0]!.reading ?? 0}.${rows[0]!.layer ?? 0}`;
}
