import type { Encounter } from "../types.ts";
import { type Lists, listOf, listsOf, rowAt } from "../use-table.ts";
import { type EncounterColumns, ShelvedEncounter } from "./shelved-encounter.ts";

/**
 * A desk's encounters by their parties. Those on a shelf are found through its columns, whose lists are made once and
 * serve every desk that goes on from it; only of the others is an index made anew.
 */
export class EncounterIndex {
  readonly #all: readonly Encounter[];
  #columns: EncounterColumns | undefined;
  /** For each place of the shelf where the encounter stands in the desk, counted from 1; 0 where it does not. */
  #places = new Uint32Array(0);
  readonly #loose = new Map<string, number[]>();

  constructor(all: readonly Encounter[]) {
    this.#all = all;
    for (const [i, one] of all.entries()) {
      if (one instanceof ShelvedEncounter && this.#shelve(one, i)) continue;
      for (const actor of new Set(one.parties.map((party) => party.actor))) {
        const known = this.#loose.get(actor);
        if (known) known.push(i);
        else this.#loose.set(actor, [i]);
      }
    }
  }

  /** The encounters that any of the actors is a party of, each once, in the desk's order. */
  of(actors: Iterable<string>): Encounter[] {
    const found = new Set<number>();
    for (const actor of new Set(actors)) {
      for (const i of this.#loose.get(actor) ?? []) found.add(i);
      if (!this.#columns) continue;
      const { lists, numbers } = partiesOf(this.#columns);
      const { start } = this.#columns.parties;
      for (const slot of listOf(lists, numbers.get(actor))) {
        const place = this.#places[rowAt(start, slot)]!;
        if (place > 0) found.add(place - 1);
      }
    }
    return Array.from(Uint32Array.from(found).sort(), (i) => this.#all[i]!);
  }

  /** False where it is on another shelf than the first. */
  #shelve(one: ShelvedEncounter, i: number): boolean {
    const { columns, at } = one.place;
    if (!this.#columns) {
      this.#columns = columns;
      this.#places = new Uint32Array(columns.id.length);
    }
    if (columns !== this.#columns) return false;
    this.#places[at] = i + 1;
    return true;
  }
}

interface Parties {
  readonly lists: Lists;
  /** Of texts. */
  readonly numbers: ReadonlyMap<string | null, number>;
}

const known = new WeakMap<EncounterColumns, Parties>();

function partiesOf(columns: EncounterColumns): Parties {
  const before = known.get(columns);
  if (before) return before;
  const made = {
    lists: listsOf(columns.parties.values, columns.texts.length),
    numbers: new Map(columns.texts.map((text, i) => [text, i])),
  };
  known.set(columns, made);
  return made;
}
