import * as z from "zod";
import type { Encounter } from "../types.ts";
import type { Act, Desk } from "./desk.ts";
import { encountersBetween } from "./pairs.ts";
import type { Question } from "./question.ts";
import { ActorPhrase, ActView, answerShape, Day, EncounterView, Understood } from "./schemas.ts";
import { periodOf, periodSize, STATUS_WEIGHT, toneScale } from "./tone.ts";
import { actView, encounterView } from "./views.ts";
import { byDay, newestFirst, reportedOn, sortDay } from "./when.ts";
import { type Who, whoIs } from "./who.ts";
import { counted, kindInWords, listed, notInRecord, whenInWords } from "./words.ts";

const Input = z.strictObject({
  a: ActorPhrase,
  b: ActorPhrase,
  since: Day.optional(),
  until: Day.optional(),
  limit: z.int().min(1).max(10_000).optional().describe("the most acts of each side and direction; default 100"),
});

const MOST = 100;

const Direction = z.strictObject({
  support: z.array(ActView).describe("acts of support, the newest first"),
  criticism: z.array(ActView),
  requests: z.array(ActView).describe("acts of neither side"),
  totals: z
    .strictObject({ support: z.int(), criticism: z.int(), requests: z.int() })
    .describe("all of them, also beyond the limit"),
});

const Step = z.strictObject({
  period: z.string().describe("2025, 2025-Q3 or 2025-07"),
  a_to_b: z.number().nullable().describe("mean tone of the acts, -10 to 10; null where there are none"),
  b_to_a: z.number().nullable(),
  acts: z.int(),
  contacts: z.int().describe("contacts that were held"),
});

const Output = z.strictObject({
  ...answerShape,
  asked: z.strictObject({ a: Understood, b: Understood }),
  contacts: z.strictObject({
    held: z.int(),
    planned: z.int(),
    possible: z.int(),
    negated: z.int(),
    newest: z.array(EncounterView).describe("up to ten"),
  }),
  a_to_b: Direction,
  b_to_a: Direction,
  tone: z.array(Step).describe("the oldest first"),
  scale: z.array(z.strictObject({ type: z.string(), value: z.number() })).describe("lexicon/tone.tsv"),
});

const NEWEST = 10;

/** How two actors stand to each other: contacts, support and criticism each way, and the tone over time. */
export const relation: Question<typeof Input, typeof Output> = {
  name: "relation",
  summary: "contacts, criticism and support between two actors over time",
  input: Input,
  output: Output,
  answer(desk, input) {
    const [a, b] = [whoIs(desk, input.a), whoIs(desk, input.b)];
    const inTime = (day: string | null): boolean =>
      (!input.since || (day !== null && day >= input.since)) && (!input.until || (day !== null && day <= input.until));
    const met = encountersBetween(desk, a, b)
      .filter((one) => inTime(sortDay(one) || reportedOn(one)))
      .sort(newestFirst);
    const there = actsFrom(desk, a, b).filter(({ day }) => inTime(day));
    const back = actsFrom(desk, b, a).filter(({ day }) => inTime(day));
    const count = (status: Encounter["status"]): number => met.filter((one) => one.status === status).length;
    const views = met.slice(0, NEWEST).map((one) => encounterView(desk, one));
    const [aToB, bToA] = [there, back].map((acts) => directionOf(desk, acts, input.limit ?? MOST)) as [
      z.infer<typeof Direction>,
      z.infer<typeof Direction>,
    ];
    const found = met.length + there.length + back.length > 0;
    return {
      sentence: found
        ? sentenceOf(
            a,
            b,
            views.find(({ status }) => status === "held"),
            count("held"),
            aToB,
            bToA,
          )
        : notInRecord(`a contact between ${a.name} and ${b.name}, or an act of one towards the other`, desk.reach),
      found,
      reach: desk.reach,
      asked: { a: a.understood, b: b.understood },
      contacts: {
        held: count("held"),
        planned: count("planned"),
        possible: count("possible"),
        negated: count("negated"),
        newest: views,
      },
      a_to_b: aToB,
      b_to_a: bToA,
      tone: toneLine(there, back, met),
      scale: [...toneScale().values()].map(({ type, value }) => ({ type, value })),
    };
  },
};

