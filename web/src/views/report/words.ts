import type { CurrentEntry, EntryType } from "../../data/types.ts";
import { actorName, EVENT_WORDS, KIND_WORDS, listed, readableAmount, timeInWords } from "../../format/words.ts";
import { type Field, fieldOf } from "./fields.ts";

/** Entries and their values in words. */

export type Values = Readonly<Record<string, unknown>>;

/** The fields of an entry by name, whatever its type. */
export const valuesOf = (entry: CurrentEntry["entry"]): Values => entry as unknown as Values;

export const namesIn = (value: unknown): readonly string[] =>
  value === null || value === undefined || value === "" ? [] : ([value].flat() as string[]);

/** A value as one would write it; null where it is not known or empty. */
export function inWords(field: Field, value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value) && value.length === 0) return null;
  switch (field.form) {
    case "choice":
      return field.choices?.find(([choice]) => choice === value)?.[1] ?? String(value);
    case "date":
    case "duration":
      return timeInWords(String(value));
    case "actor":
    case "actors":
      return listed(namesIn(value).map(actorName));
    case "list":
      return namesIn(value).join("; ");
    case "yesno":
      return value ? "yes" : "no";
    case "number":
      return readableAmount(Number(value));
    default:
      return String(value);
  }
}

/** The value of a field in a history, where the field may be unknown to this page. */
export function valueInWords(type: EntryType, name: string, value: unknown): string {
  const field = fieldOf(type, name);
  if (!field) return typeof value === "string" ? value : JSON.stringify(value);
  return inWords(field, value) ?? field.unknown;
}

const EVENT_STATUS: Readonly<Record<string, string>> = {
  actual: "done",
  planned: "planned",
  possible: "possible",
  negated: "not done",
};

/** What an entry is, in one line: "Phone call", "Says", "Agrees", "€3.2 billion". */
export function headline({ type, entry }: CurrentEntry): string {
  const title = titleOf(type, valuesOf(entry));
  return title.slice(0, 1).toUpperCase() + title.slice(1);
}

function titleOf(type: EntryType, values: Values): string {
  switch (type) {
    case "contact":
      return KIND_WORDS[values.kind as keyof typeof KIND_WORDS];
    case "statement":
      return values.cue ? String(values.cue) : "says";
    case "event":
      return EVENT_WORDS[String(values.type)] ?? String(values.type);
    case "sum":
      return sumInWords(values);
  }
}

/** "3.2 billion EUR", "10 to 12 million USD". */
export function sumInWords({ amount, amount_to, currency }: Values): string {
  const most = typeof amount_to === "number" ? ` to ${readableAmount(amount_to)}` : "";
  return `${readableAmount(Number(amount))}${most} ${String(currency)}`;
}

/** How sure an act or sum is. */
export const eventStatus = (status: unknown): string => EVENT_STATUS[String(status)] ?? String(status);

/** Who is in an entry, as a short line for lists of choices and for screen readers. */
export function subject({ type, entry }: CurrentEntry): string {
  const values = valuesOf(entry);
  const names = {
    contact: [values.parties],
    statement: [values.speaker],
    event: [values.actors, values.recipients],
    sum: [values.from, values.to],
  }[type];
  return listed([...new Set(names.flatMap(namesIn))].map(actorName));
}

/** "phone call of Hélène Marchetti and Kemal Aydoğan": how changes name an entry. */
export function named(type: EntryType, entry: unknown): string {
  const current = { type, entry } as unknown as CurrentEntry;
  const who = subject(current);
  const title = headline(current);
  switch (type) {
    case "contact":
      return `${title.toLowerCase()} of ${who}`;
    case "statement":
      return `statement of ${who || "nobody named"}`;
    case "event":
      return `act “${title.toLowerCase()}”${who && ` of ${listed(namesIn(valuesOf(current.entry).actors).map(actorName)) || who}`}`;
    case "sum":
      return `sum of ${title}`;
  }
}
