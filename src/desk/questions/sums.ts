import * as z from "zod";
import { listAt } from "../uses.ts";
import type { Desk, Paid } from "./desk.ts";
import type { Question } from "./question.ts";
import { isOn } from "./said.ts";
import { ActorPhrase, ActorRef, answerShape, Cited, Day, EventStatus, Understood } from "./schemas.ts";
import { cited } from "./views.ts";
import { actorRef, whoIs } from "./who.ts";
import { counted, listed, notInRecord, readableAmount } from "./words.ts";

const Input = z.strictObject({
  from: ActorPhrase.optional(),
  to: ActorPhrase.optional(),
  purpose: z.string().trim().min(1).optional().describe("words of the purpose, or a topic"),
  since: Day.optional(),
  until: Day.optional(),
  limit: z.int().min(1).max(10_000).optional().describe("the most sums; default 500"),
});

const MOST = 500;

export const SumView = z.strictObject({
  amount: z.number(),
  amount_to: z.number().nullable(),
  currency: z.string(),
  currency_inferred: z.boolean(),
  purpose: z.string().nullable(),
  from: ActorRef.nullable(),
  to: ActorRef.nullable(),
  status: EventStatus.describe("as the latest report has it"),
  statuses: z.array(z.strictObject({ status: EventStatus, published: z.string().nullable() })),
  text: z.string(),
  first: z.string().nullable().describe("publication of the first report that names it"),
  evidence: z.array(Cited),
});

const Total = z.strictObject({ currency: z.string(), status: EventStatus, amount: z.number(), sums: z.int() });

const Output = z.strictObject({
  ...answerShape,
  asked: z.strictObject({ from: Understood.nullable(), to: Understood.nullable(), purpose: z.string().nullable() }),
  sums: z.array(SumView).describe("the newest first; one that several reports name stands once"),
  total: z.int().describe("all that fit, also beyond the limit"),
  totals: z.array(Total).describe("by currency and status; nothing is converted, and a sum may be a part of another"),
});

/** Sums of money, by who gives, who gets, and what for. */
export const sums: Question<typeof Input, typeof Output> = {
  name: "sums",
  summary: "sums of money by who gives, who gets, and what for",
  input: Input,
  output: Output,
  answer(desk, input) {
    const from = input.from === undefined ? null : whoIs(desk, input.from);
    const to = input.to === undefined ? null : whoIs(desk, input.to);
    const fitting = desk.sums
      .filter((one) => from === null || (one.from !== null && from.ids.has(one.from)))
      .filter((one) => to === null || (one.to !== null && to.ids.has(one.to)))
      .filter((one) => input.purpose === undefined || isOn(one, input.purpose))
      .filter(({ report }) => !input.since || (report.published ?? "") >= input.since)
      .filter(({ report }) => !input.until || (report.published !== null && report.published <= input.until));
    const groups = merged(fitting);
    const views = groups.slice(0, input.limit ?? MOST).map((group) => sumView(desk, group));
    const what = [
      "sums of money",
      from ? `from ${from.name}` : null,
      to ? `to ${to.name}` : null,
      input.purpose ? `for “${input.purpose}”` : null,
      input.since ? `since ${input.since}` : null,
      input.until ? `until ${input.until}` : null,
    ]
      .filter((part) => part !== null)
      .join(" ");
    const totals = totalsOf(groups);
    return {
      sentence: groups.length > 0 ? sentenceOf(what, groups.length, totals) : notInRecord(what, desk.reach),
      found: groups.length > 0,
      reach: desk.reach,
      asked: { from: from?.understood ?? null, to: to?.understood ?? null, purpose: input.purpose ?? null },
      sums: views,
      total: groups.length,
      totals,
    };
  },
};

/** One sum that several reports name: the same amount, currency, giver and receiver, and nothing against it. */
export function merged(all: readonly Paid[]): Paid[][] {
  const groups: Paid[][] = [];
  const byAmount = new Map<string, Paid[][]>();
  for (const one of all.toSorted((a, b) => inOrder(a.report.published ?? "", b.report.published ?? ""))) {
    const like = listAt(byAmount, amountOf(one));
    const group = like.find((others) => others.every((other) => isSame(one, other)));
    if (group) {
      group.push(one);
      continue;
    }
    const fresh = [one];
    like.push(fresh);
    groups.push(fresh);
  }
  return groups.reverse();
}

/** An amount with its currency; only sums of one and the same can be merged. */
export const amountOf = ({ amount, amountTo, currency }: Paid): string => `${amount} ${amountTo} ${currency}`;

/** Days in ISO are in order as texts; a locale's own order takes many times as long. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function isSame(a: Paid, b: Paid): boolean {
  const agree = (x: string | null, y: string | null): boolean => x === null || y === null || x === y;
  if (!agree(a.from, b.from) || !agree(a.to, b.to)) return false;
  return sharesWord(a.purpose, b.purpose);
}

const sharesWord = (a: Paid["purpose"], b: Paid["purpose"]): boolean =>
  a === null || b === null || [...a].some((stem) => b.has(stem));

/** A sum as answers show it. */
export function sumView(desk: Desk, group: readonly Paid[]): z.infer<typeof SumView> {
  const latest = group.at(-1)!;
  const known = <T>(pick: (one: Paid) => T | null): T | null =>
    group.map(pick).findLast((value) => value !== null) ?? null;
  const ref = (id: string | null): ActorRef | null => (id === null ? null : actorRef(desk, id));
  return {
    amount: latest.sum.amount,
    amount_to: latest.sum.amount_to ?? null,
    currency: latest.sum.currency,
    currency_inferred: group.every(({ sum }) => sum.why.currency?.basis === "inferred"),
    purpose: known(({ sum }) => sum.purpose),
    from: ref(known(({ from }) => from)),
    to: ref(known(({ to }) => to)),
    status: latest.sum.status,
    statuses: group.map(({ sum, report }) => ({ status: sum.status, published: report.published })),
    text: latest.sum.text,
    first: group[0]!.report.published,
    evidence: group.flatMap(({ report, sum }) =>
      sum.evidence.map((span) => cited(desk, report, sum.id, span, sum.line)),
    ),
  };
}

function totalsOf(all: readonly (readonly Paid[])[]): z.infer<typeof Total>[] {
  const latest = all.map((group) => group.at(-1)!);
  const groups = Map.groupBy(latest, ({ currency, status }) => `${currency} ${status}`);
  return [...groups.values()].map((group) => ({
    currency: group[0]!.currency,
    status: group[0]!.status,
    amount: group.reduce((sum, { amount }) => sum + amount, 0),
    sums: group.length,
  }));
}

const DONE = {
  actual: "paid or given",
  planned: "planned",
  possible: "possible",
  negated: "refused or not used",
} as const;

function sentenceOf(what: string, count: number, totals: readonly z.infer<typeof Total>[]): string {
  const parts = totals.map(({ currency, amount, status }) => `${currency} ${readableAmount(amount)} ${DONE[status]}`);
  const some = parts.length > 4 ? [...parts.slice(0, 4), "more in other currencies"] : parts;
  return `${counted(count, what.replace("sums", "sum"), what)}: ${listed(some)}.`;
}