/** Acts of one towards the other, the newest first; one that several reports date to one day counts once. */
function actsFrom(desk: Desk, from: Who, to: Who): Act[] {
  const seen = new Set<string>();
  return desk
    .actsBy(from.ids)
    .filter(({ recipients }) => recipients.some((id) => to.ids.has(id) && !from.ids.has(id)))
    .toSorted((x, y) => byDay(y.day, x.day))
    .filter(({ id, type, status, actors, day, dated, report }) => {
      const key = `${type} ${status} ${actors.join()} ${dated ? day : `${report.id} ${id}`}`;
      return !seen.has(key) && seen.add(key);
    });
}

function directionOf(desk: Desk, acts: readonly Act[], limit: number): z.infer<typeof Direction> {
  const real = acts.filter(({ status }) => status === "actual" || status === "planned");
  const bySide = Map.groupBy(real, ({ type }) => toneScale().get(type)?.side ?? null);
  const side = (wanted: "support" | "criticism" | null): readonly Act[] => bySide.get(wanted) ?? [];
  const views = (some: readonly Act[]): z.infer<typeof ActView>[] =>
    some.slice(0, limit).map((act) => actView(desk, act));
  const [support, criticism, requests] = [side("support"), side("criticism"), side(null)];
  return {
    support: views(support),
    criticism: views(criticism),
    requests: views(requests),
    totals: { support: support.length, criticism: criticism.length, requests: requests.length },
  };
}

function toneLine(there: readonly Act[], back: readonly Act[], met: readonly Encounter[]): z.infer<typeof Step>[] {
  const held = met.filter(({ status }) => status === "held").map((one) => sortDay(one));
  const days = [...there.map(({ day }) => day), ...back.map(({ day }) => day), ...held]
    .filter((day) => day)
    .sort() as string[];
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const size = periodSize(first, last);
  const at = (day: string | null): string => (day ? periodOf(day, size) : "");
  const [mine, theirs] = [there, back].map((acts) => Map.groupBy(acts, ({ day }) => at(day)));
  const contacts = Map.groupBy(held, at);
  return [...new Set(days.map((day) => periodOf(day, size)))].map((period) => {
    const [ofA, ofB] = [mine?.get(period) ?? [], theirs?.get(period) ?? []];
    return {
      period,
      a_to_b: meanTone(ofA),
      b_to_a: meanTone(ofB),
      acts: ofA.length + ofB.length,
      contacts: contacts.get(period)?.length ?? 0,
    };
  });
}

/** The mean of the acts' values, weighted by their status; null where nothing counts. */
export function meanTone(acts: readonly Pick<Act, "type" | "status">[]): number | null {
  const weighed = acts.map(({ type, status }) => ({
    value: toneScale().get(type)?.value ?? 0,
    weight: STATUS_WEIGHT[status],
  }));
  const weight = weighed.reduce((sum, one) => sum + one.weight, 0);
  if (weight === 0) return null;
  return Number((weighed.reduce((sum, one) => sum + one.value * one.weight, 0) / weight).toFixed(2));
}

function sentenceOf(
  a: Who,
  b: Who,
  last: EncounterView | undefined,
  held: number,
  there: z.infer<typeof Direction>,
  back: z.infer<typeof Direction>,
): string {
  const acts = (who: Who, { totals }: z.infer<typeof Direction>): string =>
    `${who.name} supported the other ${times(totals.support)} and criticised ${times(totals.criticism)}`;
  const contact = last ? `, the last of them ${kindInWords(last.kind)} ${whenInWords(last)}` : "";
  return `${a.name} and ${b.name}: ${counted(held, "contact")} held${contact}. ${listed([acts(a, there), acts(b, back)])}.`;
}

const times = (count: number): string => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);
