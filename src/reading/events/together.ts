import type { EventType } from "../../record/schema.ts";
import {
  childBy,
  childrenBy,
  childrenOf,
  hasRelation,
  isNegated,
  isPassive,
  modalOf,
  nominalsWith,
  rangeOf,
  subjectOf,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import type { Scene, SpeakerAt } from "../participants.ts";
import { statusOfVerb } from "../status.ts";
import { timeOf } from "../times.ts";
import { forWhom, statesOf } from "./addressed.ts";
import { areForces, concerned, named, type Spot } from "./concerned.ts";
import { announcement, announcers, doersOfVerb, ourState } from "./doers.ts";
import type { EventDraft } from "./types.ts";

const CONTACTS = /^(meet|talk|visit|speak|host|meeting|talks|summit|visit|consult|call|negotiate|discuss)$/;
const WORKING = /^(work|cooperate|collaborate|coordinate|partner|support|help|assist)$/;
const HARSH = /^(criticism|accusation|insult|recrimination|barb|blame|threat|word|jibe)$/;

const complement = (sentence: Sentence, verb: Token): Token | undefined =>
  childrenBy(sentence, verb, "xcomp", "ccomp").find((c) => c.index > verb.index) ??
  nominalsWith(sentence, verb, "to", "on", "towards", "toward")[0] ??
  childrenBy(sentence, verb, "advcl", "acl").find(
    (c) => c.index > verb.index && /^(to|that)$/.test(childBy(sentence, c, "mark")?.text.toLowerCase() ?? ""),
  );

/** "agreed to meet", "agreed on talks": only a contact to come. */
const onlyMeeting = (sentence: Sentence, clause: Token | undefined): boolean =>
  clause !== undefined &&
  (CONTACTS.test(clause.lemma) ||
    (/^(hold|continue|resume|begin|start)$/.test(clause.lemma) &&
      CONTACTS.test(childBy(sentence, clause, "obj", "xcomp")?.lemma ?? "-")));

/** "plan to take steps": a plan of what is no act of its own. */
const vague = (sentence: Sentence, verb: Token): boolean =>
  childrenBy(sentence, verb, "xcomp", "acl").some((c) =>
    /^(take|make|do|ensure|pursue|reduce|improve|seek)$/.test(c.lemma),
  );

/** Whether a word promises: "agreed", "are committed to", "is pledged to", "will continue to work with". */
function promise(sentence: Sentence, token: Token): "agree" | "commit" | "carry-on" | "plan" | null {
  const lemma = token.lemma.toLowerCase();
  const verbal = token.upos === "VERB";
  if (verbal && lemma === "agree" && !hasRelation(token, "acl", "amod")) return "agree";
  const copula = childrenBy(sentence, token, "cop", "aux:pass", "aux").some((t) => t.lemma === "be");
  if (/^(committed|pledged|commit|pledge)$/.test(lemma) && copula && complement(sentence, token)) return "commit";
  if (verbal && /^(offer|volunteer|consent|undertake)$/.test(lemma) && childBy(sentence, token, "xcomp"))
    return "agree";
  if (verbal && lemma === "commit" && complement(sentence, token)) return "commit";
  const goesOn =
    verbal && (lemma === "continue" || lemma === "carry") && ["will", "shall"].includes(modalOf(sentence, token) ?? "");
  if (verbal && /^(plan|intend)$/.test(lemma) && vague(sentence, token)) return "plan";
  const work = goesOn
    ? childrenBy(sentence, token, "xcomp", "advcl", "ccomp").find((c) => WORKING.test(c.lemma))
    : undefined;
  return work && /^(work|cooperate|collaborate)$/.test(work.lemma) ? "carry-on" : null;
}

/** The partner of a promise by one: "with" or "to" whom, or whom the promised act is for. */
function partner(spot: Spot, token: Token, actors: readonly string[]): string[] {
  const except = [...actors, ...statesOf(spot.scene, actors)];
  const clause = complement(spot.sentence, token);
  const tops = [
    ...nominalsWith(spot.sentence, token, "with", "to"),
    ...(clause
      ? [
          ...nominalsWith(spot.sentence, clause, "with", "for", "to"),
          ...childrenBy(spot.sentence, clause, "obj").flatMap((o) => [
            o,
            ...nominalsWith(spot.sentence, o, "with", "for", "to"),
          ]),
          clause,
        ]
      : []),
  ];
  for (const t of [...tops, ...childrenBy(spot.sentence, token, "obj")]) {
    const names = concerned(spot, t, except);
    if (names.length > 0) return names;
  }
  return token.lemma === "agree" ? [] : forWhom(spot, token, except);
}

function draft(
  spot: Spot,
  token: Token,
  type: EventType,
  actors: readonly string[],
  recipients: readonly string[],
  end: Token | undefined,
  rule: string,
): EventDraft {
  const { sentence, scene } = spot;
  const status = statusOfVerb(sentence, token);
  const last = end && end.index > token.index && end.index - token.index < 6 ? end : token;
  return {
    type,
    actors,
    recipients,
    status: rule === "promise-carry-on" || rule === "announced" ? "actual" : status.status,
    statusRule: status.rule,
    time: timeOf(sentence, token.index, scene.times.times),
    date: null,
    saidBy: null,
    trigger: rangeOf([token, last]),
    sentence: sentence.index,
    token: token.index,
    line: sentence.line,
    rule,
    speech: false,
  };
}

function promises(spot: Spot, token: Token, joint: (sentence: number) => readonly string[]): EventDraft | null {
  const { sentence } = spot;
  const kind = promise(sentence, token);
  if (!kind) return null;
  const infinitive = childrenOf(sentence, token).some((m) => m.deprel === "mark" && m.text.toLowerCase() === "to");
  if (infinitive || hasRelation(token, "acl") || onlyMeeting(sentence, complement(sentence, token))) return null;
  const subject = subjectOf(sentence, token);
  let actors =
    isPassive(sentence, token) || token.upos === "ADJ"
      ? ourState(spot, subject, named(spot, subject))
      : doersOfVerb(spot, token);
  if (actors.length === 0 && kind === "plan")
    actors = childrenBy(sentence, token, "compound")
      .filter((t) => t.upos === "PROPN")
      .flatMap((t) => named(spot, t))
      .filter((n, i, all) => all.indexOf(n) === i);
  if (
    actors.length === 0 &&
    subject &&
    /^(side|party|leader|minister|country|delegation)$/.test(subject.lemma.toLowerCase()) &&
    subject.text.endsWith("s")
  )
    actors = [...joint(sentence.index)];
  if (actors.length === 0) return null;
  const negated = isNegated(sentence, token);
  const recipients = actors.length > 1 ? [] : partner(spot, token, actors);
  if (kind === "plan" && actors.length < 2) return null;
  if (!negated)
    return kind === "carry-on" && recipients.length === 0 && actors.length === 1
      ? null
      : draft(spot, token, "AGREE", actors, recipients, complement(sentence, token), `promise-${kind}`);
  if (kind !== "agree") return null;
  const others =
    recipients.length > 0 ? recipients : statesOf(spot.scene, spot.speaker).filter((s) => !actors.includes(s));
  return { ...draft(spot, token, "REJECT", actors, others, undefined, "not-agree"), status: "actual" };
}

const SUM = /^[$€£¥¤]$/;
const PROVIDED = /^(assistance|aid|package|loan|grant|relief|funding|donation|support)$/;

/** "announced assistance to the refugees": a promise of aid by who announces it; the aid itself is an act of its own. */
function announced(spot: Spot, token: Token): EventDraft | null {
  if (token.upos !== "VERB" || !/^(announce|unveil)$/.test(token.lemma)) return null;
  const { sentence } = spot;
  const thing =
    childBy(sentence, token, "obj") ??
    sentence.tokens
      .slice(Math.max(0, token.index - 9), token.index)
      .findLast((t) => announcement(sentence, t) === token && PROVIDED.test(t.lemma.toLowerCase()));
  const inside =
    thing && SUM.test(thing.text)
      ? nominalsWith(sentence, thing, "in", "of").find((t) => PROVIDED.test(t.lemma.toLowerCase()))
      : undefined;
  if (!thing || !(PROVIDED.test(thing.lemma.toLowerCase()) || inside)) return null;
  const actors = announcers(spot, thing);
  const except = [...actors, ...statesOf(spot.scene, actors)];
  const recipients = [thing, token, ...(inside ? [inside] : [])]
    .flatMap((t) => nominalsWith(sentence, t, "to", "for"))
    .flatMap((t) => concerned(spot, t, except))
    .map((n) => (areForces(n) ? n.slice(0, 3) : n));
  return actors.length > 0 && recipients.length > 0
    ? draft(spot, token, "AGREE", actors, [...new Set(recipients)], thing, "announced")
    : null;
}

/** "exchanged harsh criticisms": one act each way. */
function exchanged(spot: Spot, token: Token): EventDraft[] {
  if (!/^(exchange|trade)$/.test(token.lemma) || token.upos !== "VERB") return [];
  const object = childBy(spot.sentence, token, "obj");
  if (!object || !HARSH.test(object.lemma.toLowerCase())) return [];
  const subjects = doersOfVerb(spot, token);
  const all = [...new Set([...subjects, ...nominalsWith(spot.sentence, token, "with").flatMap((t) => named(spot, t))])];
  if (all.length !== 2) return [];
  const type = object.lemma === "threat" ? "THREATEN" : "ACCUSE";
  return [
    draft(spot, token, type, [all[0]!], [all[1]!], object, "exchange"),
    draft(spot, token, type, [all[1]!], [all[0]!], object, "exchange"),
  ];
}

/** The verbs that {@link announced} and {@link exchanged} look for. */
const MUTUAL = /^(announce|unveil|exchange|trade)$/;

/** Agreements, commitments and what is exchanged. Several who promise together have no recipient. */
export function together(
  scene: Scene,
  speakerAt: SpeakerAt,
  spoken: ReadonlyMap<number, ReadonlySet<number>>,
  joint: (sentence: number) => readonly string[],
): EventDraft[] {
  return scene.syntax.sentences.flatMap((sentence) =>
    sentence.tokens.flatMap((token) => {
      if (spoken.get(sentence.index)?.has(token.index) || (token.upos !== "VERB" && token.upos !== "ADJ")) return [];
      if (!MUTUAL.test(token.lemma) && !promise(sentence, token)) return [];
      const spot: Spot = { scene, sentence, speaker: speakerAt(token) };
      const one = promises(spot, token, joint) ?? announced(spot, token);
      return one ? [one] : exchanged(spot, token);
    }),
  );
}
