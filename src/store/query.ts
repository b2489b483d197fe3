import { type Kysely, type RawBuilder, sql } from "kysely";
import { UsageError } from "../record/errors.ts";
import type { Flavour } from "./flavour.ts";
import type { Tables } from "./tables.ts";
import type { EntryFilter, Who } from "./types.ts";
import { wordQuery } from "./words.ts";

/** Of entries up to a day: those that end by then, or those that go on beyond it. Each is read from an index of its own. */
export type UpTo = "ending" | "over";

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
 * The query of a filter over `entries as e`. Where words are asked for and few entries have them, the words drive it;
 * where actors are, the rarest of them does through the index of parties by actor and day; otherwise an index of
 * entries by day. "cross join" is how SQLite is told which table to walk.
 */
export async function entryQuery(
  db: Kysely<Tables>,
  flavour: Flavour,
  filter: EntryFilter,
  upTo?: UpTo,
): Promise<EntryQuery> {
  const words = wordQueries(flavour, filter);
  const parts = (filter.actors ?? []).map(partOf);
  const conditions = valueConditions(filter);
  const [all] = words;
  const first = all && filter.among ? sql`select id from (${all}) a order by id desc limit ${filter.among}` : all;
  if (first && (filter.among || (await fewerThan(db, first, ENOUGH)))) {
    conditions.push(sql`e.id = w.id`, ...parts.map((part) => takesPart(part, sql`e.id`)));
    return query(
      sql`(${first}) w cross join entries e`,
      "e",
      filter,
      [...conditions, ...words.slice(1).map(fits)],
      upTo,
    );
  }
  const [driver, ...others] = await byRarity(db, parts);
  conditions.push(...words.map(fits));
  if (!driver) return query(sql`entries e`, "e", filter, conditions, upTo);
  conditions.push(sql`e.id = p.entry_id`, ...drives(driver), ...others.map((part) => takesPart(part, sql`p.entry_id`)));
  return query(sql`parties p cross join entries e`, "p", filter, conditions, upTo);
}

/** `lead` is the table that gives the order; what it has of the entry is asked of it alone. */
function query(
  from: RawBuilder<unknown>,
  lead: "e" | "p",
  filter: EntryFilter,
  conditions: readonly RawBuilder<unknown>[],
  upTo: UpTo | undefined,
): EntryQuery {
  const day = sql.ref(`${lead}.last_day`);
  const asked: RawBuilder<unknown>[] = [];
  if (filter.since) asked.push(sql`${day} >= ${filter.since}`);
  if (filter.until) {
    const first = sql.ref(`${lead}.first_day`);
    if (upTo !== "ending") asked.push(sql`${first} <= ${filter.until}`);
    if (upTo === "ending") asked.push(sql`${day} <= ${filter.until}`);
    if (upTo === "over") asked.push(sql`${day} > ${filter.until} and ${first} < ${day}`);
  }
  if (filter.types) asked.push(oneOf(sql.ref(`${lead}.type`), filter.types));
  const where = [...asked, ...conditions];
  return {
    from,
    where: where.length > 0 ? sql.join(where, sql` and `) : sql`1 = 1`,
    day,
    id: lead === "e" ? sql`e.id` : sql`p.entry_id`,
  };
}

const fits = (found: RawBuilder<unknown>): RawBuilder<unknown> => sql`e.id in (${found})`;

async function fewerThan(db: Kysely<Tables>, found: RawBuilder<unknown>, most: number): Promise<boolean> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from (select 1 as x from (${found}) f limit ${most}) few`.execute(db);
  return Number(rows[0]!.n) < most;
}

const partOf = (who: Who): Part => (typeof who === "string" ? { actor: who, roles: [] } : who);

const inRoles = (alias: string, { roles }: Part): RawBuilder<unknown> =>
  roles.length === 0 ? sql`1 = 1` : sql`${sql.ref(`${alias}.role`)} in (${sql.join(roles)})`;

/** By the entry, not by the index of actors, which SQLite would take; hence the `|| ''`. */
const takesPart = (part: Part, id: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`exists (select 1 from parties q where q.entry_id = ${id} and q.actor || '' = ${part.actor} and ${inRoles("q", part)})`;

/** The driving actor, once for each entry even where it stands in it in two roles or under two names. */
const drives = (part: Part): RawBuilder<unknown>[] => [
  sql`p.actor = ${part.actor}`,
  inRoles("p", part),
  sql`not exists (select 1 from parties d where d.entry_id = p.entry_id and d.actor = p.actor
    and (d.role, d.name) < (p.role, p.name) and ${inRoles("d", part)})`,
];

/** How far entries of an actor or of words are counted to find what drives a query. */
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
  if (filter.place) conditions.push(sql`e.place is not null and lower(e.place) = ${filter.place.toLowerCase()}`);
  if (filter.dated !== undefined) {
    const known = sql`(e.from_day is not null or e.to_day is not null)`;
    conditions.push(filter.dated ? known : sql`not ${known}`);
  }
  if (filter.report) conditions.push(sql`e.report_id = (select id from reports where hash = ${filter.report})`);
  if (filter.confirmed !== undefined) conditions.push(sql`e.confirmed = ${filter.confirmed ? 1 : 0}`);
  return conditions;
}

/** A query for the ids of entries for each text of words that was asked for. */
function wordQueries(flavour: Flavour, filter: EntryFilter): RawBuilder<unknown>[] {
  const asked = [
    { text: filter.topic, second: true },
    { text: filter.words, second: false },
  ];
  return asked.flatMap(({ text, second }) => {
    if (text === undefined) return [];
    const words = wordQuery(text);
    return [words ? flavour.wordsFit("entry_words", words, second) : sql`select id from entries where 1 = 0`];
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
  const match = /^([^.]*)\.(\d{1,15})$/.exec(text);
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
