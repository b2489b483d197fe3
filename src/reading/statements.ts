import type { Range } from "../record/span.ts";
import type { Sentence } from "../syntax/types.ts";
import type { Scene } from "./participants.ts";
import { readAccordingTo } from "./statements/according.ts";
import { contentOf } from "./statements/complements.ts";
import { outerQuotations, quotationsIn } from "./statements/content.ts";
import { draftOf } from "./statements/draft.ts";
import { withBefore } from "./statements/leaving.ts";
import { lineIndex } from "./statements/lines.ts";
import { endBefore, nest, repeatsOuter, saidBefore } from "./statements/nesting.ts";
import { readNounCues } from "./statements/nouns.ts";
import { readQuotedPerson } from "./statements/quoted.ts";
import { insideQuotation, readLeftQuotations } from "./statements/quoting.ts";
import { settledRange } from "./statements/ranges.ts";
import { relayAs } from "./statements/relays.ts";
import { isReported } from "./statements/reported.ts";
import { type Speakers, speakersOf } from "./statements/speakers.ts";
import { cueAt, cueRange, type Standing } from "./statements/standing.ts";
import type { Desk, StatementDraft, Taken } from "./statements/types.ts";

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
      if (standing && !desk.here.some((s) => s.verb === token.index) && !insideQuotation(desk, token))
        readVerbCue(desk, sentence, standing);
    }
    readAccordingTo(desk, sentence);
    readNounCues(desk, sentence);
    nest(desk);
    desk.found.push(...desk.here.splice(0));
  }
  desk.found.sort((a, b) => a.content.from - b.content.from);
  return readLeftQuotations(desk);
}

/** Reads the statement that a verb brings in, if it reports one and says whose it is. */
function readVerbCue(desk: Desk, sentence: Sentence, standing: Standing): void {
  const { verb } = standing;
  if (relayAs(desk, sentence, verb) || !isReported(sentence, verb)) return;
  const goingOn = saidBefore(desk, sentence, verb);
  const speakers: Speakers = goingOn
    ? { names: goingOn.speakers, rule: "speaker-going-on" }
    : speakersOf(desk, sentence, verb);
  if (standing.cue.cue === "quote") {
    readQuotedPerson(desk, sentence, standing, speakers);
    return;
  }
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
  desk.here.push(draftOf(desk, sentence, standing, speakers, { ...taken, range: content, cue: taken.cue ?? cueWords }));
}

/** A bare word is no statement unless it is quoted: "denied entry", "welcomed him". */
function holdsEnough({ scene, outer }: Desk, content: Range, taken: Taken): boolean {
  const words = scene.text.slice(content.from, content.to).trim().split(/\s+/).length;
  return content.to - content.from > 1 && (words > 1 || !taken.object || quotationsIn(outer, content).length > 0);
}
