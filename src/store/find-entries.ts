import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Flavour } from "./flavour.ts";
import type { AnyEntry, EntryType } from "./keys.ts";
import { cursorOf, cursorText, entryQuery, limitOf } from "./query.ts";
import type { Role } from "./rows.ts";
import type { Tables } from "./tables.ts";
import type { Counts, EntryFilter, Facets, Page, StoredEntry, StoredPart } from "./types.ts";

interface Row {
  readonly id: number;
  readonly key: string;
  readonly type: EntryType;
  readonly body: string;
  readonly layers: string;
  readonly confirmed: number;
  readonly added: number;
  readonly from_day: string | null;
  readonly to_day: string | null;
  readonly last_day: string;
  readonly hash: string;
  readonly title: string | null;
  readonly published: string | null;
}

const COLUMNS = sql`e.id, e.key, e.type, e.body, e.layers, e.confirmed, e.added, e.from_day, e.to_day, e.last_day,
  r.hash, r.title, r.published`;

export async function findEntries(
  db: Kysely<Tables>,
  flavour: Flavour,
  filter: EntryFilter,
): Promise<Page<StoredEntry>> {
  const limit = limitOf(filter.limit);
  const { from, where, day, id } = await entryQuery(db, flavour, filter);
  const oldest = filter.order === "oldest";
  const after = filter.after === undefined ? undefined : cursorOf(filter.after);
  const going = after && sql`and (${day}, ${id}) ${oldest ? sql`>` : sql`<`} (${after.day}, ${after.id})`;
  const way = oldest ? sql`asc` : sql`desc`;
  const { rows } = await sql<Row>`select ${COLUMNS} from ${from} join reports r on r.id = e.report_id
    where ${where} ${going ?? sql``} order by ${day} ${way}, ${id} ${way} limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last;
  return { items: await stored(db, page), next: more ? cursorText({ day: last.last_day, id: last.id }) : null };
}

export async function findEntry(db: Kysely<Tables>, key: string): Promise<StoredEntry | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from entries e join reports r on r.id = e.report_id
    where e.key = ${key}`.execute(db);
  return (await stored(db, rows))[0] ?? null;
}

/** The entries of a report in the order of its record. */
export async function entriesOf(db: Kysely<Tables>, reportRowId: number): Promise<StoredEntry[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from entries e join reports r on r.id = e.report_id
    where e.report_id = ${reportRowId} order by e.id`.execute(db);
  return stored(db, rows);
}

export async function countEntries(db: Kysely<Tables>, flavour: Flavour, filter: EntryFilter): Promise<number> {
  const { from, where } = await entryQuery(db, flavour, filter);
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${from} where ${where}`.execute(db);
  return Number(rows[0]!.n);
}

export async function facetsOf(db: Kysely<Tables>, flavour: Flavour, filter: EntryFilter): Promise<Facets> {
  const { from, where } = await entryQuery(db, flavour, filter);
  const counts = async (value: RawBuilder<unknown>, most: number): Promise<Counts> =>
    counted(db, sql`select ${value} as value from ${from} where ${where}`, most);
  const who = sql`select distinct f.actor as value, f.entry_id from parties f
    where f.entry_id in (select e.id from ${from} where ${where})`;
  return {
    types: await counts(sql`e.type`, 10),
    kinds: await counts(sql`e.kind`, 100),
    statuses: await counts(sql`e.status`, 10),
    years: (await counts(sql`substr(e.last_day, 1, 4)`, 1000)).toSorted((a, b) => (a.value < b.value ? 1 : -1)),
    actors: await counted(db, who, 20),
  };
}

async function counted(db: Kysely<Tables>, values: RawBuilder<unknown>, most: number): Promise<Counts> {
  const { rows } = await sql<{ value: string; n: number }>`select value, count(*) as n from (${values}) v
    where value is not null and value <> '' group by value order by n desc, value limit ${most}`.execute(db);
  return rows.map(({ value, n }) => ({ value, count: Number(n) }));
}

async function stored(db: Kysely<Tables>, rows: readonly Row[]): Promise<StoredEntry[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const parts = new Map<number, StoredPart[]>(ids.map((id) => [id, []]));
  const found = await db
    .selectFrom("parties")
    .select(["entry_id", "role", "name", "actor"])
    .where("entry_id", "in", ids)
    .orderBy("entry_id")
    .orderBy("role")
    .orderBy("name")
    .execute();
  for (const { entry_id, role, name, actor } of found) parts.get(entry_id)?.push({ role: role as Role, name, actor });
  return rows.map((row) => ({
    key: row.key,
    type: row.type,
    entry: JSON.parse(row.body) as AnyEntry,
    layers: JSON.parse(row.layers) as number[],
    confirmed: row.confirmed === 1,
    added: row.added === 1,
    report: row.hash,
    title: row.title,
    published: row.published,
    from: row.from_day,
    to: row.to_day,
    parts: parts.get(row.id) ?? [],
  }));
}
