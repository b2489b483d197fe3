import type { Range } from "../record/span.ts";
import {
  appositionsOf,
  childBy,
  childrenBy,
  conjunctsOf,
  firstConjunct,
  hasRelation,
  nominalsWith,
} from "../syntax/tree.ts";
import type { Sentence, Syntax, Token } from "../syntax/types.ts";
import { type Actors, FIRST_PERSON } from "./actors.ts";
import type { Mention } from "./mentions/types.ts";
import type { Mentions } from "./mentions.ts";
import type { Published, Quotations, Sums, Times } from "./types.ts";

/** All that the stages before contacts, statements and events have read of a text. */
export interface Scene {
  readonly text: string;
  readonly published: Published;
  readonly syntax: Syntax;
  readonly quotes: Quotations;
  readonly times: Times;
  readonly sums: Sums;
  readonly mentions: Mentions;
  readonly actors: Actors;
  /** Who "I", "we", "our" is outside quotation marks: the releaser's office holder and state. */
  readonly voice: Voice;
}

/** The speaker of the text itself, where it has one. */
export interface Voice {
  readonly person: string | null;
  readonly state: string | null;
}

/** Who is meant by "I" and "we" at a place of the text. */
export type SpeakerAt = (range: Range) => readonly string[];

const PARTITIVE =
  /^(group|number|majority|dozens?|hundreds?|thousands?|millions?|member|leader|series|pair|couple|coalition|half|rest|most|all|some|each|both|one|many|several|part|handful|delegation|team|crowd)$/;

/** The mention that stands at a token: its own, or that of what "a group of", "each of" counts. */
export function mentionOf(scene: Scene, sentence: Sentence, token: Token): Mention | undefined {
  const own = scene.mentions.at(sentence.index, token.index);
  if (own) return own;
  if (PARTITIVE.test(token.lemma.toLowerCase())) {
    const whole = nominalsWith(sentence, token, "of")[0];
    if (whole) return scene.mentions.at(sentence.index, whole.index);
  }
  // "urged both sides to talk": the sides are whom "both" stands for.
  if (/^(side|party|camp)$/.test(token.lemma.toLowerCase()) && !hasRelation(token, "nsubj")) {
    const both = childrenBy(sentence, token, "det").find((t) => t.text.toLowerCase() === "both");
    if (both) return scene.mentions.at(sentence.index, both.index);
  }
  return undefined;
}

/** Names of the actors at one token, first person resolved by `speaker` or the voice of the text. */
export function namesAt(scene: Scene, sentence: Sentence, token: Token, speaker: readonly string[] = []): string[] {
  const mention = mentionOf(scene, sentence, token);
  if (!mention) return [];
  const names = scene.actors.of(mention);
  if (names[0] !== FIRST_PERSON) return [...names];
  if (speaker.length > 0) return [...speaker];
  const word = mention.is === "pronoun" ? mention.pronoun : "";
  const { person, state } = scene.voice;
  if (/^(i|me|my|myself)$/.test(word)) return person ? [person] : [];
  if (/^(our|ours|us)$/.test(word)) return state ? [state] : person ? [person] : [];
  return person ? [person] : state ? [state] : [];
}

/**
 * The actors at a token with all that is coordinated with it ("Macron, Merkel and Putin"), or, where the token itself
 * stands for none, those of its apposition ("the Quad leaders – A, B and C" when the description is open).
 */
export function who(
  scene: Scene,
  sentence: Sentence,
  token: Token | undefined,
  speaker: readonly string[] = [],
): string[] {
  if (!token) return [];
  const first = firstConjunct(sentence, token);
  const members = first === token ? listFrom(scene, sentence, conjunctsOf(sentence, token)) : [token];
  const names = members.flatMap((t) => {
    const listed = listedIn(scene, sentence, t, speaker);
    return listed.length > 0 ? listed : namesAt(scene, sentence, t, speaker);
  });
  return [...new Set(names)];
}

