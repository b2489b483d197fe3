import type { Range } from "../record/span.ts";
import { agentOf, caseOf, childBy, hasRelation, headOf, isPassive, markerOf, rangeOf } from "../syntax/tree.ts";
import type { Sentence, Token } from "../syntax/types.ts";
import { type Scene, who } from "./participants.ts";
import { readAccordingTo } from "./statements/according.ts";
import { addresseesOf, contentOf } from "./statements/complements.ts";
import { objectOf } from "./statements/objects.ts";
import { outerQuotations, quotationsIn, snapToQuotations, trimContent, withoutFurtherSpeech, withoutPhraseBefore } from "./statements/content.ts";
import { withBefore } from "./statements/leaving.ts";
import { lineIndex } from "./statements/lines.ts";
import { readNounCues } from "./statements/nouns.ts";
import { insideQuotation, readLeftQuotations } from "./statements/quoting.ts";
import { isMedium, outerSpeaker, principalOf, relayAs, toldMedium } from "./statements/relays.ts";
import { isReported } from "./statements/reported.ts";
import { type Speakers, speakersOf } from "./statements/speakers.ts";
import { cueAt, cueRange, isHedge, type Standing } from "./statements/standing.ts";
import type { Desk, StatementDraft, Taken } from "./statements/types.ts";
import { timeOf } from "./times/use.ts";

export type { StatementDraft } from "./statements/types.ts";

/** Reads every attributed utterance or stated position of a text, in the order of the contents. */
export function readStatements(scene: Scene): StatementDraft[] {
  const desk: Desk = {
    scene,
    outer: outerQuotations(scene.quotes.quotations),
    consumed: new Set(),
    found: [],
    here: [],
    lineOf: lineIndex(scene.text),
  };
  for (const sentence of scene.syntax.sentences) {
    for (const token of sentence.tokens) {
      const standing = cueAt(sentence, token);
      if (standing && !desk.here.some((s) => s.verb === token.index) && !insideQuotation(desk, token)) readVerbCue(desk, sentence, standing);
    }
    readAccordingTo(desk, sentence);
    readNounCues(desk, sentence);
    nest(desk);
    desk.found.push(...desk.here.splice(0));
  }
  desk.found.sort((a, b) => a.content.from - b.content.from);
  return readLeftQuotations(desk);
}

const holds = (outer: Range, inner: Range): boolean => outer.from <= inner.from && inner.to <= outer.to;

/**
 * Statements inside what somebody else says: an utterance ("said that Poland had told them S") is relayed by the outer
 * speaker, a mere stance ("said that Poland regrets N") is part of what is said.
 */
function nest({ here }: Desk): void {
  for (const s of [...here]) {
    const outer = here.find((o) => o !== s && holds(o.content, s.cue) && holds(o.content, s.content));
    if (!outer) continue;
    const at = here.indexOf(s);
    if (!s.clausal || outer.speakers.join() === s.speakers.join()) here.splice(at, 1);
    else if (s.via === null && outer.speakers.length === 1) here[at] = { ...s, via: outer.speakers[0]! };
  }
}

/** Reads the statement that a verb brings in, if it reports one and says whose it is. */
function readVerbCue(desk: Desk, sentence: Sentence, standing: Standing): void {
  const { verb } = standing;
  if (relayAs(desk, sentence, verb) || !isReported(sentence, verb)) return;
  const goingOn = saidBefore(desk, sentence, verb);
  const speakers: Speakers = goingOn ? { names: goingOn.speakers, rule: "speaker-going-on" } : speakersOf(desk, sentence, verb);
  if (standing.cue.cue === "quote") return readQuotedPerson(desk, sentence, standing, speakers);
  if (speakers.names.length === 0 && speakers.rule !== "parties") return;
  const cueWords = cueRange(sentence, standing);
  const taken = contentOf(desk, sentence, standing, cueWords);
  const content = taken && settledRange(desk, sentence, taken.range, cueWords);
  if (!taken || !content || !holdsEnough(desk, content, taken)) return;
  if (!goingOn && repeatsOuter(desk, content, speakers.names)) return;
  const start = goingOn ? sentence.tokens[verb.index - 1] : withBefore(sentence, verb);
  const cut = desk.here.findLast((s) => s.cue.to <= verb.from);
  if (start && cut) endBefore(desk, goingOn ?? cut, start.from);
  for (const q of [...quotationsIn(desk.outer, content), ...(taken.also ?? [])]) desk.consumed.add(q);
  desk.here.push(
    draftOf(desk, sentence, standing, speakers, { ...taken, range: content, cue: taken.cue ?? cueWords }),
  );
}

