import { ancestorsOf, childrenOf, hasRelation, isPredicate } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { type Act, actsAt, actsOf } from "./acts.ts";
import type { Pair } from "./pair.ts";

/** A word of a sentence with what it does, on the way from an actor. */
export interface Trigger {
  readonly token: Token;
  readonly acts: readonly Act[];
  /** Steps of the search before it was found. */
  readonly depth: number;
}

/** The words that speak for an act, nearest first, from the predicate of the source down to its objects and complements. */
export function triggersOfSource(pair: Pair): Trigger[] {
  const { sentence, source } = pair;
  const start = source && startOf(sentence, source);
  return start ? [...descend(pair, start)].slice(0, 4) : [];
}

/** The words that speak for an act above the target, nearest first. */
export function triggersOfTarget(pair: Pair): Trigger[] {
  const { sentence, target } = pair;
  if (!target) return [];
  const acts = actsOf(sentence);
  return ancestorsOf(sentence, target)
    .map((token, depth) => ({ token, acts: pair.zones[token.index] === "S" ? [] : actsAt(acts, token.index), depth }))
    .filter(({ token, acts }) => speaks(sentence, token, acts))
    .slice(0, 4);
}

/** Where to look from: the source's predicate, or the noun that it owns ("Israel's attack"). */
function startOf(sentence: Sentence, source: Token): Token | undefined {
  const acts = actsOf(sentence);
  for (const above of ancestorsOf(sentence, source)) {
    if (isPredicate(sentence, above) || actsAt(acts, above.index).some((act) => act.sure)) return above;
  }
  return ancestorsOf(sentence, source).at(-1);
}

const DOWN = [
  "obj",
  "xcomp",
  "ccomp",
  "nsubj:pass",
  "conj",
  "advcl",
  "obl",
  "nmod",
  "compound:prt",
  "acl",
  "parataxis",
  "nsubj",
];

function* descend(pair: Pair, start: Token): Generator<Trigger> {
  const { sentence, zones } = pair;
  const all = actsOf(sentence);
  let level = [start];
  for (let depth = 0; depth < 4 && level.length > 0; depth++) {
    for (const token of level) {
      const acts = actsAt(all, token.index);
      if (zones[token.index] !== "S" && speaks(sentence, token, acts)) yield { token, acts, depth };
    }
    level = level.flatMap((token) => ranked(childrenOf(sentence, token)));
  }
}

/** A weak noun speaks for an act only as the object of a verb that has none itself ("hold", "make"). */
function speaks(sentence: Sentence, token: Token, acts: readonly Act[]): boolean {
  if (acts.length === 0) return false;
  if (token.upos !== "NOUN" || acts.some((act) => act.sure || act.by === "pattern")) return true;
  return hasRelation(token, "obj", "nsubj:pass") && actsOf(sentence).at[token.head]?.every((act) => !act.sure) === true;
}

const rank = (token: Token): number => DOWN.findIndex((relation) => hasRelation(token, relation));

const ranked = (children: readonly Token[]): Token[] =>
  children.filter((t) => rank(t) >= 0).sort((a, b) => rank(a) - rank(b));
