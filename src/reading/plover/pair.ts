import type { Range } from "../../record/span.ts";
import { headOfRange, tokensIn } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";

/** Where a token stands relative to the source (who does it) and the target (to whom): S and T are inside them. */
export type Zone = "before" | "between" | "after" | "S" | "T";

/** A sentence with the two actors between whom the type is asked; either may be missing from the sentence. */
export interface Pair {
  readonly sentence: Sentence;
  readonly source: Token | undefined;
  readonly target: Token | undefined;
  readonly zones: readonly Zone[];
  /** True where the target stands before the source. */
  readonly reversed: boolean;
}

/**
 * Lays the zones over a sentence. Where an actor is missing its side is open: without a target all that follows the
 * source counts as between. Without a source all counts as between from the `trigger`, or from the beginning.
 */
export function pairOf(sentence: Sentence, source: Range | undefined, target: Range | undefined, trigger = 0): Pair {
  const ofSource = indexes(sentence, source);
  const ofTarget = indexes(sentence, target);
  const sourceAt = ofSource[0] ?? trigger - 1;
  const targetAt = ofTarget.find((i) => !ofSource.includes(i)) ?? (ofTarget.length > 0 ? sourceAt + 1 : Infinity);
  const reversed = targetAt < sourceAt;
  const first = reversed ? targetAt : sourceAt;
  const second = reversed ? sourceAt : targetAt;
  const zones = sentence.tokens.map((_, i): Zone => {
    if (ofSource.includes(i)) return "S";
    if (ofTarget.includes(i)) return "T";
    return i < first ? "before" : i < second ? "between" : "after";
  });
  return { sentence, source: headIn(sentence, source), target: headIn(sentence, target), zones, reversed };
}

const indexes = (sentence: Sentence, range: Range | undefined): number[] =>
  range ? tokensIn(sentence, range).map((t) => t.index) : [];

const headIn = (sentence: Sentence, range: Range | undefined): Token | undefined =>
  range && headOfRange(sentence, range);
