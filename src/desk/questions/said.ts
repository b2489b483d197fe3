import * as z from "zod";
import { isAskedFor } from "../topics.ts";
import type { Said } from "./desk.ts";
import type { Question } from "./question.ts";
import { ActorPhrase, answerShape, Day, StatementView, Understood } from "./schemas.ts";
import { statementView } from "./views.ts";
import { byDay } from "./when.ts";
import { whoIs } from "./who.ts";
import { counted, notInRecord, timeInWords } from "./words.ts";

const Input = z.strictObject({
  a: ActorPhrase,
  about: z.string().trim().min(1).optional().describe("a topic, or words of it"),
  to: ActorPhrase.optional().describe("who was addressed"),
  via: ActorPhrase.optional().describe("a spokesman or medium that relays it"),
  since: Day.optional(),
  until: Day.optional(),
  limit: z.int().min(1).max(10_000).default(50),
});

const Output = z.strictObject({
  ...answerShape,
  asked: z.strictObject({
    a: Understood,
    about: z.string().nullable(),
    to: Understood.nullable(),
    via: Understood.nullable(),
  }),
  statements: z.array(StatementView).describe("the newest first"),
  total: z.int(),
  relayed: z.int().describe("how many of them somebody else relays"),
  hedged: z.int().describe("from how many the report itself keeps its distance"),
});

/** What an actor said. */
export const said: Question<typeof Input, typeof Output> = {
  name: "said",
  summary: "what an actor said, about what, to whom and through whom",
  input: Input,
  output: Output,
  answer(desk, input) {
    const who = whoIs(desk, input.a);
    const to = input.to === undefined ? null : whoIs(desk, input.to);
    const via = input.via === undefined ? null : whoIs(desk, input.via);
    const all = desk
      .statementsBy(who.ids)
      .filter((one) => input.about === undefined || isOn(one, input.about))
      .filter((one) => to === null || one.to.some((id) => to.ids.has(id)))
      .filter((one) => via === null || (one.via !== null && via.ids.has(one.via)))
      .filter(({ day }) => !input.since || (day !== null && day >= input.since))
      .filter(({ day }) => !input.until || (day !== null && day <= input.until))
      .sort(newest);
    const what = [
      `by ${who.name}`,
      input.about ? `about “${input.about}”` : null,
      to ? `to ${to.name}` : null,
      via ? `through ${via.name}` : null,
      input.since ? `since ${timeInWords(input.since)}` : null,
      input.until ? `until ${timeInWords(input.until)}` : null,
    ]
      .filter((part) => part !== null)
      .join(" ");
    const shown = all.length > input.limit ? `, the newest ${input.limit} shown` : "";
    return {
      sentence:
        all.length > 0
          ? `${counted(all.length, "statement")} ${what}${shown}.`
          : notInRecord(`a statement ${what}`, desk.reach),
      found: all.length > 0,
      reach: desk.reach,
      asked: {
        a: who.understood,
        about: input.about ?? null,
        to: to?.understood ?? null,
        via: via?.understood ?? null,
      },
      statements: all.slice(0, input.limit).map((one) => statementView(desk, one)),
      total: all.length,
      relayed: all.filter((one) => one.via !== null).length,
      hedged: all.filter(({ hedged }) => hedged).length,
    };
  },
};

/** Whether a statement is about a topic, or has all the words that were asked for. */
export const isOn = (one: Pick<Said, "topics" | "hasWords">, about: string): boolean =>
  one.topics.some((topic) => isAskedFor(topic, about)) || one.hasWords(about);

/** The newest first; those of one day in the order of their report. */
export const newest = (a: Said, b: Said): number =>
  byDay(b.day, a.day) || byDay(a.report.id, b.report.id) || a.line - b.line || a.from - b.from;
