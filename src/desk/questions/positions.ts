import * as z from "zod";
import type { Desk } from "./desk.ts";
import { type ChangeOf, type Held, type LedgerOf, ledgersOf } from "./ledgers.ts";
import type { Question } from "./question.ts";
import { ActorPhrase, answerShape, Day, StatementView, Understood } from "./schemas.ts";
import { statementView } from "./views.ts";
import { whoIs } from "./who.ts";
import { counted, notInRecord } from "./words.ts";

const Input = z.strictObject({
  a: ActorPhrase,
  topic: z.string().trim().min(1).optional(),
  since: Day.optional(),
  until: Day.optional(),
  limit: z.int().min(1).max(10_000).optional().describe("the most statements and changes of each topic; default 200"),
  topics: z.int().min(1).max(10_000).optional().describe("the most topics; default 60"),
});

const MOST = 200;
const MOST_TOPICS = 60;

const StanceView = z.strictObject({
  polarity: z.literal([-1, 0, 1]).describe("1 for, -1 against, 0 neither or both"),
  strength: z.literal([1, 2, 3]).describe("1 leaves room, 2 plain, 3 leaves none"),
  because: z.array(z.string()).describe("the words or PLOVER types it rests on"),
});

const Position = z.strictObject({ statement: StatementView, stance: StanceView });

export const Change = z.strictObject({
  kind: z.enum(["first-mention", "reversal", "hardening", "softening"]),
  before: Position.nullable(),
  after: Position,
  why: z.string(),
});

const Ledger = z.strictObject({
  topic: z.string(),
  basis: z.enum(["lexicon", "own"]),
  positions: z.array(Position).describe("the newest of them, the oldest first"),
  total: z.int().describe("statements on it, also beyond the limit"),
  changes: z.array(Change).describe("the first mention and the newest changes, the oldest first"),
  changes_total: z.int().describe("changes after the first mention, also beyond the limit"),
});

const Output = z.strictObject({
  ...answerShape,
  asked: z.strictObject({ a: Understood, topic: z.string().nullable() }),
  topics: z.array(Ledger).describe("those with the most statements first"),
  topics_total: z.int().describe("topics in all, also beyond the limit"),
});

export type Position = z.infer<typeof Position>;
export type Change = z.infer<typeof Change>;

/** What an actor holds, topic by topic, and where it moved. */
export const positions: Question<typeof Input, typeof Output> = {
  name: "positions",
  summary: "an actor's statements by topic and time, and where the position changed",
  input: Input,
  output: Output,
  answer(desk, input) {
    const who = whoIs(desk, input.a);
    const ledgers = ledgersOf(desk, who, input);
    const changes = ledgers.reduce((sum, ledger) => sum + changed(ledger), 0);
    const what = `by ${who.name}${input.topic ? ` on “${input.topic}”` : ""}`;
    const count = new Set(ledgers.flatMap(({ all }) => all.map(({ said }) => said))).size;
    const view = viewing(desk);
    return {
      sentence:
        ledgers.length === 0
          ? notInRecord(`a statement ${what}`, desk.reach)
          : `${counted(count, "statement")} ${what} on ${counted(ledgers.length, "topic")}; ${changes === 0 ? "no change of position seen" : `${counted(changes, "change")} of position`}.`,
      found: ledgers.length > 0,
      reach: desk.reach,
      asked: { a: who.understood, topic: input.topic ?? null },
      topics_total: ledgers.length,
      topics: ledgers
        .slice(0, input.topics ?? MOST_TOPICS)
        .map((ledger) => ledgerView(ledger, view, input.limit ?? MOST)),
    };
  },
};

const changed = ({ changes }: LedgerOf): number => changes.filter(({ before }) => before).length;

/** Views of statements, each made once though it stands under several topics. */
export function viewing(desk: Desk): (one: Held) => Position {
  const made = new Map<Held, Position>();
  return (one) => {
    const known = made.get(one);
    if (known) return known;
    const { polarity, strength, because } = one.stance;
    const view = {
      statement: statementView(desk, one.said),
      stance: { polarity, strength, because: [...because] },
    };
    made.set(one, view);
    return view;
  };
}

/** A change of position as answers show it. */
export const changeView = ({ before, after, kind, why }: ChangeOf, view: (one: Held) => Position): Change => ({
  kind,
  before: before && view(before),
  after: view(after),
  why,
});

function ledgerView(ledger: LedgerOf, view: (one: Held) => Position, limit: number): z.infer<typeof Ledger> {
  const { topic, basis, all, changes } = ledger;
  const shown = changes.length > limit ? [changes[0]!, ...changes.slice(-limit)] : changes;
  return {
    topic,
    basis,
    positions: all.slice(-limit).map(view),
    total: all.length,
    changes: shown.map((change) => changeView(change, view)),
    changes_total: changed(ledger),
  };
}
