import { childBy, childrenBy, isPassive, markerOf, nominalsWith, subjectOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { type Scene, who } from "../participants.ts";
import type { Desk } from "./types.ts";

/** Verbs and adjectives that give somebody's own stance: "Putin IS READY". */
const ATTITUDES = new Set([
  "ready",
  "willing",
  "prepared",
  "open",
  "want",
  "intend",
  "hope",
  "believe",
  "welcome",
  "support",
  "favor",
  "favour",
  "regret",
  "expect",
  "plan",
  "grateful",
  "committed",
  "determined",
  "concerned",
  "pleased",
  "disappointed",
  "convinced",
]);

/** Whether an actor is a news medium. */
export const isMedium = (scene: Scene, name: string): boolean =>
  scene.actors.drafts.get(name)?.sector === "MED" && !/report|journalist|correspondent|media|press$/i.test(name);

/** "as stated by the Kremlin spokesman": relays the statement of its sentence. True where it did. */
export function relayAs(desk: Desk, sentence: Sentence, verb: Token): boolean {
  if (markerOf(sentence, verb) !== "as") return false;
  const agent =
    childBy(sentence, verb, "obl:agent") ?? nominalsWith(sentence, verb, "by")[0] ?? childBy(sentence, verb, "nsubj");
  const names = who(desk.scene, sentence, agent);
  if (names.length === 0 || (!isPassive(sentence, verb) && childBy(sentence, verb, "obj", "ccomp"))) return false;
  const at = desk.here.length - 1;
  const last = desk.here[at];
  if (!last || last.speakers.includes(names[0]!)) return false;
  desk.here[at] = { ...last, via: names[0]! };
  return true;
}

/** The speaker of the statement in whose content this cue stands, who relays it. */
export function outerSpeaker({ here }: Desk, verb: Token): string | null {
  const outer = here.findLast((s) => s.content.from <= verb.from && verb.to <= s.content.to && s.verb !== verb.index);
  return outer && outer.speakers.length === 1 ? outer.speakers[0]! : null;
}

/** "Putin is ready for dialogue, Peskov said": the spokesman gives the principal's own stance. */
export function principalOf(
  scene: Scene,
  sentence: Sentence,
  clause: Token | undefined,
  speakers: readonly string[],
): string[] | null {
  if (!clause || speakers.length !== 1) return null;
  const draft = scene.actors.drafts.get(speakers[0]!);
  if (
    !draft ||
    !/spokes|press secretary/i.test(`${draft.role ?? ""} ${draft.name}`) ||
    !ATTITUDES.has(clause.lemma.toLowerCase())
  )
    return null;
  const subject = subjectOf(sentence, clause);
  const names = subject ? who(scene, sentence, subject) : [];
  return names.length === 1 && names[0] !== speakers[0] && scene.actors.drafts.get(names[0]!)?.kind === "person"
    ? names
    : null;
}

/** "told The New York Times": the medium relays. */
export function toldMedium(scene: Scene, sentence: Sentence, verb: Token): string | null {
  for (const t of [...childrenBy(sentence, verb, "obj", "iobj"), ...nominalsWith(sentence, verb, "to", "by", "with")]) {
    const medium = who(scene, sentence, t).find((n) => isMedium(scene, n));
    if (medium) return medium;
  }
  return null;
}
