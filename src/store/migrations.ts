import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { StoreError } from "../record/errors.ts";
import type { Flavour } from "./flavour.ts";
import { unpackRecord } from "./rows.ts";
import type { Tables } from "./tables.ts";

const TABLE = "chancery_migrations";

/** Brings a store's tables up to this program. Throws StoreError where a newer program has made them. */
export async function migrate(db: Kysely<Tables>, flavour: Flavour): Promise<void> {
  const known = migrations(flavour);
  const applied = await appliedMigrations(db, flavour);
  const foreign = applied.filter((name) => !(name in known));
  if (foreign.length > 0)
    throw new StoreError(
      `The store was made by a newer Chancery (it has schema ${foreign.at(-1)}; this one knows ${SCHEMA}). Use that one, or another --store.`,
    );
  if (applied.length === Object.keys(known).length) return;
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => known },
    migrationTableName: TABLE,
    migrationLockTableName: `${TABLE}_lock`,
  }).migrateToLatest();
  if (error) throw error;
}

/** Whether a store has not all tables that this program works with. */
export const isBehind = async (db: Kysely<Tables>, flavour: Flavour): Promise<boolean> =>
  (await appliedMigrations(db, flavour)).length < Object.keys(migrations(flavour)).length;

/**
 * The names of the migrations that a store has, the newest last; none where it is new. Throws StoreError where the
 * database is another program's.
 */
export async function appliedMigrations(db: Kysely<Tables>, flavour: Flavour): Promise<string[]> {
  const tables = await flavour.tables(db);
  if (!tables.includes(TABLE)) {
    if (flavour.name === "sqlite" ? tables.length > 0 : tables.includes("reports"))
      throw new StoreError("There is a database of another program. Name another one with --store.");
    return [];
  }
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(TABLE)} order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** The newest schema that this program knows. */
export const SCHEMA = "0003";

const migrations = (flavour: Flavour): { [name: string]: Migration } => ({
  "0001": { up: (db) => first(db, flavour) },
  "0002": { up: (db) => second(db, flavour) },
  "0003": { up: (db) => feeds(db, flavour) },
});

// biome-ignore lint/suspicious/noExplicitAny: a migration must not depend on the tables as they are today.
async function first(db: Kysely<any>, flavour: Flavour): Promise<void> {
  const { id, bytes, double, compact, append } = flavour.types;
  const run = async (text: string): Promise<unknown> => sql.raw(text).execute(db);
  await run(`create table reports (
    id ${id}, hash text not null unique, text text not null, title text, published text, publisher text, address text,
    kind text not null, notes text not null, added_at text not null)`);
  await run("create index reports_published on reports (published, id)");
  await run(`create table records (
    id ${id}, report_id integer not null references reports (id), reader text not null, read_at text not null,
    body ${bytes} not null)`);
  await run("create index records_report on records (report_id, id)");
  await run("create index records_reader on records (reader)");
  await run(`create table layers (
    id ${id}, type text not null, report text, author text not null, at text not null, reason text not null,
    body text not null)`);
  await run("create index layers_report on layers (report)");
  for (const table of ["reports", "records", "layers"]) for (const statement of append(table)) await run(statement);

  await run(`create table entries (
    id ${id}, report_id integer not null references reports (id), key text not null unique, type text not null,
    kind text not null, status text, medium text, from_day text, to_day text, first_day text not null,
    last_day text not null, place text, currency text, amount ${double}, confirmed integer not null,
    added integer not null, layers text not null, body text not null)`);
  await run("create index entries_report on entries (report_id)");
  await run("create index entries_type_day on entries (type, last_day, id)");
  await run("create index entries_day on entries (last_day, id)");
  await run("create index entries_kind_day on entries (kind, last_day, id)");
  await run("create index entries_status_day on entries (status, last_day, id)");
  await run("create index entries_place_day on entries (lower(place), last_day, id) where place is not null");
  await run(`create table parties (
    entry_id integer not null references entries (id) on delete cascade, role text not null, name text not null,
    actor text not null, type text not null, first_day text not null, last_day text not null,
    primary key (entry_id, role, name))${compact}`);
  await run("create index parties_actor_day on parties (actor, last_day, entry_id, type, first_day, role)");
  await run("create index parties_name on parties (name)");
  await run(`create table actors (
    report_id integer not null references reports (id), name text not null, actor text not null, kind text not null,
    country text, sector text, role text, surface text not null, primary key (report_id, name))${compact}`);
  await run("create index actors_actor on actors (actor)");
  await run("create index actors_name on actors (name)");
  for (const statement of flavour.wordTables) await run(statement);
}

const REPORTS_AT_ONCE = 500;

/**
 * By which rule an actor's country was read, so that one that was only supposed is known from one that is said; and
 * room for what the desk derives. The rules of reports that are kept already come from their newest readings.
 */
// biome-ignore lint/suspicious/noExplicitAny: as above.
async function second(db: Kysely<any>, flavour: Flavour): Promise<void> {
  await sql`alter table actors add column country_rule text`.execute(db);
  await sql
    .raw(`create table desk_parts (part text not null, number integer not null, body ${flavour.types.bytes} not null,
      primary key (part, number))`)
    .execute(db);
  // Entries that lie over several days: what a list up to a day must look at beside those that end by then.
  await sql`create index entries_spans on entries (last_day, id, first_day) where first_day < last_day`.execute(db);
  for (let last = 0; ; ) {
    const { rows } = await sql<{ id: number; body: Uint8Array }>`select r.report_id as id, r.body from records r
      where r.report_id in (select id from reports where id > ${last} order by id limit ${REPORTS_AT_ONCE})
      and r.id = (select max(id) from records n where n.report_id = r.report_id) order by r.report_id`.execute(db);
    for (const { id, body } of rows)
      for (const { name, why } of unpackRecord(body).actors)
        if (why.country)
          await sql`update actors set country_rule = ${why.country.rule} where report_id = ${id} and name = ${name}`.execute(
            db,
          );
    const end = rows.at(-1);
    if (!end) return;
    last = Number(end.id);
  }
}

/** Feeds that are read again, and which reports their items gave. */
// biome-ignore lint/suspicious/noExplicitAny: as above.
async function feeds(db: Kysely<any>, flavour: Flavour): Promise<void> {
  const { id, compact } = flavour.types;
  await sql
    .raw(`create table feeds (
    id ${id}, address text not null unique, title text, added_at text not null, read_at text, etag text, modified text,
    problem text)`)
    .execute(db);
  await sql
    .raw(`create table feed_items (address text not null primary key, report text not null)${compact}`)
    .execute(db);
  await sql.raw("create index reports_address on reports (address) where address is not null").execute(db);
}
