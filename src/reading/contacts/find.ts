import { type ContactFrame, contactFrames } from "../../lexicon/contact-frames.ts";
import type { ContactStatus, Medium, Time } from "../../record/schema.ts";
import type { Range } from "../../record/span.ts";
import { agentOf, caseOf, childBy, childrenBy, childrenOf, hasRelation, headOf, isPassive, nominalsWith, rangeOf, subjectOf, subtreeOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { type Scene, type SpeakerAt, who, whoOrOwner } from "../participants.ts";
import { type Status, statusOfNoun, statusOfVerb } from "../status.ts";
import { dateValue, durationOf, intervalAt, timeOf } from "../times.ts";
import { factorsOf, ordinalOf, topicsOf } from "./details.ts";
import { hostStates, placeOfTrigger } from "./places.ts";
import type { ContactMention } from "./types.ts";

const STATUS: Record<Status, ContactStatus> = { actual: "held", planned: "planned", possible: "possible", negated: "negated" };

/** "by phone", "via video link", "in person": the medium where the words say it. */
function statedMedium(text: string): Medium | null {
  const t = text.toLowerCase();
  if (/\b(by|via|through) (video|videoconference|video link|zoom)|\bvirtual(ly)?\b|\bvideo[ -]?(conference|call|link)/.test(t)) return "video";
  if (/\bby (tele)?phone\b|\bover the (tele)?phone\b|\bon the (tele)?phone\b|\b(tele)?phone (call|conversation)\b/.test(t)) return "phone";
  if (/\bin[ -]person\b|\bface[ -]to[ -]face\b/.test(t)) return "in-person";
  return null;
}

interface Trigger {
  readonly frame: ContactFrame;
  readonly token: Token;
  readonly tokens: readonly Token[];
  readonly verb: Token | undefined;
  readonly noun: boolean;
}

const GENERIC = new Set(["peace", "climate", "trade", "budget", "press", "news"]);

function nounTrigger(sentence: Sentence, token: Token): Trigger | undefined {
  const frames = contactFrames();
  if (token.upos !== "NOUN" && token.upos !== "PROPN") return undefined;
  const lemma = token.lemma.toLowerCase();
  const before = sentence.tokens[token.index - 1];
  const pair = before ? frames.nouns.get(`${before.lemma.toLowerCase()} ${lemma}`) : undefined;
  const frame = pair ?? frames.nouns.get(lemma);
  if (!frame) return undefined;
  const beforeWord = before?.text.toLowerCase() ?? "";
  if ((lemma === "conference" || lemma === "briefing") && (beforeWord === "press" || beforeWord === "news")) return undefined;
  if (hasRelation(token, "compound", "nmod:desc", "flat") && headOf(sentence, token)?.upos !== "VERB") return undefined;
  if ((lemma === "call" || lemma === "talk" || lemma === "note") && nominalsWith(sentence, token, "for").length > 0 && token.xpos === "NNS") return undefined;
  const head = headOf(sentence, token);
  const light = head && head.upos === "VERB" && frames.light.has(head.lemma.toLowerCase()) && (hasRelation(token, "obj", "nsubj:pass") || (hasRelation(token, "obl") && /^(in|to|into)$/.test(caseOf(sentence, token) ?? ""))) ? head : undefined;
  return { frame, token, tokens: pair && before ? [before, token] : [token], verb: light, noun: true };
}

function verbTrigger(sentence: Sentence, token: Token): Trigger | undefined {
  if (token.upos !== "VERB" || hasRelation(token, "amod", "compound", "case")) return undefined;
  const frames = contactFrames();
  const lemma = token.lemma.toLowerCase();
  const particle = childBy(sentence, token, "compound:prt") ?? childrenBy(sentence, token, "advmod").find((t) => t.index === token.index + 1 && t.text === "down");
  const frame = (particle && frames.verbs.get(`${lemma} ${particle.text.toLowerCase()}`)) ?? frames.verbs.get(lemma);
  return frame && { frame, token, tokens: particle ? [token, particle] : [token], verb: token, noun: false };
}

/** The actors at one role of a frame. */
function atRole(scene: Scene, sentence: Sentence, trigger: Trigger, role: string, speaker: readonly string[]): string[] {
  const { token, verb } = trigger;
  if (role === "subject") {
    const subject = isPassive(sentence, token) ? agentOf(sentence, token) : subjectOf(sentence, token);
    const names = who(scene, sentence, subject, speaker);
    if (names.length > 0 || hasRelation(token, "acl:relcl")) return names;
    return names;
  }
  if (role === "owner") {
    const owner = childBy(sentence, token, "nmod:poss");
    const names = who(scene, sentence, owner, speaker);
    const adjectives = childrenBy(sentence, token, "amod", "compound", "nmod:desc", "nmod").filter((t) => t.index < token.index && !caseOf(sentence, t));
    const compound = adjectives.flatMap((t) => subtreeOf(sentence, t)).flatMap((t) => {
      const m = scene.mentions.at(sentence.index, t.index);
      if (m?.is !== "named" || !m.meanings.some((v) => v.is === "state" || v.is === "body")) return [];
      return scene.actors.of(m);
    });
    return [...new Set([...names, ...compound])];
  }
  const [relation, preposition] = role.split(":") as [string, string | undefined];
  const visit = trigger.frame.kind === "visit";
  const tops = preposition
    ? [...nominalsWith(sentence, token, preposition), ...(verb && verb !== token ? nominalsWith(sentence, verb, preposition) : [])]
    : relation === "obj" && isPassive(sentence, token)
      ? [subjectOf(sentence, token)].filter((t) => t !== undefined)
      : childrenBy(sentence, token, relation);
  return tops.flatMap((t) => {
    const names = visit && (preposition === "to" || preposition === "in" || preposition === "into" || preposition === "at" || preposition === "for" || preposition === undefined || preposition === "of") ? hostStates(scene, sentence, t) : [];
    if (names.length > 0) return names;
    const direct = who(scene, sentence, t, speaker);
    if (direct.length > 0) return direct;
    return visit && preposition === "to" ? whoOrOwner(scene, sentence, t, speaker) : [];
  });
}

/** The parties of a trigger, and how many roles gave one. */
function partiesOf(scene: Scene, sentence: Sentence, trigger: Trigger, speaker: readonly string[]): { parties: string[]; others: number } {
  const roles = trigger.frame.parties.map((role) => atRole(scene, sentence, trigger, role, speaker));
  const light = trigger.noun && trigger.verb ? lightParties(scene, sentence, trigger, speaker) : [];
  const parties = [...new Set([...light, ...roles.flat()])];
  const first = roles[0] ?? [];
  return { parties, others: parties.filter((p) => !first.includes(p) || light.length > 0).length + (first.length > 1 ? 1 : 0) };
}

/** "held talks with": who holds them; "attended the summit": who attends. */
function lightParties(scene: Scene, sentence: Sentence, { verb, token }: Trigger, speaker: readonly string[]): string[] {
  const subject = isPassive(sentence, verb!) ? agentOf(sentence, verb!) : subjectOf(sentence, verb!);
  const names = subject === token ? [] : who(scene, sentence, subject, speaker);
  return names.filter((n) => !/^(the )?(talks|meeting)/.test(n));
}

function hasDefinite(sentence: Sentence, token: Token): boolean {
  return childrenBy(sentence, token, "det", "nmod:poss").some((t) => /^(the|this|that|these|those|his|her|its|their|our)$/i.test(t.text));
}

/** "the last time the two leaders spoke", "the first occasion they met since": a verb that counts contacts. */
function countsOccasions(sentence: Sentence, verb: Token): boolean {
  const head = hasRelation(verb, "acl:relcl", "acl") ? headOf(sentence, verb) : undefined;
  return head !== undefined && /^(time|occasion)$/.test(head.lemma);
}

function statusOf(sentence: Sentence, trigger: Trigger): { status: Status; rule: string } {
  if (!trigger.noun) return statusOfVerb(sentence, trigger.token);
  if (trigger.verb) {
    const verb = trigger.verb;
    const lemma = verb.lemma.toLowerCase();
    const own = statusOfNoun(sentence, trigger.token);
    if (own.status === "negated" || (own.status !== "actual" && /^(propose|request|seek|offer|schedule|plan|arrange|demand|want|agree|announce|reject|refuse|decline|cancel|postpone|welcome)$/.test(lemma))) return own;
    if (/^(cancel|postpone|reject|refuse|decline)$/.test(lemma)) return { status: "negated", rule: `governed-by-${lemma}` };
    if (/^(propose|request|seek|offer|demand|want)$/.test(lemma)) return { status: "possible", rule: `governed-by-${lemma}` };
    if (/^(schedule|plan|arrange|agree|announce)$/.test(lemma)) return { status: "planned", rule: `governed-by-${lemma}` };
    const held = statusOfVerb(sentence, verb);
    return held.status === "actual" ? own : held;
  }
  const own = statusOfNoun(sentence, trigger.token);
  if (own.status !== "actual") return own;
  const head = headOf(sentence, trigger.token);
  if (hasRelation(trigger.token, "nsubj", "obl", "nsubj:pass") && head) {
    const verb = statusOfVerb(sentence, head);
    if (hasRelation(trigger.token, "nsubj", "nsubj:pass") && verb.status === "planned") return verb;
  }
  return own;
}

/** The date of an entry: an interval where two times are joined, else the time's own value. */
export const dateOf = (scene: Scene, time: Time | null): string | null => (time ? (intervalAt(scene.text, scene.times.times, time)?.value ?? dateValue(time)) : null);

function mentionFrom(scene: Scene, sentence: Sentence, trigger: Trigger, speakerAt: SpeakerAt): ContactMention | undefined {
  const { frame, token, verb } = trigger;
  const speaker = speakerAt(token);
  const { parties, others } = partiesOf(scene, sentence, trigger, speaker);
  const again = !trigger.noun && countsOccasions(sentence, token);
  if (!trigger.noun && parties.length === 0) return undefined;
  if (!trigger.noun && frame.needs === "party" && others === 0) return undefined;
  const tops = verb && verb !== token ? [token, verb] : [token];
  const time = timeOf(sentence, token.index, scene.times.times) ?? (verb && verb !== token ? timeOf(sentence, verb.index, scene.times.times) : undefined) ?? null;
  const place = placeOfTrigger(scene, sentence, tops, frame.kind === "visit");
  const around = scene.text.slice(rangeOf(subtreeOf(sentence, verb ?? token)).from, rangeOf(subtreeOf(sentence, verb ?? token)).to).slice(0, 600);
  const near = trigger.noun ? scene.text.slice(rangeOf(subtreeOf(sentence, token)).from, rangeOf(subtreeOf(sentence, token)).to).slice(0, 300) : around;
  const medium = frame.medium ?? statedMedium(frame.kind === "call" || frame.kind === "visit" ? around : near);
  const { status, rule } = statusOf(sentence, trigger);
  const kind = medium === "video" && frame.kind !== "letter" ? "video" : medium === "phone" && (frame.kind === "meeting" || frame.kind === "talks" || frame.kind === "call") ? "call" : medium === "in-person" && frame.kind === "call" ? "meeting" : frame.kind;
  const duration = durationOf(sentence, token.index, scene.times.times) ?? (verb && verb !== token ? durationOf(sentence, verb.index, scene.times.times) : undefined) ?? null;
  const ordinal = ordinalOf(scene, sentence, token);
  const generic = trigger.noun && childrenBy(sentence, token, "compound", "amod").some((t) => GENERIC.has(t.lemma.toLowerCase()));
  const definite = trigger.noun && hasDefinite(sentence, token);
  const detailed = time !== null || place !== null || ordinal !== null;
  const weak = trigger.noun && (parties.length === 0 || (frame.needs === "party" && parties.length < 2) || (frame.needs === "event" && parties.length < 2 && !detailed && !verb) || (generic && parties.length < 2 && !detailed));
  return {
    kind,
    medium,
    parties,
    status: STATUS[status],
    statusRule: rule,
    time,
    date: dateOf(scene, time),
    place: place?.name ?? null,
    placeRange: place?.range ?? null,
    duration,
    ordinal,
    topics: topicsOf(scene, sentence, token),
    factors: factorsOf(scene, sentence, token),
    trigger: triggerRange(sentence, trigger),
    sentence: sentence.index,
    line: sentence.line,
    token: token.index,
    rule: `contact-${frame.word.replaceAll(" ", "-")}`,
    definite,
    weak,
    again,
  };
}

/** The verb or noun with its head: "have a meeting", "long video conference", "met with Prime Minister Olmert". */
function triggerRange(sentence: Sentence, { token, tokens, verb, noun }: Trigger): Range {
  if (!noun) {
    const next = sentence.tokens[tokens.at(-1)!.index + 1];
    const nextIs = next && /^(with|to)$/i.test(next.text) ? [next] : [];
    return rangeOf([...tokens, ...nextIs]);
  }
  const modifiers = childrenBy(sentence, token, "amod", "compound").filter((t) => t.index < token.index && token.index - t.index < 5);
  const light = verb && verb.index < token.index && token.index - verb.index < 6 ? [verb] : [];
  return rangeOf([...light, ...modifiers, ...tokens]);
}

/** Every mention of a contact in a text, in order. Mentions inside names ("the Munich conference centre") are left out. */
export function findContacts(scene: Scene, speakerAt: SpeakerAt): ContactMention[] {
  const found: ContactMention[] = [];
  for (const sentence of scene.syntax.sentences) {
    for (const token of sentence.tokens) {
      const trigger = verbTrigger(sentence, token) ?? nounTrigger(sentence, token);
      if (!trigger) continue;
      if (trigger.noun && trigger.verb && childrenOf(sentence, trigger.verb).length === 0) continue;
      const mention = mentionFrom(scene, sentence, trigger, speakerAt);
      if (mention) found.push(mention);
    }
  }
  return found;
}
