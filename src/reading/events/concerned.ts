import {
  childBy,
  childrenBy,
  conjunctsOf,
  hasRelation,
  headOf,
  isPassive,
  nominalsWith,
  subjectOf,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { ownersOf, type Scene, who } from "../participants.ts";
import { behind } from "./behind.ts";

export const ARMED =
  /^(troops?|forces?|soldiers?|army|military|marines|air force|navy|servicemen|warships?|warplanes?|jets|tanks?)$/i;

/** Where in the text one asks for actors: the scene, the sentence and who "I" and "we" are there. */
export interface Spot {
  readonly scene: Scene;
  readonly sentence: Sentence;
  readonly speaker: readonly string[];
}

/** The actors that a token itself names. */
export const named = (spot: Spot, token: Token | undefined): string[] =>
  who(spot.scene, spot.sentence, token, spot.speaker);

/** The state in which a place lies, where the token names a place or a state. */
export function stateOfPlace(spot: Spot, token: Token | undefined): string[] {
  const mention = token && spot.scene.mentions.at(spot.sentence.index, token.index);
  if (mention?.is !== "named") return [];
  for (const m of mention.meanings) {
    if (m.is === "state") return [m.state.iso3];
    if (m.is === "place" && m.place.country) return [m.place.country];
  }
  return [];
}

/** "five British sailors" whom no lexicon knows: people of one country. */
function peopleOf(spot: Spot, token: Token, except: readonly string[]): string | null {
  if (token.upos !== "NOUN" || token.entity !== "person" || token.xpos !== "NNS") return null;
  const states = childrenBy(spot.sentence, token, "amod", "compound").flatMap((t) => stateOfPlace(spot, t));
  return states.length === 1 && !except.includes(states[0]!) ? `${states[0]}:${token.text.toLowerCase()}` : null;
}

/** Things that lie in a state: who hits them hits it. */
const BUILT =
  /^(city|town|village|base|port|airport|embassy|hospital|school|market|camp|district|province|region|capital|headquarters|plant|building|hotel|mosque|church|station|bridge|area|position|facility|post|checkpoint|island|prison|palace|site)$/;

/** The actors at a token, or the state of the place that it names, or the owner of the thing. */
export function concerned(spot: Spot, token: Token | undefined, except: readonly string[], deep = true): string[] {
  if (!token) return [];
  const fits = (names: readonly string[]): string[] => names.filter((n) => !except.includes(n));
  const own = fits(named(spot, token));
  if (own.length > 0) return own;
  const places = fits([...new Set(conjunctsOf(spot.sentence, token).flatMap((t) => stateOfPlace(spot, t)))]);
  if (places.length > 0) return places;
  const group = peopleOf(spot, token, except);
  if (group) return [group];
  const modifier = childrenBy(spot.sentence, token, "compound", "amod", "nmod:poss").flatMap((t) =>
    stateOfPlace(spot, t),
  );
  if (fits(modifier).length > 0) return fits(modifier);
  const inside = deep
    ? nominalsWith(spot.sentence, token, "of", "in", "at", "near").flatMap((t) => stateOfPlace(spot, t))
    : [];
  if (fits(inside).length > 0 && BUILT.test(token.lemma.toLowerCase())) return fits(inside);
  return deep
    ? behind(spot.scene, spot.sentence, token, except, spot.speaker)
    : fits(ownersOf(spot.scene, spot.sentence, token, spot.speaker));
}

/** "USA:troops" are the United States: who moves forces is the state, unless the force has a name. */
export function stateOfForces(name: string): string {
  const at = name.indexOf(":");
  return at === 3 && ARMED.test(name.slice(4)) ? name.slice(0, 3) : name;
}

export const areForces = (name: string): boolean =>
  /[:](.* )?(troops?|forces?|soldiers?|army|military|navy|air force|Defen[cs]e Forces)$/i.test(name);

/** The place at which a clause plays, as a state: "in the strip", "near Basra". */
function placeOf(spot: Spot, token: Token, except: readonly string[]): string[] {
  for (const t of nominalsWith(spot.sentence, token, "in", "into", "at", "near", "over", "on", "inside", "against")) {
    const names = stateOfPlace(spot, t).filter((n) => !except.includes(n));
    if (names.length > 0) return names;
    const owner = childrenBy(spot.sentence, t, "compound", "amod")
      .flatMap((c) => stateOfPlace(spot, c))
      .filter((n) => !except.includes(n));
    if (owner.length > 0) return owner;
  }
  return [];
}

/** "rounds aimed at a post in the south": what the thing fired was meant for. */
function aimedAt(spot: Spot, token: Token, except: readonly string[]): string[] {
  const clauses = childrenBy(spot.sentence, token, "obj").flatMap((o) => childrenBy(spot.sentence, o, "acl"));
  for (const t of clauses.flatMap((c) => nominalsWith(spot.sentence, c, "at", "toward", "towards", "against"))) {
    const names = concerned(spot, t, except, false);
    if (names.length > 0) return names;
    const inside = placeOf(spot, t, except);
    if (inside.length > 0) return inside;
  }
  return [];
}

/** Whom the infinitive of purpose serves: "provided 12 million to support its response". */
function purposeOf(spot: Spot, token: Token, except: readonly string[]): string[] {
  const objects = childrenBy(spot.sentence, token, "obj");
  const clauses = [token, ...objects]
    .flatMap((t) => childrenBy(spot.sentence, t, "advcl", "acl", "xcomp"))
    .filter((c) => c.upos === "VERB");
  for (const c of clauses) {
    for (const o of [childBy(spot.sentence, c, "obj"), ...nominalsWith(spot.sentence, c, "to", "for", "in")]) {
      const names = o ? concerned(spot, o, except) : [];
      if (names.length > 0) return names;
    }
  }
  return [];
}

/** "handed over a pilot": what the parser took for a phrase with the particle. */
const particled = (sentence: Sentence, verb: Token): Token[] =>
  nominalsWith(sentence, verb, "over", "out", "up", "back", "away", "off");

/** The actors at one role of a frame or of the PLOVER lexicon: "obj", "obl:with", "nmod:on", "xcomp", "place". */
export function atRole(spot: Spot, token: Token, role: string, noun: boolean, except: readonly string[]): string[] {
  const { sentence } = spot;
  const strict = role.endsWith("!");
  const bare = strict ? role.slice(0, -1) : role;
  const find = (t: Token | undefined): string[] =>
    strict ? concerned(spot, t, except, false) : concerned(spot, t, except);
  if (bare === "obj") {
    const object = isPassive(sentence, token) ? subjectOf(sentence, token) : childBy(sentence, token, "obj");
    const own = find(object);
    return own.length > 0 ? own : find(childBy(sentence, token, "iobj"));
  }
  if (bare === "pass") return isPassive(sentence, token) ? find(subjectOf(sentence, token)) : [];
  if (bare === "iobj") return find(childBy(sentence, token, "iobj"));
  if (bare === "place") return placeOf(spot, token, except);
  if (bare === "purpose") return purposeOf(spot, token, except);
  if (bare === "aimed") return aimedAt(spot, token, except);
  if (bare === "compound")
    return childrenBy(sentence, token, "compound")
      .flatMap((t) => stateOfPlace(spot, t))
      .filter((n) => !except.includes(n));
  if (bare === "ccomp-subject") {
    const clause = childBy(sentence, token, "ccomp");
    return clause ? find(subjectOf(sentence, clause)) : [];
  }
  if (bare === "xcomp") {
    const next =
      sentence.tokens[token.index + 1]?.text.toLowerCase() === "to" ? sentence.tokens[token.index + 2] : undefined;
    const clauses = childrenBy(sentence, token, "xcomp", "acl", "advcl");
    for (const clause of next?.upos === "VERB" && !clauses.includes(next) ? [next, ...clauses] : clauses) {
      for (const o of [
        childBy(sentence, clause, "iobj"),
        ...nominalsWith(sentence, clause, "to", "with", "for", "on"),
        childBy(sentence, clause, "obj"),
      ]) {
        const names = o ? find(o) : [];
        if (names.length > 0) return names;
      }
    }
    return [];
  }
  const preposition = bare.split(":")[1];
  if (!preposition) return [];
  const head = headOf(sentence, token);
  const beside = noun
    ? head?.upos === "VERB" && hasRelation(token, "obj", "nsubj:pass")
      ? nominalsWith(sentence, head, preposition)
      : []
    : [
        ...childrenBy(sentence, token, "obj"),
        ...particled(sentence, token),
        ...(token.deprel === "compound" && head ? [head] : []),
      ].flatMap((o) => nominalsWith(sentence, o, preposition));
  for (const t of [...nominalsWith(sentence, token, preposition), ...beside]) {
    const names = find(t);
    if (names.length > 0) return names;
  }
  return [];
}

/** "donated doses to the island and provided 12 million": to whom the first was given; else the one other state of the sentence. */
export function givenBefore(spot: Spot, verb: Token, givers: readonly string[]): string[] {
  const { sentence, scene } = spot;
  const before = verb.deprel === "conj" ? headOf(sentence, verb) : undefined;
  const earlier = before
    ? [before, ...childrenBy(sentence, before, "obj")].flatMap((t) => nominalsWith(sentence, t, "to", "for"))
    : [];
  for (const t of earlier) {
    const names = concerned(spot, t, givers);
    if (names.length > 0) return names;
  }
  const names = sentence.tokens.flatMap((t) => named(spot, t));
  const states = names
    .flatMap((n) => (/^[A-Z]{3}$/.test(n) ? [n] : [scene.actors.drafts.get(n)?.country ?? ""]))
    .filter((n) => n !== "" && !givers.includes(n) && !givers.some((g) => scene.actors.drafts.get(g)?.country === n));
  const distinct = [...new Set(states)];
  return distinct.length === 1 && givers.length > 0 ? distinct : [];
}
