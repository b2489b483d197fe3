import * as z from "zod";
import { fold } from "../../lexicon/fold.ts";
import type { Desk } from "../questions/desk.ts";
import type { Question } from "../questions/question.ts";
import { answerShape, Cited, Day, Understood } from "../questions/schemas.ts";
import { ActorError, withBrackets } from "../questions/who.ts";
import { answerQuery } from "./answer/index.ts";
import type { KnownActors } from "./names.ts";
import { nearestExamples } from "./nearest.ts";
import { isQuery, Query, queryInWords } from "./query.ts";
import { understand } from "./understand.ts";

const Input = z.strictObject({
  question: z.string().trim().min(1).max(1000).describe("a question in plain English"),
  today: Day.optional().describe(
    "the day on which it is asked, for “last week”; without it such times are not settled",
  ),
});

const Line = z.strictObject({ sentence: z.string(), evidence: z.array(Cited) });

const Output = z.strictObject({
  ...answerShape,
  outcome: z.enum(["answered", "not-in-record", "not-understood", "unknown-actor", "ambiguous-actor"]),
  understood: Query.nullable().describe("the typed query as which the question was read"),
  read_as: z.string().nullable().describe("the same in one line"),
  people: z.array(Understood).describe("whom its names were taken to mean"),
  evidence: z.array(Cited).describe("the words on which the sentence rests"),
  lines: z.array(Line).describe("what the sentence sums up, twenty at most"),
  reason: z.string().nullable().describe("why it was not understood"),
  candidates: z.array(z.string()).describe("who else may be meant by a name, or is near an unknown one"),
  examples: z.array(z.string()).describe("what can be asked, where the question was not understood"),
});

export type AskAnswer = z.infer<typeof Output>;

/** A question in plain English, with its answer and the typed query as which it was read. */
export const ask: Question<typeof Input, typeof Output> = {
  name: "ask",
  summary: "answer a question in plain English, and show how it was read",
  input: Input,
  output: Output,
  async answer(desk, { question, today = null }) {
    const query = understand(question, { today, knownActors: knownTo(desk) });
    const { reach } = desk;
    const none = {
      found: false,
      reach,
      people: [],
      evidence: [],
      lines: [],
      candidates: [],
      examples: [],
      reason: null,
    };
    if (!isQuery(query)) {
      const isUnknown = query.reason === "unknown";
      const sentence = isUnknown ? query.message : `I did not understand. ${query.message}`;
      const examples = nearestExamples(question);
      return {
        ...none,
        outcome: isUnknown ? "unknown-actor" : "not-understood",
        sentence,
        understood: null,
        read_as: null,
        reason: query.reason,
        examples,
      };
    }
    const base = { ...none, understood: query, read_as: queryInWords(query) };
    try {
      const { sentence, found, people, evidence, lines } = await answerQuery(desk, query, today);
      const shown = lines.map((line) => ({ sentence: line.sentence, evidence: [...line.evidence] }));
      const outcome = found ? "answered" : "not-in-record";
      const candidates = people.flatMap((one) => namesakes(desk, one));
      return {
        ...base,
        outcome,
        sentence,
        found,
        people: [...people],
        evidence: [...evidence],
        lines: shown,
        candidates,
      };
    } catch (error) {
      if (!(error instanceof ActorError)) throw error;
      const outcome = error.reason === "unknown" ? "unknown-actor" : "ambiguous-actor";
      return { ...base, outcome, sentence: error.message, candidates: [...error.candidates] };
    }
  },
};

/** Others who bear the one word by which somebody was named; reports use it of that one alone. */
function namesakes(desk: Desk, { phrase, actor }: Understood): string[] {
  if (actor.kind !== "person" || /\s/.test(phrase.trim())) return [];
  const wanted = fold(phrase.trim());
  return desk.identities.list
    .filter(
      ({ id, kind, name }) => kind === "person" && id !== actor.id && fold(name).split(/\s+/).slice(1).includes(wanted),
    )
    .map(({ id }) => id);
}

/** Whom a desk knows, for `understand`. */
export const knownTo = (desk: Desk): KnownActors => ({
  named: (name) => {
    const told = withBrackets(desk, name);
    return told ? [told.id] : desk.identities.named(name).map(({ id }) => id);
  },
});
