import { childBy, childrenBy, isUnder, nominalsWith, rangeOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import type { Scene, SpeakerAt } from "../participants.ts";
import { statesOf } from "./addressed.ts";
import { named, type Spot } from "./concerned.ts";
import type { EventDraft } from "./types.ts";

const AID =
  /^(aid|assistance|relief|loan|grant|funding|donation|package|shipment|ammunition|equipment|food|medicine|vaccine|help)$/;
const SUM = /^[$€£¥¤]$/;

/** The states for which the doers of an act of words give, or themselves where they are no people. */
const giversOf = (scene: Scene, names: readonly string[]): string[] => {
  const states = statesOf(
    scene,
    names.filter((n) => scene.actors.drafts.get(n)?.kind === "person"),
  );
  return states.length > 0 ? [...new Set(states)] : [...names];
};

const aid = (scene: Scene, event: EventDraft, noun: Token, status: EventDraft["status"], rule: string): EventDraft => {
  const sentence = scene.syntax.sentences[event.sentence]!;
  const before = childrenBy(sentence, noun, "amod", "compound", "conj").filter(
    (t) => t.index < noun.index && noun.index - t.index < 5,
  );
  return {
    ...event,
    type: "AID",
    actors: giversOf(scene, event.actors),
    status,
    statusRule: rule,
    time: null,
    date: null,
    saidBy: null,
    trigger: rangeOf([...before, noun]),
    token: noun.index,
    object: -1,
    rule,
    speech: false,
    noun: true,
  };
};

/** "pledged 10 million to the island": the aid that is promised is an act of its own, planned. */
function promised(scene: Scene, event: EventDraft): EventDraft[] {
  if (event.type !== "AGREE" || event.recipients.length === 0 || event.object === undefined || event.object < 0)
    return [];
  const noun = scene.syntax.sentences[event.sentence]!.tokens[event.object]!;
  return AID.test(noun.lemma.toLowerCase()) || SUM.test(noun.text)
    ? [aid(scene, event, noun, "planned", "promised-aid")]
    : [];
}

/** "reiterated our support for the people, including through humanitarian assistance": the assistance is given. */
function through(scene: Scene, event: EventDraft): EventDraft[] {
  if (event.type !== "SUPPORT" || event.recipients.length === 0 || event.object === undefined || event.object < 0)
    return [];
  const sentence = scene.syntax.sentences[event.sentence]!;
  const verb = sentence.tokens[event.token]!;
  const noun = sentence.tokens.find(
    (t) =>
      t.index > event.object! &&
      AID.test(t.lemma.toLowerCase()) &&
      isUnder(sentence, t, verb) &&
      throughIt(sentence, t),
  );
  return noun && giversOf(scene, event.actors).length > 0
    ? [aid(scene, event, noun, "actual", "support-through-aid")]
    : [];
}

/** Whether "through" opens the list that the noun ends ("through economic, security, and humanitarian assistance"). */
function throughIt(sentence: Sentence, noun: Token): boolean {
  for (let i = noun.index - 1; i >= Math.max(0, noun.index - 9); i -= 1) {
    const t = sentence.tokens[i]!;
    if (/^(through|by|with)$/i.test(t.text)) return /^through$/i.test(t.text);
    if (t.upos === "VERB" || t.upos === "AUX") return false;
  }
  return false;
}

/** The acts that come with an act of words: aid promised, aid by which support is given. */
export const aidBeside = (scene: Scene, events: readonly EventDraft[]): EventDraft[] =>
  events.flatMap((e) => [...promised(scene, e), ...through(scene, e), ...packaged(scene, e)]);

/** "committed to a $3 billion package for the island" */
function packaged(scene: Scene, event: EventDraft): EventDraft[] {
  if (event.type !== "AGREE" || event.recipients.length === 0 || !/commit|pledge|promise/.test(event.rule)) return [];
  const after = scene.syntax.sentences[event.sentence]!.tokens.slice(event.token + 1, event.token + 15);
  const noun = after.find(
    (t) =>
      /^(package|loan|grant)$/.test(t.lemma) ||
      (/^(aid|assistance|funding)$/.test(t.lemma) && after.some((x) => SUM.test(x.text))),
  );
  return noun && noun.index !== event.object ? [aid(scene, event, noun, "planned", "promised-package")] : [];
}

const DRAWING = /^(draw|receive|face|attract|earn|win|provoke|prompt|meet)$/;

/** "drew praise from allies and criticism": others praise and criticise the subject. */
export function drawn(scene: Scene, speakerAt: SpeakerAt): EventDraft[] {
  return scene.syntax.sentences.flatMap((sentence) =>
    sentence.tokens
      .filter((t) => t.upos === "VERB" && DRAWING.test(t.lemma))
      .flatMap((verb) => {
        const spot: Spot = { scene, sentence, speaker: speakerAt(verb) };
        const subject = childBy(sentence, verb, "nsubj");
        const recipients = named(spot, subject);
        const things = sentence.tokens.filter(
          (t) =>
            t.index > verb.index &&
            /^(praise|criticism|condemnation|applause|censure|rebuke)$/.test(t.lemma) &&
            isUnder(sentence, t, verb),
        );
        if (recipients.length === 0) return [];
        return things.map((thing): EventDraft => {
          const actors = [...nominalsWith(sentence, thing, "from", "by"), ...nominalsWith(sentence, verb, "from")]
            .flatMap((t) => named(spot, t))
            .filter((n) => !recipients.includes(n));
          return {
            type: /^(praise|applause)$/.test(thing.lemma) ? "SUPPORT" : "ACCUSE",
            actors: [...new Set(actors)],
            recipients,
            status: "actual",
            statusRule: "told",
            time: null,
            date: null,
            saidBy: null,
            trigger: rangeOf([thing]),
            sentence: sentence.index,
            token: thing.index,
            line: sentence.line,
            rule: `drawn-${thing.lemma}`,
            speech: false,
            noun: true,
          };
        });
      }),
  );
}
