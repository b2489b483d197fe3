import type { EventType } from "../../record/schema.ts";
import type { Range } from "../../record/span.ts";
import { ancestorsOf, childBy, childrenBy, childrenOf, hasRelation, headOf, headOfRange, isNegated, isPredicate, markerOf, modalOf, nominalsWith, rangeOf, subjectOf, tokensIn } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import type { Scene, SpeakerAt } from "../participants.ts";
import { culprit, statesOf } from "./addressed.ts";
import { areForces, concerned, named, type Spot } from "./concerned.ts";
import type { Dated } from "./speech.ts";
import type { EventDraft } from "./types.ts";

/** Deeds and traits that blame whose they are. */
const BLAME_NOUNS = /^(aggression|threat|violation|breach|provocation|crime|interference|failure|non-compliance|noncompliance|occupation|atrocity|abuse|hypocrisy|brutality|repression|expansionism|lie|treachery|terrorism|militarism|meddling|sabotage|piracy|bullying|intransigence|proliferation)$/;
const BLAME_VERBS = /^(violate|breach|undermine|provoke|destabili[sz]e|occupy|oppress|perpetrate|interfere|meddle|inflict|lie|threaten|sabotage|harbou?r|bully|commit|cheat|murder|massacre|terrori[sz]e|sponsor|break|obstruct|escalate|exploit|manipulate|persecute)$/;
const CAUSES = /^(consequence|result|fault|product|responsibility|work)$/;
const CAUSED = /^(policy|action|conduct|decision|attack|behaviou?r|ambition|interference|provocation)$/;
const HOSTILE = /^(attack|strike|retaliate|respond|destroy|punish|crush|bomb|invade|hit|avenge|resist|fight|annihilate|shoot|react)$/;
/** Cues that only report, so that what is said decides; the others have their own act. */
const TELLING = /^cue-(say|state|add|note|claim|assert|argue|insist|maintain|contend|point-out|highlight|stress|emphasi[sz]e|underline|underscore|warn|declare|believe|tell|remark|observe|report|announce|allege|affirm|respond|reply|counter|write|caution)$/;

const unlike = (names: readonly string[], except: readonly string[]): string[] => [...new Set(names)].filter((n) => !except.includes(n));

interface Place {
  readonly spot: Spot;
  readonly speakers: readonly string[];
  readonly statement: Dated | undefined;
}

function draft({ spot, speakers, statement }: Place, token: Token, type: EventType, recipients: readonly string[], trigger: Range, rule: string): EventDraft {
  return { type, actors: speakers, recipients, status: "actual", statusRule: "said", time: statement?.time ?? null, date: statement?.date ?? null, saidBy: null, trigger, sentence: spot.sentence.index, token: token.index, line: spot.sentence.line, rule, speech: true };
}

/** The word of obligation at a predicate: "must", "should", or the "has" and "needs" that govern its infinitive. */
function obligation(sentence: Sentence, token: Token): Token | undefined {
  const modal = childrenBy(sentence, token, "aux").find((t) => t.lemma === "must" || t.lemma === "should" || t.text.toLowerCase() === "ought");
  if (modal) return modal;
  const head = headOf(sentence, token);
  const infinitive = childrenOf(sentence, token).some((t) => t.deprel === "mark" && t.text.toLowerCase() === "to");
  return head && infinitive && hasRelation(token, "xcomp") && /^(have|need)$/.test(head.lemma) && !isNegated(sentence, head) ? head : undefined;
}

/** The name that stands before the modal, where the parser gave it to another clause; quotation marks may be between. */
function justBefore(spot: Spot, modal: Token): string[] {
  const before = spot.sentence.tokens.slice(Math.max(0, modal.index - 3), modal.index).findLast((t) => t.upos !== "PUNCT");
  return before?.upos === "PROPN" ? named(spot, before) : [];
}

