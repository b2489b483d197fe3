import { childBy, childrenBy, nominalsWith, subjectOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import type { Scene } from "../participants.ts";
import { statesOf } from "./addressed.ts";
import type { EventDraft } from "./types.ts";

type Type = EventDraft["type"];

/** Nouns that take up a deed told just before, and the types of deed that each may be of; none: of any. */
const DEEDS: readonly (readonly [RegExp, readonly Type[]])[] = [
  [/^(attack|raid|strike|airstrike|killing|offensive|assault|bombing|shelling|bombardment|incursion)$/, ["ASSAULT"]],
  [/^(arrest|detention|seizure|closure|ban|crackdown|jailing|hanging|execution)$/, ["COERCE", "ASSAULT"]],
  [/^(expulsion|sanction|measure|restriction|suspension|recall)$/, ["SANCTION", "COERCE"]],
  [/^(launch|test|deployment|drill|exercise)$/, ["MOBILIZE"]],
  [/^(ruling|verdict|sentence|judgment|trial)$/, ["COERCE", "REQUEST", "REJECT", "SUPPORT"]],
  [/^(accusation|allegation|claim|charge|criticism|blame)$/, ["ACCUSE"]],
  [/^(ultimatum|demand|request|appeal|order)$/, ["REQUEST", "THREATEN", "SANCTION"]],
  [/^(move|decision|step|action|act|gesture|threat)$/, []],
];
/** What is asked back of whoever holds it. */
const FREEING = /^(release|freedom|liberation|return)$/;
const CAPTURE: readonly Type[] = ["COERCE", "ASSAULT"];

const typesOf = (noun: Token): readonly Type[] | undefined =>
  DEEDS.find(([words]) => words.test(noun.lemma.toLowerCase()))?.[1];

/** "the move", "these raids": a deed spoken of before, with nobody named as its doer. */
export const isTakenUp = (sentence: Sentence, noun: Token | undefined): noun is Token =>
  noun !== undefined &&
  typesOf(noun) !== undefined &&
  (/^(the|this|these|that|such)$/i.test(childBy(sentence, noun, "det")?.text ?? "") || noun.deprel === "nsubj") &&
  childrenBy(sentence, noun, "nmod:poss").length === 0 &&
  nominalsWith(sentence, noun, "of", "by", "from").length === 0;

/** The deed that an act answers: what it condemns, hails, rejects, or demands the end or undoing of. */
function deedBehind(scene: Scene, e: EventDraft): readonly Type[] | undefined {
  const sentence = scene.syntax.sentences[e.sentence]!;
  const object = e.object === undefined || e.object < 0 ? undefined : sentence.tokens[e.object];
  if (e.type === "REQUEST") {
    if (object && FREEING.test(object.lemma) && childBy(sentence, object, "nmod:poss")) return CAPTURE;
    const clause = childBy(sentence, sentence.tokens[e.token]!, "ccomp");
    const subject = clause && subjectOf(sentence, clause);
    return isTakenUp(sentence, subject) ? typesOf(subject) : undefined;
  }
  if (e.type === "REJECT" && object && typesOf(object)?.[0] === "ACCUSE") return ["ACCUSE"];
  return /^(ACCUSE|SUPPORT|REJECT)$/.test(e.type) && isTakenUp(sentence, object) ? typesOf(object) : undefined;
}

/** "condemned the move", "denied the accusation": who answers a deed answers whoever did it, in the sentences just before. */
export function answered(scene: Scene, events: readonly EventDraft[]): EventDraft[] {
  const bySentence = Map.groupBy(events.keys(), (i) => events[i]!.sentence);
  return events.map((e, at) => {
    if (e.recipients.length > 0) return e;
    const types = deedBehind(scene, e);
    if (!types) return e;
    const side = [...e.actors, ...statesOf(scene, e.actors)];
    const fits = (d: EventDraft): boolean =>
      (types.length === 0 || types.includes(d.type)) &&
      d.actors.length > 0 &&
      !d.actors.some((a) => side.includes(a)) &&
      (types[0] !== "ACCUSE" || d.recipients.some((r) => side.includes(r)));
    const deed = [0, 1, 2, 3]
      .flatMap((back) => (bySentence.get(e.sentence - back) ?? []).toReversed())
      .find((i) => i !== at && events[i]!.trigger.from < e.trigger.from && fits(events[i]!));
    return deed === undefined ? e : { ...e, recipients: events[deed]!.actors };
  });
}
