import type { Sentence, Token } from "../../syntax/types.ts";
import { type PatternHit, patternHits } from "./patterns.ts";
import { lemmasOf, type PloverType, phraseHits, tokenSenses, type WordSense } from "./words.ts";

/** A type that a word bears in its sentence, after phrases and patterns have had their say. */
export interface Act {
  readonly type: PloverType;
  /** 1 where words leave no doubt, less for a weak sense or one of several. */
  readonly weight: number;
  readonly sure: boolean;
  /** Where the recipient stands, best first, as in the lexicon. */
  readonly roles: readonly string[];
  readonly by: "pattern" | "phrase" | "word";
}

/** The acts of a sentence by token, and the tokens whose own sense a phrase or pattern has taken ("sanction" of "lift sanctions"). */
export interface Acts {
  readonly at: readonly (readonly Act[])[];
  /** What a verb does by its auxiliaries instead: "will free" AGREE, "will not lift" REJECT. */
  readonly willed: ReadonlyMap<number, readonly Act[]>;
  readonly patterns: readonly PatternHit[];
}

const CONTENT = new Set(["NOUN", "ADJ", "PROPN"]);
const WEAK = 0.6;
const WEAK_PHRASE = 0.9;
const known = new WeakMap<Sentence, Acts>();

/** What each word of a sentence does: its lexicon senses, the longest phrase before the word, the pattern before both. */
export function actsOf(sentence: Sentence): Acts {
  const acts = known.get(sentence) ?? resolve(sentence);
  known.set(sentence, acts);
  return acts;
}

function resolve(sentence: Sentence): Acts {
  const lemmas = lemmasOf(sentence);
  const at: Act[][] = sentence.tokens.map((token, i) => actsOfSenses(tokenSenses(token, lemmas[i]!), "word"));
  const taken = new Set<number>();
  for (const hit of phraseHits(sentence).sort((a, b) => b.length - a.length)) {
    const covered = sentence.tokens.slice(hit.at, hit.at + hit.length);
    if (covered.some((t) => taken.has(t.index))) continue;
    const anchor = anchorOf(covered);
    for (const token of covered) {
      taken.add(token.index);
      at[token.index] = [];
    }
    at[anchor.index] = actsOfSenses(hit.senses, "phrase");
  }
  const patterns = patternHits(sentence);
  for (const [anchor, hits] of strongest(sentence, patterns)) {
    at[anchor] = actsOfHits(hits);
    for (const hit of hits) if (hit.pattern.complement === "word" && hit.object !== anchor) at[hit.object] = [];
  }
  return { at, patterns, willed: willedActs(sentence, patterns, at) };
}

const actsOfHits = (hits: readonly PatternHit[]): Act[] =>
  hits.map(({ pattern, complete }) => ({
    type: pattern.type,
    weight: (complete ? 1 : 0.8) / Math.sqrt(hits.length),
    sure: pattern.sure,
    roles: pattern.roles,
    by: "pattern",
  }));

function willedActs(sentence: Sentence, patterns: readonly PatternHit[], at: readonly Act[][]): Map<number, Act[]> {
  const willed = new Map<number, Act[]>();
  for (const hit of patterns) if (hit.future) willed.set(hit.object, actsOfHits([hit]));
  at.forEach((acts, i) => {
    if (isRefusal(sentence, i)) willed.set(i, refused(willed.get(i) ?? acts));
  });
  return willed;
}

/** What a token does, its auxiliaries taken in. */
export const actsAt = ({ at, willed }: Acts, index: number): readonly Act[] => willed.get(index) ?? at[index]!;

const YIELDING = new Set<PloverType>(["AGREE", "AID", "CONCEDE", "RETREAT", "COOPERATE", "CONSULT", "SUPPORT"]);
const UNWILLING = new Set(["will", "would", "wo", "can", "could", "do", "shall"]);
const NOT = new Set(["not", "n't", "n’t", "never"]);

/** "will not lift", "did not give": a verb under a denied auxiliary. */
function isRefusal(sentence: Sentence, verb: number): boolean {
  if (sentence.tokens[verb]!.upos !== "VERB") return false;
  const before = lemmasOf(sentence).slice(Math.max(0, verb - 4), verb);
  const not = before.findLastIndex((lemma) => NOT.has(lemma));
  return not > 0 && UNWILLING.has(before[not - 1]!) && before.length - not <= 2;
}

/** Not to yield, help or agree is to reject. */
function refused(acts: readonly Act[]): Act[] {
  const others = acts.filter((act) => !YIELDING.has(act.type));
  if (acts.length > 0 && others.length === acts.length) return others;
  return [...others, { type: "REJECT", weight: 0.9, sure: false, roles: ["obj", "obl:to", "obl:with"], by: "pattern" }];
}

/** The word of a phrase on which the others hang: its verb, or the noun or adjective at its top. */
function anchorOf(covered: readonly Token[]): Token {
  const inside = new Set(covered.map((t) => t.index));
  const isTop = (t: Token): boolean => !inside.has(t.head) && CONTENT.has(t.upos);
  return covered.find((t) => t.upos === "VERB") ?? covered.find(isTop) ?? covered.at(-1)!;
}

/** A sure sense of a word silences its weak ones; weak ones share what they weigh. */
function actsOfSenses(senses: readonly WordSense[], by: "phrase" | "word"): Act[] {
  if (senses.length === 0) return [];
  const sure = senses.filter((sense) => sense.sure);
  const kept = sure.length > 0 ? sure : senses;
  return kept.map((sense) => ({
    type: sense.type,
    weight: (sense.sure ? 1 : by === "phrase" ? WEAK_PHRASE : WEAK) / Math.sqrt(kept.length),
    sure: sense.sure,
    roles: sense.roles,
    by,
  }));
}

/** For each anchor the patterns that fit best. */
function strongest(sentence: Sentence, hits: readonly PatternHit[]): Map<number, PatternHit[]> {
  const best = new Map<number, PatternHit[]>();
  for (const hit of hits) {
    if (hit.future) continue;
    const anchor = isCopula(sentence, hit) ? hit.object : hit.verb;
    const others = best.get(anchor);
    const rank = rankOf(hit);
    if (!others || rankOf(others[0]!) < rank) best.set(anchor, [hit]);
    else if (rankOf(others[0]!) === rank && others.every((o) => o.pattern.type !== hit.pattern.type)) others.push(hit);
  }
  return best;
}

/** A copula ("is willing") does what it says of its subject. */
const isCopula = (sentence: Sentence, { verb, object }: PatternHit): boolean =>
  sentence.tokens[verb]!.deprel === "cop" && sentence.tokens[verb]!.head === object;

const rankOf = (hit: PatternHit): number =>
  (hit.particle ? 4 : 0) + (hit.complete ? 2 : 0) + (hit.pattern.complement === "word" ? 1 : 0);
