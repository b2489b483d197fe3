import { type Kysely, sql } from "kysely";
import type { Flavour } from "./flavour.ts";
import type { Tables } from "./tables.ts";
import type { Term, WordQuery } from "./words.ts";

const FTS = "tokenize = 'porter unicode61 remove_diacritics 2'";

/** SQLite: FTS5 for words, triggers that keep what was read from change. */
export const sqliteFlavour: Flavour = {
  name: "sqlite",
  types: {
    id: "integer primary key autoincrement",
    bytes: "blob",
    double: "real",
    compact: " without rowid",
    append: (table) =>
      ["update", "delete"].map(
        (act) =>
          `create trigger ${table}_no_${act} before ${act} on ${table}
           begin select raise(abort, 'what was kept in ${table} is never changed'); end`,
      ),
  },
  wordTables: [
    `create virtual table report_words using fts5 (title, text, content = 'reports', content_rowid = 'id', ${FTS})`,
    `create virtual table entry_words using fts5 (who, what, content = '', contentless_delete = 1, ${FTS})`,
  ],
  maxValues: 30_000,

  async tables(db) {
    const { rows } = await sql<{ name: string }>`select name from sqlite_schema where type = 'table'`.execute(db);
    return rows.map(({ name }) => name);
  },

  // A transaction holds the file's one write lock from its start.
  async lockReport() {},
  async lockNames() {},

  async indexWords(trx, table, rows) {
    const [first, second] = table === "entry_words" ? ["who", "what"] : ["title", "text"];
    const values = sql.join(rows.map((row) => sql`(${row.id}, ${row.first}, ${row.second})`));
    await sql`insert into ${sql.table(table)} (rowid, ${sql.ref(first!)}, ${sql.ref(second!)}) values ${values}`.execute(
      trx,
    );
  },

  async forgetWords(trx, _table, reportId) {
    await sql`delete from entry_words where rowid in (select id from entries where report_id = ${reportId})`.execute(
      trx,
    );
  },

  wordsFit(table, query, second) {
    const match = second
      ? `{${table === "entry_words" ? "what" : "text"}} : (${expression(query)})`
      : expression(query);
    return sql`select rowid as id from ${sql.table(table)} where ${sql.ref(table)} match ${match}`;
  },

  searchReports(query, limit, offset, among) {
    if (among)
      // The rank is taken along: another bm25() would count again how many reports have each word.
      return sql`select f.rowid as id, snippet(report_words, 1, '«', '»', '…', 24) as snippet from (
          select rowid as id, rank from (select rowid, bm25(report_words, 4.0, 1.0) as rank from report_words
            where report_words match ${expression(query)} order by rowid desc limit ${among})
          order by rank, rowid desc limit ${limit} offset ${offset}) best
        cross join report_words f where f.report_words match ${expression(query)} and f.rowid = best.id
        order by best.rank, best.id desc`;
    return sql`select rowid as id, snippet(report_words, 1, '«', '»', '…', 24) as snippet from report_words
      where report_words match ${expression(query)} order by bm25(report_words, 4.0, 1.0), rowid desc
      limit ${limit} offset ${offset}`;
  },

  async size(db: Kysely<Tables>) {
    const { rows } = await sql<{ bytes: number }>`select page_count * page_size as bytes
      from pragma_page_count(), pragma_page_size()`.execute(db);
    return rows[0]?.bytes ?? 0;
  },
};

/** FTS5's own language for a query. Its words are in quotation marks, so that none is taken for an operator. */
function expression({ all, none }: WordQuery): string {
  const wanted = all.map(term).join(" AND ");
  return none.length > 0 ? `(${wanted}) NOT (${none.map(term).join(" OR ")})` : wanted;
}

const term = ({ words, prefix }: Term): string => `"${words.join(" ")}"${prefix ? " *" : ""}`;
