import * as z from "zod";
import {
  ActorKind,
  Bounds,
  ContactKind,
  ContactStatus,
  EventStatus,
  EventType,
  Medium,
  Mode,
} from "../../record/schema.ts";

/** The parts of which the answers of all questions are made. */

const day = z.string().describe("ISO day");

/** A day that a person gives: checked to exist. */
export const Day = z.iso.date().describe("ISO day, YYYY-MM-DD");

/** An actor as a person names it: a name, alias, surname, office ("the French president") or state. */
export const ActorPhrase = z.string().trim().min(1).max(200).describe("a name, alias, surname, office or state");

export const Cited = z
  .strictObject({
    report: z.string().describe("id of the report"),
    title: z.string().nullable(),
    published: day.nullable(),
    entry: z.string().describe("id of the entry in the report's record"),
    line: z.int().nullable().describe("line of the report's text, from 1"),
    from: z.int(),
    to: z.int(),
    quote: z.string().describe("exactly text.slice(from, to)"),
    before: z.string().optional().describe("what of its sentence stands before it, cut where it is long"),
    after: z.string().optional().describe("what of its sentence stands behind it"),
  })
  .describe("the words of a report on which an answer rests");

export const ActorRef = z.strictObject({ id: z.string(), name: z.string(), kind: ActorKind.nullable() });

export const Understood = z
  .strictObject({
    phrase: z.string().describe("as asked"),
    actor: ActorRef,
    read_as: z.string().describe("how the phrase was understood"),
  })
  .describe("whom an argument was taken to mean");

export const DayRange = z.strictObject({ from: day.nullable(), to: day.nullable() });

export const Reach = z
  .strictObject({ reports: z.int(), first: day.nullable(), last: day.nullable() })
  .describe("what the record reaches over; an answer holds only within it");

export const EncounterView = z.strictObject({
  id: z.string(),
  kind: ContactKind,
  medium: Medium.nullable(),
  medium_basis: z.enum(["stated", "usual"]).nullable().describe("usual: not said, but of a contact of this kind"),
  status: ContactStatus,
  parties: z.array(ActorRef),
  date: z.string().nullable().describe("TIMEX3"),
  days: DayRange,
  reported: day.nullable().describe("when the first report of it was published"),
  place: z.string().nullable(),
  duration: z.string().nullable(),
  duration_mod: z.string().nullable(),
  ordinals: z.array(z.string()),
  topics: z.array(z.string()),
  factors: z.array(z.string()),
  contradictions: z.array(z.string()),
  reports: z.int().describe("how many reports speak of it"),
  evidence: z.array(Cited),
});

export const StatementView = z.strictObject({
  report: z.string(),
  entry: z.string(),
  speakers: z.array(ActorRef),
  via: ActorRef.nullable(),
  to: z.array(ActorRef),
  mode: Mode,
  cue: z.string(),
  content: z.string(),
  hedged: z.boolean(),
  day: day.nullable(),
  dated: z.boolean().describe("false: the day is that of the report's publication"),
  topics: z.array(z.string()).describe("those of lexicon/topics.tsv"),
  evidence: z.array(Cited),
});

export const ActView = z.strictObject({
  report: z.string(),
  entry: z.string(),
  type: EventType,
  actors: z.array(ActorRef),
  recipients: z.array(ActorRef),
  status: EventStatus,
  said_by: ActorRef.nullable(),
  day: day.nullable(),
  dated: z.boolean(),
  evidence: z.array(Cited),
});

/** What every answer has. */
export const answerShape = {
  sentence: z.string().describe("the answer in words"),
  found: z.boolean().describe("false where the record holds nothing that answers"),
  reach: Reach,
} as const;

export { Bounds, ContactKind, ContactStatus, EventStatus, EventType, Medium };
export type Cited = z.infer<typeof Cited>;
export type ActorRef = z.infer<typeof ActorRef>;
export type Understood = z.infer<typeof Understood>;
export type EncounterView = z.infer<typeof EncounterView>;
export type StatementView = z.infer<typeof StatementView>;
export type ActView = z.infer<typeof ActView>;
