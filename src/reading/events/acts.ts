import type { EventType } from "../../record/schema.ts";
import type { Range } from "../../record/span.ts";
import {
  ancestorsOf,
  caseOf,
  childBy,
  childrenBy,
  hasRelation,
  headOf,
  isPassive,
  rangeOf,
  subjectOf,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import type { Scene, SpeakerAt } from "../participants.ts";
import { timeOf } from "../times.ts";
import { directedAt, type Saying } from "./addressed.ts";
import { areForces, atRole, givenBefore, type Spot, stateOfForces } from "./concerned.ts";
import { announcers, doersOfNoun, doersOfVerb } from "./doers.ts";
import { framesAt, isActNoun } from "./frames.ts";
import { candidatesOf, HOSTILE, type Reading } from "./readings.ts";
import type { EventDraft } from "./types.ts";
import { counts, future, statusOf } from "./worth.ts";

/** Types whose deed has no doer in the text, but a named sufferer. */
const SUFFERED = new Set<EventType>(["ASSAULT", "COERCE", "SANCTION", "AID", "REJECT", "CONCEDE", "SUPPORT"]);
const ABSTRACT =
  /^(hope|aspiration|chance|deal|talk|effort|time|process|peace|prospect|economy|idea|market|problem|challenge|issue|question|risk)$/;

/** "leaving one soldier dead": what a deed brought about, no departure. */
const HARMED = /^(dead|wounded|injured|homeless|stranded|missing|killed|destroyed|damaged)$/i;

function triggerRange(sentence: Sentence, token: Token, noun: boolean): Range {
  if (noun) {
    const modifiers = childrenBy(sentence, token, "amod", "compound").filter(
      (t) => t.index < token.index && token.index - t.index < 4,
    );
    const after = childrenBy(sentence, token, "nmod").find(
      (t) => t.index > token.index && t.index - token.index < 4 && caseOf(sentence, t) !== undefined,
    );
    return rangeOf([...modifiers, token, ...(after && modifiers.length === 0 ? [after] : [])]);
  }
  const object = childBy(sentence, token, "obj");
  const particle = childBy(sentence, token, "compound:prt");
  const near =
    object && object.index > token.index && object.index - token.index < 6
      ? [object, ...sumAfter(sentence, object)]
      : [];
  const auxiliaries =
    near.length === 0
      ? childrenBy(sentence, token, "aux", "advmod").filter((t) => t.index < token.index && token.index - t.index < 4)
      : [];
  return rangeOf([...auxiliaries, token, ...(particle ? [particle] : []), ...near]);
}

/** Where a sale is spoken of, what is provided is sold. */
const trades = (sentence: Sentence, token: Token): boolean =>
  sentence.tokens.some(
    (t) =>
      t.upos === "NOUN" &&
      /^(sale|purchase|deal)$/.test(t.lemma) &&
      ((hasRelation(t, "nsubj") && ancestorsOf(sentence, token).some((a) => a.index === t.head)) ||
        (t.head === token.index && caseOf(sentence, t) === "under")),
  );

/** The figures after a currency sign. */
const sumAfter = (sentence: Sentence, sign: Token): Token[] =>
  sign.upos === "SYM" ? sentence.tokens.slice(sign.index + 1, sign.index + 3).filter((t) => t.upos === "NUM") : [];

/** Who is told of it: aid announced to a leader is for his state. */
export type HeardAt = (range: Range) => readonly string[];

const GENERIC = /^(people|members?|all|others|everyone|public|civilians)$/;

/** Who expels or summons an envoy does so to his state. */
const ENVOY = /^([A-Z]{3}):(ambassadors?|envoys?|diplomats?|consuls?|attachés?|staff)$/;

/** Bodies that pass aid on. */
const isIntermediary = ({ scene }: Spot, name: string): boolean =>
  /^(IGO|NGO)$/.test(scene.actors.drafts.get(name)?.sector ?? "");

const countryOf = ({ scene }: Spot, name: string): string => scene.actors.drafts.get(name)?.country ?? name;

const sayingOf = (spot: Spot, verb: Token, speakers: readonly string[]): Saying => ({
  spot,
  verb,
  object: isPassive(spot.sentence, verb) ? subjectOf(spot.sentence, verb) : childBy(spot.sentence, verb, "obj"),
  speakers,
  addressees: [],
});

/** A name or a group of one country rather than just "journalists". */
const isNamed = (name: string): boolean => /^\p{Lu}/u.test(name);

const dated = ({ scene, sentence }: Spot, token: Token): boolean =>
  timeOf(sentence, token.index, scene.times.times) !== null;

/** Doer and recipients of one reading, or null where what it needs is not there. */
function resolve(
  spot: Spot,
  token: Token,
  noun: boolean,
  r: Reading,
  heard: HeardAt,
): { actors: string[]; recipients: string[] } | null {
  const raw = noun ? doersOfNoun(spot, token, r.type) : doersOfVerb(spot, token, r.type);
  if (r.subject === "troops" && !raw.some(areForces)) return null;
  if (r.subject === "mutual" && raw.length < 2) return null;
  const actors = r.type === "MOBILIZE" || r.type === "RETREAT" ? [...new Set(raw.map(stateOfForces))] : raw;
  let recipients: string[] = [];
  const fits = (names: readonly string[]): string[] => names.filter((n) => !actors.includes(n) && !GENERIC.test(n));
  if (r.subject !== "mutual" && r.needed !== "doer-only") {
    for (const role of r.roles) {
      recipients = fits(
        role === "other"
          ? givenBefore(spot, token, raw)
          : role === "heard"
            ? heard(token)
            : role === "directed"
              ? directedAt(sayingOf(spot, token, actors), r.type)
              : atRole(spot, token, role, noun, raw),
      );
      if (recipients.length > 0) break;
    }
    if (
      recipients.length === 0 &&
      r.rule.endsWith("evacuate") &&
      /^[A-Z]{3}$/.test(actors[0] ?? "") &&
      childBy(spot.sentence, token, "obj")?.lemma === "people"
    )
      recipients = [`${actors[0]}:people`];
    if (r.type === "AID" && recipients.length > 0 && recipients.every((n) => isIntermediary(spot, n))) {
      const final = atRole(spot, token, "purpose", noun, [...raw, ...recipients]);
      if (final.length > 0) recipients = final;
    }
  }
  recipients = fits(recipients).map((n) =>
    r.type === "SUPPORT"
      ? n.replace(/^([A-Z]{3}):people$/, "$1")
      : r.type === "SANCTION" || r.type === "ACCUSE"
        ? n.replace(ENVOY, "$1")
        : n,
  );
  if (recipients.length === 0 && r.needed === "both" && HOSTILE.has(r.type) && actors.length > 0 && !noun)
    recipients = ["obj", "pass"].flatMap((role) => atRole(spot, token, role, noun, raw)).filter((n) => GENERIC.test(n));
  const has = { doer: actors.length > 0, recipient: recipients.length > 0 };
  const unsaid = noun
    ? r.type === "ASSAULT" && dated(spot, token)
    : SUFFERED.has(r.type) && isPassive(spot.sentence, token);
  if (r.type === "COOPERATE" && !actors.some(isNamed)) return null;
  if (r.needed === "both" && !(has.recipient && (has.doer || (unsaid && recipients.every(isNamed))))) return null;
  if ((r.needed === "doer" || r.needed === "doer-only") && !has.doer) return null;
  if (
    r.rule.startsWith("plover-model") &&
    recipients.some((n) => actors.some((a) => countryOf(spot, a) === countryOf(spot, n)))
  )
    return null;
  if (r.needed === "recipient" && (!has.recipient || (!has.doer && !recipients.every(isNamed)))) return null;
  return { actors, recipients };
}

function readToken(
  scene: Scene,
  sentence: Sentence,
  token: Token,
  speakerAt: SpeakerAt,
  heard: HeardAt,
): EventDraft | null {
  const noun = isActNoun(sentence, token);
  const object = childBy(sentence, token, "obj");
  if (!noun && object && ABSTRACT.test(object.lemma.toLowerCase()) && framesAt(sentence, token).length === 0)
    return null;
  if (
    token.lemma === "leave" &&
    sentence.tokens.slice(token.index + 1, token.index + 8).some((t) => HARMED.test(t.text))
  )
    return null;
  const candidates = candidatesOf(sentence, token);
  if (candidates.length === 0) return null;
  const spot: Spot = { scene, sentence, speaker: speakerAt(token) };
  for (const r of candidates) {
    if (r.type === "ASSAULT" && object && ABSTRACT.test(object.lemma.toLowerCase())) continue;
    const found = resolve(spot, token, noun, r, heard);
    if (!found || r.holds?.() === false) continue;
    const type = r.type === "AID" && trades(sentence, token) ? "COOPERATE" : r.type;
    const status = statusOf(sentence, token, noun, r.type);
    if (!counts(sentence, token, noun, r.type, status)) return null;
    const promised = noun && r.type === "AID" && announcers(spot, token).length > 0;
    const settled = promised ? "planned" : future(status, sentence, token);
    if (
      settled === "possible" &&
      !noun &&
      status.rule === "infinitive" &&
      !/^(try|attempt)$/.test(headOf(sentence, token)?.lemma ?? "")
    )
      return null;
    return {
      type,
      ...found,
      status: settled,
      statusRule: status.rule,
      time: timeOf(sentence, token.index, scene.times.times),
      date: null,
      saidBy: null,
      trigger: triggerRange(sentence, token, noun),
      sentence: sentence.index,
      token: token.index,
      line: sentence.line,
      rule: r.rule,
      speech: false,
      noun,
    };
  }
  return null;
}

/** Physical and political acts: a trigger with its doer and recipient. `spoken` holds the verbs whose act is read as speech. */
export function acts(
  scene: Scene,
  speakerAt: SpeakerAt,
  heard: HeardAt,
  spoken: (sentence: number) => ReadonlySet<number>,
): EventDraft[] {
  const events: EventDraft[] = [];
  for (const sentence of scene.syntax.sentences) {
    const taken = spoken(sentence.index);
    for (const token of sentence.tokens) {
      if (taken.has(token.index) || (token.upos !== "VERB" && token.upos !== "NOUN")) continue;
      const event = readToken(scene, sentence, token, speakerAt, heard);
      if (event && !(event.type === "COOPERATE" && event.rule.startsWith("plover") && hangsOnPromise(token, taken)))
        events.push(event);
    }
  }
  return events.map((e) =>
    e.type === "ASSAULT" && e.actors.length === 0 && e.noun ? { ...e, actors: doersBeside(scene, e) } : e,
  );
}

/** "The attacks in the city …, but the rebels' assault …": who another noun of force in the sentence tells did it. */
function doersBeside(scene: Scene, event: EventDraft): readonly string[] {
  const sentence = scene.syntax.sentences[event.sentence]!;
  for (const t of sentence.tokens) {
    if (t.index === event.token || !isActNoun(sentence, t) || !framesAt(sentence, t).some((f) => f.type === "ASSAULT"))
      continue;
    const names = doersOfNoun({ scene, sentence, speaker: [] }, t).filter((n) => !event.recipients.includes(n));
    if (names.length > 0) return names;
  }
  return [];
}

/** "agreed to work together": the promise is the record. */
const hangsOnPromise = (token: Token, taken: ReadonlySet<number>): boolean =>
  hasRelation(token, "xcomp", "advcl", "ccomp", "acl") && taken.has(token.head);