/** "Hamas must stop", "Israel needs to stop": asks it of whoever must; where a thing must be, of the hearer of who insists. */
function request(place: Place, token: Token): EventDraft | null {
  const { sentence, scene } = place.spot;
  const word = obligation(sentence, token);
  if (!word || ["if", "unless", "because"].includes(markerOf(sentence, token) ?? "")) return null;
  if (headOf(sentence, token) && /^(order|decree|law|rule)$/.test(headOf(sentence, token)!.lemma)) return null;
  const subject = subjectOf(sentence, word.upos === "VERB" ? word : token);
  const own = [...place.speakers, ...statesOf(scene, place.speakers)];
  let recipients = subject && subject.upos !== "PRON" ? unlike(named(place.spot, subject), own) : [];
  if (recipients.length === 0 && subject && /^(he|she|they|you|it)$/i.test(subject.text)) recipients = unlike(named(place.spot, subject), own);
  if (recipients.length === 0 && word.upos === "AUX") recipients = unlike(justBefore(place.spot, word), own);
  if (recipients.length === 0 && place.statement?.rule === "cue-insist") recipients = unlike(place.statement.addressees.length > 0 ? place.statement.addressees : (place.statement.counterparts ?? []), own);
  if (word.lemma === "should") recipients = recipients.filter((n) => !areForces(n) || !statesOf(scene, place.speakers).includes(n.slice(0, 3)));
  if (recipients.length === 0) return null;
  return draft(place, token, "REQUEST", recipients, rangeOf([word, token]), `stance-${word.lemma.toLowerCase()}`);
}

/** The last state that the sentences before name and that is not the speaker's. */
function before({ spot }: Place, side: readonly string[]): string[] {
  for (let i = spot.sentence.index - 1; i >= Math.max(0, spot.sentence.index - 2); i -= 1) {
    const sentence = spot.scene.syntax.sentences[i]!;
    const names = unlike(sentence.tokens.flatMap((t) => named({ ...spot, sentence, speaker: [] }, t)), side).filter((n) => /^[A-Z]{3}$/.test(n));
    if (names.length > 0) return [names.at(-1)!];
  }
  return [];
}

/** "We will not accept": the speaker's side refuses; whose the thing is, or who hears it. */
function refusal(place: Place, token: Token): EventDraft | null {
  const { spot, speakers, statement } = place;
  const { sentence, scene } = spot;
  if (!/^(accept|allow|recogni[sz]e|tolerate|permit|negotiate)$/.test(token.lemma) || token.upos !== "VERB") return null;
  if (!isNegated(sentence, token) || !/^(will|would|can|could|shall)$/.test(modalOf(sentence, token) ?? "")) return null;
  const subject = subjectOf(sentence, token);
  const doers = named(spot, subject);
  const own = [...speakers, ...statesOf(scene, speakers)];
  const speaking = doers.some((d) => own.includes(d)) || (speakers.length > 0 && /^(we|i)$/i.test(subject?.text ?? ""));
  if (!speaking && doers.length === 0) return null;
  const actors = speaking ? speakers : doers;
  const side = [...actors, ...statesOf(scene, actors)];
  const object = childBy(sentence, token, "obj");
  const recipients = object ? unlike(culprit(spot, object, side), side) : [];
  const hearers = recipients.length > 0 ? recipients : unlike(statement ? (statement.addressees.length > 0 ? statement.addressees : (statement.counterparts ?? [])) : [], side);
  return draft({ ...place, speakers: actors }, token, "REJECT", hearers, rangeOf([...childrenBy(sentence, token, "aux"), token]), "stance-refusal");
}

