import type { EventStatus, EventType } from "../../record/schema.ts";
import { caseOf, childrenBy, hasRelation, headOf, markerOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { type StatusOf, statusOfNoun, statusOfVerb } from "../status.ts";
import { HOSTILE, readingsOf } from "./readings.ts";

/** What a deed named by a noun is: hostile deeds that one speaks of are there, unless an adjective says not yet. */
export function statusOf(sentence: Sentence, token: Token, noun: boolean, type: EventType): StatusOf {
  if (!noun) return statusOfVerb(sentence, token);
  const status = statusOfNoun(sentence, token);
  return HOSTILE.has(type) && !/^(adjective|no)/.test(status.rule) ? { status: "actual", rule: "noun" } : status;
}

/** Whether an act with its status is worth a record: not a mere purpose or condition, nor the mere absence of a deed. */
export function counts(
  sentence: Sentence,
  token: Token,
  noun: boolean,
  type: EventType,
  { status, rule }: StatusOf,
): boolean {
  const head = headOf(sentence, token);
  const above = head?.lemma.toLowerCase() ?? "";
  const marker = (caseOf(sentence, token) ?? markerOf(sentence, token) ?? "").toLowerCase();
  if (noun && type === "SUPPORT" && marker === "in") return false;
  if (
    noun &&
    ((type === "SUPPORT" && VOICED.test(above)) ||
      (type === "AID" && STOPPED.test(above) && hasRelation(token, "obj", "nsubj:pass")))
  )
    return false;
  if (noun)
    return (
      status !== "negated" &&
      !["without", "despite"].includes(marker) &&
      !/^(event|case|risk|threat|danger|fear|prevention)$/.test(above) &&
      !/^(prevent|avoid|deter|stop-up)$/.test(above)
    );
  if (/^(without|before|toward|towards|instead of|unless|if|whether)$/.test(marker) && token.xpos !== "VBD")
    return false;
  if (status === "negated")
    return /^(refuse|decline|decision|decide|reject|agree|agreement|vow|promise|pledge|cancel)$/.test(above);
  if (type === "ACCUSE" && childrenBy(sentence, token, "obj").some(isMourned)) return false;
  if (underDuty(sentence, token) || above === "threaten") return false;
  if (
    type === "ASSAULT" &&
    token.xpos === "VBG" &&
    hasRelation(token, "advcl") &&
    head &&
    readingsOf(sentence, head).some((r) => r.type === "ASSAULT")
  )
    return false;
  if (type === "SUPPORT" && above === "continue" && hasRelation(token, "xcomp")) return false;
  if (
    sentence.tokens[token.index - 1]?.text.toLowerCase() === "to" &&
    /^(intention|intent)$/.test(sentence.tokens[token.index - 2]?.lemma ?? "")
  )
    return false;
  if (rule === "infinitive" || rule.startsWith("purpose"))
    return planned(above) || (SAYING.has(type) && MEETING.test(above));
  return !(token.xpos === "VBG" && hasRelation(token, "csubj", "nsubj"));
}

/** "deplored the loss of nine sailors": what nobody did is mourned, nobody is accused. */
export const isMourned = (object: Token | undefined): boolean =>
  object !== undefined && /^(loss|death|accident|disaster|earthquake|flood|casualty|suffering)$/.test(object.lemma);

/** Verbs by which support is only expressed or talked of. */
const VOICED = /^(convey|express|voice|reaffirm|reiterate|underscore|discuss|show|seek|ask|request|thank|need)$/;
const STOPPED = /^(halt|suspend|stop|cut|freeze|end|withhold|block|cancel)$/;
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
    if (
      head &&
      infinitive &&
      /^(ask|urge|call|tell|demand|request|press|want|invite|encourage|require|expect|hope|wish|like|appeal)$/.test(
        head.lemma,
      )
    )
      return true;
    if (head && hasRelation(t, "ccomp") && /^(ask|demand|request|insist|require)$/.test(head.lemma)) return true;
  }
  return false;
}

/** An infinitive under a plan, agreement or decision is what is planned. */
const planned = (above: string): boolean =>
  /^(plan|agree|agreement|decide|decision|intend|intention|pledge|promise|vow|commit|continue|begin|start|authorize|authorise|announce|package|order|resume|offer|prepare|refuse|attempt|try|use|manage|deploy|send)$/.test(
    above,
  );

/** The status that the record gives: what is begun or goes on is actual, what is decided planned, what is tried possible. */
export function future(status: StatusOf, sentence: Sentence, token: Token): EventStatus {
  const head = headOf(sentence, token);
  const above = head?.lemma.toLowerCase() ?? "";
  if (head && hasRelation(token, "xcomp") && /^(continue|begin|start|resume|manage|help|use)$/.test(above))
    return statusOfVerb(sentence, head).status;
  if (status.rule !== "infinitive" && !status.rule.startsWith("purpose")) return status.status;
  return MEETING.test(above) ? "actual" : /^(try|attempt)$/.test(above) ? "possible" : "planned";
}
