import type { EntryType } from "../../data/types.ts";
import { EVENT_WORDS, KIND_WORDS, MEDIUM_WORDS } from "../../format/words.ts";

/** The fields of entries as a desk officer names them, and how each is filled in. */

export type Form =
  | "choice"
  | "date"
  | "duration"
  | "actor"
  | "actors"
  | "list"
  | "text"
  | "passage"
  | "yesno"
  | "number";

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly form: Form;
  readonly choices?: readonly (readonly [string, string])[];
  /** What is said where there is no value. */
  readonly unknown: string;
  /** It must have a value. */
  readonly needed?: boolean;
}

const lower = (words: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(words).map(([value, word]) => [value, word.slice(0, 1).toLowerCase() + word.slice(1)]);

const CONTACT_STATUS: Field["choices"] = [
  ["held", "held"],
  ["planned", "planned"],
  ["possible", "possible"],
  ["negated", "not held"],
];
const ACT_STATUS: Field["choices"] = [
  ["actual", "done"],
  ["planned", "planned"],
  ["possible", "possible"],
  ["negated", "not done"],
];
const MODES: Field["choices"] = [
  ["direct", "in their own words"],
  ["mixed", "partly in their own words"],
  ["indirect", "in the report’s words"],
];

const date: Field = { name: "date", label: "Date", form: "date", unknown: "no day told" };

export const FIELDS: Readonly<Record<EntryType, readonly Field[]>> = {
  contact: [
    { name: "kind", label: "Kind", form: "choice", choices: lower(KIND_WORDS), unknown: "not told", needed: true },
    { name: "parties", label: "Parties", form: "actors", unknown: "nobody named", needed: true },
    { name: "status", label: "Status", form: "choice", choices: CONTACT_STATUS, unknown: "not told", needed: true },
    { name: "medium", label: "Medium", form: "choice", choices: Object.entries(MEDIUM_WORDS), unknown: "left open" },
    date,
    { name: "place", label: "Place", form: "text", unknown: "no place told" },
    { name: "duration", label: "Duration", form: "duration", unknown: "not told" },
    { name: "ordinal", label: "In a series", form: "text", unknown: "not told" },
    { name: "topics", label: "Topics", form: "list", unknown: "none told" },
    { name: "factors", label: "Hangs on", form: "list", unknown: "nothing told" },
  ],
  statement: [
    { name: "speaker", label: "Speaker", form: "actors", unknown: "nobody named" },
    { name: "via", label: "Relayed by", form: "actor", unknown: "nobody" },
    { name: "addressee", label: "Said to", form: "actors", unknown: "nobody named" },
    { name: "mode", label: "Mode", form: "choice", choices: MODES, unknown: "not told", needed: true },
    { name: "content", label: "What was said", form: "passage", unknown: "nothing", needed: true },
    { name: "cue", label: "Brought in by", form: "text", unknown: "no word of saying" },
    { name: "hedged", label: "Report keeps its distance", form: "yesno", unknown: "no", needed: true },
    date,
  ],
  event: [
    { name: "type", label: "Act", form: "choice", choices: Object.entries(EVENT_WORDS), unknown: "", needed: true },
    { name: "actors", label: "Done by", form: "actors", unknown: "nobody named" },
    { name: "recipients", label: "Towards", form: "actors", unknown: "nobody named" },
    { name: "status", label: "Status", form: "choice", choices: ACT_STATUS, unknown: "not told", needed: true },
    date,
    { name: "said_by", label: "Reported by", form: "actor", unknown: "the report itself" },
  ],
  sum: [
    { name: "amount", label: "Amount", form: "number", unknown: "not told", needed: true },
    { name: "amount_to", label: "Up to", form: "number", unknown: "no range" },
    { name: "currency", label: "Currency", form: "text", unknown: "not told", needed: true },
    { name: "purpose", label: "Purpose", form: "text", unknown: "not told" },
    { name: "from", label: "From", form: "actor", unknown: "not told" },
    { name: "to", label: "To", form: "actor", unknown: "not told" },
    { name: "status", label: "Status", form: "choice", choices: ACT_STATUS, unknown: "not told", needed: true },
  ],
};

export const fieldOf = (type: EntryType, name: string): Field | undefined =>
  FIELDS[type].find((field) => field.name === name);

export const TYPES: readonly EntryType[] = ["contact", "statement", "event", "sum"];