/** "X said S1, adding S2": the statement that a participle behind a comma goes on from. */
function saidBefore({ here }: Desk, sentence: Sentence, verb: Token): StatementDraft | undefined {
  if (verb.xpos !== "VBG" || childBy(sentence, verb, "nsubj", "aux")) return undefined;
  const before = sentence.tokens[verb.index - 1]?.text.toLowerCase();
  if (before !== "while" && (before !== "," || childBy(sentence, verb, "mark"))) return undefined;
  return here.findLast((s) => s.verb >= 0 && s.cue.to <= verb.from);
}

/** Cuts a content that runs on into the next statement of its sentence. */
function endBefore({ scene, here }: Desk, statement: StatementDraft, end: number): void {
  if (statement.content.from >= end || statement.content.to <= end) return;
  const at = here.indexOf(statement);
  here[at] = { ...statement, content: trimContent(scene.text, { from: statement.content.from, to: end }) };
}

/** The range of a content with whole quotations, without further speech, an opening "that" and marks at its ends. */
function settledRange({ scene, outer }: Desk, sentence: Sentence, range: Range, cueWords: Range): Range {
  const { text } = scene;
  const first = sentence.tokens.find((t) => t.from === range.from);
  const next = first?.text === "that" && first.upos !== "DET" ? sentence.tokens[first.index + 1] : undefined;
  const early = scene.times.times.find((t) => t.evidence.from === range.from && range.from - cueWords.to === 1 && t.evidence.to < range.to);
  const from = next?.from ?? early?.evidence.to ?? range.from;
  const own = withoutFurtherSpeech(text, { from, to: range.to }, outer);
  const snapped = snapToQuotations(text, withoutTimeBehind(scene, withoutPhraseBefore(text, own, outer), outer), outer, cueWords);
  return trimContent(text, snapped);
}

/** "praised “the crew” on Monday": a day behind the marks tells when it was said. */
function withoutTimeBehind({ text, times }: Scene, range: Range, outer: Desk["outer"]): Range {
  const q = quotationsIn(outer, range).at(-1);
  if (!q || q.to >= range.to || q.from > range.from) return range;
  const time = times.times.find((t) => t.evidence.from >= q.to && t.evidence.to === range.to);
  return time && /^\s*,?\s*(on|in|at)?\s*$/i.test(text.slice(q.to, time.evidence.from)) ? q.inner : range;
}

/** "…, quoting the president, “S”": the words are the president's, relayed by whoever speaks. */
function readQuotedPerson(desk: Desk, sentence: Sentence, standing: Standing, relay: Speakers): void {
  const { scene, outer, consumed, lineOf } = desk;
  if (readQuotedAsSaying(desk, sentence, standing)) return;
  const object = objectOf(sentence, standing.verb);
  const names = who(scene, sentence, object);
  const q = object && quotationsIn(outer, { from: object.to, to: sentence.to }).find((x) => x.from >= object.to && x.from - object.to < 60 && !consumed.has(x));
  if (!q || names.length === 0 || relay.names.length === 0) return;
  consumed.add(q);
  const before = desk.here.findLast((s) => s.content.to > standing.verb.from);
  if (before) endBefore(desk, before, standing.verb.from);
  const draft = draftOf(desk, sentence, standing, { names, rule: "object-of-quoting" }, { range: trimContent(scene.text, q.inner), object: true, cue: cueRange(sentence, standing) });
  desk.here.push({ ...draft, via: relay.names[0]!, line: lineOf(q.from) });
}

/** "The agency quoted the minister as saying that S", "N was quoted by the agency as saying that S". */
function readQuotedAsSaying(desk: Desk, sentence: Sentence, { verb }: Standing): boolean {
  const saying = sentence.tokens.slice(verb.index, verb.index + 16).find((t) => t.xpos === "VBG" && sentence.tokens[t.index - 1]?.text.toLowerCase() === "as");
  const standing = saying && cueAt(sentence, saying);
  const taken = standing && contentOf(desk, sentence, standing, saying);
  const quoted = isPassive(sentence, verb) ? childBy(sentence, verb, "nsubj:pass") : childBy(sentence, verb, "obj");
  const names = who(desk.scene, sentence, quoted);
  if (!standing || !taken || names.length === 0) return false;
  const relay = who(desk.scene, sentence, agentOf(sentence, verb))[0] ?? null;
  const cue = rangeOf([verb]);
  const draft = draftOf(desk, sentence, standing, { names, rule: "quoted-person" }, { ...taken, range: settledRange(desk, sentence, taken.range, cue), cue });
  for (const q of quotationsIn(desk.outer, draft.content)) desk.consumed.add(q);
  desk.here.push({ ...draft, via: relay });
  return true;
}

