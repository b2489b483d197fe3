import type { Encounter } from "../types.ts";
import type { Desk } from "./desk.ts";
import type { Who } from "./who.ts";

/** The encounters in which both actors are parties, each through a party of its own. */
export function encountersBetween(desk: Desk, a: Who, b: Who): Encounter[] {
  return desk.encountersOf(a.ids).filter((one) => bothIn(one, a, b));
}

/** Whether both are parties; one party cannot be both (a state and its own president are no pair). */
export function bothIn(one: Encounter, a: Who, b: Who): boolean {
  const { parties } = one;
  const ofA = parties.filter(({ actor }) => a.ids.has(actor));
  const ofB = parties.filter(({ actor }) => b.ids.has(actor));
  return ofA.length > 0 && ofB.length > 0 && (ofA.length > 1 || ofB.length > 1 || ofA[0] !== ofB[0]);
}
