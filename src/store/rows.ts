import { deflateSync, inflateSync } from "node:zlib";
import type { Contact, Event, Money, Record, Statement } from "../record/schema.ts";
import type { Report } from "../source/report.ts";
import { type DayRange, entryDays } from "./days.ts";
import type { AnyEntry, EntryType } from "./keys.ts";
import type { CurrentEntry } from "./layers.ts";

/** The part that an actor has in an entry. */
export type Role = "party" | "speaker" | "via" | "addressee" | "actor" | "recipient" | "said_by" | "from" | "to";

export interface Part {
  readonly role: Role;
  readonly name: string;
}

/** The columns of a report; control characters that PostgreSQL cannot hold are left out. */
export const reportRow = (hash: string, report: Report, now: string) => ({
  hash,
  text: clean(report.text),
  title: report.title === null ? null : clean(report.title),
  published: report.published,
  publisher: report.publisher === null ? null : clean(report.publisher),
  address: report.address === null ? null : clean(report.address),
  kind: report.kind,
  notes: JSON.stringify(report.notes),
  added_at: now,
});

const clean = (text: string): string => text.toWellFormed().replaceAll("\0", " ");

export const packRecord = (record: Record): Uint8Array => deflateSync(JSON.stringify(record));
export const unpackRecord = (body: Uint8Array): Record => JSON.parse(inflateSync(body).toString("utf8")) as Record;

/** Who is in an entry, and how. An actor stands once for each role. */
export function partsOf(type: EntryType, entry: AnyEntry): Part[] {
  const parts = rawParts(type, entry);
  return parts.filter(({ role, name }, i) => parts.findIndex((p) => p.role === role && p.name === name) === i);
}

function rawParts(type: EntryType, entry: AnyEntry): Part[] {
  const as = (role: Role, names: string | readonly string[] | null): Part[] =>
    [names ?? []].flat().map((name) => ({ role, name }));
  switch (type) {
    case "contact":
      return as("party", (entry as Contact).parties);
    case "statement": {
      const { speaker, via, addressee } = entry as Statement;
      return [...as("speaker", speaker), ...as("via", via), ...as("addressee", addressee)];
    }
    case "event": {
      const { actors, recipients, said_by } = entry as Event;
      return [...as("actor", actors), ...as("recipient", recipients), ...as("said_by", said_by)];
    }
    case "sum": {
      const { from, to } = entry as Money;
      return [...as("from", from), ...as("to", to)];
    }
  }
}

/** The first and last day by which an entry is put in order: what is known of it, else the day of publication. */
function orderDays({ from, to }: DayRange, published: string | null): { first_day: string; last_day: string } {
  return { first_day: from ?? to ?? published ?? "", last_day: to ?? from ?? published ?? "" };
}

/** The columns of an entry as it stands. */
export function entryRow(reportRowId: number, published: string | null, current: CurrentEntry) {
  const { key, type, entry } = current;
  const days = type === "sum" ? { from: null, to: null } : entryDays(entry as Contact | Statement | Event, published);
  return {
    report_id: reportRowId,
    key,
    type,
    kind: kindOf(type, entry),
    status: "status" in entry ? entry.status : null,
    medium: "medium" in entry ? entry.medium : null,
    from_day: days.from,
    to_day: days.to,
    ...orderDays(days, published),
    place: "place" in entry ? entry.place : null,
    currency: "currency" in entry ? entry.currency : null,
    amount: "amount" in entry ? entry.amount : null,
    confirmed: current.confirmed ? 1 : 0,
    added: current.added ? 1 : 0,
    layers: JSON.stringify(current.layers),
    body: JSON.stringify(entry),
  };
}

/** A contact's kind, an event's PLOVER type, a statement's mode; a sum is "sum". */
function kindOf(type: EntryType, entry: AnyEntry): string {
  if (type === "contact") return (entry as Contact).kind;
  if (type === "event") return (entry as Event).type;
  return type === "statement" ? (entry as Statement).mode : "sum";
}

/** What an entry says, for full text: all but the names of those in it. */
export function whatOf(type: EntryType, entry: AnyEntry): string {
  switch (type) {
    case "contact": {
      const { trigger, topics, factors, ordinal, place } = entry as Contact;
      return [trigger, ...topics, ...factors, ordinal, place].filter(Boolean).join(" · ");
    }
    case "statement": {
      const { cue, content } = entry as Statement;
      return `${cue} · ${content}`;
    }
    case "event":
      return [(entry as Event).trigger, (entry as Event).evidence[0]?.quote].filter(Boolean).join(" · ");
    case "sum":
      return [(entry as Money).text, (entry as Money).purpose].filter(Boolean).join(" · ");
  }
}
