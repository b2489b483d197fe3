import { askedTopics, type FoundTopic, isAbout, isAskedFor, topicsOf } from "../topics.ts";
import type { Desk, Said } from "./desk.ts";
import { newest } from "./said.ts";
import { type Stance, stanceInWords, stanceOfActs } from "./stance.ts";
import type { Who } from "./who.ts";

/** A statement with where it stands. */
export interface Held {
  readonly said: Said;
  readonly stance: Stance;
}

/** A change of a position; of the first mention there is nothing before. */
export interface ChangeOf {
  readonly kind: "first-mention" | "reversal" | "hardening" | "softening";
  readonly before: Held | null;
  readonly after: Held;
  readonly why: string;
}

/** What an actor said on one topic, the oldest first. */
export interface LedgerOf {
  readonly topic: string;
  readonly basis: FoundTopic["basis"];
  readonly all: readonly Held[];
  readonly changes: readonly ChangeOf[];
}

/** An actor's statements by topic, those asked for and those with the most statements first. */
export function ledgersOf(
  desk: Desk,
  who: Who,
  asked: {
    readonly topic?: string | undefined;
    readonly since?: string | undefined;
    readonly until?: string | undefined;
  },
): LedgerOf[] {
  const { topic: phrase, since, until } = asked;
  const statements = desk
    .statementsBy(who.ids)
    .filter(({ day }) => !since || (day !== null && day >= since))
    .filter(({ day }) => !until || (day !== null && day <= until))
    .sort((a, b) => newest(b, a));
  const found = new Map<string, { readonly basis: FoundTopic["basis"]; readonly all: Held[] }>();
  for (const said of statements) {
    const wanted = topicsIn(said, phrase);
    if (wanted.length === 0) continue;
    const held = heldOf(said);
    for (const { topic, basis } of wanted) {
      const ledger = found.get(topic) ?? { basis, all: [] };
      ledger.all.push(held);
      found.set(topic, ledger);
    }
  }
  const exact = phrase === undefined ? new Set<string>() : askedTopics(phrase);
  return [...found]
    .map(([topic, { basis, all }]) => ({ topic, basis, all, changes: changesOf(all) }))
    .sort(
      (a, b) =>
        Number(exact.has(b.topic)) - Number(exact.has(a.topic)) ||
        b.all.length - a.all.length ||
        (a.topic < b.topic ? -1 : 1),
    );
}

/** A statement's topics, or those asked for. The statement itself is looked at only where no topic of the lexicon is in it. */
function topicsIn(said: Said, phrase: string | undefined): readonly Pick<FoundTopic, "topic" | "basis">[] {
  if (said.topics.length > 0)
    return said.topics
      .filter((topic) => phrase === undefined || isAskedFor(topic, phrase))
      .map((topic) => ({ topic, basis: "lexicon" }));
  if (phrase === undefined) return topicsOf(said.statement);
  return said.hasWords(phrase) ? topicsOf(said.statement).filter((topic) => isAbout([topic], phrase)) : [];
}

/** A statement with where it stands towards its topic. */
export const heldOf = (said: Said): Held => ({ said, stance: stanceIn(said) });

/** The words it rests on are looked up when they are shown. */
function stanceIn(said: Said): Stance {
  const { polarity, strength, because } = said.inWords;
  if (because === 0) return stanceOfActs(strength, said.actsBeside());
  return {
    polarity,
    strength,
    get because() {
      return stanceInWords(said.statement).because;
    },
  };
}

/**
 * The changes of a position over time. Each day counts once, with its firmest statement; a day whose statements stand
 * on both sides, or on none, says nothing of a change. The first mention is always there.
 */
export function changesOf(all: readonly Held[]): ChangeOf[] {
  const first = all[0];
  if (!first) return [];
  const changes: ChangeOf[] = [
    { kind: "first-mention", before: null, after: first, why: "the first statement on it in the record" },
  ];
  let before: Held | null = null;
  for (const after of daily(all)) {
    if (before) {
      const change = changeBetween(before, after);
      if (change) changes.push(change);
    }
    before = after;
  }
  return changes;
}

function daily(all: readonly Held[]): Held[] {
  const days = Map.groupBy(
    all.filter(({ said, stance: { polarity } }) => said.day !== null && polarity !== 0),
    ({ said }) => said.day,
  );
  return [...days.values()].flatMap((group) => {
    if (new Set(group.map((one) => one.stance.polarity)).size > 1) return [];
    return [group.reduce((best, one) => (one.stance.strength > best.stance.strength ? one : best))];
  });
}

function changeBetween(before: Held, after: Held): ChangeOf | null {
  const [was, is] = [before.stance, after.stance];
  if (was.polarity === is.polarity && was.strength === is.strength) return null;
  const kind = was.polarity !== is.polarity ? "reversal" : is.strength > was.strength ? "hardening" : "softening";
  return {
    kind,
    before,
    after,
    get why() {
      return `${inWords(was)}, then ${inWords(is)}`;
    },
  };
}

const ROOM = { 1: "leaving room", 2: "plainly", 3: "leaving no room" } as const;

const inWords = ({ polarity, strength, because }: Stance): string =>
  `${polarity > 0 ? "for" : "against"} it, ${ROOM[strength]} (${because.slice(0, 4).join(", ")})`;
