import { type Kysely, sql } from "kysely";
import { cursorOf, cursorText, limitOf } from "./query.ts";
import type { Tables } from "./tables.ts";
import type { ActorCount, ActorUse, Page, Paging } from "./types.ts";

const PAGE = 1000;

/** Actors by how many reports name them. */
export async function findActors(
  db: Kysely<Tables>,
  filter: Paging & { readonly named?: string | undefined },
): Promise<Page<ActorCount>> {
  const limit = limitOf(filter.limit);
  const offset = filter.after === undefined ? 0 : cursorOf(filter.after).id;
  const named = filter.named?.toLowerCase();
  const wanted = named
    ? sql`where actor in (select actor from actors where lower(name) like ${`%${escaped(named)}%`} escape '\\'
        or lower(actor) like ${`%${escaped(named)}%`} escape '\\')`
    : sql``;
  const { rows } = await sql<{ actor: string; n: number }>`select actor, count(distinct report_id) as n from actors
    ${wanted} group by actor order by n desc, actor limit ${limit + 1} offset ${offset}`.execute(db);
  const page = rows.slice(0, limit);
  const names = await namesOf(
    db,
    page.map(({ actor }) => actor),
  );
  const items = page.map(({ actor, n }) => ({ actor, reports: Number(n), kinds: [], names: [], ...names.get(actor) }));
  return { items, next: rows.length > limit ? cursorText({ day: "", id: offset + limit }) : null };
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

async function namesOf(
  db: Kysely<Tables>,
  actors: readonly string[],
): Promise<Map<string, { readonly kinds: string[]; readonly names: string[] }>> {
  const found = new Map<string, { kinds: string[]; names: string[] }>();
  if (actors.length === 0) return found;
  const rows = await db
    .selectFrom("actors")
    .select(["actor", "name", "kind"])
    .distinct()
    .where("actor", "in", actors)
    .orderBy("name")
    .orderBy("kind")
    .execute();
  for (const { actor, name, kind } of rows) {
    const one = found.get(actor) ?? { kinds: [], names: [] };
    found.set(actor, one);
    if (!one.names.includes(name)) one.names.push(name);
    if (!one.kinds.includes(kind)) one.kinds.push(kind);
  }
  return found;
}

/** Each actor of each report, in the order in which the reports were kept. */
export async function* eachActor(db: Kysely<Tables>, actor: string | undefined): AsyncGenerator<ActorUse> {
  let last = { report_id: 0, name: "" };
  for (;;) {
    let query = db
      .selectFrom("actors as a")
      .innerJoin("reports as r", "r.id", "a.report_id")
      .select([
        "a.report_id",
        "r.hash",
        "r.published",
        "a.name",
        "a.actor",
        "a.kind",
        "a.country",
        "a.country_rule",
        "a.sector",
        "a.role",
        "a.surface",
      ])
      .where(sql<boolean>`(a.report_id, a.name) > (${last.report_id}, ${last.name})`)
      .orderBy("a.report_id")
      .orderBy("a.name")
      .limit(PAGE);
    if (actor !== undefined) query = query.where("a.actor", "=", actor);
    const rows = await query.execute();
    for (const { report_id: _, hash, surface, country_rule, ...row } of rows)
      yield { report: hash, ...row, countryRule: country_rule, surface: JSON.parse(surface) as string[] };
    const end = rows.at(-1);
    if (!end || rows.length < PAGE) return;
    last = end;
  }
}
