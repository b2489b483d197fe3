import { type Kysely, sql } from "kysely";
import { summary } from "./find-reports.ts";
import type { Flavour } from "./flavour.ts";
import type { EntryType } from "./keys.ts";
import type { Tables } from "./tables.ts";
import type { EntryBody, ReportSummary } from "./types.ts";

const PAGE = 5000;

/** Every report without its text, in the order in which they were kept. */
export async function* eachReport(db: Kysely<Tables>): AsyncGenerator<ReportSummary> {
  let last = 0;
  for (;;) {
    const rows = await db
      .selectFrom("reports")
      .select(["id", "hash", "title", "published", "publisher", "address", "kind", "added_at"])
      .where("id", ">", last)
      .orderBy("id")
      .limit(PAGE)
      .execute();
    for (const row of rows) yield summary(row);
    const end = rows.at(-1);
    if (!end || rows.length < PAGE) return;
    last = end.id;
  }
}

/** Every entry as it stands, as JSON, in the order in which the reports were kept. */
export async function* eachBody(db: Kysely<Tables>): AsyncGenerator<EntryBody> {
  let last = { report_id: 0, id: 0 };
  for (;;) {
    const { rows } = await sql<{
      report_id: number;
      id: number;
      hash: string;
      type: EntryType;
      body: string;
    }>`select e.report_id, e.id, r.hash, e.type, e.body from
      (select report_id, id, type, body from entries where (report_id, id) > (${last.report_id}, ${last.id})
        order by report_id, id limit ${PAGE}) e
      join reports r on r.id = e.report_id order by e.report_id, e.id`.execute(db);
    for (const { hash, type, body } of rows) yield { report: hash, type, body };
    const end = rows.at(-1);
    if (!end || rows.length < PAGE) return;
    last = { report_id: Number(end.report_id), id: Number(end.id) };
  }
}

/** The texts of reports, by their whole hashes. */
export async function textsOf(
  db: Kysely<Tables>,
  { maxValues }: Flavour,
  hashes: readonly string[],
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (let at = 0; at < hashes.length; at += maxValues) {
    const part = hashes.slice(at, at + maxValues);
    const rows = await db.selectFrom("reports").select(["hash", "text"]).where("hash", "in", part).execute();
    for (const { hash, text } of rows) texts.set(hash, text);
  }
  return texts;
}
