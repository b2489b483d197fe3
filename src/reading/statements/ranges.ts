import type { Range } from "../../record/span.ts";
import type { Sentence } from "../../syntax/types.ts";
import { quotationsIn, snapToQuotations, trimContent, withoutFurtherSpeech, withoutPhraseBefore } from "./content.ts";
import { timesIn } from "./dates.ts";
import type { Desk } from "./types.ts";

/** The range of a content with whole quotations, without further speech, an opening "that" and marks at its ends. */
export function settledRange({ scene, outer }: Desk, sentence: Sentence, range: Range, cueWords: Range): Range {
  const { text } = scene;
  const first = sentence.tokens.find((t) => t.from === range.from);
  const next = first?.text === "that" && first.upos !== "DET" ? sentence.tokens[first.index + 1] : undefined;
  const early = timesIn(scene, range).find(
    (t) => t.evidence.from === range.from && range.from - cueWords.to === 1 && t.evidence.to < range.to,
  );
  const from = next?.from ?? early?.evidence.to ?? range.from;
  const own = withoutFurtherSpeech(text, { from, to: range.to }, outer);
  const snapped = snapToQuotations(
    text,
    withoutTimeBehind(scene, withoutPhraseBefore(text, own, outer), outer),
    outer,
    cueWords,
  );
  return trimContent(text, snapped);
}

/** "praised “the crew” on Monday": a day behind the marks tells when it was said. */
function withoutTimeBehind(scene: Desk["scene"], range: Range, outer: Desk["outer"]): Range {
  const { text } = scene;
  const q = quotationsIn(outer, range).at(-1);
  if (!q || q.to >= range.to || q.from > range.from) return range;
  const time = timesIn(scene, range).find((t) => t.evidence.from >= q.to && t.evidence.to === range.to);
  return time && /^\s*,?\s*(on|in|at)?\s*$/i.test(text.slice(q.to, time.evidence.from)) ? q.inner : range;
}
