import {
  agentOf,
  appositionsOf,
  childBy,
  childrenBy,
  firstConjunct,
  governingPredicate,
  hasRelation,
  headOf,
  isPassive,
  phraseOf,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { ownersOf, type Scene, who } from "../participants.ts";
import { isParticipleCue, misattached, withBefore } from "./leaving.ts";
import { coordinatedWith, hasTense } from "./standing.ts";
import type { Desk, StatementDraft } from "./types.ts";

/** Who says it, and the rule that found them. */
export interface Speakers {
  readonly names: readonly string[];
  readonly rule: string;
  /** The subject, where it is a pronoun. */
  readonly pronoun?: string;
}

/** Texts that speak for whoever issued them. */
const PAPER =
  /^(statement|report|communiqu[eé]|letter|readout|speech|announcement|resolution|declaration|release|note|message|remark|comment|post|tweet|address|memo|memorandum|document|draft|text|paper|order|decree|email|telegram|petition|motion|tweet|blog|editorial|notice|survey|study|figure|datum|estimate|poll|ruling|judgment|verdict|article|account|website|testimony|claim|view|position)s?$/i;
/** Staffs that speak for whose they are: "his office said". */
const OFFICE = /^(office|team|entourage)s?$/i;
/** Bodies that no list knows speak for whose they are: "the UN mission", "the kingdom's development fund". */
const STAFF =
  /^(mission|agency|fund|bureau|service|department|embassy|consulate|delegation|presidency|palace|command|secretariat|directorate)$/i;
/** What two sides do together, which speaks for both. */
const TALKS =
  /^(discussion|talk|meeting|conversation|exchange|call|dialogue|consultation|leader|side|official|visit|party|delegation|minister|president|participant|principal|both|two|counterpart)s?$/i;

/** The subject that can speak: the nearest before the verb of several that the parser gave it. */
function subjectsOf(sentence: Sentence, verb: Token): Token[] {
  const inverted = misattached(sentence, verb);
  const coordinated = coordinatedWith(sentence, verb);
  const beside = nounBefore(sentence, verb);
  if (beside) return [beside];
  const own = isPassive(sentence, verb) ? [] : childrenBy(sentence, verb, "nsubj");
  if (own.length > 1) return own.sort((a, b) => Math.abs(a.index - verb.index) - Math.abs(b.index - verb.index));
  const above = inverted && own.length === 0 ? governingPredicate(sentence, inverted) : undefined;
  const participle = isParticipleCue(sentence, verb) ? headOf(sentence, verb) : undefined;
  const agent =
    agentOf(sentence, above ?? coordinated ?? participle ?? verb) ??
    mistakenPassive(sentence, verb) ??
    tornSubject(sentence, verb);
  if (agent) return [agent];
  const after = sentence.tokens[verb.index + 1];
  return after && hasTense(verb) && childrenBy(sentence, verb, "ccomp", "parataxis").some((t) => t.index < verb.index)
    ? childrenBy(sentence, verb, "iobj", "obj")
    : [];
}

/** "In response to CRITICS SAYING that S, N said …": the participle is the noun's, wherever the parser hung it. */
function nounBefore(sentence: Sentence, verb: Token): Token | undefined {
  const before = sentence.tokens[verb.index - 1];
  return verb.xpos === "VBG" && hasRelation(verb, "advcl") && verb.head > verb.index && before?.upos === "NOUN"
    ? before
    : undefined;
}

/** "Norway called for calm" read as a passive, although nothing makes it one. */
const mistakenPassive = (sentence: Sentence, verb: Token): Token | undefined =>
  verb.deprel !== "acl" && !childBy(sentence, verb, "aux", "cop") ? childBy(sentence, verb, "nsubj:pass") : undefined;

/** A subject before the cue that the parser hung on a verb of the content. */
const tornSubject = (sentence: Sentence, verb: Token): Token | undefined =>
  sentence.tokens
    .slice(0, verb.index)
    .findLast(
      (t) =>
        hasRelation(t, "nsubj") &&
        t.head > verb.index &&
        t.index > verb.index - 25 &&
        !/^(who|which|that)$/i.test(t.text),
    );

/** Whoever is named right before a cue whose subject the parser lost. */
function mentionBefore(scene: Scene, sentence: Sentence, verb: Token, oblique = false): Token | undefined {
  const last = sentence.tokens[verb.index - 1]?.upos === "ADV" ? verb.index - 2 : verb.index - 1;
  const mention = last >= 0 ? scene.mentions.at(sentence.index, last) : undefined;
  const head = mention && sentence.tokens[mention.head];
  return head && who(scene, sentence, head).length > 0 && (oblique || !hasRelation(head, "obl", "nmod"))
    ? head
    : undefined;
}

/** Words for people that stand for nobody in particular. */
const ANYBODY = /^(man|woman|person|people|one|other)$/;

/** A word without the capital of a sentence's start; "CEOs" keeps its own. */
const uncapitalised = (word: string): string => (/^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() : word);

/** People whom no list knows, in the text's own words: "neighbors", "textile workers", "Ms. Tsai". */
function labelOf(sentence: Sentence, subject: Token): string[] {
  if (subject.entity !== "person" || ANYBODY.test(subject.lemma)) return [];
  const phrase = phraseOf(sentence, subject).filter(
    (t) => !hasRelation(t, "det", "nummod", "nmod:poss", "case", "punct") && !t.xpos.startsWith("W"),
  );
  if (subject.upos === "PROPN") return [phrase.map((t) => t.text).join(" ")];
  if (subject.upos !== "NOUN") return [];
  const words = phrase.filter((t) => t.index <= subject.index);
  return [(words.length > 3 ? [subject] : words).map((t) => uncapitalised(t.text)).join(" ")];
}

/** The speakers of a cue: its subject, whoever issued the paper that is its subject, or the parties to the talks. */
export function speakersOf({ scene, here, found }: Desk, sentence: Sentence, verb: Token): Speakers {
  const accompanying = withBefore(sentence, verb) && mentionBefore(scene, sentence, verb, true);
  if (accompanying) return { names: who(scene, sentence, accompanying), rule: "with-somebody-saying" };
  const subjects = subjectsOf(sentence, verb);
  for (const subject of subjects) {
    const paper = PAPER.test(subject.lemma) ? paperSpeakers(scene, sentence, verb, subject) : null;
    if (paper) return paper;
    const office = OFFICE.test(subject.lemma) ? ownersOf(scene, sentence, subject) : [];
    if (office.length > 0) return { names: office, rule: "owner-of-office" };
    const names = whoBeside(scene, sentence, subject);
    if (names.length > 0)
      return { names, rule: "subject", ...(subject.upos === "PRON" ? { pronoun: subject.text.toLowerCase() } : {}) };
  }
  const subject = subjects[0];
  const before = !subject && hasTense(verb) ? mentionBefore(scene, sentence, verb) : undefined;
  if (before) return { names: who(scene, sentence, before), rule: "name-before-the-cue" };
  if (!subject) return { names: [], rule: "none" };
  if (subject.upos === "PRON") return takenUp(scene, sentence, subject, here.at(-1) ?? found.at(-1));
  if (hasRelation(verb, "acl") && PAPER.test(subject.lemma)) {
    const issuer = issuerOf(scene, sentence, subject);
    if (issuer.length > 0) return { names: issuer, rule: "subject-of-issuing-verb" };
  }
  if (TALKS.test(subject.lemma)) return { names: [], rule: "parties" };
  const named = hasTense(verb) ? mentionBefore(scene, sentence, verb) : undefined;
  if (named) return { names: who(scene, sentence, named), rule: "name-before-the-cue" };
  const staff = STAFF.test(subject.lemma) ? ownersOf(scene, sentence, subject) : [];
  if (staff.length > 0) return { names: staff, rule: "owner-of-subject" };
  const label = labelOf(sentence, subject);
  return { names: label, rule: label.length > 0 ? "people-in-their-own-words" : "none" };
}

/** The actors at a token, or at its apposition ("the brother of the emir, Sheikh X, said"). */
function whoBeside(scene: Scene, sentence: Sentence, subject: Token): string[] {
  const names = who(scene, sentence, subject);
  const beside = appositionsOf(sentence, subject).filter((t) => t.index > subject.index);
  const described = scene.mentions.at(sentence.index, subject.index)?.is === "description" && names.length < 2;
  const person = described
    ? beside.find((t) => scene.mentions.at(sentence.index, t.index)?.is === "person")
    : undefined;
  if (person) return who(scene, sentence, person);
  return names.length > 0 || subject.upos === "PROPN" ? names : beside.flatMap((t) => who(scene, sentence, t));
}

/** A paper speaks for its owner, or for whoever issued it in the clause around ("issued a statement saying"). */
function paperSpeakers(scene: Scene, sentence: Sentence, verb: Token, subject: Token): Speakers | null {
  const owners = ownersOf(scene, sentence, subject);
  if (owners.length > 0) return { names: owners, rule: "owner-of-subject" };
  const from = childrenBy(sentence, subject, "nmod").flatMap((t) => who(scene, sentence, t));
  if (from.length > 0) return { names: from, rule: "owner-of-subject" };
  const issuer = hasRelation(verb, "acl") ? issuerOf(scene, sentence, subject) : [];
  return issuer.length > 0 ? { names: issuer, rule: "subject-of-issuing-verb" } : null;
}

function issuerOf(scene: Scene, sentence: Sentence, noun: Token): string[] {
  const above = governingPredicate(sentence, noun);
  const agent = above && agentOf(sentence, firstConjunct(sentence, above));
  return agent && agent !== noun ? who(scene, sentence, agent) : [];
}

/** "it added" after the agency spoke: a pronoun that nothing else resolves goes on with the speaker just heard. */
function takenUp(scene: Scene, sentence: Sentence, subject: Token, last: StatementDraft | undefined): Speakers {
  const word = subject.text.toLowerCase();
  if (!last || sentence.index - last.sentence > 2 || last.speakers.length !== 1) return { names: [], rule: "none" };
  const kind = scene.actors.drafts.get(last.speakers[0]!)?.kind;
  const fits =
    word === "it"
      ? kind === "organisation" || kind === "state"
      : /^(he|she)$/.test(word)
        ? kind === "person" || kind === "official"
        : word === "they" && kind === "group";
  return fits ? { names: last.speakers, rule: "speaker-taken-up" } : { names: [], rule: "none" };
}