/** Adds the names that follow in one list ("A, B, and C") where the tree has lost them; a new clause's subject ends it. */
function listFrom(scene: Scene, sentence: Sentence, members: readonly Token[]): Token[] {
  const found = [...members];
  const [start, stop] = [found[0]!.index, found.at(-1)!.index];
  for (let i = start; i < stop; i += 1) {
    const m = scene.mentions.at(sentence.index, i);
    const head = m && sentence.tokens[m.head]!;
    if (m?.is !== "person" || !head || m.head !== i || found.includes(head) || m.titles.length === 0) continue;
    if (/^(,|and|;)$/.test(sentence.tokens[m.first - 1]?.text ?? "") && !hasRelation(head, "nsubj")) found.push(head);
  }
  found.sort((a, b) => a.index - b.index);
  const last = found.at(-1)!;
  let mention = scene.mentions.at(sentence.index, last.index);
  while (mention?.is === "person") {
    const between = sentence.tokens.slice(mention.end, mention.end + 2).map((t) => t.text.toLowerCase());
    const step = between[0] === "," && between[1] === "and" ? 2 : between[0] === "," || between[0] === "and" ? 1 : 0;
    if (step === 0) break;
    const next = sentence.tokens
      .slice(mention.end + step, mention.end + step + 6)
      .map((t) => scene.mentions.at(sentence.index, t.index))
      .find((m) => m !== undefined);
    if (next?.is !== "person" || next.first !== mention.end + step || next.titles.length === 0) break;
    const head = sentence.tokens[next.head]!;
    if (hasRelation(head, "nsubj") || found.includes(head)) break;
    found.push(head);
    mention = next;
  }
  return found;
}

/** "the two leaders, A and B": the people listed beside a plural description stand for it. */
function listedIn(scene: Scene, sentence: Sentence, token: Token, speaker: readonly string[]): string[] {
  const mention = mentionOf(scene, sentence, token);
  if (mention?.is !== "description" || !mention.plural) return [];
  const own = appositionsOf(sentence, token);
  // "the ministers of the two countries, A and B": the names hang on the countries.
  const ofStates = own.length > 0 ? [] : nominalsWith(sentence, token, "of").flatMap((t) => appositionsOf(sentence, t));
  const persons = ofStates.filter((t) => scene.mentions.at(sentence.index, t.index)?.is === "person");
  const beside = [...own, ...persons].filter((t) => t.index > token.index);
  const names = beside.flatMap((t) => conjunctsOf(sentence, t)).flatMap((t) => namesAt(scene, sentence, t, speaker));
  return names.length > 1 ? names : [];
}

/**
 * The actor behind a thing: "Israel's offensive" is Israel's, "the actions of FARC" FARC's, "Russian shelling" Russia's.
 * Empty where the thing has no owner among the actors.
 */
export function ownersOf(scene: Scene, sentence: Sentence, token: Token, speaker: readonly string[] = []): string[] {
  const possessor = childBy(sentence, token, "nmod:poss");
  if (possessor) {
    const names = who(scene, sentence, possessor, speaker);
    if (names.length > 0) return names;
  }
  const of = nominalsWith(sentence, token, "of", "by")[0];
  if (of) {
    const names = who(scene, sentence, of, speaker);
    if (names.length > 0) return names;
  }
  for (const t of childrenBy(sentence, token, "amod", "compound", "nmod:desc")) {
    const names = namesAt(scene, sentence, t, speaker);
    if (names.length > 0 && !hasRelation(t, "nummod")) return names;
  }
  return [];
}

/** The actors at a token, or else those behind the thing it names. */
export function whoOrOwner(
  scene: Scene,
  sentence: Sentence,
  token: Token | undefined,
  speaker: readonly string[] = [],
): string[] {
  if (!token) return [];
  const direct = who(scene, sentence, token, speaker);
  return direct.length > 0 ? direct : ownersOf(scene, sentence, token, speaker);
}
