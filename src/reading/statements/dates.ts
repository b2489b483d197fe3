import type { Time } from "../../record/schema.ts";
import type { Range } from "../../record/span.ts";
import { caseOf, hasRelation, headOf, markerOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import type { Scene } from "../participants.ts";
import { timeOf } from "../times/use.ts";
import { firstFrom } from "../times/values.ts";

/** The times that begin in a stretch of the text. */
export const timesIn = ({ times }: Scene, range: Range): readonly Time[] =>
  times.times.slice(firstFrom(times.times, range.from), firstFrom(times.times, range.to));

/** When it was said. What somebody "says" is dated only by a time of the cue's own, not by one of the clause beside it. */
export function timeOfCue(scene: Scene, sentence: Sentence, verb: Token, content: Range): Time | null {
  const time = timeOf(sentence, verb.index, scene.times.times) ?? null;
  if (!time || /_REF$/.test(time.value ?? "")) return null;
  const isSaid = content.from <= time.evidence.from && time.evidence.to <= content.to;
  if (isSaid || datesAnother(sentence, verb, time.evidence)) return null;
  if (verb.xpos !== "VBZ" && verb.xpos !== "VBP") return time;
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
    if (
      /^(following|after|since|ahead of|before|until|building|based|further)\b/.test(
        caseOf(sentence, t) ?? markerOf(sentence, t) ?? t.text.toLowerCase(),
      )
    )
      return step > 0;
    t = headOf(sentence, t);
  }
  return false;
}
