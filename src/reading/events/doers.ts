import type { EventType } from "../../record/schema.ts";
import {
  agentOf,
  childBy,
  childrenBy,
  governingPredicate,
  hasRelation,
  headOf,
  isPassive,
  markerOf,
  nominalsWith,
  subjectOf,
  subtreeOf,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { ownersOf } from "../participants.ts";
import { statesOf } from "./addressed.ts";
import { ARMED, areForces, named, type Spot, stateOfForces } from "./concerned.ts";

/** Verbs that add nothing to the noun they carry: who launches an attack attacks. */
const LIGHT = new Set(
  "launch begin start carry conduct make stage mount continue end halt stop order provide give offer impose announce sign reach conclude hold take do commit perpetrate lift ease resume suspend issue deliver send extend pledge promise".split(
    " ",
  ),
);

/** Nouns of deeds that nobody suffers: "the agreement of the leaders" is theirs. */
const OWN_DEED = /^(agreement|decision|pledge|promise|intention|plan|support|undertaking|offer|refusal)$/;

const first = (spot: Spot, tokens: readonly (Token | undefined)[]): string[] => {
  for (const t of tokens) {
    const names = named(spot, t);
    if (names.length > 0) return names;
  }
  return [];
};

/** Who does what a verb tells: its agent, or the owner of a thing that stands for it ("the country's army"). */
export function doersOfVerb(spot: Spot, verb: Token, type?: EventType): string[] {
  const { sentence, scene, speaker } = spot;
  if (type === "AID" && !/^(rescue|save|evacuate)$/.test(verb.lemma)) {
    const giver = first(
      spot,
      [verb, ...childrenBy(sentence, verb, "obj")].flatMap((t) => nominalsWith(sentence, t, "from")),
    );
    if (giver.length > 0) return giver;
  }
  const inner = headOf(sentence, verb);
  if (splitInfinitive(sentence, verb)) return doersOfVerb(spot, headOf(sentence, inner!) ?? inner!, type);
  if (hasRelation(verb, "ccomp") && inner && childBy(sentence, verb, "nsubj") === undefined) {
    const taken = childrenBy(sentence, inner, "obj").find(
      (o) => o.index > inner.index && o.index < verb.index && o.upos === "PROPN",
    );
    if (taken) return named(spot, taken);
  }
  const praised = praisedFor(spot, verb);
  if (praised.length > 0) return praised;
  const agent =
    policyOwner(sentence, verb) ??
    (mistakenPassive(sentence, verb) ? subjectOf(sentence, verb) : agentOf(sentence, verb));
  if (!agent && hasRelation(verb, "acl")) {
    const deciders = decidersOf(spot, verb);
    if (deciders.length > 0) return deciders;
  }
  if (agent) {
    const said = type !== undefined && /^(REQUEST|ACCUSE|SUPPORT|THREATEN|REJECT)$/.test(type);
    const names = said ? named(spot, agent) : ourState(spot, agent, named(spot, agent));
    if (names.length > 0) return names;
    if (agent.upos !== "PRON") return ownersOf(scene, sentence, agent, speaker);
  }
  if (type === "MOBILIZE" && isPassive(sentence, verb)) return forcesMoved(spot, subjectOf(sentence, verb));
  return type === "ASSAULT" && isPassive(sentence, verb) ? attackers(spot, verb) : [];
}

/** "the agreement of the leaders to lend … and the decision not to use": who decided is who agreed, where it is not said again. */
function decidersOf(spot: Spot, verb: Token): string[] {
  const { sentence } = spot;
  const noun = headOf(sentence, verb);
  if (!noun || !OWN_DEED.test(noun.lemma)) return [];
  const own = doersOfNoun(spot, noun);
  if (own.length > 0) return own;
  for (let i = noun.index - 1; i >= 0; i -= 1) {
    const t = sentence.tokens[i]!;
    const names = t.upos === "NOUN" && OWN_DEED.test(t.lemma) ? doersOfNoun(spot, t) : [];
    if (names.length > 0) return names;
  }
  return [];
}

/** A simple past whose subject the parser took for that of a passive without an auxiliary. */
export const mistakenPassive = (sentence: Sentence, verb: Token): boolean =>
  /^VB[DN]$/.test(verb.xpos) &&
  childBy(sentence, verb, "nsubj:pass") !== undefined &&
  childBy(sentence, verb, "aux:pass", "aux", "obl:agent") === undefined;

/** "to fire rockets" of which the parser made one noun: the verb hangs as a compound on its object. */
export const splitInfinitive = (sentence: Sentence, verb: Token): boolean =>
  verb.deprel === "compound" &&
  verb.xpos === "VB" &&
  sentence.tokens[verb.index - 1]?.text.toLowerCase() === "to" &&
  headOf(sentence, verb)?.upos === "NOUN";

/** "We" of an official below the top, in what he says, is his state. */
export function ourState({ scene, speaker }: Spot, agent: Token | undefined, names: string[]): string[] {
  if (!agent || !/^we$/i.test(agent.text) || names.length !== 1 || names[0] !== speaker[0]) return names;
  const role = scene.actors.drafts.get(names[0]!)?.role ?? "";
  const top = /^(president|prime minister|chancellor|king|queen|premier|taoiseach)$/i.test(role);
  const states = statesOf(scene, names);
  return top || states.length !== 1 || role === "" ? names : states;
}

/** "maintained a policy of turning boats away": who has the policy does it. */
function policyOwner(sentence: Sentence, verb: Token): Token | undefined {
  const noun = headOf(sentence, verb);
  if (
    verb.xpos !== "VBG" ||
    markerOf(sentence, verb) !== "of" ||
    !noun ||
    noun.upos !== "NOUN" ||
    !hasRelation(verb, "acl", "nmod")
  )
    return undefined;
  const owner = childBy(sentence, noun, "nmod:poss");
  const above = governingPredicate(sentence, noun);
  return owner ?? (above && hasRelation(noun, "obj") ? subjectOf(sentence, above) : undefined);
}

/** "the country's army was put on alert": whose it is. */
function forcesMoved({ scene, sentence, speaker }: Spot, moved: Token | undefined): string[] {
  if (!moved) return [];
  const spot = { scene, sentence, speaker };
  const names = named(spot, moved);
  if (moved.upos === "NOUN" && names.some(areForces))
    return names.map((n) => scene.actors.drafts.get(n)?.country ?? stateOfForces(n));
  if (names.some((n) => areForces(n) || /^[A-Z]{3}$/.test(n))) return names.map(stateOfForces);
  return ownersOf(scene, sentence, moved, speaker).map((n) => scene.actors.drafts.get(n)?.country ?? stateOfForces(n));
}

/** "were killed in the Israeli offensive": who is on the offensive. */
function attackers(spot: Spot, verb: Token): string[] {
  for (const t of nominalsWith(
    spot.sentence,
    verb,
    "in",
    "by",
    "as",
    "during",
    "of",
    "after",
    "as a result of",
    "because of",
    "from",
  )) {
    const noun = t.lemma === "result" ? nominalsWith(spot.sentence, t, "of")[0] : t;
    if (
      !noun ||
      !/^(attack|offensive|strike|airstrike|raid|bombing|shelling|assault|invasion|operation|incursion|bombardment|fire)$/.test(
        noun.lemma,
      )
    )
      continue;
    const names = doersOfNoun(spot, noun);
    if (names.length > 0) return names;
  }
  return [];
}

/** Who does what a noun names: its owner, "by", adjective, the place it comes from, or the subject of the verb that carries it. */
export function doersOfNoun(spot: Spot, noun: Token, type?: EventType): string[] {
  const { sentence } = spot;
  const above = headOf(sentence, noun);
  if (
    OWN_DEED.test(noun.lemma) &&
    above?.upos === "VERB" &&
    hasRelation(noun, "obl", "obj") &&
    /^(its|his|her|their|our|my)$/i.test(childBy(sentence, noun, "nmod:poss")?.text ?? "")
  ) {
    const subject = doersOfVerb(spot, above);
    if (subject.length > 0) return subject;
  }
  const addressed = ofTheTold(spot, noun);
  if (addressed.length > 0) return addressed;
  const direct = first(spot, [childBy(sentence, noun, "nmod:poss"), nominalsWith(sentence, noun, "by")[0]]);
  if (direct.length > 0) return direct;
  const praised = praisedFor(spot, noun);
  if (praised.length > 0) return praised;
  const adjectives = first(spot, childrenBy(sentence, noun, "amod", "compound", "nmod:desc"));
  if (adjectives.length > 0) return adjectives;
  const possessor = childBy(sentence, noun, "nmod:poss");
  const behindOwner = possessor ? ownersOf(spot.scene, sentence, possessor, spot.speaker) : [];
  if (behindOwner.length > 0) return behindOwner;
  const from = source(spot, noun);
  if (from.length > 0) return from;
  if (OWN_DEED.test(noun.lemma)) {
    const of = first(spot, [nominalsWith(sentence, noun, "of", "between", "from")[0]]);
    if (of.length > 0) return of;
  }
  if (type === "MOBILIZE") {
    const moved = forcesMoved(spot, nominalsWith(sentence, noun, "of")[0]);
    const inner = subtreeOf(sentence, noun)
      .filter(
        (t) =>
          t.index > noun.index && t.index < noun.index + 8 && (ARMED.test(t.text) || named(spot, t).some(areForces)),
      )
      .flatMap((t) => forcesMoved(spot, t));
    if (moved.length + inner.length > 0) return moved.length > 0 ? moved : inner.slice(0, 1);
  }
  if (type === "AID") {
    const by = announcers(spot, noun);
    if (by.length > 0) return [...new Set(by.flatMap((n) => [statesOf(spot.scene, [n])[0] ?? n]))];
  }
  const head = headOf(sentence, noun);
  return head?.upos === "VERB" && LIGHT.has(head.lemma.toLowerCase()) && hasRelation(noun, "obj")
    ? doersOfVerb(spot, head)
    : [];
}

/** "rocket attacks from the Hamas-controlled strip": who holds the place that it comes from. */
function source({ scene, sentence, speaker }: Spot, noun: Token): string[] {
  for (const t of nominalsWith(sentence, noun, "from")) {
    const owners = ownersOf(scene, sentence, t, speaker);
    if (owners.length > 0) return owners;
    const inside = insideOf(sentence, t).flatMap((c) => named({ scene, sentence, speaker }, c));
    if (inside.length > 0) return inside;
    const names = named({ scene, sentence, speaker }, t);
    if (names.length > 0) return names;
  }
  return [];
}

const insideOf = (sentence: Sentence, token: Token): Token[] =>
  childrenBy(sentence, token, "amod", "compound").flatMap((t) => [
    t,
    ...childrenBy(sentence, t, "compound", "obl", "nmod", "obl:unmarked"),
  ]);

/** "told the army to lift its restrictions": "its" is whose who is told. */
function ofTheTold(spot: Spot, noun: Token): string[] {
  const { sentence } = spot;
  const clause = headOf(sentence, noun);
  const above = clause && headOf(sentence, clause);
  if (
    !above ||
    !hasRelation(noun, "obj") ||
    !hasRelation(clause, "xcomp") ||
    !/^(its|his|her|their)$/i.test(childBy(sentence, noun, "nmod:poss")?.text ?? "")
  )
    return [];
  return first(spot, [childBy(sentence, above, "obj"), childBy(sentence, above, "iobj")]);
}

/** "commended the minister on the release": he did what he is praised or blamed for. */
function praisedFor(spot: Spot, noun: Token): string[] {
  const { sentence } = spot;
  const head = headOf(sentence, noun);
  const gerund = noun.xpos === "VBG" && markerOf(sentence, noun) === "for";
  if (head?.upos !== "VERB" || !(gerund || nominalsWith(sentence, head, "on", "for").includes(noun))) return [];
  if (
    !/^(commend|praise|congratulate|thank|condemn|blame|criticize|criticise|applaud|rebuke|denounce)$/.test(head.lemma)
  )
    return [];
  return named(spot, childBy(sentence, head, "obj"));
}

/** Who announced what a noun names: "I announced assistance", "a package announced by the secretary". */
export function announcers(spot: Spot, noun: Token): string[] {
  const { sentence } = spot;
  const head = headOf(sentence, noun);
  const announcing = /^(announce|unveil|promise|pledge|offer)$/;
  if (head?.upos === "VERB" && announcing.test(head.lemma) && hasRelation(noun, "obj", "nsubj:pass"))
    return named(spot, agentOf(sentence, head));
  const participle = announcement(sentence, noun);
  return participle ? named(spot, agentOf(sentence, participle)) : [];
}

/** The participle of "a package for the states announced by the secretary", on whatever noun or verb the parser hung it. */
export const announcement = (sentence: Sentence, noun: Token): Token | undefined =>
  sentence.tokens
    .slice(noun.index + 1, noun.index + 10)
    .find(
      (t) =>
        /^(announce|unveil|promise|pledge|offer)$/.test(t.lemma) &&
        /^VB[ND]$/.test(t.xpos) &&
        sentence.tokens[t.index + 1]?.text.toLowerCase() === "by",
    );