/** "He said that he believed S" is one statement, not two. */
const repeatsOuter = ({ here }: Desk, content: Range, names: readonly string[]): boolean =>
  here.some((s) => holds(s.content, content) && names.join() === s.speakers.join());

/** A bare word is no statement unless it is quoted: "denied entry", "welcomed him". */
function holdsEnough({ scene, outer }: Desk, content: { from: number; to: number }, taken: Taken): boolean {
  const words = scene.text.slice(content.from, content.to).trim().split(/\s+/).length;
  return content.to - content.from > 1 && (words > 1 || !taken.object || quotationsIn(outer, content).length > 0);
}

function draftOf(
  desk: Desk,
  sentence: Sentence,
  standing: Standing,
  speakers: Speakers,
  taken: Taken & { readonly cue: Taken["range"] },
): StatementDraft {
  const { scene, outer } = desk;
  const { verb, cue } = standing;
  const content = taken.range;
  const relayed = outerSpeaker(desk, verb);
  const principal = relayed === null ? principalOf(scene, sentence, taken.clause, speakers.names) : null;
  const names = principal ?? speakers.names;
  const via = principal ? speakers.names[0]! : relayed;
  const addressees = taken.object ? [] : addresseesOf(scene, sentence, standing, content);
  return {
    speakers: names,
    via: via && !names.includes(via) ? via : toldMedium(scene, sentence, verb),
    addressees: addressees.filter((a) => !names.includes(a) && !isMedium(scene, a)),
    content,
    cue: taken.cue,
    clausal: taken.object !== true,
    hedged: isHedged(sentence, standing, speakers.names),
    time: timeOfCue(scene, sentence, verb, content),
    sentence: sentence.index,
    verb: verb.index,
    line: desk.lineOf(content.from),
    rule: `cue-${cue.cue.replaceAll(" ", "-")}`,
    pronoun: speakers.pronoun ?? null,
    tense: verb.xpos === "VBZ" || verb.xpos === "VBP" ? "present" : verb.xpos === "VBD" || verb.xpos === "VBN" ? "past" : null,
    speakerRule: principal ? "principal-through-spokesman" : speakers.rule,
    quoted: quotationsIn(outer, content).some((q) => q.from <= content.from && content.to <= q.to),
  };
}

function isHedged(sentence: Sentence, { verb, cue }: Standing, speakers: readonly string[]): boolean {
  if (cue.hedge || sentence.children[verb.index]!.some((i) => isHedge(sentence.tokens[i]!))) return true;
  return speakers.some((n) => /(^|:)(.* )?sources?$/i.test(n));
}

/** When it was said. What somebody "says" is dated only by a time of the cue's own, not by one of the clause beside it. */
function timeOfCue(scene: Scene, sentence: Sentence, verb: Token, content: Range): StatementDraft["time"] {
  const time = timeOf(sentence, verb.index, scene.times.times) ?? null;
  if (!time || /_REF$/.test(time.value ?? "") || (content.from <= time.evidence.from && time.evidence.to <= content.to) || datesAnother(sentence, verb, time.evidence)) return null;
  if ( verb.xpos !== "VBZ" && verb.xpos !== "VBP") return time;
  const own = sentence.tokens.find(
    (t) =>
      t.from < time.evidence.to &&
      time.evidence.from < t.to &&
      t.head === verb.index &&
      hasRelation(t, "obl", "advmod", "nmod"),
  );
  return own ? time : null;
}

/** "Following the meeting of 27 July": the day is that of what came before. */
function datesAnother(sentence: Sentence, verb: Token, at: Range): boolean {
  let t = sentence.tokens.find((x) => x.to > at.from);
  for (let step = 0; t && t.index !== verb.index && step < 20; step += 1) {
    if (/^(following|after|since|ahead of|before|until|building|based|further)\b/.test(caseOf(sentence, t) ?? markerOf(sentence, t) ?? t.text.toLowerCase())) return step > 0;
    t = headOf(sentence, t);
  }
  return false;
}
