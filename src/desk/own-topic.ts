import { parseText } from "../syntax/parse.ts";
import { childrenOf, hasRelation, rangeOf, rootOf } from "../syntax/tree.ts";
import type { Sentence, Token } from "../syntax/types.ts";

/** Nouns that say how it is said, not what about. */
const HOLLOW = new Set(
  "thing way time day year week month part fact case point need importance support commitment hope concern view issue matter question number lot kind sort side people someone something everything nothing one interest desire readiness willingness gratitude appreciation thanks role effort goal progress opportunity leadership rise step process strength development focus aspect range approach action".split(
    " ",
  ),
);
const NOUN = new Set(["NN", "NNS"]);

/**
 * The noun phrase that a text is most about, by its tree: of the nouns nearest the root the first object, else
 * complement, else subject, passing over hollow ones ("need", "commitment") to what hangs on them. Names alone are
 * actors, no topics.
 */
export function ownTopic(text: string): { readonly from: number; readonly to: number; readonly quote: string } | null {
  for (const sentence of parseText(text).sentences) {
    const noun = nounsByNearness(sentence).find((token) => !HOLLOW.has(token.lemma));
    if (!noun) continue;
    const { from, to } = rangeOf([...modifiers(sentence, noun), noun]);
    return { from, to, quote: text.slice(from, to) };
  }
  return null;
}

function nounsByNearness(sentence: Sentence): Token[] {
  const found: { readonly token: Token; readonly depth: number }[] = [];
  const open = [{ token: rootOf(sentence), depth: 0 }];
  for (let next = open.shift(); next; next = open.shift()) {
    const { token, depth } = next;
    if (NOUN.has(token.xpos)) found.push({ token, depth: depth + rank(token) });
    for (const child of childrenOf(sentence, token)) open.push({ token: child, depth: depth + 1 });
  }
  return found.sort((a, b) => a.depth - b.depth || a.token.index - b.token.index).map(({ token }) => token);
}

const rank = (token: Token): number => {
  if (token.head < 0 || hasRelation(token, "obj")) return 0;
  return hasRelation(token, "nsubj", "nmod", "ccomp", "xcomp") ? 0.5 : 0.7;
};

/** Adjectives and nouns that stand right before a noun and belong to it. */
function modifiers(sentence: Sentence, noun: Token): Token[] {
  const found: Token[] = [];
  for (let at = noun.index - 1; at >= 0; at--) {
    const token = sentence.tokens[at]!;
    if (token.head !== noun.index || !hasRelation(token, "amod", "compound")) break;
    found.unshift(token);
  }
  return found;
}
