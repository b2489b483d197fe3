import { type Cue, cues } from "../../lexicon/cues.ts";
import type { EventType } from "../../record/schema.ts";
import type { Range } from "../../record/span.ts";
import {
  childBy,
  childrenBy,
  childrenOf,
  conjunctsOf,
  headOfRange,
  isPassive,
  nominalsWith,
  rangeOf,
  subjectOf,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import type { Scene, SpeakerAt } from "../participants.ts";
import type { StatementDraft } from "../statements.ts";
import { COMMITMENT, directedAt, type Saying } from "./addressed.ts";
import { isTakenUp } from "./answered.ts";
import type { EventDraft } from "./types.ts";
import { isMourned } from "./worth.ts";

const CONDUCT_FREE =
  /^(situation|crisis|conflict|violence|lack|humanitarian|ordeal|plight|future|fate|safety|security)$/;
const WARM =
  /^(appreciation|support|condolence|condolences|sympathy|thanks|gratitude|solidarity|congratulation|congratulations|admiration|satisfaction|backing)$/;
const COLD = /^(concern|concerns|alarm|outrage|condemnation|dismay|disappointment|regret|opposition|anger|criticism)$/;

/** Up to six words from the cue on, for eyes. */
function triggerOf(sentence: Sentence, verb: Token, object: Token | undefined): Range {
  const particle = sentence.tokens[verb.index + 1];
  const end =
    object && object.index > verb.index && object.index - verb.index < 5
      ? object
      : particle && /^(for|on|upon|out|to)$/.test(particle.text) && particle.head !== verb.head
        ? particle
        : verb;
  return rangeOf([verb, end]);
}

const toInfinitive = (sentence: Sentence, verb: Token): Token | undefined =>
  childrenBy(sentence, verb, "xcomp", "ccomp", "advcl").find((c) =>
    childrenOf(sentence, c).some((m) => m.deprel === "mark" && m.text.toLowerCase() === "to"),
  );

/** "its determination to take action in the event of a further test" */
const punishes = (sentence: Sentence, above: readonly Token[]): boolean =>
  above
    .flatMap((t) => childrenBy(sentence, t, "acl", "xcomp", "advcl"))
    .some(
      (c) =>
        /^(respond|retaliate|punish|act)$/.test(c.lemma) ||
        (/^(take|adopt|impose)$/.test(c.lemma) &&
          /^(action|measure|step|sanction)s?$/.test(childBy(sentence, c, "obj")?.lemma ?? "")),
    );

const VILE =
  /^(unacceptable|illegal|unlawful|barbaric|criminal|shameful|outrageous|unjustified|provocative|irresponsible|reckless|intolerable|deplorable|disgraceful|cowardly|inhuman|aggression|provocation|crime|genocide|massacre|terrorist|terrorism|farce|sham|violation|disgrace|dictator|aggressor|murderer|liar|traitor|thief|fascist|coward|puppet|warmonger|illegitimate|hostile|dangerous|threat)$/;

/** "called the move another hostile step": the name that the parser put beside the object. */
const apposed = (sentence: Sentence, verb: Token): Token[] =>
  childrenBy(sentence, verb, "obj").flatMap((o) => childrenBy(sentence, o, "appos"));

/** "called the vote a farce", "described the raid as illegal" */
const named = (sentence: Sentence, verb: Token): boolean =>
  [...childrenBy(sentence, verb, "xcomp", "obl", "ccomp", "advcl"), ...apposed(sentence, verb)].some(
    (t) =>
      VILE.test(t.lemma.toLowerCase()) || childrenBy(sentence, t, "amod").some((a) => VILE.test(a.lemma.toLowerCase())),
  );

/** The type of a speech act by its cue and object; null where it is only a statement. */
function typeOf(cue: Cue, sentence: Sentence, verb: Token, object: Token | undefined): EventType | null {
  const noun = object?.lemma.toLowerCase() ?? "";
  if (cue.event === "SUPPORT?") return COMMITMENT.test(noun) ? "SUPPORT" : null;
  if (cue.event === "EXPRESS") {
    if (/^(determination|resolve)$/.test(noun) && object && punishes(sentence, [verb, object])) return "THREATEN";
    if (/^(determination|readiness|willingness|intention)$/.test(noun)) return "AGREE";
    if (noun === "confidence") return object && nominalsWith(sentence, object, "in").length > 0 ? "SUPPORT" : null;
    return WARM.test(noun) ? "SUPPORT" : COLD.test(noun) ? "ACCUSE" : null;
  }
  if (cue.event === "ORDER?") return object && toInfinitive(sentence, verb) ? "REQUEST" : null;
  if (cue.event === "WARN?")
    return object && (nominalsWith(sentence, verb, "against").length > 0 || toInfinitive(sentence, verb))
      ? "THREATEN"
      : null;
  if (cue.event === "NAME?") return named(sentence, verb) ? "ACCUSE" : null;
  if (
    cue.event === "AGREE" &&
    /^(vow|pledge|swear|promise)$/.test(cue.cue) &&
    childrenBy(sentence, verb, "xcomp").some((c) =>
      /^(respond|retaliate|avenge|punish|fight|attack|strike|destroy|crush|defeat|resist|bomb)$/.test(c.lemma),
    )
  )
    return "THREATEN";
  return cue.event === "" ? null : (cue.event as EventType);
}

/** "demand" of a resolution is of the body that adopted it; all other speakers are who speaks. */
const sayerOf = (scene: Scene, statement: StatementDraft): string | null =>
  statement.via !== null &&
  scene.actors.drafts.get(statement.via)?.sector !== "MED" &&
  !statement.rule.startsWith("according")
    ? statement.via
    : null;

function speechAct(scene: Scene, statement: Dated, date: string | null, speakerAt: SpeakerAt): EventDraft | null {
  const sentence = scene.syntax.sentences[statement.sentence]!;
  const verb = sentence.tokens[statement.verb]!;
  const cue = cues().get(statement.rule.replace(/^cue-/, "").replaceAll("-", " "));
  if (!cue?.event) return null;
  const object =
    childBy(sentence, verb, "obj") ??
    (cue.event === "ORDER?" ? childBy(sentence, verb, "iobj") : undefined) ??
    (isPassive(sentence, verb) ? subjectOf(sentence, verb) : undefined) ??
    displaced(sentence, verb) ??
    saidOf(sentence, statement);
  const objects = object ? conjunctsOf(sentence, object) : [];
  const decisive = objects.find((t) => COMMITMENT.test(t.lemma.toLowerCase())) ?? object;
  const type = typeOf(cue, sentence, verb, decisive);
  if (!type || (type === "ACCUSE" && isMourned(decisive))) return null;
  const spot = { scene, sentence, speaker: speakerAt(verb).length > 0 ? speakerAt(verb) : statement.speakers };
  const saying: Saying = {
    spot,
    verb,
    object: decisive,
    speakers: statement.speakers,
    addressees: statement.addressees.length > 0 ? statement.addressees : (statement.counterparts ?? []),
  };
  const recipients = directedAt(saying, type);
  if (
    type === "ACCUSE" &&
    recipients.length === 0 &&
    (cue.event === "EXPRESS" || !object || CONDUCT_FREE.test(object.lemma) || cue.cue === "raise")
  )
    return null;
  const naming = cue.event === "NAME?" || /^(compare|liken|blame)$/.test(cue.cue);
  if (naming && recipients.length === 0 && !isTakenUp(sentence, decisive)) return null;
  if (statement.speakers.length === 0) return null;
  return {
    type,
    actors: statement.speakers,
    recipients,
    status: "actual",
    statusRule: "said",
    time: statement.time,
    date,
    saidBy: sayerOf(scene, statement),
    trigger: triggerOf(sentence, verb, object),
    sentence: statement.sentence,
    token: verb.index,
    object: decisive?.index ?? -1,
    line: sentence.line,
    rule: `speech-act-${naming && recipients.length === 0 ? "named-" : ""}${cue.cue.replaceAll(" ", "-")}`,
    speech: true,
  };
}

/** "condemns in the strongest terms testing by X": the object that the parser hung on the phrase between. */
function displaced(sentence: Sentence, verb: Token): Token | undefined {
  const later = childrenBy(sentence, verb, "conj").flatMap((c) => [c, ...childrenBy(sentence, c, "xcomp")]);
  const shared = childBy(sentence, verb, "ccomp", "xcomp", "obl")
    ? undefined
    : later
        .filter((c) => sentence.tokens[verb.index + 1]?.text === "," && c.upos === "VERB")
        .map((c) => childBy(sentence, c, "obj"))
        .find((o) => o !== undefined);
  if (shared) return shared;
  const between = nominalsWith(sentence, verb, "in").find((t) => /^(term|terms|way)$/.test(t.lemma));
  return between && childrenBy(sentence, between, "nmod", "obj", "appos").find((t) => t.index > between.index);
}

/** The noun that a statement's content is about, where the parser gave the cue no object. */
function saidOf(sentence: Sentence, statement: Dated): Token | undefined {
  const top = headOfRange(sentence, statement.content);
  return top &&
    top.index > statement.verb &&
    (top.upos === "NOUN" || top.upos === "PROPN" || top.xpos === "VBG") &&
    statement.quoted === false
    ? top
    : undefined;
}

/** A statement with the date that its contact may have given it. */
export type Dated = StatementDraft & {
  readonly date?: string | null;
  readonly dateRule?: string;
  readonly counterparts?: readonly string[];
};

/** What speakers do by speaking: condemning, urging, praising, rejecting, promising. One event a cue. */
export function speechActs(scene: Scene, statements: readonly Dated[], speakerAt: SpeakerAt): EventDraft[] {
  const events: EventDraft[] = [];
  const seen = new Set<string>();
  for (const statement of statements) {
    if (statement.verb < 0 || seen.has(`${statement.sentence} ${statement.verb}`)) continue;
    seen.add(`${statement.sentence} ${statement.verb}`);
    const event = speechAct(scene, statement, statement.date ?? null, speakerAt);
    if (event) events.push(event);
  }
  return events;
}