/** "would attack", "will respond with force", said of the speaker's own side. */
function threat(place: Place, token: Token): EventDraft | null {
  const { spot, speakers } = place;
  const { sentence, scene } = spot;
  if (token.upos !== "VERB" || !HOSTILE.test(token.lemma) || isNegated(sentence, token)) return null;
  const modal = modalOf(sentence, token);
  const forceful = nominalsWith(sentence, token, "with", "by").some((t) => /^(force|fire|strike|attack|weapon|retaliation|power|means)$/.test(t.lemma)) || childrenBy(sentence, token, "advmod").some((t) => /^(militarily|forcefully|harshly|strongly|decisively)$/i.test(t.text));
  const warning = /^cue-(warn|vow|swear|threaten)$/.test(place.statement?.rule ?? "");
  if (/^(respond|react)$/.test(token.lemma) && !warning ? !forceful : !(modal === "will" || modal === "would")) return null;
  const side = [...speakers, ...statesOf(scene, speakers)];
  const subject = subjectOf(sentence, token);
  const doers = named(spot, subject);
  const ours = doers.some((d) => side.includes(d) || side.includes(scene.actors.drafts.get(d)?.country ?? "-"));
  if (!ours) return null;
  const aimed = [childBy(sentence, token, "obj"), ...nominalsWith(sentence, token, "at", "against", "on", "to")].flatMap((t) => (t ? unlike(concerned(spot, t, side), side) : []));
  const others = unlike(tokensIn(sentence, sentence).filter((t) => hasRelation(t, "nsubj", "obj", "obl", "nmod")).flatMap((t) => named(spot, t)), side).filter((n) => !side.includes(scene.actors.drafts.get(n)?.country ?? "-"));
  const rivals = aimed.length + others.length > 0 ? others : before(place, side);
  return draft(place, token, "THREATEN", aimed.length > 0 ? aimed : rivals.slice(0, 1), rangeOf([...childrenBy(sentence, token, "aux"), token]), "stance-threat");
}

/** Whose blame a statement's content tells of, if anybody's. */
function blamed(place: Place, tokens: readonly Token[]): { token: Token; recipients: string[] } | null {
  const { spot, speakers } = place;
  const own = [...speakers, ...statesOf(spot.scene, speakers)];
  for (const token of tokens) {
    const lemma = token.lemma.toLowerCase();
    if (token.upos === "NOUN" && BLAME_NOUNS.test(lemma) && !hasRelation(token, "compound", "obl")) {
      const recipients = unlike(ownerOf(spot, token, own), own);
      if (recipients.length > 0) return { token, recipients };
    }
    if (token.upos === "NOUN" && BLAME_NOUNS.test(lemma) && hasRelation(token, "obj") && /^(make|commit|perpetrate|carry|stage|pursue|pose)$/.test(headOf(spot.sentence, token)?.lemma ?? "")) {
      const subject = subjectOf(spot.sentence, headOf(spot.sentence, token)!);
      const recipients = unlike(subject ? culprit(spot, subject, own) : [], own);
      if (recipients.length > 0) return { token, recipients };
    }
    if (token.upos === "NOUN" && CAUSED.test(lemma) && CAUSES.test(headOf(spot.sentence, token)?.lemma ?? "")) {
      const recipients = unlike(culprit(spot, token, own), own);
      if (recipients.length > 0) return { token, recipients };
    }
    if (token.upos === "VERB" && BLAME_VERBS.test(lemma) && isPredicate(spot.sentence, token) && !isNegated(spot.sentence, token) && !modalOf(spot.sentence, token)) {
      const infinitive = childrenOf(spot.sentence, token).some((t) => t.deprel === "mark" && t.text.toLowerCase() === "to");
      if (infinitive || childBy(spot.sentence, token, "obj", "obl", "ccomp") === undefined) continue;
      const recipients = unlike(named(spot, subjectOf(spot.sentence, token)), own);
      if (recipients.length > 0) return { token, recipients };
    }
  }
  return null;
}

const ownerOf = (spot: Spot, noun: Token, except: readonly string[]): string[] => {
  const near = [childBy(spot.sentence, noun, "nmod:poss"), ...childrenBy(spot.sentence, noun, "amod", "compound"), ...nominalsWith(spot.sentence, noun, "by", "from", "of")];
  for (const t of near) {
    const names = unlike(named(spot, t), except);
    if (names.length > 0) return names;
  }
  return [];
};

/** Warning of what another does or prepares blames him for it. */
function warned(place: Place, statement: Dated): string[] {
  if (statement.rule !== "cue-warn") return [];
  const { spot } = place;
  const clause = childBy(spot.sentence, spot.sentence.tokens[statement.verb]!, "ccomp");
  if (!clause || clause.upos !== "VERB" || modalOf(spot.sentence, clause) === "must") return [];
  const own = [...place.speakers, ...statesOf(spot.scene, place.speakers)];
  return unlike(named(spot, subjectOf(spot.sentence, clause)), own);
}

