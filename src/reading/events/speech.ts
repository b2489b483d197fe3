import { cues } from "../../lexicon/cues.ts";
import type { EventType } from "../../record/schema.ts";
import { type Range } from "../../record/span.ts";
import { childBy, childrenBy, childrenOf, conjunctsOf, hasRelation, isPassive, nominalsWith, rangeOf, subjectOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { type Scene, who } from "../participants.ts";
import type { StatementDraft } from "../statements.ts";
import { behind } from "./behind.ts";
import type { EventDraft } from "./types.ts";

const COMMITMENT = /^(support|commitment|dedication|solidarity|alliance|partnership|friendship|backing|resolve|pledge|readiness|willingness|recognition|position)$/;
const CONDUCT_FREE = /^(situation|crisis|conflict|violence|lack|humanitarian)$/;

/** Up to four words from the cue on, for eyes. */
function triggerOf(sentence: Sentence, verb: Token, object: Token | undefined): Range {
  const first = sentence.tokens[verb.index]!;
  const particle = sentence.tokens[verb.index + 1];
  const end = object && object.index > verb.index && object.index - verb.index < 5 ? object : particle && /^(for|on|upon|out)$/.test(particle.text) ? particle : first;
  return rangeOf([first, end]);
}

/** The type of a speech act by its cue and object; null where it is only a statement. */
function typeOf(event: string, object: Token | undefined): EventType | null {
  if (event === "") return null;
  if (event === "SUPPORT?") return object && COMMITMENT.test(object.lemma.toLowerCase()) ? "SUPPORT" : null;
  if (event === "EXPRESS") {
    const noun = object?.lemma.toLowerCase() ?? "";
    if (/^(appreciation|support|condolence|sympathy|thanks|gratitude|solidarity|congratulation|admiration|satisfaction)$/.test(noun)) return "SUPPORT";
    if (/^(concern|alarm|outrage|condemnation|dismay|disappointment|regret|opposition)$/.test(noun)) return "ACCUSE";
    if (/^(determination)$/.test(noun)) return null;
    return null;
  }
  return event as EventType;
}

function recipientsOf(scene: Scene, sentence: Sentence, statement: StatementDraft, verb: Token, type: EventType, object: Token | undefined): string[] {
  const speakers = statement.speakers;
  if (type === "REQUEST") {
    const cue = verb.lemma.toLowerCase();
    if (/^(demand|request|call|appeal|ask)$/.test(cue)) {
      const on = [...nominalsWith(sentence, verb, "on", "upon", "to", "from", "of")].flatMap((t) => who(scene, sentence, t)).filter((n) => !speakers.includes(n));
      if (on.length > 0) return on;
      const clause = childBy(sentence, verb, "ccomp");
      const subject = clause && subjectOf(sentence, clause);
      if (subject) {
        const names = who(scene, sentence, subject).filter((n) => !speakers.includes(n));
        if (names.length > 0) return names;
      }
    }
    const direct = object ? who(scene, sentence, object).filter((n) => !speakers.includes(n)) : [];
    if (direct.length > 0) return direct;
    return statement.addressees.filter((n) => !speakers.includes(n));
  }
  if (type === "AGREE" || type === "THREATEN") {
    const direct = object ? who(scene, sentence, object).filter((n) => !speakers.includes(n)) : [];
    if (direct.length > 0) return direct;
    const to = nominalsWith(sentence, verb, "to", "with").flatMap((t) => who(scene, sentence, t));
    if (to.length > 0) return to;
    const clause = childrenBy(sentence, verb, "xcomp", "ccomp")[0];
    return clause ? behind(scene, sentence, childBy(sentence, clause, "obj") ?? nominalsWith(sentence, clause, "to", "for", "with")[0], speakers) : [];
  }
  if (object) {
    const found = behind(scene, sentence, object, speakers);
    if (found.length > 0) return found;
  }
  const clause = childBy(sentence, verb, "ccomp");
  if (clause && (type === "ACCUSE" || type === "SUPPORT")) {
    const subject = subjectOf(sentence, clause);
    return behind(scene, sentence, subject, speakers);
  }
  return [];
}

/** What speakers do by speaking: condemning, urging, praising, rejecting, promising. One event a cue. */
export function speechActs(scene: Scene, statements: readonly StatementDraft[]): EventDraft[] {
  const events: EventDraft[] = [];
  const seen = new Set<string>();
  for (const statement of statements) {
    if (statement.verb < 0 || seen.has(`${statement.sentence} ${statement.verb}`)) continue;
    seen.add(`${statement.sentence} ${statement.verb}`);
    const sentence = scene.syntax.sentences[statement.sentence]!;
    const verb = sentence.tokens[statement.verb]!;
    const cue = cues().get(statement.rule.replace(/^cue-/, "").replaceAll("-", " "));
    if (!cue?.event) continue;
    const object = childBy(sentence, verb, "obj") ?? (isPassive(sentence, verb) ? subjectOf(sentence, verb) : undefined);
    const objects = object ? conjunctsOf(sentence, object) : [];
    const decisive = objects.find((t) => COMMITMENT.test(t.lemma.toLowerCase())) ?? object;
    const type = typeOf(cue.event, decisive);
    if (!type) continue;
    const recipients = recipientsOf(scene, sentence, statement, verb, type, decisive);
    if (type === "ACCUSE" && recipients.length === 0 && (cue.event === "EXPRESS" || !object || CONDUCT_FREE.test(object.lemma))) continue;
    events.push({
      type,
      actors: statement.speakers,
      recipients,
      status: "actual",
      statusRule: "said",
      time: statement.time,
      date: null,
      saidBy: statement.via !== null && scene.actors.drafts.get(statement.via)?.sector !== "MED" && !statement.rule.startsWith("according") ? statement.via : null,
      trigger: triggerOf(sentence, verb, object),
      sentence: statement.sentence,
      token: verb.index,
      line: sentence.line,
      rule: `speech-act-${cue.cue.replaceAll(" ", "-")}`,
      speech: true,
    });
  }
  return events;
}

export const isCueChild = (sentence: Sentence, token: Token): boolean => childrenOf(sentence, token).some((t) => hasRelation(t, "mark"));
