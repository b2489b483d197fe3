import type { TodayAnswer } from "../../data/types.ts";

export type Turned = TodayAnswer["turned"][number];
export type Moved = TodayAnswer["moved"][number];
export type Claimed = TodayAnswer["claims"][number];
export type Disputed = TodayAnswer["contradictions"][number];
export type NewContact = TodayAnswer["new_contacts"][number];

/** A piece of news that can stand at the head of the page. */
export type Item =
  | { readonly is: "turned"; readonly of: Turned }
  | { readonly is: "moved"; readonly of: Moved }
  | { readonly is: "claim"; readonly of: Claimed }
  | { readonly is: "disputed"; readonly of: Disputed }
  | { readonly is: "contact"; readonly of: NewContact };

/** What is told in words of its own, apart from the lists of new contacts, first words and sums. */
export interface Front {
  /** The first of the day; null where the latest reports bring no news. */
  readonly lead: Item | null;
  readonly items: readonly Item[];
  /** New contacts but for the lead. */
  readonly contacts: readonly NewContact[];
  readonly first: readonly FirstWords[];
}

/** First statements of an actor on topics: one statement may begin several. */
export interface FirstWords {
  readonly topics: readonly string[];
  readonly moved: Moved;
}

/**
 * Sets the page. What turned comes first, then positions that moved, claims that the record contradicts, reports that
 * disagree, and claims that it supports. The first of them leads; where there is none, a new contact does, one that was
 * held before one that is only planned.
 */
export function frontOf(answer: TodayAnswer): Front {
  const claims = (verdict: string): Item[] =>
    answer.claims.filter(({ claim }) => claim.verdict === verdict).map((of): Item => ({ is: "claim", of }));
  const told: Item[] = [
    ...answer.turned.map((of): Item => ({ is: "turned", of })),
    ...answer.moved.filter(hasBefore).map((of): Item => ({ is: "moved", of })),
    ...claims("contradicted"),
    ...answer.contradictions.map((of): Item => ({ is: "disputed", of })),
    ...claims("supported"),
  ];
  const contact = answer.new_contacts.find(({ status }) => status === "held") ?? answer.new_contacts[0];
  const lead = told[0] ?? (contact ? { is: "contact" as const, of: contact } : null);
  return {
    lead,
    items: told.slice(1),
    contacts: answer.new_contacts.filter((one) => lead?.of !== one),
    first: firstWords(answer.moved.filter((one) => !hasBefore(one))),
  };
}

const hasBefore = ({ change }: Moved): boolean => change.before !== null;

function firstWords(first: readonly Moved[]): FirstWords[] {
  const groups = Map.groupBy(first, ({ actor, change: { after } }) =>
    [actor.id, after.statement.report, after.statement.entry].join(" "),
  );
  return [...groups.values()].map((group) => ({ topics: group.map(({ topic }) => topic), moved: group[0]! }));
}
