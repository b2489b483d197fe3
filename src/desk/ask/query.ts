import * as z from "zod";
import { ContactKind, ContactStatus, EventType, Medium } from "../../record/schema.ts";
import { ActorPhrase, Day } from "../questions/schemas.ts";

/** What a question wants to know of what it asks about. */
export const Wants = z.enum([
  "when",
  "where",
  "who",
  "what",
  "whether",
  "how-many",
  "how-long",
  "how-long-ago",
  "how-much",
  "about",
  "medium",
  "depends",
  "via",
  "changes",
]);

const wants = Wants.describe("what is asked of what is found");
const words = z.string().min(1).max(300);
const period = { since: Day.optional(), until: Day.optional() };

const contactFilters = {
  kind: ContactKind.optional(),
  medium: Medium.optional(),
  place: words.optional().describe("a city or state"),
  topic: words.optional(),
  ...period,
};

/** The typed queries that a question in English is understood as. Actors and places stand as the asker named them. */
export const Query = z.discriminatedUnion("ask", [
  z.strictObject({
    ask: z.literal("last"),
    which: z.enum(["last", "first"]).optional().describe("left out: the last"),
    a: ActorPhrase.optional(),
    b: ActorPhrase.optional(),
    ...contactFilters,
    wants,
  }),
  z.strictObject({
    ask: z.literal("log"),
    actor: ActorPhrase.optional(),
    with: ActorPhrase.optional(),
    status: ContactStatus.optional(),
    ...contactFilters,
    wants,
  }),
  z.strictObject({
    ask: z.literal("upcoming"),
    actor: ActorPhrase.optional(),
    with: ActorPhrase.optional(),
    ...contactFilters,
    next: z.literal(true).optional().describe("only the next one"),
    wants,
  }),
  z.strictObject({
    ask: z.literal("claim"),
    claim: z.enum(["first", "never", "last"]),
    a: ActorPhrase,
    b: ActorPhrase.optional(),
    ...contactFilters,
  }),
  z.strictObject({
    ask: z.literal("depends"),
    on: words.describe("what others hang on"),
  }),
  z.strictObject({ ask: z.literal("positions"), actor: ActorPhrase, topic: words.optional(), ...period, wants }),
  z.strictObject({
    ask: z.literal("said"),
    actor: ActorPhrase.optional(),
    about: words.optional(),
    to: ActorPhrase.optional(),
    via: ActorPhrase.optional(),
    ...period,
    wants,
  }),
  z.strictObject({
    ask: z.literal("spokesmen"),
    for: ActorPhrase.optional(),
    via: ActorPhrase.optional(),
  }),
  z.strictObject({
    ask: z.literal("sums"),
    from: ActorPhrase.optional(),
    to: ActorPhrase.optional(),
    purpose: words.optional(),
    ...period,
    wants,
  }),
  z.strictObject({ ask: z.literal("relation"), a: ActorPhrase, b: ActorPhrase, ...period }),
  z.strictObject({
    ask: z.literal("acts"),
    types: z.array(EventType).min(1),
    actor: ActorPhrase.optional(),
    recipient: ActorPhrase.optional(),
    about: words.optional(),
    ...period,
    wants,
  }),
  z.strictObject({ ask: z.literal("find"), words }),
]);

export type Wants = z.infer<typeof Wants>;
export type Query = z.infer<typeof Query>;
export type QueryOf<Name extends Query["ask"]> = Extract<Query, { ask: Name }>;

/** A question that no query was made of. */
export interface NotUnderstood {
  readonly reason: Reason;
  /** In plain words, with the words of the question that were in the way. */
  readonly message: string;
}

/** Why: no words, another language, no predicate known, nobody named, a name that nobody bears, words that no query takes in, not in any record. */
export type Reason = "empty" | "language" | "predicate" | "actors" | "unknown" | "leftover" | "unsupported" | "several";

export const isQuery = (one: Query | NotUnderstood): one is Query => "ask" in one;

/** The query in one line, so that a person sees how the question was read. */
export function queryInWords(query: Query): string {
  const { ask, ...rest } = query;
  const parts = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.join(" or ") : value === true ? "yes" : value}`);
  return `${ask} (${parts.join("; ")})`;
}
