import type { EventStatus, EventType } from "../../record/schema.ts";
import type { Range } from "../../record/span.ts";
import { caseOf, childBy, childrenBy, hasRelation, headOf, rangeOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { contactFrames } from "../../lexicon/contact-frames.ts";
import type { Scene, SpeakerAt } from "../participants.ts";
import { actsOf } from "../plover/acts.ts";
import { type StatusOf, statusOfNoun, statusOfVerb } from "../status.ts";
import { timeOf } from "../times.ts";
import { areForces, atRole, type Spot, stateOfForces } from "./concerned.ts";
import { doersOfNoun, doersOfVerb } from "./doers.ts";
import { type Frame, framesAt, isActNoun } from "./frames.ts";
import type { EventDraft } from "./types.ts";

/** Types that may stand without a recipient. */
const ALONE = new Set<EventType>(["PROTEST", "RETREAT"]);
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
  if (type === "AGREE") return [];
  return [{ type, roles: act.roles, needed: ALONE.has(type) ? "doer" : "both", subject: null, rule: `plover-${act.by}-${token.lemma.toLowerCase()}` }];
}

function readingsOf(sentence: Sentence, token: Token): Reading[] {
  const frames = framesAt(sentence, token).map((f) => fromFrame(f, token));
  return frames.length > 0 ? frames : fromLexicon(sentence, token);
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

/** Who is told of it: aid announced to a leader is for his state. */
export type HeardAt = (range: Range) => readonly string[];

/** Doer and recipients of one reading, or null where what it needs is not there. */
function resolve(spot: Spot, token: Token, noun: boolean, r: Reading, heard: HeardAt): { actors: string[]; recipients: string[] } | null {
  const raw = noun ? doersOfNoun(spot, token) : doersOfVerb(spot, token);
  if (r.subject === "troops" && !raw.some(areForces)) return null;
  if (r.subject === "mutual" && raw.length < 2) return null;
  const actors = r.type === "MOBILIZE" || r.type === "RETREAT" ? [...new Set(raw.map(stateOfForces))] : raw;
  let recipients: string[] = [];
  if (r.subject !== "mutual" && r.needed !== "doer-only") {
    for (const role of r.roles) {
      recipients = role === "heard" ? heard(token).filter((n) => !actors.includes(n)) : atRole(spot, token, role, noun, raw);
      if (recipients.length > 0) break;
    }
  }
  recipients = recipients.filter((n) => !actors.includes(n));
  const has = { doer: actors.length > 0, recipient: recipients.length > 0 };
  if (r.needed === "both" && !(has.recipient && (has.doer || (!noun && SUFFERED.has(r.type))))) return null;
  if ((r.needed === "doer" || r.needed === "doer-only") && !has.doer) return null;
  if (r.needed === "recipient" && !has.recipient) return null;
  return { actors, recipients };
}

/** Whether an act with its status is worth a record: not a mere infinitive of purpose, nor the mere absence of a deed. */
function counts(sentence: Sentence, token: Token, noun: boolean, { status, rule }: StatusOf): boolean {
  if (status === "negated" && /^(negation|no)$/.test(rule)) return false;
  if (noun) return !["without", "despite", "against"].includes(caseOf(sentence, token) ?? "") || status !== "possible";
  if (rule === "infinitive" || rule === "purpose" || rule === "purpose-of-plan") return planned(sentence, token);
  return true;
}

/** An infinitive under a plan, agreement or decision is what is planned. */
function planned(sentence: Sentence, token: Token): boolean {
  const head = headOf(sentence, token);
  return head !== undefined && /^(plan|agree|agreement|decide|decision|intend|intention|pledge|promise|vow|commit|continue|begin|start|authorize|authorise|announce|package|order|resume|offer|prepare|threaten|refuse|attempt|try|use|help|manage)$/.test(head.lemma.toLowerCase());
}

const future = (status: StatusOf, sentence: Sentence, token: Token): EventStatus => {
  if (status.rule !== "infinitive" && status.rule !== "purpose") return status.status;
  const head = headOf(sentence, token)?.lemma.toLowerCase() ?? "";
  if (/^(continue|begin|start|resume|manage|help|use)$/.test(head)) return "actual";
  return /^(try|attempt|threaten)$/.test(head) ? "possible" : "planned";
};

function readToken(spot: Spot, token: Token, heard: HeardAt): EventDraft | null {
  const { sentence, scene } = spot;
  const noun = isActNoun(sentence, token) && token.upos !== "VERB" ? true : isActNoun(sentence, token);
  const object = childBy(sentence, token, "obj");
  if (!noun && object && ABSTRACT.test(object.lemma.toLowerCase()) && framesAt(sentence, token).length === 0) return null;
  for (const r of readingsOf(sentence, token)) {
    if (r.type === "ASSAULT" && object && ABSTRACT.test(object.lemma.toLowerCase())) continue;
    const found = resolve(spot, token, noun, r, heard);
    if (!found) continue;
    const status = noun ? statusOfNoun(sentence, token) : statusOfVerb(sentence, token);
    if (!counts(sentence, token, noun, status)) return null;
    return {
      type: r.type,
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
      if (event) events.push(event);
    }
  }
  return events;
}
