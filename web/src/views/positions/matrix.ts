import type { ActorRef, Positions } from "../../data/types.ts";

/** Topics by actors, and where each statement stands in its cell. Pure, so that it can be tested without a page. */
export type Ledger = Positions["topics"][number];
export type Position = Ledger["positions"][number];
export type Change = Ledger["changes"][number];

/** An actor with all that the record has of its positions. */
export interface Holder {
  readonly actor: ActorRef;
  /** As the address names it. */
  readonly phrase: string;
  readonly ledgers: readonly Ledger[];
}

export interface Row {
  readonly topic: string;
  readonly basis: Ledger["basis"];
  /** One for each holder, in their order. */
  readonly cells: readonly (Ledger | null)[];
  readonly statements: number;
}

/** One row for each topic, those with most statements first. */
export function rowsOf(holders: readonly Holder[]): Row[] {
  const topics = new Map(holders.flatMap(({ ledgers }) => ledgers.map(({ topic, basis }) => [topic, basis] as const)));
  return [...topics]
    .map(([topic, basis]) => {
      const cells = holders.map(({ ledgers }) => ledgers.find((one) => one.topic === topic) ?? null);
      const statements = cells.reduce((sum, cell) => sum + (cell?.positions.length ?? 0), 0);
      return { topic, basis, cells, statements };
    })
    .sort((a, b) => weight(b) - weight(a) || b.statements - a.statements || (a.topic < b.topic ? -1 : 1));
}

/** Topics that several speak of, or on which somebody moved, say more than others. */
const weight = ({ cells, statements }: Row): number =>
  statements +
  2 * cells.filter((cell) => cell !== null).length +
  3 * cells.reduce((sum, cell) => sum + (cell?.changes.filter(({ before }) => before).length ?? 0), 0);

/** Names a statement in an address. */
export const keyOf = ({ statement: { report, entry } }: Position): string => `${report.slice(0, 16)}-${entry}`;

/** The first and last day of all statements shown; null where none has a day. */
export function daysOf(rows: readonly Row[]): readonly [string, string] | null {
  const days = rows
    .flatMap(({ cells }) => cells)
    .flatMap((cell) => cell?.positions.map(({ statement }) => statement.day) ?? [])
    .filter((day) => day !== null)
    .sort();
  return days.length > 0 ? [days[0]!, days.at(-1)!] : null;
}

/** A statement in a cell. */
export interface Mark {
  readonly key: string;
  readonly position: Position;
  /** From -3, against it leaving no room, to 3, for it leaving none; 0 neither or both. */
  readonly level: number;
  /** The change that it brought, if any; the first mention is no change. */
  readonly change: Change | null;
  readonly first: boolean;
  /** Which among those of its day: marks of one day stand side by side. */
  readonly place: number;
}

/** The statements of a ledger that have a day, as marks. */
export function marksOf({ positions, changes }: Ledger): Mark[] {
  const seen = new Map<string, number>();
  const first = changes.find(({ before }) => before === null);
  return positions.flatMap((position) => {
    const { day } = position.statement;
    if (day === null) return [];
    const key = keyOf(position);
    const place = seen.get(day) ?? 0;
    seen.set(day, place + 1);
    return [
      {
        key,
        position,
        level: position.stance.polarity * position.stance.strength,
        change: changeAt(changes, key),
        first: first !== undefined && keyOf(first.after) === key,
        place,
      },
    ];
  });
}

/** The change that a statement brought. */
export const changeAt = (changes: readonly Change[], key: string): Change | null =>
  changes.find(({ before, after }) => before !== null && keyOf(after) === key) ?? null;

const STRENGTH = { 1: "leaving room", 2: "plainly", 3: "leaving no room" } as const;

/** A stance in words, with those on which it rests. */
export function stanceInWords({ polarity, strength, because }: Position["stance"]): string {
  if (polarity === 0) return "neither for nor against it, or both";
  const words = because.length > 0 ? ` (${because.slice(0, 4).join(", ")})` : "";
  return `${polarity > 0 ? "for" : "against"} it, ${STRENGTH[strength]}${words}`;
}

export const CHANGE_WORDS: Readonly<Record<Change["kind"], string>> = {
  "first-mention": "First mention",
  reversal: "Reversal",
  hardening: "Hardening",
  softening: "Softening",
};
