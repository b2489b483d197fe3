import { childrenBy, childrenOf, conjunctsOf, hasRelation, headOf, subtreeOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import type { Standing } from "./standing.ts";
import { stretchFrom } from "./stretch.ts";
import type { Desk, Taken } from "./types.ts";

const POSITION = new Set(["importance", "urgency", "need", "necessity", "imperative"]);

/** "discussed A and the importance of B": from the first noun that takes a position. */
export function positionContent(
  desk: Desk,
  sentence: Sentence,
  { verb }: Standing,
  object: Token | undefined,
): Taken | null {
  if (!object) return null;
  const members = [...conjunctsOf(sentence, object), ...childrenBy(sentence, verb, "obj")];
  const noun =
    members.find((t) => POSITION.has(t.lemma.toLowerCase())) ??
    sentence.tokens.find(
      (t) =>
        t.index > object.index &&
        POSITION.has(t.lemma.toLowerCase()) &&
        t.deprel === "conj" &&
        t.index > verb.index &&
        underVerb(sentence, t, verb),
    );
  if (!noun) return null;
  const start = subtreeOf(sentence, noun, (t) => t.index > noun.index)[0]!;
  const lead = childrenOf(sentence, noun).some((t) => hasRelation(t, "cc") && t.index === start.index)
    ? start.index
    : start.index - 1;
  const range = stretchFrom(desk, sentence, verb, [noun, ...members.filter((t) => t.index > noun.index)], lead);
  return range && { range, object: true };
}

function underVerb(sentence: Sentence, token: Token, verb: Token): boolean {
  for (let t: Token | undefined = token; t; t = headOf(sentence, t)) if (t.index === verb.index) return true;
  return false;
}
