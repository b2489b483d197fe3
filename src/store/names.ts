import { type Kysely, sql, type Transaction } from "kysely";
import type { Layer } from "./layers.ts";
import type { Tables } from "./tables.ts";

/**
 * The name under which an actor is kept, by active layers. Merges and splits are gone through in their order, so that
 * a later one applies to what an earlier one gave. A split holds for the reports that it names alone.
 */
export function nameResolver(layers: readonly Layer[]): (name: string, report: string) => string {
  const touched = new Set(layers.flatMap(({ body }) => namesIn(body).from));
  return (name, report) => {
    if (!touched.has(name)) return name;
    let now = name;
    for (const { body } of layers) {
      if (body.type === "merge" && body.names.includes(now)) now = body.into;
      if (body.type === "split" && body.name === now && body.reports.includes(report)) now = body.into;
    }
    return now;
  };
}

const namesIn = (body: Layer["body"]): { readonly from: readonly string[]; readonly into: readonly string[] } => {
  if (body.type === "merge") return { from: body.names, into: [body.into] };
  return body.type === "split" ? { from: [body.name], into: [body.into] } : { from: [], into: [] };
};

/** All names that merges and splits tie to those of one of them, whether these still hold or not. */
function tiedNames(layers: readonly Layer[], one: Layer): Set<string> {
  const tied = new Set([...namesIn(one.body).from, ...namesIn(one.body).into]);
  for (let size = 0; size < tied.size; ) {
    size = tied.size;
    for (const { body } of layers) {
      const { from, into } = namesIn(body);
      const names = [...from, ...into];
      if (names.some((name) => tied.has(name))) for (const name of names) tied.add(name);
    }
  }
  return tied;
}

/** Brings the derived names up to date after a merge or split was made or undone. `all` are all layers of that kind. */
export async function renameActors(
  trx: Transaction<Tables>,
  all: readonly Layer[],
  active: readonly Layer[],
  changed: Layer,
): Promise<void> {
  const resolve = nameResolver(active);
  const reports = new Set(all.flatMap(({ body }) => (body.type === "split" ? body.reports : [])));
  for (const name of tiedNames(all, changed)) {
    await rename(trx, name, resolve(name, ""), null);
    for (const report of reports) await rename(trx, name, resolve(name, report), report);
  }
}

async function rename(trx: Kysely<Tables>, name: string, actor: string, report: string | null): Promise<void> {
  const inReport = sql`(select id from reports where hash = ${report})`;
  await sql`update actors set actor = ${actor} where name = ${name} and actor <> ${actor}
    ${report ? sql`and report_id = ${inReport}` : sql``}`.execute(trx);
  await sql`update parties set actor = ${actor} where name = ${name} and actor <> ${actor}
    ${report ? sql`and entry_id in (select id from entries where report_id = ${inReport})` : sql``}`.execute(trx);
}
