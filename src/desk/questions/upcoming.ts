import * as z from "zod";
import type { Encounter } from "../types.ts";
import type { Desk } from "./desk.ts";
import { bothIn } from "./pairs.ts";
import type { Question } from "./question.ts";
import { ActorPhrase, answerShape, Day, DayRange, EncounterView, Understood } from "./schemas.ts";
import { encounterView } from "./views.ts";
import { addDays } from "./when.ts";
import { type Who, whoIs } from "./who.ts";
import { counted, notInRecord, timeInWords } from "./words.ts";

const Input = z.strictObject({
  actor: ActorPhrase.optional(),
  with: ActorPhrase.optional(),
  today: Day.optional().describe(
    "the day from which to look ahead; without it the system's date, which the answer says",
  ),
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
    today_from: z.enum(["asked", "system"]),
  }),
  coming: z.array(Coming).describe("the soonest first; those without a time last"),
  passed: z.array(Coming).describe("whose days have passed without a report that they were held or called off"),
});

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
    const today = input.today ?? systemDay();
    const open = partiesFit(desk, actor, other).filter(({ status }) => status === "planned" || status === "possible");
    const known = open.filter((one) => firstReport(one) === null || firstReport(one)! <= today);
    const passed = known.filter((one) => hasPassed(one, today));
    const coming = known.filter((one) => !passed.includes(one)).sort(soonest);
    const source = input.today ? "as asked" : "by the system's clock";
    const names = [actor?.name, other?.name].filter((name) => name !== undefined).join(" and ");
    const what = `planned or possible contact${names ? ` of ${names}` : ""} from ${timeInWords(today)} on (today ${source})`;
    return {
      sentence: sentenceOf(desk, coming, passed, what),
      found: coming.length > 0,
      reach: desk.reach,
      asked: {
        actor: actor?.understood ?? null,
        with: other?.understood ?? null,
        today,
        today_from: input.today ? "asked" : "system",
      },
      coming: coming.map((one) => comingView(desk, one)),
      passed: passed.sort(soonest).map((one) => comingView(desk, one)),
    };
  },
};

const systemDay = (): string => new Date().toISOString().slice(0, 10);

function partiesFit(desk: Desk, actor: Who | null, other: Who | null): readonly Encounter[] {
  const one = actor ?? other;
  if (!one) return desk.encounters;
  const found = desk.encountersOf(one.ids);
  return actor && other ? found.filter((encounter) => bothIn(encounter, actor, other)) : found;
}

export const firstReport = (one: Encounter): string | null => one.life[0]?.published ?? null;
const lastReport = (one: Encounter): string | null =>
  one.life.findLast(({ published }) => published)?.published ?? null;

/** Whether the days of a plan are over, or nobody has spoken of it for long. */
export function hasPassed(one: Encounter, today: string): boolean {
  if (one.days.to) return one.days.to < today;
  const spoken = lastReport(one);
  const since =
    [one.days.from, spoken]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null;
  return since !== null && addDays(since, STALE_DAYS) < today;
}

/** Those with a time first, by their first day. */
export function soonest(a: Encounter, b: Encounter): number {
  const key = ({ days }: Encounter): string => days.from ?? days.to ?? "9999";
  return (
    key(a).localeCompare(key(b)) || (a.days.to ?? "9999").localeCompare(b.days.to ?? "9999") || (a.id < b.id ? -1 : 1)
  );
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
    announced: lastReport(one),
  };
}

function sentenceOf(desk: Desk, coming: readonly Encounter[], passed: readonly Encounter[], what: string): string {
  const missed =
    passed.length > 0
      ? ` Of ${counted(passed.length, "earlier plan")} the time has passed and no report says what became of ${passed.length === 1 ? "it" : "them"}.`
      : "";
  if (coming.length === 0) return notInRecord(`a ${what}`, desk.reach) + missed;
  return `${counted(coming.length, what, what.replace("contact", "contacts"))}.${missed}`;
}
