import * as z from "zod";
import { askedTopics, topicsAskedFor, topicsOf } from "../topics.ts";
import type { Desk, Said } from "./desk.ts";
import type { Question } from "./question.ts";
import { newest } from "./said.ts";
import { ActorPhrase, answerShape, Day, StatementView, Understood } from "./schemas.ts";
import { type Stance, stanceOf } from "./stance.ts";
import { statementView } from "./views.ts";
import { whoIs } from "./who.ts";
import { counted, notInRecord } from "./words.ts";

const Input = z.strictObject({
  a: ActorPhrase,
  topic: z.string().trim().min(1).optional(),
  since: Day.optional(),
  until: Day.optional(),
});

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
  positions: z.array(Position).describe("the oldest first"),
  changes: z.array(Change),
});

const Output = z.strictObject({
  ...answerShape,
  asked: z.strictObject({ a: Understood, topic: z.string().nullable() }),
  topics: z.array(Ledger).describe("those with the most statements first"),
});

export type Position = z.infer<typeof Position>;
export type Change = z.infer<typeof Change>;
type Ledger = z.infer<typeof Ledger>;

/** What an actor holds, topic by topic, and where it moved. */
export const positions: Question<typeof Input, typeof Output> = {
  name: "positions",
  summary: "an actor's statements by topic and time, and where the position changed",
  input: Input,
  output: Output,
  answer(desk, input) {
    const who = whoIs(desk, input.a);
    const statements = desk
      .statementsBy(who.ids)
      .filter(({ day }) => !input.since || (day !== null && day >= input.since))
      .filter(({ day }) => !input.until || (day !== null && day <= input.until))
      .toSorted((a, b) => newest(b, a));
    const topics = ledgers(desk, statements, input.topic);
    const changes = topics.reduce((sum, ledger) => sum + ledger.changes.filter(({ before }) => before).length, 0);
    const what = `by ${who.name}${input.topic ? ` on “${input.topic}”` : ""}`;
    const count = new Set(topics.flatMap((ledger) => ledger.positions.map(keyOf))).size;
    return {
      sentence:
        topics.length === 0
          ? notInRecord(`a statement ${what}`, desk.reach)
          : `${counted(count, "statement")} ${what} on ${counted(topics.length, "topic")}; ${changes === 0 ? "no change of position seen" : `${counted(changes, "change")} of position`}.`,
      found: topics.length > 0,
      reach: desk.reach,
      asked: { a: who.understood, topic: input.topic ?? null },
      topics,
    };
  },
};

const keyOf = ({ statement }: Position): string => `${statement.report} ${statement.entry}`;

function ledgers(desk: Desk, statements: readonly Said[], asked: string | undefined): Ledger[] {
  const views = new Map<Said, Position>();
  const found = new Map<string, { readonly basis: Ledger["basis"]; readonly all: Position[] }>();
  for (const one of statements) {
    const wanted = asked === undefined ? topicsOf(one.statement) : topicsAskedFor(one.statement, asked);
    for (const { topic, basis } of wanted) {
      const position = views.get(one) ?? positionOf(desk, one);
      views.set(one, position);
      const ledger = found.get(topic) ?? { basis, all: [] };
      ledger.all.push(position);
      found.set(topic, ledger);
    }
  }
  const exact = asked === undefined ? new Set<string>() : askedTopics(asked);
  return [...found]
    .map(([topic, { basis, all }]) => ({ topic, basis, positions: all, changes: changesOf(all) }))
    .sort(
      (a, b) =>
        Number(exact.has(b.topic)) - Number(exact.has(a.topic)) ||
        b.positions.length - a.positions.length ||
        (a.topic < b.topic ? -1 : 1),
    );
}

/** A statement with how it stands towards its topic. */
export const positionOf = (desk: Desk, said: Said): Position => ({
  statement: statementView(desk, said),
  stance: stance(desk, said),
});

function stance(desk: Desk, { report, statement, speakers }: Said): Position["stance"] {
  const mine = new Set(speakers);
  const types = report.record.events
    .filter(({ line, status }) => line === statement.line && status !== "negated")
    .filter(({ actors }) => actors.some((name) => mine.has(desk.identities.of(report.id, name))))
    .map(({ type }) => type);
  const { because, ...rest } = stanceOf(statement.cue, statement.content, types);
  return { ...rest, because: [...because] };
}

/**
 * The changes of a position over time. Each day counts once, with its firmest statement; a day whose statements stand
 * on both sides, or on none, says nothing of a change. The first mention is always there.
 */
export function changesOf(all: readonly Position[]): Change[] {
  const first = all[0];
  if (!first) return [];
  const changes: Change[] = [
    { kind: "first-mention", before: null, after: first, why: "the first statement on it in the record" },
  ];
  let before: Position | null = null;
  for (const after of daily(all)) {
    if (before) {
      const change = changeBetween(before.stance, after.stance);
      if (change) changes.push({ ...change, before, after });
    }
    before = after;
  }
  return changes;
}

function daily(all: readonly Position[]): Position[] {
  const days = Map.groupBy(
    all.filter(({ statement, stance }) => statement.day !== null && stance.polarity !== 0),
    ({ statement }) => statement.day,
  );
  return [...days.values()].flatMap((group) => {
    if (new Set(group.map((one) => one.stance.polarity)).size > 1) return [];
    return [group.reduce((best, one) => (one.stance.strength > best.stance.strength ? one : best))];
  });
}

type Standing = Pick<Stance, "polarity" | "strength" | "because">;

function changeBetween(before: Standing, after: Standing): Pick<Change, "kind" | "why"> | null {
  const why = `${inWords(before)}, then ${inWords(after)}`;
  if (before.polarity !== after.polarity) return { kind: "reversal", why };
  if (before.strength === after.strength) return null;
  return { kind: after.strength > before.strength ? "hardening" : "softening", why };
}

const ROOM = { 1: "leaving room", 2: "plainly", 3: "leaving no room" } as const;

const inWords = ({ polarity, strength, because }: Standing): string =>
  `${polarity > 0 ? "for" : "against"} it, ${ROOM[strength]} (${because.slice(0, 4).join(", ")})`;
