import * as z from "zod";
import type { Encounter } from "../types.ts";
import type { Desk } from "./desk.ts";
import { bothIn } from "./pairs.ts";
import type { Question } from "./question.ts";
import { ActorPhrase, answerShape, Day, DayRange, EncounterView, Understood } from "./schemas.ts";
import { encounterView } from "./views.ts";
import { addDays, byDay, lookingFrom } from "./when.ts";
import { type Who, whoIs } from "./who.ts";
import { counted, notInRecord, timeInWords } from "./words.ts";

const Input = z.strictObject({
  actor: ActorPhrase.optional(),
  with: ActorPhrase.optional(),
  today: Day.optional().describe(
    "the day from which to look ahead; without it the system's date, or the newest report's where that is later; the answer says which",
  ),
  limit: z
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .describe("the most of those to come, and of those passed; default 500 and 100"),
});

export const Coming = z.strictObject({
  encounter: EncounterView,
  window: DayRange.describe("the days between which it is to be; null is open"),
  window_from: z
    .enum(["date", "words", "none"])
    .describe("date: reports give it; words: bounds such as “in the coming days”; none: no time is told"),
  factors: z.array(z.string()).describe("what it hangs on, in the reports' words"),
  announced: z.string().nullable().describe("the last day on which a report spoke of it"),
});

const Output = z.strictObject({
  ...answerShape,
  asked: z.strictObject({
    actor: Understood.nullable(),
    with: Understood.nullable(),
    today: Day,
    today_from: z.enum(["asked", "system", "record"]),
  }),
  coming: z.array(Coming).describe("the soonest first; those without a time last"),
  total: z.int().describe("to come, also beyond the limit"),
  passed: z
    .array(Coming)
    .describe(
      "whose days have passed without a report that they were held or called off: the latest, the oldest first",
    ),
  passed_total: z.int().describe("all of them, also beyond the limit"),
});

const MOST_COMING = 500;
const MOST_PASSED = 100;

/** A contact without a time, last spoken of longer ago than this, is no longer expected. */
const STALE_DAYS = 90;

/** What is planned or possible from a day on, with what it hangs on. The only question that looks at the clock. */
export const upcoming: Question<typeof Input, typeof Output> = {
  name: "upcoming",
  summary: "planned and possible contacts from today on, and what they hang on",
  input: Input,
  output: Output,
  answer(desk, input) {
    const actor = input.actor === undefined ? null : whoIs(desk, input.actor);
    const other = input.with === undefined ? null : whoIs(desk, input.with);
    const { today, from } = lookingFrom(desk, input.today);
    const { coming, passed } = plans(desk, actor, other, today);
    const source = SOURCES[from];
    const names = [actor?.name, other?.name].filter((name) => name !== undefined).join(" and ");
    const what = `planned or possible contact${names ? ` of ${names}` : ""} from ${timeInWords(today)} on (today ${source})`;
    return {
      sentence: sentenceOf(desk, coming.length, passed.length, what),
      found: coming.length > 0,
      reach: desk.reach,
      asked: {
        actor: actor?.understood ?? null,
        with: other?.understood ?? null,
        today,
        today_from: from,
      },
      coming: coming.slice(0, input.limit ?? MOST_COMING).map((one) => comingView(desk, one)),
      total: coming.length,
      passed: passed.slice(-(input.limit ?? MOST_PASSED)).map((one) => comingView(desk, one)),
      passed_total: passed.length,
    };
  },
};

/** Planned and possible contacts that are still to come on a day, and those whose time has passed; the soonest first. */
export function plans(
  desk: Desk,
  actor: Who | null,
  other: Who | null,
  today: string,
): { readonly coming: readonly Encounter[]; readonly passed: readonly Encounter[] } {
  const open = partiesFit(desk, actor, other).filter(({ status }) => status === "planned" || status === "possible");
  const known = open.filter(({ brief: { reported } }) => reported === null || reported <= today);
  const [coming, passed]: [Encounter[], Encounter[]] = [[], []];
  for (const one of known) (hasPassed(one, today) ? passed : coming).push(one);
  return { coming: coming.sort(soonest), passed: passed.sort(soonest) };
}

/** Today by the system's clock. */
export const SOURCES = {
  asked: "as asked",
  system: "by the system's clock",
  record: "by the newest report, which is later than the system's clock",
} as const;

function partiesFit(desk: Desk, actor: Who | null, other: Who | null): readonly Encounter[] {
  const one = actor ?? other;
  if (!one) return desk.encounters;
  const found = desk.encountersOf(one.ids);
  return actor && other ? found.filter((encounter) => bothIn(encounter, actor, other)) : found;
}

/** Whether the days of a plan are over, or nobody has spoken of it for long. */
export function hasPassed(one: Encounter, today: string): boolean {
  if (one.days.to) return one.days.to < today;
  const [from, spoken] = [one.days.from, one.brief.last];
  const since = byDay(from, spoken) > 0 ? from : spoken;
  return since !== null && addDays(since, STALE_DAYS) < today;
}

/** Those with a time first, by their first day. */
export function soonest(a: Encounter, b: Encounter): number {
  const key = ({ days }: Encounter): string => days.from ?? days.to ?? "9999";
  return byDay(key(a), key(b)) || byDay(a.days.to ?? "9999", b.days.to ?? "9999") || (a.id < b.id ? -1 : 1);
}

/** A plan as answers show it. */
export function comingView(desk: Desk, one: Encounter): z.infer<typeof Coming> {
  const { days, date } = one;
  const told = days.from !== null || days.to !== null;
  return {
    encounter: encounterView(desk, one),
    window: { from: days.from, to: days.to },
    window_from: !told ? "none" : date && !date.endsWith("_REF") ? "date" : "words",
    factors: one.factors.map(({ value }) => value),
    announced: one.brief.last,
  };
}

function sentenceOf(desk: Desk, coming: number, passed: number, what: string): string {
  const missed =
    passed > 0
      ? ` Of ${counted(passed, "earlier plan")} the time has passed and no report says what became of ${passed === 1 ? "it" : "them"}.`
      : "";
  if (coming === 0) return notInRecord(`a ${what}`, desk.reach) + missed;
  return `${counted(coming, what, what.replace("contact", "contacts"))}.${missed}`;
}
