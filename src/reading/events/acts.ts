import type { EventStatus, EventType } from "../../record/schema.ts";
import type { Range } from "../../record/span.ts";
import { ancestorsOf, caseOf, childBy, childrenBy, hasRelation, headOf, isPassive, markerOf, rangeOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { contactFrames } from "../../lexicon/contact-frames.ts";
import type { Scene, SpeakerAt } from "../participants.ts";
import { actsOf } from "../plover/acts.ts";
import { ploverTypeAt } from "../plover/plover.ts";
import { type StatusOf, statusOfNoun, statusOfVerb } from "../status.ts";
import { timeOf } from "../times.ts";
import { directedAt, type Saying } from "./addressed.ts";
import { areForces, atRole, givenBefore, type Spot, stateOfForces } from "./concerned.ts";
import { doersOfNoun, doersOfVerb } from "./doers.ts";
import { type Frame, framesAt, isActNoun } from "./frames.ts";
import type { EventDraft } from "./types.ts";

/** Types that may stand without a recipient. */
const ALONE = new Set<EventType>(["PROTEST"]);
/** Types whose deed has no doer in the text, but a named sufferer. */
const SUFFERED = new Set<EventType>(["ASSAULT", "COERCE", "SANCTION", "AID", "REJECT", "CONCEDE", "SUPPORT"]);
const ABSTRACT = /^(hope|aspiration|chance|deal|talk|effort|time|process|peace|prospect|economy|idea|market|problem|challenge|issue|question|risk)$/;

/** What a token does: a frame of the event lexicon or a sure word of the PLOVER lexicon. */
interface Reading {
  readonly type: EventType;
  readonly roles: readonly string[];
  readonly needed: Frame["needed"];
  readonly subject: Frame["subject"];
  readonly rule: string;
}

const fromFrame = (f: Frame, token: Token): Reading => ({ type: f.type, roles: f.roles, needed: f.needed, subject: f.subject, rule: `event-frame-${token.lemma.toLowerCase()}` });

/** The sure senses of the wider lexicon, where no frame has a say. */
function fromLexicon(sentence: Sentence, token: Token): Reading[] {
  const at = actsOf(sentence).at[token.index]!;
  const act = at.find((a) => a.type !== "CONSULT" && a.sure);
  if (!act || at.some((a) => a.type === "CONSULT" && a.weight > act.weight)) return [];
  const noun = token.upos !== "VERB";
  if (noun || hasRelation(token, "amod", "compound", "case", "mark")) return [];
  if (act.by === "word" && contactFrames().verbs.has(token.lemma.toLowerCase())) return [];
  const type = act.type as EventType;
  if (type === "AGREE" || token.lemma === "fail") return [];
  return [{ type, roles: act.roles, needed: ALONE.has(type) ? "doer" : "both", subject: null, rule: `plover-${act.by}-${token.lemma.toLowerCase()}` }];
}

const SHARE = 0.6;
const MARGIN = 0.35;

/**
 * The weak senses of a verb among which the PLOVER model chooses, if it is sure enough; doer and recipient must be there.
 * Only for deeds of force: of help and words the model is too often sure without reason.
 */
function fromModel(sentence: Sentence, token: Token): Reading[] {
  if (token.upos !== "VERB" || hasRelation(token, "amod", "compound", "case", "mark") || contactFrames().verbs.has(token.lemma.toLowerCase())) return [];
  const weak = actsOf(sentence).at[token.index]!.filter((a) => !a.sure && a.type !== "CONSULT" && a.type !== "AGREE");
  if (weak.length === 0 || !childBy(sentence, token, "obj", "nsubj:pass", "obl")) return [];
  const { type, score, margin } = ploverTypeAt(sentence, token.index);
  const act = weak.find((a) => a.type === type);
  if (!act || !HOSTILE.has(act.type as EventType) || score < SHARE || margin < MARGIN) return [];
  return [{ type: type as EventType, roles: act.roles, needed: "both", subject: null, rule: `plover-model-${token.lemma.toLowerCase()}` }];
}

function readingsOf(sentence: Sentence, token: Token): Reading[] {
  const frames = framesAt(sentence, token).map((f) => fromFrame(f, token));
  if (frames.length > 0) return frames;
  const sure = fromLexicon(sentence, token);
  return sure.length > 0 ? sure : fromModel(sentence, token);
}

function triggerRange(sentence: Sentence, token: Token, noun: boolean): Range {
  if (noun) {
    const modifiers = childrenBy(sentence, token, "amod", "compound").filter((t) => t.index < token.index && token.index - t.index < 4);
    const after = childrenBy(sentence, token, "nmod").find((t) => t.index > token.index && t.index - token.index < 4 && caseOf(sentence, t) !== undefined);
    return rangeOf([...modifiers, token, ...(after && modifiers.length === 0 ? [after] : [])]);
  }
  const object = childBy(sentence, token, "obj");
  const particle = childBy(sentence, token, "compound:prt");
  const near = object && object.index > token.index && object.index - token.index < 6 ? [object] : [];
  const auxiliaries = near.length === 0 ? childrenBy(sentence, token, "aux", "advmod").filter((t) => t.index < token.index && token.index - t.index < 4) : [];
  return rangeOf([...auxiliaries, token, ...(particle ? [particle] : []), ...near]);
}

/** Where a sale is spoken of, what is provided is sold. */
const trades = (sentence: Sentence, token: Token): boolean =>
  sentence.tokens.some((t) => t.upos === "NOUN" && /^(sale|purchase|deal)$/.test(t.lemma) && ((hasRelation(t, "nsubj") && ancestorsOf(sentence, token).some((a) => a.index === t.head)) || (t.head === token.index && caseOf(sentence, t) === "under")));

/** Who is told of it: aid announced to a leader is for his state. */
export type HeardAt = (range: Range) => readonly string[];

const GENERIC = /^(people|members?|all|others|everyone|public|civilians)$/;

/** Who expels or summons an envoy does so to his state. */
const ENVOY = /^([A-Z]{3}):(ambassadors?|envoys?|diplomats?|consuls?|attachés?|staff)$/;

/** Bodies that pass aid on. */
const isIntermediary = ({ scene }: Spot, name: string): boolean => /^(IGO|NGO)$/.test(scene.actors.drafts.get(name)?.sector ?? "");

const countryOf = ({ scene }: Spot, name: string): string => scene.actors.drafts.get(name)?.country ?? name;

const sayingOf = (spot: Spot, verb: Token, speakers: readonly string[]): Saying => ({ spot, verb, object: childBy(spot.sentence, verb, "obj"), speakers, addressees: [] });

/** A name or a group of one country rather than just "journalists". */
const isNamed = (name: string): boolean => /^\p{Lu}/u.test(name);

const dated = ({ scene, sentence }: Spot, token: Token): boolean => timeOf(sentence, token.index, scene.times.times) !== null;

/** Doer and recipients of one reading, or null where what it needs is not there. */
function resolve(spot: Spot, token: Token, noun: boolean, r: Reading, heard: HeardAt): { actors: string[]; recipients: string[] } | null {
  const raw = noun ? doersOfNoun(spot, token, r.type) : doersOfVerb(spot, token, r.type);
  if (r.subject === "troops" && !raw.some(areForces)) return null;
  if (r.subject === "mutual" && raw.length < 2) return null;
  const actors = r.type === "MOBILIZE" || r.type === "RETREAT" ? [...new Set(raw.map(stateOfForces))] : raw;
  let recipients: string[] = [];
  const fits = (names: readonly string[]): string[] => names.filter((n) => !actors.includes(n) && !GENERIC.test(n));
  if (r.subject !== "mutual" && r.needed !== "doer-only") {
    for (const role of r.roles) {
      recipients = fits(role === "other" ? givenBefore(spot, token, raw) : role === "heard" ? heard(token) : role === "directed" ? directedAt(sayingOf(spot, token, actors), r.type) : atRole(spot, token, role, noun, raw));
      if (recipients.length > 0) break;
    }
    if (r.type === "AID" && recipients.length > 0 && recipients.every((n) => isIntermediary(spot, n))) {
      const final = atRole(spot, token, "purpose", noun, [...raw, ...recipients]);
      if (final.length > 0) recipients = final;
    }
  }
  recipients = fits(recipients).map((n) => (r.type === "SUPPORT" ? n.replace(/^([A-Z]{3}):people$/, "$1") : r.type === "SANCTION" || r.type === "ACCUSE" ? n.replace(ENVOY, "$1") : n));
  const has = { doer: actors.length > 0, recipient: recipients.length > 0 };
  const unsaid = noun ? r.type === "ASSAULT" && dated(spot, token) : SUFFERED.has(r.type) && isPassive(spot.sentence, token);
  if (r.type === "COOPERATE" && !actors.some(isNamed)) return null;
  if (r.needed === "both" && !(has.recipient && (has.doer || (unsaid && recipients.every(isNamed))))) return null;
  if ((r.needed === "doer" || r.needed === "doer-only") && !has.doer) return null;
  if (r.rule.startsWith("plover-model") && recipients.some((n) => actors.some((a) => countryOf(spot, a) === countryOf(spot, n)))) return null;
  if (r.needed === "recipient" && (!has.recipient || (!has.doer && !recipients.every(isNamed)))) return null;
  return { actors, recipients };
}

const HOSTILE = new Set<EventType>(["ASSAULT", "COERCE", "SANCTION"]);

/** What a deed named by a noun is: hostile deeds that one speaks of are there, unless an adjective says not yet. */
function statusOf(sentence: Sentence, token: Token, noun: boolean, type: EventType): StatusOf {
  if (!noun) return statusOfVerb(sentence, token);
  const status = statusOfNoun(sentence, token);
  return HOSTILE.has(type) && !/^(adjective|no)/.test(status.rule) ? { status: "actual", rule: "noun" } : status;
}

/** Whether an act with its status is worth a record: not a mere purpose or condition, nor the mere absence of a deed. */
function counts(sentence: Sentence, token: Token, noun: boolean, type: EventType, { status, rule }: StatusOf): boolean {
  const head = headOf(sentence, token);
  const above = head?.lemma.toLowerCase() ?? "";
  const marker = (caseOf(sentence, token) ?? markerOf(sentence, token) ?? "").toLowerCase();
  if (noun) return status !== "negated" && !["without", "despite"].includes(marker) && !/^(event|case|risk|threat|danger|fear|prevention)$/.test(above) && !/^(prevent|avoid|deter|stop-up)$/.test(above);
  if (/^(without|before|toward|towards|instead of|unless|if|whether)$/.test(marker) && token.xpos !== "VBD") return false;
  if (status === "negated") return /^(refuse|decline|decision|decide|reject|agree|agreement|vow|promise|pledge|cancel)$/.test(above);
  if (underDuty(sentence, token)) return false;
  if (type === "ASSAULT" && token.xpos === "VBG" && hasRelation(token, "advcl") && head && readingsOf(sentence, head).some((r) => r.type === "ASSAULT")) return false;
  if (type === "SUPPORT" && above === "continue" && hasRelation(token, "xcomp")) return false;
  if (sentence.tokens[token.index - 1]?.text.toLowerCase() === "to" && /^(intention|intent)$/.test(sentence.tokens[token.index - 2]?.lemma ?? "")) return false;
  if (rule === "infinitive" || rule.startsWith("purpose")) return planned(above) || (SAYING.has(type) && MEETING.test(above));
  return !(token.xpos === "VBG" && hasRelation(token, "csubj", "nsubj"));
}

const SAYING = new Set<EventType>(["REQUEST", "SUPPORT", "ACCUSE"]);
const MEETING = /^(meet|travel|visit|call|convene|speak|write|phone|gather|talk|hold|fly)$/;

/** What somebody must do or stop doing is asked, not done. */
function underDuty(sentence: Sentence, token: Token): boolean {
  for (let t: Token | undefined = token; t; t = headOf(sentence, t)) {
    if (childrenBy(sentence, t, "aux").some((m) => m.lemma === "must" || m.lemma === "should")) return true;
    if (!hasRelation(t, "xcomp", "ccomp", "conj", "advcl", "acl")) return false;
    const head = headOf(sentence, t);
    if (head && hasRelation(t, "xcomp") && /^(need|have)$/.test(head.lemma)) return true;
    const infinitive = markerOf(sentence, t) === "to";
    if (head && infinitive && /^(ask|urge|call|tell|demand|request|press|want|invite|encourage|require|expect|hope|wish|like|appeal)$/.test(head.lemma)) return true;
    if (head && hasRelation(t, "ccomp") && /^(ask|demand|request|insist|require)$/.test(head.lemma)) return true;
  }
  return false;
}

/** An infinitive under a plan, agreement or decision is what is planned. */
const planned = (above: string): boolean =>
  /^(plan|agree|agreement|decide|decision|intend|intention|pledge|promise|vow|commit|continue|begin|start|authorize|authorise|announce|package|order|resume|offer|prepare|refuse|attempt|try|use|manage|deploy|send)$/.test(above);

function future(status: StatusOf, sentence: Sentence, token: Token): EventStatus {
  const head = headOf(sentence, token);
  const above = head?.lemma.toLowerCase() ?? "";
  if (head && hasRelation(token, "xcomp") && /^(continue|begin|start|resume|manage|help|use)$/.test(above)) return statusOfVerb(sentence, head).status;
  if (status.rule !== "infinitive" && !status.rule.startsWith("purpose")) return status.status;
  return MEETING.test(above) ? "actual" : /^(try|attempt)$/.test(above) ? "possible" : "planned";
}

function readToken(spot: Spot, token: Token, heard: HeardAt): EventDraft | null {
  const { sentence, scene } = spot;
  const noun = isActNoun(sentence, token);
  const object = childBy(sentence, token, "obj");
  if (!noun && object && ABSTRACT.test(object.lemma.toLowerCase()) && framesAt(sentence, token).length === 0) return null;
  for (const r of readingsOf(sentence, token)) {
    if (r.type === "ASSAULT" && object && ABSTRACT.test(object.lemma.toLowerCase())) continue;
    const found = resolve(spot, token, noun, r, heard);
    if (!found) continue;
    const type = r.type === "AID" && trades(sentence, token) ? "COOPERATE" : r.type;
    const status = statusOf(sentence, token, noun, r.type);
    if (!counts(sentence, token, noun, r.type, status)) return null;
    return {
      type,
      ...found,
      status: future(status, sentence, token),
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
export function acts(scene: Scene, speakerAt: SpeakerAt, heard: HeardAt, spoken: (sentence: number) => ReadonlySet<number>): EventDraft[] {
  const events: EventDraft[] = [];
  for (const sentence of scene.syntax.sentences) {
    const taken = spoken(sentence.index);
    for (const token of sentence.tokens) {
      if (taken.has(token.index) || (token.upos !== "VERB" && token.upos !== "NOUN")) continue;
      const event = readToken({ scene, sentence, speaker: speakerAt(token) }, token, heard);
      if (event && !(event.type === "COOPERATE" && event.rule.startsWith("plover") && hangsOnPromise(token, taken))) events.push(event);
    }
  }
  return events.map((e) => (e.type === "ASSAULT" && e.actors.length === 0 && e.noun ? { ...e, actors: doersBeside(scene, e) } : e));
}

/** "The attacks in the city …, but the rebels' assault …": who another noun of force in the sentence tells did it. */
function doersBeside(scene: Scene, event: EventDraft): readonly string[] {
  const sentence = scene.syntax.sentences[event.sentence]!;
  for (const t of sentence.tokens) {
    if (t.index === event.token || !isActNoun(sentence, t) || !framesAt(sentence, t).some((f) => f.type === "ASSAULT")) continue;
    const names = doersOfNoun({ scene, sentence, speaker: [] }, t).filter((n) => !event.recipients.includes(n));
    if (names.length > 0) return names;
  }
  return [];
}

/** "agreed to work together": the promise is the record. */
const hangsOnPromise = (token: Token, taken: ReadonlySet<number>): boolean => hasRelation(token, "xcomp", "advcl", "ccomp", "acl") && taken.has(token.head);
