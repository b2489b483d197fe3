import type { EventType } from "../../record/schema.ts";
import type { Range } from "../../record/span.ts";
import { agentOf, caseOf, childBy, childrenBy, childrenOf, hasRelation, headOf, isPassive, nominalsWith, rangeOf, subjectOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { contactFrames } from "../../lexicon/contact-frames.ts";
import { ownersOf, type Scene, type SpeakerAt, who } from "../participants.ts";
import { type Act, actsOf } from "../plover/acts.ts";
import { statusOfNoun, statusOfVerb } from "../status.ts";
import { timeOf } from "../times.ts";
import { behind } from "./behind.ts";
import type { EventDraft } from "./types.ts";

/** Types that may stand without a recipient. */
const ALONE = new Set<EventType>(["MOBILIZE", "PROTEST", "AGREE", "RETREAT", "COOPERATE", "REJECT"]);
/** Types whose deed has no doer in the text, but a named sufferer. */
const SUFFERED = new Set<EventType>(["ASSAULT", "COERCE", "SANCTION", "AID"]);

const LIGHT = new Set("launch begin start carry conduct make stage mount continue end halt stop order receive provide give offer impose announce sign reach conclude accept hold take do commit perpetrate face suffer lift ease resume suspend".split(" "));

/** Who does it: for a noun its owner, its "by", its adjective, or the subject of the verb that carries it. */
function doers(scene: Scene, sentence: Sentence, token: Token, noun: boolean, speaker: readonly string[]): string[] {
  if (!noun) {
    const agent = agentOf(sentence, token);
    const names = who(scene, sentence, agent, speaker);
    if (names.length > 0 || !agent) return names;
    return ownersOf(scene, sentence, agent, speaker);
  }
  const possessor = childBy(sentence, token, "nmod:poss");
  const by = nominalsWith(sentence, token, "by", "from")[0];
  for (const t of [possessor, by]) {
    const names = who(scene, sentence, t, speaker);
    if (names.length > 0) return names;
  }
  for (const t of childrenBy(sentence, token, "amod", "compound", "nmod:desc")) {
    const names = who(scene, sentence, t, speaker);
    if (names.length > 0) return names;
  }
  const head = headOf(sentence, token);
  if (head?.upos === "VERB" && LIGHT.has(head.lemma.toLowerCase()) && hasRelation(token, "obj")) return who(scene, sentence, agentOf(sentence, head), speaker);
  return [];
}

/** The actors at one role of the lexicon: "obj", "obl:with", "nmod:on", "ccomp-subject", "xcomp". */
function atRole(scene: Scene, sentence: Sentence, token: Token, role: string, noun: boolean, except: readonly string[], speaker: readonly string[]): string[] {
  if (role === "obj") {
    const object = isPassive(sentence, token) ? subjectOf(sentence, token) : childBy(sentence, token, "obj");
    return behind(scene, sentence, object, except, speaker);
  }
  if (role === "iobj") return behind(scene, sentence, childBy(sentence, token, "iobj"), except, speaker);
  if (role === "ccomp-subject") {
    const clause = childBy(sentence, token, "ccomp");
    return clause ? behind(scene, sentence, subjectOf(sentence, clause), except, speaker) : [];
  }
  if (role === "xcomp") {
    const clause = childBy(sentence, token, "xcomp");
    const object = clause && (childBy(sentence, clause, "obj") ?? nominalsWith(sentence, clause, "with", "to", "for", "on")[0]);
    return object ? behind(scene, sentence, object, except, speaker) : [];
  }
  const preposition = role.split(":")[1];
  if (!preposition) return [];
  const own = nominalsWith(sentence, token, preposition);
  const head = headOf(sentence, token);
  const ofObject = noun ? (head?.upos === "VERB" && hasRelation(token, "obj") ? nominalsWith(sentence, head, preposition) : []) : childrenBy(sentence, token, "obj").flatMap((o) => nominalsWith(sentence, o, preposition));
  for (const t of [...own, ...ofObject]) {
    const names = behind(scene, sentence, t, except, speaker);
    if (names.length > 0) return names;
  }
  return [];
}

function triggerRange(sentence: Sentence, token: Token, noun: boolean): Range {
  if (noun) {
    const modifiers = childrenBy(sentence, token, "amod", "compound").filter((t) => t.index < token.index && token.index - t.index < 4);
    return rangeOf([...modifiers, token]);
  }
  const object = childBy(sentence, token, "obj");
  const particle = childBy(sentence, token, "compound:prt");
  const near = object && object.index > token.index && object.index - token.index < 5 ? [object] : [];
  return rangeOf([token, ...(particle ? [particle] : []), ...near]);
}

/** Whether a noun names an act that somebody did rather than a thing or an idea. */
function nounCounts(sentence: Sentence, token: Token): boolean {
  if (hasRelation(token, "compound", "nmod:desc", "flat")) return false;
  const marker = caseOf(sentence, token);
  return !(marker === "without" || marker === "against");
}

interface Candidate {
  readonly token: Token;
  readonly act: Act;
  readonly type: EventType;
  readonly noun: boolean;
}

function candidatesIn(sentence: Sentence, spoken: ReadonlySet<number>): Candidate[] {
  const { at } = actsOf(sentence);
  const frames = contactFrames();
  const found: Candidate[] = [];
  for (const token of sentence.tokens) {
    if (spoken.has(token.index)) continue;
    const acts = at[token.index]!.filter((a) => a.type !== "CONSULT");
    const act = acts.filter((a) => a.sure)[0];
    if (!act || at[token.index]!.some((a) => a.type === "CONSULT" && a.weight > act.weight)) continue;
    const noun = token.upos === "NOUN" || token.upos === "PROPN" || token.upos === "ADJ";
    if (noun && (token.upos === "ADJ" || !nounCounts(sentence, token))) continue;
    if (!noun && hasRelation(token, "amod", "compound", "case", "mark")) continue;
    if (act.by === "word" && (noun ? frames.nouns : frames.verbs).has(token.lemma.toLowerCase())) continue;
    found.push({ token, act, type: act.type as EventType, noun });
  }
  return found;
}

/** Physical and political acts by the PLOVER lexicon: a trigger with its doer and recipient. */
export function lexiconActs(scene: Scene, speakerAt: SpeakerAt, spoken: (sentence: number) => ReadonlySet<number>): EventDraft[] {
  const events: EventDraft[] = [];
  for (const sentence of scene.syntax.sentences) {
    for (const { token, act, type, noun } of candidatesIn(sentence, spoken(sentence.index))) {
      const speaker = speakerAt(token);
      const actors = doers(scene, sentence, token, noun, speaker);
      let recipients: string[] = [];
      for (const role of act.roles) {
        recipients = atRole(scene, sentence, token, role, noun, actors, speaker);
        if (recipients.length > 0) break;
      }
      if (actors.length === 0 && (recipients.length === 0 || !SUFFERED.has(type) || noun)) continue;
      if (recipients.length === 0 && !ALONE.has(type)) continue;
      if (noun && recipients.length === 0 && type !== "MOBILIZE" && type !== "PROTEST") continue;
      const { status, rule } = noun ? statusOfNoun(sentence, token) : statusOfVerb(sentence, token);
      events.push({
        type,
        actors,
        recipients: recipients.filter((r) => !actors.includes(r)),
        status,
        statusRule: rule,
        time: timeOf(sentence, token.index, scene.times.times),
        date: null,
        saidBy: null,
        trigger: triggerRange(sentence, token, noun),
        sentence: sentence.index,
        token: token.index,
        line: sentence.line,
        rule: `plover-${act.by}-${token.lemma.toLowerCase()}`,
        speech: false,
      });
    }
  }
  return events;
}

export const hasChildren = (sentence: Sentence, token: Token): boolean => childrenOf(sentence, token).length > 0;
