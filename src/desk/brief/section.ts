import * as z from "zod";
import type { Line as ToldLine } from "../ask/answer/told.ts";
import type { Desk } from "../questions/desk.ts";
import { answerShape, Cited, Day, Understood } from "../questions/schemas.ts";
import type { Who } from "../questions/who.ts";

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

export const Output = z.strictObject({
  ...answerShape,
  asked: z.strictObject({ a: Understood, b: Understood, today: Day }),
  sections: z.array(Section),
});

export type Brief = z.infer<typeof Output>;
export type Section = z.infer<typeof Section>;

/** What sections are made from. */
export interface BriefOf {
  readonly desk: Desk;
  readonly a: Who;
  readonly b: Who;
  readonly today: string;
}

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
