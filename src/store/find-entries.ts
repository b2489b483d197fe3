import { type Kysely, sql } from "kysely";
import type { Flavour } from "./flavour.ts";
import type { AnyEntry, EntryType } from "./keys.ts";
import { cursorOf, cursorText, entryQuery, limitOf, type UpTo } from "./query.ts";
import type { Role } from "./rows.ts";
import type { Tables } from "./tables.ts";
import type { EntryFilter, Facets, Page, StoredEntry, StoredPart } from "./types.ts";

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
  const rows = await newestRows(db, flavour, filter, limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last;
  return { items: await stored(db, page), next: more ? cursorText({ day: last.last_day, id: last.id }) : null };
}

/** The first rows in the order of a filter. Up to a day from two indexes, or all that is newer would be walked through. */
async function newestRows(db: Kysely<Tables>, flavour: Flavour, filter: EntryFilter, limit: number): Promise<Row[]> {
  if (!filter.until || filter.order === "oldest") return someRows(db, flavour, filter, limit);
  const ending = await someRows(db, flavour, filter, limit, "ending");
  const over = await someRows(db, flavour, filter, limit, "over");
  const byDay = (a: Row, b: Row): number => (a.last_day < b.last_day ? 1 : a.last_day > b.last_day ? -1 : b.id - a.id);
  return [...over, ...ending].sort(byDay).slice(0, limit);
}

async function someRows(
  db: Kysely<Tables>,
  flavour: Flavour,
  filter: EntryFilter,
  limit: number,
  upTo?: UpTo,
): Promise<Row[]> {
  const { from, where, day, id } = await entryQuery(db, flavour, filter, upTo);
  const oldest = filter.order === "oldest";
  const after = filter.after === undefined ? undefined : cursorOf(filter.after);
  const going = after && sql`and (${day}, ${id}) ${oldest ? sql`>` : sql`<`} (${after.day}, ${after.id})`;
  const way = oldest ? sql`asc` : sql`desc`;
  const { rows } = await sql<Row>`select ${COLUMNS} from ${from} join reports r on r.id = e.report_id
    where ${where} ${going ?? sql``} order by ${day} ${way}, ${id} ${way} limit ${limit}`.execute(db);
  return rows;
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

/** So many of the newest entries are counted at most. */
const COUNTED = 10_000;

export async function facetsOf(db: Kysely<Tables>, flavour: Flavour, filter: EntryFilter): Promise<Facets> {
  const { from, where, day, id } = await entryQuery(db, flavour, filter);
  const newest = sql`select e.id, e.type, e.kind, e.status, e.last_day from ${from} where ${where}
    order by ${day} desc, ${id} desc limit ${COUNTED}`;
  const { rows } = await sql<Counted>`select type, kind, status, substr(last_day, 1, 4) as year, count(*) as n
    from (${newest}) chosen group by type, kind, status, substr(last_day, 1, 4)`.execute(db);
  const who = await sql<{ value: string; n: number }>`select f.actor as value, count(distinct f.entry_id) as n
    from (${newest}) chosen join parties f on f.entry_id = chosen.id
    group by f.actor order by n desc, value limit 20`.execute(db);
  return {
    counted: rows.reduce((sum, { n }) => sum + Number(n), 0),
    types: countsBy(rows, ({ type }) => type),
    kinds: countsBy(rows, ({ kind }) => kind),
    statuses: countsBy(rows, ({ status }) => status),
    years: countsBy(rows, ({ year }) => year).sort((a, b) => (a.value < b.value ? 1 : -1)),
    actors: who.rows.map(({ value, n }) => ({ value, count: Number(n) })),
  };
}

interface Counted {
  readonly type: string;
  readonly kind: string;
  readonly status: string | null;
  readonly year: string;
  readonly n: number;
}

function countsBy(rows: readonly Counted[], of: (row: Counted) => string | null): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = of(row);
    if (value) counts.set(value, (counts.get(value) ?? 0) + Number(row.n));
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
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
