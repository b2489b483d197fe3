import * as z from "zod";

/**
 * The record: all that was read from one report.
 * This file is the one source for the TypeScript types and the JSON Schema (`chancery schema`).
 * The five lists hold the fields of the annotation guidelines by their names; `id`, `evidence` and `why` come on top.
 */

const offset = z.int().min(0);

export const Evidence = z
  .strictObject({
    from: offset.describe("UTF-16 offset of the first character in the report's text"),
    to: offset.describe("UTF-16 offset after the last character"),
    quote: z.string().describe("exactly text.slice(from, to)"),
  })
  .describe("the words in the report's own text on which a value rests");

export const Why = z
  .strictObject({
    rule: z.string().describe("the rule or model that gave the value, named as in docs/reader.md"),
    basis: z.enum(["stated", "inferred"]).describe("stated: the words say it; inferred: the rule concluded it"),
    span: Evidence.optional().describe("the words, where they are not those of the entry itself"),
  })
  .describe("why a value is there");

const whyByField = z
  .record(z.string(), Why)
  .describe("for each field that has a value: the rule, stated or inferred, and the words");

/** A TIMEX3 value ("2025-07-01", "2006-W45", "PT2H", "PRESENT_REF") or an interval of two dates. */
const timeValue = z.string().nullable();

export const Bounds = z
  .strictObject({ earliest: z.string().nullable(), latest: z.string().nullable() })
  .describe("ISO dates between which the time must lie; null is open or not known");

export const Time = z.strictObject({
  id: z.string(),
  type: z.enum(["DATE", "TIME", "DURATION", "SET"]),
  value: timeValue.describe("TIMEX3 value; null where the text and the publication date do not settle it"),
  mod: z
    .enum([
      "MORE_THAN",
      "LESS_THAN",
      "EQUAL_OR_MORE",
      "EQUAL_OR_LESS",
      "APPROX",
      "START",
      "MID",
      "END",
      "BEFORE",
      "AFTER",
    ])
    .optional(),
  bounds: Bounds.optional(),
  evidence: Evidence,
  why: Why,
});

export const Note = z.strictObject({
  kind: z.enum([
    "quotation-mended",
    "currency-inferred",
    "encoding-mended",
    "language",
    "date-unresolved",
    "empty",
    "other",
  ]),
  message: z.string().describe("what was mended or could not be settled, in plain words"),
  evidence: Evidence.optional(),
});

export const ActorKind = z.enum(["person", "state", "organisation", "group", "official"]);
export const Sector = z.enum(["GOV", "MIL", "LEG", "JUD", "OPP", "REB", "IGO", "NGO", "BUS", "MED", "CVL", "ELI"]);

export const Actor = z.strictObject({
  id: z.string(),
  name: z.string().describe("standard form: full name, ISO 3166 alpha-3 code, CODE:noun, or short name of a body"),
  kind: ActorKind,
  country: z.string().nullable().describe("ISO 3166 alpha-3"),
  sector: Sector.nullable(),
  role: z.string().nullable().describe("the office as the text gives it"),
  surface: z.array(z.string()).describe("every distinct string that refers to the actor, pronouns left out"),
  evidence: z.array(Evidence).describe("where each mention stands, pronouns taken in"),
  why: whyByField,
});

export const ContactKind = z.enum([
  "meeting",
  "visit",
  "talks",
  "summit",
  "call",
  "video",
  "letter",
  "message",
  "reception",
]);
export const ContactStatus = z.enum(["held", "planned", "possible", "negated"]);
export const Medium = z.enum(["in-person", "phone", "video", "written"]);

export const Contact = z.strictObject({
  id: z.string(),
  kind: ContactKind,
  parties: z.array(z.string()).min(1).describe("names of actors"),
  status: ContactStatus,
  medium: Medium.nullable(),
  date: timeValue,
  bounds: Bounds.optional(),
  place: z.string().nullable(),
  duration: z.string().nullable().describe("ISO 8601"),
  duration_mod: z.string().optional().describe("TIMEX3 mod of the duration"),
  ordinal: z.string().nullable().describe("exact words that place it in a series"),
  topics: z.array(z.string()).max(4),
  factors: z.array(z.string()).describe("exact phrases that influence, condition, precede or block it"),
  trigger: z.string(),
  lines: z.array(z.int().min(0)),
  evidence: z.array(Evidence),
  why: whyByField,
});

export const Mode = z.enum(["direct", "indirect", "mixed"]);

export const Statement = z.strictObject({
  id: z.string(),
  speaker: z.union([z.string(), z.array(z.string())]),
  via: z.string().nullable(),
  addressee: z.array(z.string()),
  mode: Mode,
  content: z.string(),
  cue: z.string(),
  hedged: z.boolean(),
  date: timeValue,
  line: z.int().min(0),
  evidence: z.array(Evidence),
  why: whyByField,
});

export const EventType = z.enum([
  "AGREE",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
]);
export const EventStatus = z.enum(["actual", "planned", "possible", "negated"]);

export const Event = z.strictObject({
  id: z.string(),
  type: EventType,
  actors: z.array(z.string()),
  recipients: z.array(z.string()),
  status: EventStatus,
  date: timeValue,
  said_by: z.string().nullable(),
  trigger: z.string(),
  line: z.int().min(0),
  evidence: z.array(Evidence),
  why: whyByField,
});

export const Money = z.strictObject({
  id: z.string(),
  amount: z.number().describe("in units of the currency"),
  amount_to: z.number().optional().describe("upper end of a range"),
  currency: z.string().describe("ISO 4217"),
  purpose: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  status: EventStatus,
  text: z.string(),
  line: z.int().min(0),
  evidence: z.array(Evidence),
  why: whyByField,
});

export const Record = z.strictObject({
  schema: z.literal("chancery-record-1"),
  reader: z.string().describe("which reader, and its version"),
  published: z.string().nullable().describe("ISO date, or null where nobody knows"),
  title: z.string().nullable(),
  language: z.string().describe("ISO 639-1 of the text, or und"),
  actors: z.array(Actor),
  contacts: z.array(Contact),
  statements: z.array(Statement),
  events: z.array(Event),
  money: z.array(Money),
  times: z.array(Time),
  notes: z.array(Note),
});

export type Evidence = z.infer<typeof Evidence>;
export type Why = z.infer<typeof Why>;
export type Bounds = z.infer<typeof Bounds>;
export type Time = z.infer<typeof Time>;
export type Note = z.infer<typeof Note>;
export type ActorKind = z.infer<typeof ActorKind>;
export type Sector = z.infer<typeof Sector>;
export type Actor = z.infer<typeof Actor>;
export type ContactKind = z.infer<typeof ContactKind>;
export type ContactStatus = z.infer<typeof ContactStatus>;
export type Medium = z.infer<typeof Medium>;
export type Contact = z.infer<typeof Contact>;
export type Mode = z.infer<typeof Mode>;
export type Statement = z.infer<typeof Statement>;
export type EventType = z.infer<typeof EventType>;
export type EventStatus = z.infer<typeof EventStatus>;
export type Event = z.infer<typeof Event>;
export type Money = z.infer<typeof Money>;
export type Record = z.infer<typeof Record>;

/** The JSON Schema (draft 2020-12) of the record. */
export const recordJsonSchema = (): object => z.toJSONSchema(Record, { target: "draft-2020-12" });
