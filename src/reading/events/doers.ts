import { agentOf, childBy, childrenBy, hasRelation, headOf, nominalsWith } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { ownersOf } from "../participants.ts";
import { named, type Spot } from "./concerned.ts";

/** Verbs that add nothing to the noun they carry: who launches an attack attacks. */
const LIGHT = new Set("launch begin start carry conduct make stage mount continue end halt stop order provide give offer impose announce sign reach conclude hold take do commit perpetrate lift ease resume suspend issue deliver send extend pledge promise".split(" "));

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
export function doersOfVerb(spot: Spot, verb: Token): string[] {
  const agent = agentOf(spot.sentence, verb);
  const names = named(spot, agent);
  if (names.length > 0 || !agent) return names;
  if (agent.upos === "PRON") return [];
  return ownersOf(spot.scene, spot.sentence, agent, spot.speaker);
}

/** Who does what a noun names: its owner, "by", adjective, the place it comes from, or the subject of the verb that carries it. */
export function doersOfNoun(spot: Spot, noun: Token): string[] {
  const { sentence } = spot;
  const direct = first(spot, [childBy(sentence, noun, "nmod:poss"), nominalsWith(sentence, noun, "by")[0]]);
  if (direct.length > 0) return direct;
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
  const head = headOf(sentence, noun);
  return head?.upos === "VERB" && LIGHT.has(head.lemma.toLowerCase()) && hasRelation(noun, "obj") ? doersOfVerb(spot, head) : [];
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

const insideOf = (sentence: Sentence, token: Token): Token[] => childrenBy(sentence, token, "amod", "compound").flatMap((t) => [t, ...childrenBy(sentence, t, "compound", "obl", "nmod", "obl:unmarked")]);
