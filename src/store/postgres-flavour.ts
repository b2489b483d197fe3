import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Flavour } from "./flavour.ts";
import type { Tables } from "./tables.ts";
import { foldWords, type Term, type WordQuery } from "./words.ts";

const wordTable = (name: string): readonly string[] => [
  `create table ${name} (id integer primary key, search tsvector not null)`,
  `create index ${name}_search on ${name} using gin (search)`,
];

/** PostgreSQL: a tsvector for words (weight A for what an entry says, or a title; B for the rest), triggers as well. */
export const postgresFlavour: Flavour = {
  name: "postgres",
  types: {
    id: "integer generated always as identity primary key",
    bytes: "bytea",
    double: "double precision",
    compact: "",
    append: (table) => [
      `create function ${table}_kept() returns trigger language plpgsql as
       $$ begin raise exception 'what was kept in ${table} is never changed'; end $$`,
      `create trigger ${table}_kept before update or delete on ${table} for each row execute function ${table}_kept()`,
      `create trigger ${table}_kept_all before truncate on ${table} execute function ${table}_kept()`,
    ],
  },
  wordTables: [...wordTable("report_words"), ...wordTable("entry_words")],
  maxValues: 60_000,

  async tables(db) {
    const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables
      where schemaname = current_schema()`.execute(db);
    return rows.map(({ name }) => name);
  },

  async lockReport(trx, hash) {
    await sql`select id from reports where hash = ${hash} for update`.execute(trx);
  },

  async lockNames(trx, how) {
    const lock = sql.raw(how === "shared" ? "pg_advisory_xact_lock_shared" : "pg_advisory_xact_lock");
    await sql`select ${lock}(hashtext('chancery names'), hashtext(current_schema()))`.execute(trx);
  },

  async indexWords(trx, table, rows) {
    const [first, second] = table === "entry_words" ? ["B", "A"] : ["A", "B"];
    const vector = (text: string, weight: string | undefined): RawBuilder<unknown> =>
      sql`setweight(to_tsvector('english', ${tokens(text)}), ${sql.lit(weight!)})`;
    const values = sql.join(
      rows.map((row) => sql`(${row.id}::integer, ${vector(row.first, first)} || ${vector(row.second, second)})`),
    );
    await sql`insert into ${sql.table(table)} (id, search) values ${values}`.execute(trx);
  },

  async forgetWords(trx, _table, reportId) {
    await sql`delete from entry_words where id in (select id from entries where report_id = ${reportId})`.execute(trx);
  },

  wordsFit(table, query, second) {
    const weight = second ? (table === "entry_words" ? "A" : "B") : "";
    return sql`select id from ${sql.table(table)} where search @@ ${expression(query, weight)}`;
  },

  searchReports(query, limit, offset, among) {
    const wanted = expression(query, "");
    const last = among ? sql`order by w.id desc limit ${among}` : sql``;
    return sql`select found.id, ts_headline('english', reports.text, found.wanted,
        'StartSel=«, StopSel=», MaxWords=24, MinWords=12, MaxFragments=1') as snippet
      from (select w.id, w.wanted, ts_rank(w.search, w.wanted) as rank
        from (select w.id, w.search, q.wanted from report_words w, (select ${wanted} as wanted) q
          where w.search @@ q.wanted ${last}) w
        order by rank desc, w.id desc limit ${limit} offset ${offset}) found
      join reports on reports.id = found.id order by found.rank desc, found.id desc`;
  },

  async size(db: Kysely<Tables>) {
    const { rows } = await sql<{ bytes: string }>`select sum(pg_total_relation_size(c.oid)) as bytes from pg_class c
      join pg_namespace n on n.oid = c.relnamespace where n.nspname = current_schema() and c.relkind = 'r'`.execute(db);
    return Number(rows[0]?.bytes ?? 0);
  },
};

/** The most bytes of a tsvector, a little under PostgreSQL's own limit of 1 MB. */
const MOST = 900_000;

/**
 * The words alone, as SQLite's tokenizer gives them: PostgreSQL's own parser would take "a/b" for a path. A text with
 * more different words than a tsvector can hold is indexed up to there.
 */
function tokens(text: string): string {
  const words = foldWords(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const seen = new Set<string>();
  let bytes = 0;
  const kept = words.findIndex((word) => {
    bytes += seen.has(word) ? 2 : 3 * word.length + 8;
    seen.add(word);
    return bytes > MOST;
  });
  return (kept < 0 ? words : words.slice(0, kept)).join(" ");
}

function expression({ all, none }: WordQuery, weight: string): RawBuilder<unknown> {
  const wanted = sql.join(
    all.map((one) => term(one, weight)),
    sql` && `,
  );
  if (none.length === 0) return sql`(${wanted})`;
  return sql`(${wanted} && !!(${sql.join(
    none.map((one) => term(one, weight)),
    sql` || `,
  )}))`;
}

/** The words hold only letters and digits, so that they cannot be taken for operators. */
function term({ words, prefix }: Term, weight: string): RawBuilder<unknown> {
  const mark = `${prefix ? "*" : ""}${weight}`;
  const text = words.map((word) => (mark ? `${word}:${mark}` : word)).join(" <-> ");
  return sql`to_tsquery('english', ${text})`;
}
