import { hasRelation } from "../syntax/tree.ts";
import type { Sentence, Token } from "../syntax/types.ts";
import { type Scene, who } from "./participants.ts";
import { readAccordingTo } from "./statements/according.ts";
import { addresseesOf, contentOf } from "./statements/complements.ts";
import { objectOf } from "./statements/objects.ts";
import { outerQuotations, quotationsIn, snapToQuotations, trimContent, withoutFurtherSpeech } from "./statements/content.ts";
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
    lineOf: lineIndex(scene.text),
  };
  for (const sentence of scene.syntax.sentences) {
    for (const token of sentence.tokens) {
      const standing = cueAt(sentence, token);
      if (standing && !insideQuotation(desk, token)) readVerbCue(desk, sentence, standing);
    }
    readAccordingTo(desk, sentence);
    readNounCues(desk, sentence);
  }
  readLeftQuotations(desk);
  return desk.found.sort((a, b) => a.content.from - b.content.from);
}

/** Reads the statement that a verb brings in, if it reports one and says whose it is. */
function readVerbCue(desk: Desk, sentence: Sentence, standing: Standing): void {
  const { verb } = standing;
  if (relayAs(desk, sentence, verb) || !isReported(sentence, verb)) return;
  const speakers = speakersOf(desk.scene, sentence, verb, desk.found);
  if (speakers.names.length === 0 && speakers.rule !== "parties") return;
  if (standing.cue.cue === "quote") return readQuotedPerson(desk, sentence, standing, speakers);
  const cueWords = cueRange(sentence, standing);
  const taken = contentOf(desk, sentence, standing, cueWords);
  const content =
    taken && trimContent(desk.scene.text, snapToQuotations(desk.scene.text, withoutFurtherSpeech(desk.scene.text, taken.range, desk.outer), desk.outer, cueWords));
  if (!taken || !content || !holdsEnough(desk, content, taken)) return;
  for (const q of [...quotationsIn(desk.outer, content), ...(taken.also ?? [])]) desk.consumed.add(q);
  desk.found.push(
    draftOf(desk, sentence, standing, speakers, { ...taken, range: content, cue: taken.cue ?? cueWords }),
  );
}

/** "…, quoting the president, “S”": the words are the president's, relayed by whoever speaks. */
function readQuotedPerson(desk: Desk, sentence: Sentence, standing: Standing, relay: Speakers): void {
  const { scene, outer, consumed, lineOf } = desk;
  const object = objectOf(sentence, standing.verb);
  const names = who(scene, sentence, object);
  const q = object && quotationsIn(outer, { from: object.to, to: sentence.to }).find((x) => x.from >= object.to && x.from - object.to < 60 && !consumed.has(x));
  if (!q || names.length === 0 || relay.names.length === 0) return;
  consumed.add(q);
  const draft = draftOf(desk, sentence, standing, { names, rule: "object-of-quoting" }, { range: trimContent(scene.text, q.inner), object: true, cue: cueRange(sentence, standing) });
  desk.found.push({ ...draft, via: relay.names[0]!, line: lineOf(q.from) });
}

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
  const relayed = outerSpeaker(desk, sentence, verb);
  const principal = relayed === null ? principalOf(scene, sentence, taken.clause, speakers.names) : null;
  const names = principal ?? speakers.names;
  const via = principal ? speakers.names[0]! : relayed;
  const addressees = taken.object ? [] : addresseesOf(scene, sentence, standing);
  return {
    speakers: names,
    via: via && !names.includes(via) ? via : toldMedium(scene, sentence, verb),
    addressees: addressees.filter((a) => !names.includes(a) && !isMedium(scene, a)),
    content,
    cue: taken.cue,
    hedged: isHedged(sentence, standing, speakers.names),
    time: timeOfCue(scene, sentence, verb),
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
function timeOfCue(scene: Scene, sentence: Sentence, verb: Token): StatementDraft["time"] {
  const time = timeOf(sentence, verb.index, scene.times.times) ?? null;
  if (!time || (verb.xpos !== "VBZ" && verb.xpos !== "VBP")) return time;
  const own = sentence.tokens.find(
    (t) =>
      t.from < time.evidence.to &&
      time.evidence.from < t.to &&
      t.head === verb.index &&
      hasRelation(t, "obl", "advmod", "nmod"),
  );
  return own ? time : null;
}
