import { type ContactFrame, contactFrames } from "../../lexicon/contact-frames.ts";
import type { ContactStatus, Medium, Time } from "../../record/schema.ts";
import type { Range } from "../../record/span.ts";
import {
  agentOf,
  appositionsOf,
  caseOf,
  childBy,
  childrenBy,
  childrenOf,
  governingPredicate,
  hasRelation,
  headOf,
  headOfRange,
  isPassive,
  modalOf,
  nominalsWith,
  rangeOf,
  subjectOf,
  subtreeOf,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { type Scene, type SpeakerAt, who, whoOrOwner } from "../participants.ts";
import { type Status, statusOfNoun, statusOfVerb } from "../status.ts";
import { dateValue, durationOf, intervalAt, timeOf } from "../times.ts";
import { factorsOf, ordinalOf, topicsOf } from "./details.ts";
import { hostStates, placeOfTrigger } from "./places.ts";
import type { ContactMention } from "./types.ts";

const STATUS: Record<Status, ContactStatus> = {
  actual: "held",
  planned: "planned",
  possible: "possible",
  negated: "negated",
};

/** "by phone", "via video link", "in person": the medium where the words say it. */
function statedMedium(text: string): Medium | null {
  const t = text.toLowerCase();
  if (
    /\b(by|via|through) (video|videoconference|video link|zoom)|\bvirtual(ly)?\b|\bvideo[ -]?(conference|call|link)/.test(
      t,
    )
  )
    return "video";
  if (
    /\bby (tele)?phone\b|\bover the (tele)?phone\b|\bon the (tele)?phone\b|\b(tele)?phone (call|conversation)\b/.test(t)
  )
    return "phone";
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

function nounTrigger(scene: Scene, sentence: Sentence, token: Token): Trigger | undefined {
  const frames = contactFrames();
  if (token.upos !== "NOUN" && token.upos !== "PROPN") return undefined;
  const lemma = token.lemma.toLowerCase();
  const before = sentence.tokens[token.index - 1];
  const pair = before ? frames.nouns.get(`${before.lemma.toLowerCase()} ${lemma}`) : undefined;
  const frame = pair ?? frames.nouns.get(lemma);
  if (!frame) return undefined;
  const beforeWord = before?.text.toLowerCase() ?? "";
  if ((lemma === "conference" || lemma === "briefing") && (beforeWord === "press" || beforeWord === "news"))
    return undefined;
  if (isProperPart(scene, sentence, token)) return undefined;
  if (hasRelation(token, "compound", "nmod:desc", "flat") && headOf(sentence, token)?.upos !== "VERB") return undefined;
  if (
    (lemma === "call" || lemma === "talk" || lemma === "note") &&
    nominalsWith(sentence, token, "for").length > 0 &&
    token.xpos === "NNS"
  )
    return undefined;
  const head = headOf(sentence, token);
  const held = childrenBy(sentence, token, "acl").find(
    (t) => t.xpos === "VBN" && /^(hold|conduct|convene|host|begin|start|schedule|plan|propose)$/.test(t.lemma),
  );
  const light =
    held ??
    (head &&
    head.upos === "VERB" &&
    frames.light.has(head.lemma.toLowerCase()) &&
    (hasRelation(token, "obj", "nsubj:pass") ||
      (hasRelation(token, "obl") &&
        /^(participate|engage|enter|take|be|arrive)$/.test(head.lemma) &&
        /^(in|to|into)$/.test(caseOf(sentence, token) ?? "")))
      ? head
      : undefined);
  return { frame, token, tokens: pair && before ? [before, token] : [token], verb: light, noun: true };
}

/** "the African Union Mission in Somalia": the word is part of a body's name. */
const isProperPart = (scene: Scene, sentence: Sentence, token: Token): boolean => {
  const m = scene.mentions.at(sentence.index, token.index);
  return m?.is === "named" && m.meanings.some((v) => v.is === "body");
};

function verbTrigger(sentence: Sentence, token: Token): Trigger | undefined {
  if (token.upos !== "VERB" || hasRelation(token, "amod", "compound", "case")) return undefined;
  const frames = contactFrames();
  const lemma = token.lemma.toLowerCase();
  const particle =
    childBy(sentence, token, "compound:prt") ??
    childrenBy(sentence, token, "advmod").find((t) => t.index === token.index + 1 && t.text === "down");
  const frame =
    (particle && frames.verbs.get(`${lemma} ${particle.text.toLowerCase()}`)) ??
    frames.verbs.get(lemma) ??
    frames.verbs.get(`${lemma}e`);
  if (
    lemma === "call" &&
    (!childBy(sentence, token, "obj") ||
      childBy(sentence, token, "xcomp", "ccomp", "compound:prt") ||
      childrenOf(sentence, token).some((t) => t.index === token.index + 1 && t.upos === "ADP"))
  )
    return undefined;
  if (
    /^(speak|talk)$/.test(lemma) &&
    nominalsWith(sentence, token, "of", "against").length > 0 &&
    nominalsWith(sentence, token, "with", "to").length === 0 &&
    !childBy(sentence, token, "obl:agent")
  )
    return undefined;
  return frame && { frame, token, tokens: particle ? [token, particle] : [token], verb: token, noun: false };
}

/** The actors at one role of a frame. */
function atRole(
  scene: Scene,
  sentence: Sentence,
  trigger: Trigger,
  role: string,
  speaker: readonly string[],
): string[] {
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
    const adjectives = childrenBy(sentence, token, "amod", "compound", "nmod:desc", "nmod").filter(
      (t) => t.index < token.index && !caseOf(sentence, t),
    );
    const compound = adjectives
      .flatMap((t) => subtreeOf(sentence, t))
      .flatMap((t) => {
        const m = scene.mentions.at(sentence.index, t.index);
        if (
          m?.is !== "named" ||
          !m.meanings.some((v) => (v.is === "state" && v.how !== "capital") || v.is === "body") ||
          m.meanings.some((v) => v.is === "state" && v.how === "capital")
        )
          return [];
        return scene.actors.of(m);
      });
    return [...new Set([...names, ...compound])];
  }
  const [relation, preposition] = role.split(":") as [string, string | undefined];
  const visit = trigger.frame.kind === "visit";
  const tops = preposition
    ? [
        ...nominalsWith(sentence, token, preposition),
        ...(preposition === "with" || preposition === "between"
          ? [token, ...(verb && verb !== token ? [verb] : [])].flatMap((t) =>
              throughPlace(scene, sentence, t, preposition),
            )
          : []),
        ...(verb && verb !== token ? nominalsWith(sentence, verb, preposition) : []),
      ]
    : relation === "obj" && isPassive(sentence, token)
      ? [subjectOf(sentence, token)].filter((t) => t !== undefined)
      : childrenBy(sentence, token, relation);
  return tops.flatMap((t) => {
    const names =
      visit &&
      (preposition === "to" ||
        preposition === "in" ||
        preposition === "into" ||
        preposition === "at" ||
        preposition === "for" ||
        preposition === undefined ||
        preposition === "of")
        ? hostStates(scene, sentence, t)
        : [];
    if (names.length > 0) return names;
    const direct = who(scene, sentence, t, speaker);
    if (direct.length > 0) return direct;
    if (visit && relation === "obj") {
      const inside = subtreeOf(sentence, t).find((x) => scene.mentions.at(sentence.index, x.index)?.is === "named");
      if (inside) return hostStates(scene, sentence, inside);
    }
    return visit && preposition === "to" ? whoOrOwner(scene, sentence, t, speaker) : [];
  });
}

/** "met in Washington with the minister": the parser hangs "with" on the place or day. */
function throughPlace(scene: Scene, sentence: Sentence, token: Token, preposition: string): Token[] {
  return childrenBy(sentence, token, "obl", "nmod", "obj")
    .filter((t) => !["person", "description"].includes(scene.mentions.at(sentence.index, t.index)?.is ?? ""))
    .flatMap((t) => nominalsWith(sentence, t, preposition));
}

/** The parties of a trigger, and how many roles gave one. */
function partiesOf(
  scene: Scene,
  sentence: Sentence,
  trigger: Trigger,
  speaker: readonly string[],
): { parties: string[]; others: number } {
  const roles = trigger.frame.parties.map((role) => atRole(scene, sentence, trigger, role, speaker));
  const light = trigger.noun && trigger.verb ? lightParties(scene, sentence, trigger, speaker) : [];
  const listed = trigger.noun
    ? appositionsOf(sentence, trigger.token)
        .filter((t) => t.index > trigger.token.index)
        .flatMap((t) => who(scene, sentence, t, speaker))
    : [];
  const known = [...new Set([...light, ...roles.flat(), ...(listed.length > 1 ? listed : [])])];
  if (
    known.length === 1 &&
    trigger.noun &&
    light.length === 0 &&
    nominalsWith(sentence, trigger.token, "with").length > 0
  ) {
    const clause = governingPredicate(sentence, trigger.token);
    const subject = clause && subjectOf(sentence, clause);
    const names = subject && subject !== trigger.token ? who(scene, sentence, subject, speaker) : [];
    for (const n of names) if (!known.includes(n)) known.unshift(n);
  }
  const parties = [...new Set([...implied(scene, sentence, trigger, known, speaker), ...known])];
  const first = roles[0] ?? [];
  return {
    parties,
    others: parties.filter((p) => !first.includes(p) || light.length > 0).length + (first.length > 1 ? 1 : 0),
  };
}

/** "welcomed Putin's readiness to meet", "invited him to visit": who answers or invites is the other party. */
function implied(
  scene: Scene,
  sentence: Sentence,
  trigger: Trigger,
  known: readonly string[],
  speaker: readonly string[],
): string[] {
  if (known.length !== 1) return [];
  const verb = trigger.verb ?? trigger.token;
  const infinitive = childrenOf(sentence, verb).some((t) => t.xpos === "TO");
  for (let t = headOf(sentence, verb), step = 0; t && step < 4; t = headOf(sentence, t), step += 1) {
    if (!/^(welcome|accept|invite|ask|urge|offer|request|propose|reject|refuse|decline)$/.test(t.lemma)) continue;
    const names = who(scene, sentence, agentOf(sentence, t), speaker).filter((n) => !known.includes(n));
    if (names.length > 0) return names;
  }
  return infinitive && !subjectOf(sentence, verb) ? speaker.filter((n) => !known.includes(n)) : [];
}

/** Whether an actor is one whose contacts a desk logs: not a crowd, tourists or fighters. */
function meets(scene: Scene, name: string): boolean {
  const draft = scene.actors.drafts.get(name);
  return draft !== undefined && (draft.kind !== "group" || (draft.sector !== "CVL" && draft.sector !== "REB"));
}

/** Whether an actor's coming somewhere is a visit: a person, an official, a state, a body of states. */
function visits(scene: Scene, name: string): boolean {
  const draft = scene.actors.drafts.get(name);
  return (
    draft !== undefined &&
    (draft.kind === "person" ||
      ((draft.kind === "official" || draft.kind === "state" || /^(GOV|IGO|LEG)$/.test(draft.sector ?? "")) &&
        draft.sector !== "CVL"))
  );
}

/** "the leaders of fifty nations who met in Washington": a group meets among itself. */
const isPersonAt = (scene: Scene, sentence: Sentence, token: Token | undefined): boolean => {
  if (!token) return true;
  const m = scene.mentions.at(sentence.index, token.index);
  return m !== undefined && scene.actors.of(m).some((n) => /^(person|official)$/.test(scene.actors.drafts.get(n)?.kind ?? ""));
};

function pluralSubject(scene: Scene, sentence: Sentence, token: Token): boolean {
  if (!/^(meet|convene|gather|confer)$/.test(token.lemma)) return false;
  const subject = subjectOf(sentence, token);
  const m = subject && scene.mentions.at(sentence.index, subject.index);
  return m?.is === "description" && m.plural;
}

/** "held talks with": who holds them; "attended the summit": who attends. */
function lightParties(
  scene: Scene,
  sentence: Sentence,
  { verb, token }: Trigger,
  speaker: readonly string[],
): string[] {
  const subject = isPassive(sentence, verb!) ? agentOf(sentence, verb!) : subjectOf(sentence, verb!);
  const names = subject === token ? [] : who(scene, sentence, subject, speaker);
  return names.filter((n) => !/^(the )?(talks|meeting)/.test(n));
}

function hasDefinite(sentence: Sentence, token: Token): boolean {
  return childrenBy(sentence, token, "det", "nmod:poss").some((t) =>
    /^(the|this|that|these|those|his|her|its|their|our)$/i.test(t.text),
  );
}

/** "the last time the two leaders spoke", "the first occasion they met since": a verb that counts contacts. */
function countsOccasions(sentence: Sentence, verb: Token): boolean {
  const head = hasRelation(verb, "acl:relcl", "acl") ? headOf(sentence, verb) : undefined;
  return head !== undefined && /^(time|occasion)$/.test(head.lemma);
}

const isAhead = (scene: Scene, date: string | null): boolean =>
  date !== null && /^\d{4}-\d\d/.test(date) && scene.published !== null && firstDayOf(date) > scene.published;

/** "2027-W41" as its Monday, "2027-10" as its first day; other values stand as they are. */
const firstDayOf = (date: string): string => {
  const week = /^(\d{4})-W(\d\d)/.exec(date);
  if (!week) return date.split("/")[0]!;
  const fourth = Date.UTC(Number(week[1]), 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * 86_400_000 + (Number(week[2]) - 1) * 7 * 86_400_000;
  return new Date(monday).toISOString().slice(0, 10);
};

const isPast = (scene: Scene, date: string | null): boolean =>
  date !== null && /^\d{4}/.test(date) && (scene.published !== null ? date.slice(0, 10) < scene.published : false);

function statusOf(sentence: Sentence, trigger: Trigger): { status: Status; rule: string } {
  if (!trigger.noun) return statusOfVerb(sentence, trigger.token);
  if (trigger.verb) {
    const verb = trigger.verb;
    const lemma = verb.lemma.toLowerCase();
    const own = statusOfNoun(sentence, trigger.token);
    if (
      own.status === "negated" ||
      (own.status !== "actual" &&
        /^(propose|request|seek|offer|schedule|plan|arrange|demand|want|agree|announce|reject|refuse|decline|cancel|postpone|welcome)$/.test(
          lemma,
        ))
    )
      return own;
    if (/^(cancel|postpone|reject|refuse|decline)$/.test(lemma))
      return { status: "negated", rule: `governed-by-${lemma}` };
    if (/^(propose|request|seek|offer|demand|want)$/.test(lemma))
      return { status: "possible", rule: `governed-by-${lemma}` };
    if (/^(schedule|plan|arrange|agree|announce)$/.test(lemma))
      return { status: "planned", rule: `governed-by-${lemma}` };
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
export function dateOf(scene: Scene, time: Time | null): string | null {
  if (!time) return null;
  const value = intervalAt(scene.text, scene.times.times, time)?.value ?? dateValue(time);
  return value === "FUTURE_REF" || value === "PAST_REF" ? null : value;
}

/** Only a time that hangs on the contact itself, its verb or the clause around it dates it; not one of a deeper phrase. */
function ownTime(scene: Scene, sentence: Sentence, token: Token, time: Time | null): Time | null {
  if (!time) return null;
  const head = headOfRange(sentence, time.evidence);
  if (!head) return null;
  if (hasRelation(head, "compound", "nummod", "amod") && headOf(sentence, head) !== token) return null;
  const clause = governingPredicate(sentence, token);
  let top: Token | undefined = head;
  for (let step = 0; top && step < 4; step += 1) {
    if (top !== head && hasRelation(top, "acl", "advcl", "ccomp") && top !== token && top !== clause) return null;
    if (top === token) return time;
    const above: Token | undefined = headOf(sentence, top);
    if (above === token || above === clause || top === clause) return time;
    if (
      !above ||
      (scene.mentions.at(sentence.index, above.index) === undefined &&
        above.upos === "NOUN" &&
        contactFrames().nouns.has(above.lemma))
    )
      return null;
    top = above;
  }
  return null;
}

/** Of the times that date a contact, the most exact ("at the start of summer, on July 1"). */
function finestTime(scene: Scene, sentence: Sentence, token: Token, verb: Token | undefined): Time | null {
  const tops = verb && verb !== token ? [token, verb] : [token];
  const found =
    tops
      .map((t) => ownTime(scene, sentence, t, timeOf(sentence, t.index, scene.times.times)))
      .find((t) => t !== null) ?? relativeTime(scene, sentence, token);
  let best = found;
  for (const time of scene.times.times) {
    if (
      !found ||
      time.evidence.from < sentence.from ||
      time.evidence.to > sentence.to ||
      time.type !== "DATE" ||
      time.value === null
    )
      continue;
    const head = headOfRange(sentence, time.evidence);
    if (!head || !tops.some((t) => headOf(sentence, head) === t) || !/^\d{4}-\d\d-\d\d/.test(time.value)) continue;
    if (best && /^\d{4}-\d\d-\d\d/.test(best.value ?? "")) continue;
    best = time;
  }
  return best;
}

/** "met the minister, who has been visiting": a relative clause still going on shares the time of the clause around it. */
function relativeTime(scene: Scene, sentence: Sentence, token: Token): Time | null {
  if (token.deprel !== "acl:relcl" || token.xpos !== "VBG") return null;
  const above = governingPredicate(sentence, token);
  return above ? ownTime(scene, sentence, above, timeOf(sentence, above.index, scene.times.times)) : null;
}

/** "their second conversation in eight days": a span in which it falls is not how long it took. */
const isSpanAround = (scene: Scene, time: Time | null): boolean =>
  time !== null && /\b(in|within|since|after|every|next|last|past)\s+(the\s+)?$/i.test(scene.text.slice(Math.max(0, time.evidence.from - 14), time.evidence.from));

function mentionFrom(
  scene: Scene,
  sentence: Sentence,
  trigger: Trigger,
  speakerAt: SpeakerAt,
): ContactMention | undefined {
  const { frame, token, verb } = trigger;
  const speaker = speakerAt(token);
  const { parties, others } = partiesOf(scene, sentence, trigger, speaker);
  const again = !trigger.noun && countsOccasions(sentence, token);
  if (parties.length > 0 && !parties.some((p) => meets(scene, p))) return undefined;
  if (frame.kind === "visit" && parties.length > 0 && !parties.some((p) => visits(scene, p))) return undefined;
  if (
    !trigger.noun &&
    frame.kind === "visit" &&
    !who(scene, sentence, subjectOf(sentence, token), speaker).some((p) => visits(scene, p))
  )
    return undefined;
  if (!trigger.noun && parties.length === 0) return undefined;
  if (!trigger.noun && frame.needs === "party" && others === 0 && !pluralSubject(scene, sentence, token))
    return undefined;
  if (
    (/^(call|welcome)$/.test(frame.word) && !trigger.noun && !isPersonAt(scene, sentence, childBy(sentence, token, "obj"))) ||
    /^(call|welcome)$/.test(frame.word) &&
    !trigger.noun &&
    !parties.slice(1).some((p) => scene.actors.drafts.get(p)?.kind === "person")
  )
    return undefined;
  const tops = verb && verb !== token ? [token, verb] : [token];
  const time = finestTime(scene, sentence, token, verb);
  const place = placeOfTrigger(scene, sentence, tops, frame.kind === "visit");
  const around = scene.text
    .slice(rangeOf(subtreeOf(sentence, verb ?? token)).from, rangeOf(subtreeOf(sentence, verb ?? token)).to)
    .slice(0, 600);
  const near = trigger.noun
    ? scene.text.slice(rangeOf(subtreeOf(sentence, token)).from, rangeOf(subtreeOf(sentence, token)).to).slice(0, 300)
    : around;
  const medium = frame.medium ?? statedMedium(frame.kind === "call" || frame.kind === "visit" ? around : near);
  const { status, rule } = statusOf(sentence, trigger);
  // "have not met since": that nothing happened is no contact; "will not meet" is a decision.
  if (status === "negated" && rule === "negation" && !modalOf(sentence, verb ?? token)) return undefined;
  const kind =
    medium === "video" && frame.kind !== "letter"
      ? "video"
      : medium === "phone" && (frame.kind === "meeting" || frame.kind === "talks" || frame.kind === "call")
        ? "call"
        : medium === "in-person" && frame.kind === "call"
          ? "meeting"
          : frame.kind;
  const spoken =
    durationOf(sentence, token.index, scene.times.times) ??
    (verb && verb !== token ? durationOf(sentence, verb.index, scene.times.times) : undefined) ??
    null;
  const duration = isSpanAround(scene, spoken) ? null : spoken;
  const ordinal = ordinalOf(scene, sentence, token);
  const generic =
    trigger.noun && childrenBy(sentence, token, "compound", "amod").some((t) => GENERIC.has(t.lemma.toLowerCase()));
  const definite = trigger.noun && hasDefinite(sentence, token);
  const detailed = time !== null || place !== null || ordinal !== null;
  const ofBody =
    trigger.noun &&
    parties.length === 1 &&
    scene.actors.drafts.get(parties[0]!)?.kind === "organisation" &&
    nominalsWith(sentence, token, "of").length > 0;
  const hostOnly = trigger.noun && frame.kind === "visit" && time === null && parties.every((p) => /^[A-Z]{3}$/.test(p)) && others === parties.length;
  const weak =
    hostOnly ||
    !ofBody &&
    trigger.noun &&
    (parties.length === 0 ||
      (frame.needs === "party" && parties.length < 2) ||
      (frame.needs === "event" && parties.length < 2 && !detailed && !verb) ||
      (generic && parties.length < 2 && !detailed));
  return {
    kind:
      frame.word === "host" && parties.some((p) => scene.actors.drafts.get(p)?.kind === "organisation")
        ? "summit"
        : kind,
    medium,
    parties,
    status: rule === "noun" && isAhead(scene, dateOf(scene, time)) ? "planned" : STATUS[status],
    statusRule: rule === "noun" && isPast(scene, dateOf(scene, time)) ? "past-date" : rule === "noun" && isAhead(scene, dateOf(scene, time)) ? "future-date" : rule,
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
    separate: /\b(separate(ly)?|individual(ly)?|one-on-one|respective(ly)?)\b/i.test(near) && parties.length > 2,
    loose: !trigger.noun && medium === null && /^(speak|talk)$/.test(frame.word),
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
  const modifiers = childrenBy(sentence, token, "amod", "compound").filter(
    (t) => t.index < token.index && token.index - t.index < 5,
  );
  const light = verb && verb.index < token.index && token.index - verb.index < 6 ? [verb] : [];
  return rangeOf([...light, ...modifiers, ...tokens]);
}

/** Every mention of a contact in a text, in order. Mentions inside names ("the Munich conference centre") are left out. */
export function findContacts(scene: Scene, speakerAt: SpeakerAt): ContactMention[] {
  const found: ContactMention[] = [];
  for (const sentence of scene.syntax.sentences) {
    for (const token of sentence.tokens) {
      const trigger = verbTrigger(sentence, token) ?? nounTrigger(scene, sentence, token);
      if (!trigger) continue;
      if (trigger.noun && trigger.verb && childrenOf(sentence, trigger.verb).length === 0) continue;
      const mention = mentionFrom(scene, sentence, trigger, speakerAt);
      if (mention) found.push(mention);
    }
  }
  return found;
}
