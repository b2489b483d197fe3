import type { Range } from "../../record/span.ts";
import { childBy } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { trimContent } from "./content.ts";
import type { Desk, StatementDraft } from "./types.ts";

const holds = (outer: Range, inner: Range): boolean => outer.from <= inner.from && inner.to <= outer.to;

/**
 * Statements inside what somebody else says: an utterance ("said that Poland had told them S") is relayed by the outer
 * speaker, a mere stance ("said that Poland regrets N") is part of what is said.
 */
export function nest({ here }: Desk): void {
  for (const s of [...here]) {
    const outer = here.find((o) => o !== s && holds(o.content, s.cue) && holds(o.content, s.content));
    if (!outer) continue;
    const at = here.indexOf(s);
    // "Arce has invited observers, his office said" tells what Arce said.
    if (outer.speakerRule === "owner-of-office" && outer.speakers.join() === s.speakers.join())
      here.splice(here.indexOf(outer), 1);
    else if (!s.clausal || outer.speakers.join() === s.speakers.join()) here.splice(at, 1);
    else if (s.via === null && outer.speakers.length === 1) here[at] = { ...s, via: outer.speakers[0]! };
  }
}

/** "He said that he believed S" is one statement, not two. */
export const repeatsOuter = ({ here }: Desk, content: Range, names: readonly string[]): boolean =>
  here.some((s) => holds(s.content, content) && names.join() === s.speakers.join());

/** "X said S1, adding S2": the statement that a participle behind a comma goes on from. */
export function saidBefore({ here }: Desk, sentence: Sentence, verb: Token): StatementDraft | undefined {
  if (verb.xpos !== "VBG" || childBy(sentence, verb, "nsubj", "aux")) return undefined;
  const before = sentence.tokens[verb.index - 1]?.text.toLowerCase();
  if (before !== "while" && (before !== "," || childBy(sentence, verb, "mark"))) return undefined;
  return here.findLast((s) => s.verb >= 0 && s.cue.to <= verb.from);
}

/** Cuts a content that runs on into the next statement of its sentence. */
export function endBefore({ scene, here }: Desk, statement: StatementDraft, end: number): void {
  if (statement.content.from >= end || statement.content.to <= end) return;
  const at = here.indexOf(statement);
  here[at] = { ...statement, content: trimContent(scene.text, { from: statement.content.from, to: end }) };
}
