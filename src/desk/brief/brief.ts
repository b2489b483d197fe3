import * as z from "zod";
import { UsageError } from "../../record/errors.ts";
import type { Question } from "../questions/question.ts";
import { ActorPhrase, Day } from "../questions/schemas.ts";
import { lookingFrom } from "../questions/when.ts";
import { whoIs } from "../questions/who.ts";
import { notInRecord } from "../questions/words.ts";
import { carefulSection } from "./careful.ts";
import { contactsSection, plannedSection } from "./contacts.ts";
import { fitted } from "./fit.ts";
import { type BriefOf, Output } from "./section.ts";
import { sumsSection } from "./sums.ts";
import { topicsSection } from "./topics.ts";

const Input = z.strictObject({
  a: ActorPhrase,
  b: ActorPhrase,
  today: Day.optional().describe(
    "the day before which the brief is for; without it the system's date, or the newest report's where that is later",
  ),
});

/** A page to read before a call: what was, what each side says, what is to come, and what not to rely on. */
export const brief: Question<typeof Input, typeof Output> = {
  name: "brief",
  summary: "one page before a call between two actors, every sentence cited",
  input: Input,
  output: Output,
  answer(desk, input) {
    const { today } = lookingFrom(desk, input.today);
    const [a, b] = [whoIs(desk, input.a), whoIs(desk, input.b)];
    if (a.understood.actor.id === b.understood.actor.id)
      throw new UsageError(`“${input.a}” and “${input.b}” are one actor, ${a.name}; a brief needs two.`);
    const of: BriefOf = { desk, a, b, today };
    const sections = fitted([
      contactsSection(of),
      topicsSection(of),
      plannedSection(of),
      sumsSection(of),
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
