import type { Range } from "../../record/span.ts";
import {
  ancestorsOf,
  caseOf,
  childBy,
  childrenBy,
  hasRelation,
  headOf,
  nominalsWith,
  rangeOf,
  subtreeOf,
  withoutOuterPunctuation,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import type { Spot } from "../events/concerned.ts";
import type { SumMention } from "../types.ts";

/** Words that tell of statistics and prices, which are no sums for a public purpose. */
export const STATISTICS =
  /^(trade|export|import|economy|gdp|market|price|revenue|turnover|salary|wage|income|profit|growth|output|barrel|deficit|surplus|cost|loss|wealth|fortune|worth|value|commerce|earnings|damage|reserves|investment)s?$/;
export const GIVING =
  /^(give|provide|grant|lend|loan|donate|pledge|offer|allocate|contribute|send|pay|disburse|commit|transfer|approve|invest|spend|deliver|extend|award|release|announce|promise|add|earmark|fund|move|owe|freeze|seize|unfreeze|use|sell|buy|purchase|raise)$/;
export const PROMISING =
  /^(announce|commit|pledge|promise|offer|propose|agree|plan|intend|earmark|unveil|approve|vow|request|seek)$/;
export const PLANS = /^(agreement|decision|plan|pledge|commitment|promise|intention|proposal|offer)$/;
/** What is held rather than given: whose it is counts. */
export const HELD = /^(asset|assets|reserve|reserves|holding|holdings|property)$/;
export const GIFTS = /^(contribution|aid|assistance|loan|grant|donation|package|pledge|gift|support|fund)$/;
export const SALES = /^(deal|sale|purchase|contract|order|package)$/;

/** A sum in its sentence: its head token, the noun it is for, and the verb that moves it. */
export interface Placed {
  readonly spot: Spot;
  readonly sum: SumMention;
  readonly head: Token;
  readonly noun: Token | undefined;
  readonly verb: Token | undefined;
}

/** The noun that follows the sum: "¤90 billion loan", "$30-billion arms package". */
function following(sentence: Sentence, sum: SumMention): Token | undefined {
  let noun: Token | undefined;
  for (const t of sentence.tokens) {
    if (t.from < sum.to) continue;
    if (t.upos === "NOUN" || (noun && t.upos === "PROPN")) noun = t;
    else if (noun || !(t.upos === "ADJ" || t.upos === "PROPN" || t.xpos === "VBN" || t.text === "-")) break;
  }
  return noun;
}

/** The noun that the sum is of or for. */
export function nounOf(sentence: Sentence, sum: SumMention, head: Token, verb: Token | undefined): Token | undefined {
  const above = headOf(sentence, head);
  const valued = [above, above && headOf(sentence, above)].find(
    (t) => t && /^(worth|value|total|amount)$/.test(t.lemma) && t.upos !== "NOUN",
  );
  const whole =
    valued &&
    (childBy(sentence, valued, "nsubj") ??
      sentence.tokens.slice(Math.max(0, valued.index - 3), valued.index).findLast((t) => t.upos === "NOUN") ??
      headOf(sentence, valued));
  if (whole?.upos === "NOUN") return whole;
  const worth = sentence.tokens.slice(Math.max(0, head.index - 4), head.index).find((t) => t.lemma === "worth");
  const priced =
    worth && sentence.tokens.slice(Math.max(0, worth.index - 3), worth.index).findLast((t) => t.upos === "NOUN");
  if (priced) return priced;
  const named = childBy(sentence, head, "nsubj");
  if (named && GIFTS.test(named.lemma)) return named;
  const after = following(sentence, sum);
  if (after) return after;
  if (
    verb &&
    /^(bring|raise|take|increase|boost|cut|expand)$/.test(verb.lemma) &&
    /^(to|by)$/.test(caseOf(sentence, head) ?? "")
  ) {
    const whole = childBy(sentence, verb, "obj");
    if (whole) return whole;
  }
  const next = sentence.tokens.find((t) => t.from >= sum.to);
  if (next && /^(in|of|for|toward|towards|as)$/.test(next.text.toLowerCase())) {
    const inside = sentence.tokens.find(
      (t) =>
        t.index > next.index &&
        (t.upos === "NOUN" || t.upos === "PROPN") &&
        !hasRelation(t, "compound", "flat", "amod", "nmod:poss"),
    );
    if (inside) return inside;
  }
  const fund =
    verb &&
    [verb, head]
      .flatMap((t) => nominalsWith(sentence, t, "to"))
      .find((t) => /^(package|fund|programme|program|loan|appeal|project|facility|effort|scheme)$/.test(t.lemma));
  if (fund) return fund;
  if (above && above.upos === "NOUN") return above;
  const moved =
    verb && childrenBy(sentence, verb, "advcl", "xcomp").find((c) => c.index > head.index && c.upos === "VERB");
  const inner = childrenBy(sentence, head, "acl", "advcl")[0] ?? moved;
  if (inner) return childBy(sentence, inner, "obj") ?? nominalsWith(sentence, inner, "for", "with")[0];
  return verb
    ? nominalsWith(sentence, verb, "in", "for", "to", "toward").find(
        (t) => t.index > head.index && (t.upos === "NOUN" || t.upos === "PROPN"),
      )
    : undefined;
}

/** The noun with what belongs to it, without the sum, articles, and whose it is. */
export function purposeRange(sentence: Sentence, sum: SumMention, noun: Token): Range {
  const far = (t: Token): boolean =>
    t.head === noun.index &&
    (hasRelation(t, "acl:relcl", "appos", "conj", "cc", "parataxis", "advcl", "obl", "nsubj", "cop") ||
      (hasRelation(t, "nmod") && /^(through|via|from|to|by|over|as|at|on|since)$/.test(caseOf(sentence, t) ?? "")) ||
      (hasRelation(t, "nmod") && caseOf(sentence, t) === "for"));
  const outside = (t: Token): boolean => t.from < sum.to && t.to > sum.from;
  const inside = subtreeOf(sentence, noun, far).filter(
    (t) =>
      !outside(t) &&
      !(t.head === noun.index && t.index < noun.index && hasRelation(t, "det", "case", "nmod:poss")) &&
      !(
        t.index < noun.index &&
        headOf(sentence, t) &&
        hasRelation(headOf(sentence, t)!, "nmod:poss") &&
        headOf(sentence, t)!.head === noun.index
      ),
  );
  const run: Token[] = [noun];
  for (let i = noun.index - 1; inside.some((t) => t.index === i); i -= 1) run.unshift(sentence.tokens[i]!);
  for (let i = noun.index + 1; inside.some((t) => t.index === i); i += 1) run.push(sentence.tokens[i]!);
  const kept = withoutOuterPunctuation(run);
  return rangeOf(kept.length > 0 ? kept : [noun]);
}

/** Whether the sum only measures: trade, prices, what something is worth. */
export function measures(sentence: Sentence, { head, noun, verb }: Pick<Placed, "head" | "noun" | "verb">): boolean {
  const subjects = [
    ...childrenBy(sentence, head, "nsubj"),
    ...(verb && !GIVING.test(verb.lemma) ? childrenBy(sentence, verb, "nsubj") : []),
  ];
  const words = [
    noun,
    ...subjects,
    ...ancestorsOf(sentence, head).slice(0, 2),
    ...subjects.flatMap((t) => childrenBy(sentence, t, "compound", "nmod")),
  ];
  const statistic = words.some(
    (t) =>
      t !== undefined &&
      STATISTICS.test(t.lemma.toLowerCase()) &&
      !(t.lemma === "worth" && noun && SALES.test(noun.lemma)),
  );
  return statistic && !(verb && GIVING.test(verb.lemma));
}
