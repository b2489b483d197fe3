import { type Kysely, sql } from "kysely";
import type { Flavour } from "./flavour.ts";
import { appliedMigrations } from "./migrations.ts";
import type { Tables } from "./tables.ts";
import type { StoreInfo } from "./types.ts";

export async function storeInfo(db: Kysely<Tables>, flavour: Flavour, where: string): Promise<StoreInfo> {
  const { rows } = await sql<{ [name: string]: number | string | null }>`select
    (select count(*) from reports) as reports,
    (select count(*) from records) as readings,
    (select count(*) from layers) as layers,
    (select count(distinct actor) from actors) as actors,
    (select count(*) from entries where type = 'contact') as contacts,
    (select count(*) from entries where type = 'statement') as statements,
    (select count(*) from entries where type = 'event') as events,
    (select count(*) from entries where type = 'sum') as sums,
    (select min(published) from reports) as first, (select max(published) from reports) as last`.execute(db);
  const row = rows[0]!;
  const count = (name: string): number => Number(row[name]);
  const { rows: readers } = await sql<{ value: string; n: number }>`select reader as value, count(*) as n from records
    where id in (select max(id) from records group by report_id) group by reader order by n desc, reader`.execute(db);
  return {
    where,
    schema: (await appliedMigrations(db, flavour)).at(-1) ?? "none",
    bytes: await flavour.size(db),
    reports: count("reports"),
    readings: count("readings"),
    entries: { contact: count("contacts"), statement: count("statements"), event: count("events"), sum: count("sums") },
    actors: count("actors"),
    layers: count("layers"),
    readers: readers.map(({ value, n }) => ({ value, count: Number(n) })),
    firstPublished: row.first as string | null,
    lastPublished: row.last as string | null,
  };
}

/** The newest reading and layer; nothing changes in a store without one or the other. */
export async function versionOf(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ reading: number | null; layer: number | null }>`select
    (select max(id) from records) as reading, (select max(id) from layers) as layer`.execute(db);
  return `${rows[0]!.reading ?? 0}.${rows[0]!.layer ?? 0}`;
}
