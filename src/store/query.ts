import { type Kysely, type RawBuilder, sql } from "kysely";
import { UsageError } from "../record/errors.ts";
import type { Flavour } from "./flavour.ts";
import type { Tables } from "./tables.ts";
import type { EntryFilter, Who } from "./types.ts";
import { wordQuery } from "./words.ts";

/** What a filter comes to: where entries are looked for, on what conditions, and in which order. */
export interface EntryQuery {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  /** The columns of the order: day and row id, from the index that drives the query. */
  readonly day: RawBuilder<unknown>;
  readonly id: RawBuilder<unknown>;
}

interface Part {
  readonly actor: string;
  readonly roles: readonly string[];
}

/**
 * The query of a filter over `entries as e`. Where actors are asked for, the rarest of them drives it through the
 * index of parties by actor and day; otherwise an index of entries by day does.
 */
export async function entryQuery(db: Kysely<Tables>, flavour: Flavour, filter: EntryFilter): Promise<EntryQuery> {
  const [driver, ...others] = await byRarity(db, (filter.actors ?? []).map(partOf));
  const day = driver ? sql`p.last_day` : sql`e.last_day`;
  const id = driver ? sql`p.entry_id` : sql`e.id`;
  const conditions = [...valueConditions(filter), ...wordConditions(flavour, filter)];
  if (filter.since) conditions.push(sql`${day} >= ${filter.since}`);
  if (filter.until) conditions.push(sql`e.first_day <= ${filter.until}`);
  if (filter.types) conditions.push(oneOf(driver ? sql`p.type` : sql`e.type`, filter.types));
  for (const other of others) conditions.push(takesPart(other, id));
  if (driver) conditions.push(sql`e.id = p.entry_id`, ...drives(driver));
  return {
    // "cross join" is how SQLite is told which table to walk.
    from: driver ? sql`parties p cross join entries e` : sql`entries e`,
    where: conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`1 = 1`,
    day,
    id,
  };
}

const partOf = (who: Who): Part => (typeof who === "string" ? { actor: who, roles: [] } : who);

const inRoles = (alias: string, { roles }: Part): RawBuilder<unknown> =>
  roles.length === 0 ? sql`1 = 1` : sql`${sql.ref(`${alias}.role`)} in (${sql.join(roles)})`;

const takesPart = (part: Part, id: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`exists (select 1 from parties q where q.entry_id = ${id} and q.actor || '' = ${part.actor} and ${inRoles("q", part)})`;

/** The driving actor, once for each entry even where it stands in it in two roles or under two names. */
const drives = (part: Part): RawBuilder<unknown>[] => [
  sql`p.actor = ${part.actor}`,
  inRoles("p", part),
  sql`not exists (select 1 from parties d where d.entry_id = p.entry_id and d.actor = p.actor
    and (d.role, d.name) < (p.role, p.name) and ${inRoles("d", part)})`,
];

/** How far an actor's entries are counted to find the rarest. */
const ENOUGH = 5000;

async function byRarity(db: Kysely<Tables>, parts: readonly Part[]): Promise<Part[]> {
  if (parts.length < 2) return [...parts];
  const counted = await Promise.all(
    parts.map(async (part) => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from
        (select 1 as x from parties where actor = ${part.actor} limit ${ENOUGH}) few`.execute(db);
      return { part, n: Number(rows[0]!.n) };
    }),
  );
  return counted.sort((a, b) => a.n - b.n).map(({ part }) => part);
}

const oneOf = (column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<unknown> =>
  values.length > 0 ? sql`${column} in (${sql.join(values)})` : sql`1 = 0`;

function valueConditions(filter: EntryFilter): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  if (filter.kinds) conditions.push(oneOf(sql`e.kind`, filter.kinds));
  if (filter.statuses) conditions.push(oneOf(sql`e.status`, filter.statuses));
  if (filter.mediums) conditions.push(oneOf(sql`e.medium`, filter.mediums));
  if (filter.place) conditions.push(sql`lower(e.place) = ${filter.place.toLowerCase()}`);
  if (filter.dated !== undefined) {
    const known = sql`(e.from_day is not null or e.to_day is not null)`;
    conditions.push(filter.dated ? known : sql`not ${known}`);
  }
  if (filter.report) conditions.push(sql`e.report_id = (select id from reports where hash = ${filter.report})`);
  if (filter.confirmed !== undefined) conditions.push(sql`e.confirmed = ${filter.confirmed ? 1 : 0}`);
  return conditions;
}

function wordConditions(flavour: Flavour, filter: EntryFilter): RawBuilder<unknown>[] {
  const asked = [
    { text: filter.words, second: false },
    { text: filter.topic, second: true },
  ];
  return asked.flatMap(({ text, second }) => {
    if (text === undefined) return [];
    const query = wordQuery(text);
    return [query ? flavour.wordsFit("entry_words", sql`e.id`, query, second) : sql`1 = 0`];
  });
}

/** A place in an ordered list, as `Page.next` gives it. */
export interface Cursor {
  readonly day: string;
  readonly id: number;
}

export const cursorText = ({ day, id }: Cursor): string => `${day}.${id}`;

/** Reads a cursor. Throws UsageError where it is none. */
export function cursorOf(text: string): Cursor {
  const match = /^([\d-]*)\.(\d{1,15})$/.exec(text);
  if (!match) throw new UsageError(`"${text}" is no place to go on from; take it from the page before.`);
  return { day: match[1]!, id: Number(match[2]) };
}

export const DEFAULT_LIMIT = 100;
const MOST = 1000;

/** How many items of a page were asked for. Throws UsageError where it is no number from 1 to 1000. */
export function limitOf(limit: number | undefined): number {
  const asked = limit ?? DEFAULT_LIMIT;
  if (!Number.isInteger(asked) || asked < 1 || asked > MOST)
    throw new UsageError(`A page has from 1 to ${MOST} items, not ${asked}.`);
  return asked;
}
