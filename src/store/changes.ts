import { randomUUID } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import * as z from "zod";
import { UsageError } from "../record/errors.ts";
import { Contact, Event, Money, type Record, Statement } from "../record/schema.ts";
import { daysOf } from "./days.ts";
import { type AnyEntry, addedKey, type EntryType, keyedEntries } from "./keys.ts";
import { activeLayers, type Layer, type LayerBody, type Target } from "./layers.ts";
import { unpackRecord } from "./rows.ts";
import type { Tables } from "./tables.ts";
import type { Change } from "./types.ts";

const SCHEMAS = { contact: Contact, statement: Statement, event: Event, sum: Money } as const;
const FIXED = new Set(["id", "evidence", "why"]);

/** A report with its newest reading, and the layers about it. */
export interface Subject {
  readonly rowId: number;
  readonly hash: string;
  readonly published: string | null;
  readonly text: string;
  readonly record: Record;
  readonly layers: readonly Layer[];
}

export const layerOf = (row: { id: number; author: string; at: string; reason: string; body: string }): Layer => ({
  id: row.id,
  author: row.author,
  at: row.at,
  reason: row.reason,
  body: JSON.parse(row.body) as LayerBody,
});

/** Layers of a report, or those of none (merges, splits), in their order. */
export async function layersOf(db: Kysely<Tables>, report: string | null): Promise<Layer[]> {
  const query = db.selectFrom("layers").selectAll().orderBy("id");
  const rows = await query.where("report", report === null ? "is" : "=", report).execute();
  return rows.map(layerOf);
}

/** A report by its hash with its newest reading. */
export async function subjectOf(db: Kysely<Tables>, hash: string): Promise<Subject | null> {
  const row = await db
    .selectFrom("reports as r")
    .innerJoin("records as c", "c.report_id", "r.id")
    .select(["r.id", "r.hash", "r.published", "r.text", "c.body"])
    .where("r.hash", "=", hash)
    .orderBy("c.id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { id: rowId, published, text, body } = row;
  return { rowId, hash, published, text, record: unpackRecord(body), layers: await layersOf(db, hash) };
}

/** The body of a change's layer with the report that it is about. Throws UsageError where it makes no sense. */
export async function bodyOf(
  trx: Transaction<Tables>,
  change: Change,
): Promise<{ readonly body: LayerBody; readonly report: string | null }> {
  switch (change.type) {
    case "merge":
    case "split":
      return { body: naming(change), report: null };
    case "undo":
      return { body: change, report: await undone(trx, change.layer) };
    case "add": {
      const subject = await subjectOf(trx, change.report);
      if (!subject) throw new UsageError(`There is no report ${change.report}.`);
      const entry = validated(change.entryType, change.entry, subject.text);
      const { report, entryType } = change;
      return { body: { type: "add", report, key: addedKey(report, randomUUID()), entryType, entry }, report };
    }
    default: {
      const { target, entry, text } = await targetOf(trx, change.key);
      if (change.type !== "correct") return { body: { type: change.type, target }, report: target.report };
      const { field, becomes } = change;
      if (FIXED.has(field)) throw new UsageError(`"${field}" cannot be corrected; it is no value that was read.`);
      validated(target.type, { ...entry, [field]: becomes } as AnyEntry, text);
      return { body: { type: "correct", target, field, becomes }, report: target.report };
    }
  }
}

function naming(change: Change & { readonly type: "merge" | "split" }): LayerBody {
  if (!change.into.trim()) throw new UsageError("Say under which name the actor is to be kept.");
  if (change.type === "merge") {
    const names = [...new Set(change.names)].filter((name) => name !== change.into);
    if (names.length === 0) throw new UsageError("A merge needs at least one other name.");
    return { type: "merge", names, into: change.into };
  }
  const { name, into, reports } = change;
  if (name === into) throw new UsageError("A split needs a name of its own for the other actor.");
  if (reports.length === 0) throw new UsageError("A split needs the reports in which the name is the other actor's.");
  return { type: "split", name, into, reports: [...new Set(reports)] };
}

async function undone(trx: Transaction<Tables>, id: number): Promise<string | null> {
  const row = await trx.selectFrom("layers").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) throw new UsageError(`There is no layer ${id}.`);
  const undoings = (await layersOf(trx, row.report)).filter(({ body }) => body.type === "undo");
  if (!standing(layerOf(row), undoings)) throw new UsageError(`Layer ${id} was undone already.`);
  return row.report;
}

/** Whether a layer, or an undoing, still holds. */
export function standing(layer: Layer, layers: readonly Layer[]): boolean {
  const as: Layer = layer.body.type === "undo" ? { ...layer, body: { type: "merge", names: [], into: "" } } : layer;
  const others = layers.filter(({ id }) => id > layer.id);
  return activeLayers([as, ...others]).some(({ id }) => id === layer.id);
}

/** The entry as it stands, and as it was read. */
async function targetOf(
  trx: Transaction<Tables>,
  key: string,
): Promise<{ readonly target: Target; readonly entry: AnyEntry; readonly text: string }> {
  const row = await trx
    .selectFrom("entries as e")
    .innerJoin("reports as r", "r.id", "e.report_id")
    .select(["r.hash", "e.type", "e.body"])
    .where("e.key", "=", key)
    .executeTakeFirst();
  const subject = row && (await subjectOf(trx, row.hash));
  if (!row || !subject) throw new UsageError(`There is no entry ${key}.`);
  const read = keyedEntries(row.hash, subject.record).find((entry) => entry.key === key)?.entry;
  const added = subject.layers.find(({ body }) => body.type === "add" && body.key === key)?.body;
  const entry = JSON.parse(row.body) as AnyEntry;
  const asRead = read ?? (added?.type === "add" ? added.entry : entry);
  return { target: { report: row.hash, key, type: row.type as EntryType, read: asRead }, entry, text: subject.text };
}

/** An entry by the record's schema, its words where they stand in the report, its date a date. */
function validated(type: EntryType, entry: AnyEntry, text: string): AnyEntry {
  const result = SCHEMAS[type].safeParse(entry);
  if (!result.success)
    throw new UsageError(`That is no ${type}: ${z.prettifyError(result.error).replace(/\s+/g, " ")}.`);
  const date = "date" in entry ? entry.date : null;
  if (date !== null && date !== "PRESENT_REF") {
    const { from, to } = daysOf(date);
    if (!from && !to)
      throw new UsageError(`"${date}" is no date such as 2025-12-19, 2025-12, 2025-W51 or 2025-12-19/2025-12-21.`);
  }
  const wrong = entry.evidence.find(({ from, to, quote }) => text.slice(from, to) !== quote);
  if (wrong) throw new UsageError(`The report does not say "${wrong.quote}" at ${wrong.from}.`);
  return result.data;
}
