import { createHash } from "node:crypto";
import type { Contact, Event, Evidence, Money, Record, Statement } from "../record/schema.ts";

/** The four lists of a record that hold entries. */
export type EntryType = "contact" | "statement" | "event" | "sum";
export type AnyEntry = Contact | Statement | Event | Money;

/** An entry of a record with the key by which layers, links and answers name it. */
export interface KeyedEntry {
  readonly key: string;
  readonly type: EntryType;
  readonly entry: AnyEntry;
}

/**
 * The id of a report: SHA-256 of its text after Unicode NFC, each run of white space as one space, trimmed. The same
 * text with other line breaks is the same report.
 */
export const reportId = (text: string): string => sha(text.normalize("NFC").replace(/\s+/gu, " ").trim());

/**
 * The entries of a record with their keys. A key rests on the report, the kind of entry, its words and who is in it
 * where that tells two entries apart, so that it is the same in another reading that reads the same thing; values
 * that are often bettered (dates, status, place) are no part of it.
 */
export function keyedEntries(report: string, record: Record): KeyedEntry[] {
  const seen = new Map<string, number>();
  const keyed = (type: EntryType, entry: AnyEntry): KeyedEntry => {
    const base = baseOf(type, entry);
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return { key: entryKey(report, count > 1 ? `${base}#${count}` : base), type, entry };
  };
  return [
    ...record.contacts.map((entry) => keyed("contact", entry)),
    ...record.statements.map((entry) => keyed("statement", entry)),
    ...record.events.map((entry) => keyed("event", entry)),
    ...record.money.map((entry) => keyed("sum", entry)),
  ];
}

/** The key of an entry that a person added: it rests on the layer alone. */
export const addedKey = (report: string, unique: string): string => entryKey(report, `added ${unique}`);

const entryKey = (report: string, base: string): string => sha(`${report} ${base}`).slice(0, 20);

function baseOf(type: EntryType, entry: AnyEntry): string {
  const at = place(entry.evidence[0]);
  switch (type) {
    case "contact":
      return `contact ${at}`;
    case "statement":
      return `statement ${at} ${place(entry.evidence[1])}`;
    case "event": {
      const { type: plover, actors, recipients } = entry as Event;
      return `event ${at} ${plover} ${JSON.stringify([actors, recipients])}`;
    }
    case "sum":
      return `sum ${at} ${(entry as Money).amount} ${(entry as Money).currency}`;
  }
}

const place = (span: Evidence | undefined): string => (span ? `${span.from}-${span.to}` : "none");
const sha = (text: string): string => createHash("sha256").update(text).digest("hex");
