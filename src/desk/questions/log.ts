import * as z from "zod";
import { fold } from "../../lexicon/fold.ts";
import type { Encounter } from "../types.ts";
import type { Desk } from "./desk.ts";
import { stateCode } from "./offices.ts";
import { bothIn } from "./pairs.ts";
import type { Question } from "./question.ts";
import { ActorPhrase, answerShape, ContactKind, ContactStatus, Day, EncounterView, Understood } from "./schemas.ts";
import { encounterView } from "./views.ts";
import { newestFirst, reportedOn, spanOf, within } from "./when.ts";
import { type Who, whoIs } from "./who.ts";
import { counted, kindsInWords, notInRecord, stateName, statusInWords, timeInWords } from "./words.ts";

const Input = z.strictObject({
  actor: ActorPhrase.optional(),
  with: ActorPhrase.optional().describe("another party beside `actor`"),
  kind: ContactKind.optional(),
  status: ContactStatus.optional(),
  since: Day.optional(),
  until: Day.optional(),
  place: z.string().trim().min(1).optional().describe("a city, or a state by its name"),
  limit: z.int().min(1).max(10_000).default(50),
});

const Output = z.strictObject({
  ...answerShape,
  asked: z.strictObject({ actor: Understood.nullable(), with: Understood.nullable(), filters: z.string() }),
  encounters: z.array(EncounterView).describe("the newest first"),
  total: z.int().describe("all that fit, also beyond the limit"),
});

/** The log of contacts, by party, kind, status, days and place. */
export const log: Question<typeof Input, typeof Output> = {
  name: "log",
  summary: "contacts by party, kind, status, days and place, the newest first",
  input: Input,
  output: Output,
  answer(desk, input) {
    const actor = input.actor === undefined ? null : whoIs(desk, input.actor);
    const other = input.with === undefined ? null : whoIs(desk, input.with);
    const all = partiesFit(desk, actor, other)
      .filter((one) => input.kind === undefined || one.kind === input.kind)
      .filter((one) => input.status === undefined || one.status === input.status)
      .filter((one) => daysFit(one, input.since ?? null, input.until ?? null))
      .filter((one) => input.place === undefined || placeFits(one, input.place))
      .sort(newestFirst);
    const filters = filtersInWords(input, actor, other);
    return {
      sentence:
        all.length > 0 ? `${sizeInWords(all.length, input.limit)} ${filters}.` : notInRecord(filters, desk.reach),
      found: all.length > 0,
      reach: desk.reach,
      asked: { actor: actor?.understood ?? null, with: other?.understood ?? null, filters },
      encounters: all.slice(0, input.limit).map((one) => encounterView(desk, one)),
      total: all.length,
    };
  },
};

function partiesFit(desk: Desk, actor: Who | null, other: Who | null): readonly Encounter[] {
  const one = actor ?? other;
  if (!one) return desk.encounters.slice();
  const found = desk.encountersOf(one.ids);
  return actor && other ? found.filter((encounter) => bothIn(encounter, actor, other)) : found.slice();
}

/** One whose days are not told counts on the day of its first report. */
function daysFit(one: Encounter, since: string | null, until: string | null): boolean {
  if (!since && !until) return true;
  const span = spanOf(one);
  const reported = reportedOn(one);
  const days = span.told ? span : { from: reported, to: reported };
  return days.from === null && days.to === null ? false : within(days, since, until) !== "no";
}

/** A city by its name; a state also takes in what a report places in the state alone. */
export function placeFits(one: Encounter, place: string): boolean {
  const code = stateCode(place);
  return one.brief.places.some((value) => fold(value) === fold(place) || (code !== undefined && value === code));
}

function filtersInWords(input: z.output<typeof Input>, actor: Who | null, other: Who | null): string {
  const kind = input.kind ? kindsInWords(input.kind) : "contacts";
  const parties = [actor?.name, other?.name].filter((name) => name !== undefined);
  return [
    input.status ? `${statusInWords(input.status)} ${kind}` : kind,
    parties.length === 2 ? `between ${parties[0]} and ${parties[1]}` : parties.length === 1 ? `of ${parties[0]}` : null,
    input.place ? `in ${stateName(input.place)}` : null,
    input.since ? `since ${timeInWords(input.since)}` : null,
    input.until ? `until ${timeInWords(input.until)}` : null,
  ]
    .filter((part) => part !== null)
    .join(" ");
}

const sizeInWords = (count: number, limit: number): string =>
  `${counted(count, "entry", "entries")}${count > limit ? `, the newest ${limit} shown,` : ""} for`;
