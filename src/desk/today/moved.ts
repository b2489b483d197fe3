import type { Desk, Said } from "../questions/desk.ts";
import { type ChangeOf, changesOf, type Held, heldOf } from "../questions/ledgers.ts";
import { newest } from "../questions/said.ts";
import type { Window } from "./window.ts";

/** A change of position that the latest reports tell. */
export interface Moved {
  readonly actor: string;
  readonly topic: string;
  readonly change: ChangeOf;
  /** False where the record holds no earlier statement of the actor at all. */
  readonly spoke_before: boolean;
}

const KINDS: readonly ChangeOf["kind"][] = ["reversal", "hardening", "softening", "first-mention"];

/**
 * The changes of position in statements of the window: by the rules of `positions`, on the lexicon's topics, for
 * everyone who speaks there under a name. Earlier statements are looked at from the newest back, no further than needed.
 */
export function movedIn(desk: Desk, window: Window): Moved[] {
  const speaking = new Map<string, Said[]>();
  for (const said of window.reports.flatMap((report) => desk.saidIn(report)))
    for (const speaker of new Set(said.speakers)) {
      // "RUS:officials" of two reports need not be the same.
      if (desk.identities.get(speaker)?.kind === "official") continue;
      const list = speaking.get(speaker);
      if (list) list.push(said);
      else speaking.set(speaker, [said]);
    }
  const moved = [...speaking].flatMap(([actor, said]) => movesOf(desk, window, actor, said));
  return moved.sort(
    (a, b) =>
      KINDS.indexOf(a.change.kind) - KINDS.indexOf(b.change.kind) ||
      Number(b.spoke_before) - Number(a.spoke_before) ||
      compare(b.change.after.said.day ?? "", a.change.after.said.day ?? "") ||
      compare(a.actor + a.topic, b.actor + b.topic),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function movesOf(desk: Desk, { ids }: Window, actor: string, said: readonly Said[]): Moved[] {
  const topics = new Map<string, Ledger>();
  for (const one of said)
    for (const topic of one.topics) {
      const ledger = topics.get(topic) ?? new Ledger();
      topics.set(topic, ledger);
      ledger.add(one);
    }
  if (topics.size === 0) return [];
  const earlier = desk
    .statementsBy([actor])
    .filter(({ report }) => !ids.has(report.id))
    .sort((a, b) => compare(b.day ?? "", a.day ?? ""));
  lookBack(earlier, topics);
  const spoke_before = earlier.length > 0;
  return [...topics].flatMap(([topic, ledger]) =>
    ledger
      .changes()
      .filter(({ after }) => ids.has(after.said.report.id))
      .map((change) => ({ actor, topic, change, spoke_before })),
  );
}

/** Adds earlier statements, the newest first, to the ledgers that need them. */
function lookBack(earlier: readonly Said[], topics: ReadonlyMap<string, Ledger>): void {
  const open = new Map(topics);
  for (const one of earlier) {
    if (open.size === 0) return;
    for (const topic of one.topics) {
      const ledger = open.get(topic);
      if (ledger?.settledBefore(one.day)) open.delete(topic);
      else ledger?.addEarlier(one);
    }
  }
}

/** The statements of one actor on one topic, as far back as a change in the window needs them. */
class Ledger {
  readonly #all: Held[] = [];
  /** The oldest day of a statement in the window. */
  #oldest: string | null = null;
  /** The day that was looked at last, and on which sides its statements stand. */
  #day: string | null = null;
  #sides = new Set<number>();

  add(said: Said): void {
    this.#put(said);
    if (said.day !== null && (this.#oldest === null || said.day < this.#oldest)) this.#oldest = said.day;
  }

  addEarlier(said: Said): void {
    if (said.day !== this.#day) this.#sides = new Set();
    this.#day = said.day;
    const { polarity } = this.#put(said).stance;
    if (polarity !== 0) this.#sides.add(polarity);
  }

  /** Whether the days looked at so far tell a position before the window, so that older ones than this change nothing. */
  settledBefore(day: string | null): boolean {
    return (
      day !== this.#day &&
      this.#day !== null &&
      this.#oldest !== null &&
      this.#day < this.#oldest &&
      this.#sides.size === 1
    );
  }

  changes(): ChangeOf[] {
    return changesOf(this.#all.toSorted((a, b) => newest(b.said, a.said)));
  }

  #put(said: Said): Held {
    const held = heldOf(said);
    this.#all.push(held);
    return held;
  }
}
