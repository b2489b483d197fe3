import { bothIn } from "../questions/pairs.ts";
import type { Who } from "../questions/who.ts";
import type { Encounter } from "../types.ts";
import type { BriefOf } from "./section.ts";

/**
 * The encounters that a brief is about: between the two, or of one of them with the other's state, as a visit is whose
 * report names no host.
 */
export function encountersOf(of: BriefOf): Encounter[] {
  const { desk, a, b } = of;
  const [sideA, sideB] = [sideOf(of, a), sideOf(of, b)];
  return desk.encountersOf([...a.ids, ...b.ids]).filter((one) => bothIn(one, sideA, sideB));
}

/** A person with the state of the person; a state or body as it is. */
export function sideOf({ desk }: BriefOf, who: Who): Who {
  const country = desk.identities.get(who.understood.actor.id)?.country;
  if (!country || who.understood.actor.kind !== "person") return who;
  return { ...who, ids: new Set([...who.ids, country]) };
}