/** "claimed that the kingdom had …, breaching": a claim about another that has a word of blame anywhere in it. */
function claimed(place: Place, statement: Dated): string[] {
  if (!/^cue-(claim|allege|assert)$/.test(statement.rule)) return [];
  const { spot } = place;
  const clause = childBy(spot.sentence, spot.sentence.tokens[statement.verb]!, "ccomp");
  const tokens = tokensIn(spot.sentence, statement.content);
  if (!clause || !tokens.some((t) => BLAME_NOUNS.test(t.lemma.toLowerCase()) || BLAME_VERBS.test(t.lemma.toLowerCase()))) return [];
  const own = [...place.speakers, ...statesOf(spot.scene, place.speakers)];
  return unlike(named(spot, subjectOf(spot.sentence, clause)), own);
}

/** The first blame in any sentence that the statement's content runs through. */
function blamedIn(place: Place, statement: Dated): { token: Token; recipients: string[] } | null {
  for (const sentence of place.spot.scene.syntax.sentences) {
    if (sentence.to <= statement.content.from || statement.content.to <= sentence.from) continue;
    const found = blamed({ ...place, spot: { ...place.spot, sentence } }, tokensIn(sentence, statement.content));
    if (found) return found;
  }
  return null;
}

/** An accusation in a statement whose cue only tells; one a statement, with the cue as its words. */
function accusation(place: Place, statement: Dated): EventDraft | null {
  if (statement.verb < 0 || !TELLING.test(statement.rule)) return null;
  const { sentence } = place.spot;
  const verb = sentence.tokens[statement.verb]!;
  const alarm = warned(place, statement);
  const claim = alarm.length > 0 ? [] : claimed(place, statement);
  if (claim.length > 0) return draft(place, verb, "ACCUSE", claim, statement.cue, "stance-claim");
  const found = alarm.length > 0 ? { token: verb, recipients: alarm } : blamedIn(place, statement);
  return found && draft(place, verb, "ACCUSE", found.recipients, statement.cue, alarm.length > 0 ? "stance-warning" : `stance-blame-${found.token.lemma.toLowerCase()}`);
}

/** Whether a subject between the cue and the word shows that another clause begins there. */
const nearer = (sentence: Sentence, token: Token, verb: number): boolean => ancestorsOf(sentence, token).slice(0, 4).some((a) => a.index !== verb && hasRelation(a, "parataxis", "advcl"));

/** What a speaker asks, threatens or blames by the content of what is said, where the cue itself does not tell. */
export function stances(scene: Scene, statements: readonly Dated[], speakerAt: SpeakerAt): EventDraft[] {
  const events: EventDraft[] = [];
  const innermost = (t: Token): Dated | undefined => statements.filter((s) => s.content.from <= t.from && t.to <= s.content.to).sort((a, b) => a.content.to - a.content.from - (b.content.to - b.content.from))[0];
  for (const sentence of scene.syntax.sentences) {
    for (const token of sentence.tokens) {
      if (token.upos !== "VERB" && token.upos !== "ADJ" && token.upos !== "NOUN") continue;
      const statement = innermost(token) ?? statements.find((s) => s.sentence === sentence.index && s.verb >= 0 && s.verb < token.index && ancestorsOf(sentence, token).some((a) => a.index === s.verb) && !nearer(sentence, token, s.verb));
      const speakers = statement?.speakers ?? speakerAt(token);
      const place: Place = { spot: { scene, sentence, speaker: speakers }, speakers, statement };
      const event = speakers.length === 0 ? refusal(place, token) : request(place, token) ?? threat(place, token) ?? refusal(place, token);
      if (event) events.push(event);
    }
  }
  for (const statement of statements) {
    const sentence = scene.syntax.sentences[statement.sentence]!;
    const place: Place = { spot: { scene, sentence, speaker: statement.speakers }, speakers: statement.speakers, statement };
    const event = accusation(place, statement);
    if (event) events.push(event);
  }
  return events;
}

/** The highest token of a statement's content. */
export const topOf = (sentence: Sentence, statement: Dated): Token | undefined => headOfRange(sentence, statement.content);
