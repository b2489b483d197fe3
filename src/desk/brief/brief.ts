import * as z from "zod";
import { UsageError } from "../../record/errors.ts";
import type { Line as ToldLine } from "../ask/answer/told.ts";
import type { Desk } from "../questions/desk.ts";
import type { Question } from "../questions/question.ts";
import { ActorPhrase, answerShape, Cited, Day, Understood } from "../questions/schemas.ts";
import { whoIs } from "../questions/who.ts";
import { notInRecord } from "../questions/words.ts";
import { carefulSection } from "./careful.ts";
import { contactsSection, plannedSection } from "./contacts.ts";
import { fitted } from "./fit.ts";
import { sumsSection } from "./sums.ts";
import { topicsSection } from "./topics.ts";

const Input = z.strictObject({
  a: ActorPhrase,
  b: ActorPhrase,
  today: Day.optional().describe("the day before which the brief is for; without it the system's date"),
});

const Line = z.strictObject({
  sentence: z.string(),
  evidence: z.array(Cited).min(1),
  under: z.string().nullable().describe("the topic, among those of the section"),
});

const Section = z.strictObject({
  name: z.enum(["contacts", "topics", "planned", "sums", "careful"]),
  title: z.string(),
  lines: z.array(Line),
  more: z.int().describe("how many lines were cut"),
  none: z.string().describe("what to say where there is no line"),
});

const Output = z.strictObject({
  ...answerShape,
  asked: z.strictObject({ a: Understood, b: Understood, today: Day }),
  sections: z.array(Section),
});

export type Brief = z.infer<typeof Output>;
export type Section = z.infer<typeof Section>;

/** What sections are made from. */
export interface BriefOf {
  readonly desk: Desk;
  readonly a: ReturnType<typeof whoIs>;
  readonly b: ReturnType<typeof whoIs>;
  readonly today: string;
}

/** A page to read before a call: what was, what each side says, what is to come, and what not to rely on. */
export const brief: Question<typeof Input, typeof Output> = {
  name: "brief",
  summary: "one page before a call between two actors, every sentence cited",
  input: Input,
  output: Output,
  async answer(desk, input) {
    const today = input.today ?? new Date().toISOString().slice(0, 10);
    const [a, b] = [whoIs(desk, input.a), whoIs(desk, input.b)];
    if (a.understood.actor.id === b.understood.actor.id)
      throw new UsageError(`“${input.a}” and “${input.b}” are one actor, ${a.name}; a brief needs two.`);
    const of: BriefOf = { desk, a, b, today };
    const sections = fitted([
      contactsSection(of),
      await topicsSection(of),
      await plannedSection(of),
      await sumsSection(of),
      carefulSection(of),
    ]);
    const found = sections.some(({ lines }) => lines.length > 0);
    const what = `a contact, statement or sum of ${a.name} and ${b.name}`;
    return {
      sentence: found ? `Brief on ${a.name} and ${b.name}.` : notInRecord(what, desk.reach),
      found,
      reach: desk.reach,
      asked: { a: a.understood, b: b.understood, today },
      sections,
    };
  },
};

/** A section with its first lines; those without words to rest on are left out. */
export function sectionOf(
  name: Section["name"],
  title: string,
  none: string,
  all: readonly (ToldLine & { readonly under?: string })[],
  most: number,
): Section {
  const cited = all.filter(({ evidence }) => evidence.length > 0);
  const lines = cited.slice(0, most).map(({ sentence, evidence, under = null }) => ({
    sentence,
    // Two reports vouch as well as ten, and leave room.
    evidence: evidence.slice(0, 2),
    under,
  }));
  return { name, title, lines, more: cited.length - lines.length, none };
}
