import { type Kysely, type RawBuilder, sql } from "kysely";
import { StoreError } from "../record/errors.ts";
import type { Note } from "../record/schema.ts";
import type { ReportKind } from "../source/report.ts";
import { entriesOf } from "./find-entries.ts";
import type { Flavour } from "./flavour.ts";
import { cursorOf, cursorText, limitOf } from "./query.ts";
import { unpackRecord } from "./rows.ts";
import type { Tables } from "./tables.ts";
import type { Hit, Page, ReportFilter, ReportSummary, Search, StoredReport } from "./types.ts";
import { wordQuery } from "./words.ts";

interface Row {
  readonly id: number;
  readonly hash: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly address: string | null;
  readonly kind: string;
  readonly added_at: string;
}

const COLUMNS = sql`r.id, r.hash, r.title, r.published, r.publisher, r.address, r.kind, r.added_at`;

/** A row as a report without its text. */
export const summary = (row: Row): ReportSummary => ({
  id: row.hash,
  title: row.title,
  published: row.published,
  publisher: row.publisher,
  address: row.address,
  kind: row.kind as ReportKind,
  addedAt: row.added_at,
});

export async function findReports(
  db: Kysely<Tables>,
  flavour: Flavour,
  filter: ReportFilter,
): Promise<Page<ReportSummary>> {
  const limit = limitOf(filter.limit);
  const oldest = filter.order === "oldest";
  const day = sql`coalesce(r.published, '')`;
  const conditions: RawBuilder<unknown>[] = [sql`1 = 1`];
  if (filter.since) conditions.push(sql`r.published >= ${filter.since}`);
  if (filter.until) conditions.push(sql`r.published <= ${filter.until}`);
  if (filter.actor) conditions.push(sql`r.id in (select report_id from actors where actor = ${filter.actor})`);
  if (filter.words !== undefined) {
    const query = wordQuery(filter.words);
    conditions.push(query ? sql`r.id in (${flavour.wordsFit("report_words", query, false)})` : sql`1 = 0`);
  }
  if (filter.after !== undefined) {
    const after = cursorOf(filter.after);
    conditions.push(sql`(${day}, r.id) ${oldest ? sql`>` : sql`<`} (${after.day}, ${after.id})`);
  }
  const way = oldest ? sql`asc` : sql`desc`;
  const { rows } = await sql<Row>`select ${COLUMNS} from reports r where ${sql.join(conditions, sql` and `)}
    order by r.published ${oldest ? sql`asc nulls first` : sql`desc nulls last`}, r.id ${way} limit ${limit + 1}`.execute(
    db,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last;
  return { items: page.map(summary), next: more ? cursorText({ day: last.published ?? "", id: last.id }) : null };
}

export async function searchReports(
  db: Kysely<Tables>,
  flavour: Flavour,
  words: string,
  paging: Search,
): Promise<Page<Hit>> {
  const limit = limitOf(paging.limit);
  const query = wordQuery(words);
  if (!query) return { items: [], next: null };
  const offset = paging.after === undefined ? 0 : cursorOf(paging.after).id;
  const { rows: found } = await flavour.searchReports(query, limit + 1, offset, paging.among).execute(db);
  const snippets = new Map(found.slice(0, limit).map(({ id, snippet }) => [id, snippet]));
  if (snippets.size === 0) return { items: [], next: null };
  const { rows } =
    await sql<Row>`select ${COLUMNS} from reports r where r.id in (${sql.join([...snippets.keys()])})`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const items = [...snippets].map(([id, snippet]) => ({ ...summary(byId.get(id)!), snippet }));
  return { items, next: found.length > limit ? cursorText({ day: "", id: offset + limit }) : null };
}

/** The fewest characters of a hash that name a report. */
const SHORTEST = 6;

/** The whole hash that a start of it means. Throws StoreError where several reports have it. */
export async function wholeHash(db: Kysely<Tables>, start: string): Promise<string | null> {
  if (!/^[0-9a-f]{6,64}$/.test(start)) {
    if (/^[0-9a-f]+$/.test(start))
      throw new StoreError(`"${start}" is too short to name a report; give ${SHORTEST} characters.`);
    return null;
  }
  const { rows } = await sql<{ hash: string }>`select hash from reports
    where hash >= ${start} and hash < ${`${start}g`} order by hash limit 2`.execute(db);
  if (rows.length > 1) throw new StoreError(`Several reports begin with "${start}"; give more of the id.`);
  return rows[0]?.hash ?? null;
}

export async function findReport(db: Kysely<Tables>, start: string): Promise<StoredReport | null> {
  const hash = await wholeHash(db, start);
  const row = hash && (await db.selectFrom("reports").selectAll().where("hash", "=", hash).executeTakeFirst());
  if (!row) return null;
  const readings = await db
    .selectFrom("records")
    .select(["reader", "read_at as readAt"])
    .where("report_id", "=", row.id)
    .orderBy("id", "desc")
    .execute();
  const newest = await db
    .selectFrom("records")
    .select("body")
    .where("report_id", "=", row.id)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  const { text, title, published, publisher, address } = row;
  const kind = row.kind as ReportKind;
  return {
    ...summary(row),
    report: { text, title, published, publisher, address, kind, notes: JSON.parse(row.notes) as Note[] },
    record: unpackRecord(newest.body),
    readings,
    entries: await entriesOf(db, row.id),
  };
}
