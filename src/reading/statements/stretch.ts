import type { Range } from "../../record/span.ts";
import {
  childBy,
  childrenBy,
  childrenOf,
  hasRelation,
  headOf,
  markerOf,
  nominalsWith,
  subtreeOf,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { namesAt } from "../participants.ts";
import { quotationsIn, rangeWith } from "./content.ts";
import { timesIn } from "./dates.ts";
import { isSetting, leaving } from "./leaving.ts";
import type { Desk } from "./types.ts";

/** A further clause with its own subject that begins behind the quotation in which the content stands. */
function leavesQuotation(desk: Desk, sentence: Sentence, top: Token, t: Token): boolean {
  if (!hasRelation(t, "conj", "parataxis") || !childBy(sentence, t, "nsubj") || thatBefore(sentence, t)) return false;
  const q = quotationsIn(desk.outer, top).find((x) => x.from <= top.from && top.to <= x.to);
  return q !== undefined && t.from >= q.to;
}

/** Cues that name their hearer with "to" or "with" behind the content. */
const HEARD =
  /^(express|convey|share|raise|discuss|explain|stress|emphasi[sz]e|reiterate|mention|propose|suggest|outline|describe|voice|say|state|add|note|confirm|announce|repeat)$/;

/** Branches of the verb behind the content that the parser hung too high: they go on with what is said. */
function goesOn(desk: Desk, sentence: Sentence, verb: Token, t: Token): boolean {
  if (hasRelation(t, "nsubj", "punct", "aux", "cop", "mark", "cc", "discourse", "vocative", "expl", "compound:prt"))
    return false;
  if (isSetting(sentence, t, timesIn(desk.scene, sentence))) return false;
  if (
    hasRelation(t, "obl") &&
    /^(with|to)$/.test(childBy(sentence, t, "case")?.text.toLowerCase() ?? "") &&
    namesAt(desk.scene, sentence, t).length > 0
  )
    return !HEARD.test(verb.lemma);
  return true;
}

/**
 * What a cue brings in behind it: the tops with all that hangs on them, and the branches that follow without a break,
 * since the parser hangs "support FOR the rules", "the plan TO sell" as often on the verb as on the noun.
 */
export function stretchFrom(
  desk: Desk,
  sentence: Sentence,
  verb: Token,
  tops: readonly Token[],
  from = -1,
): Range | null {
  const first = tops[0];
  if (!first) return null;
  const leaves = leaving(sentence, verb);
  const out = (t: Token): boolean => leaves(t) || leavesQuotation(desk, sentence, first, t);
  const kept = new Set<Token>();
  for (const t of tops) for (const x of subtreeOf(sentence, t, out)) kept.add(x);
  let end = Math.max(...[...kept].map((t) => t.index));
  for (const t of above(sentence, first, verb)
    .flatMap((x) => childrenOf(sentence, x))
    .sort((a, b) => a.index - b.index)) {
    if (t.index <= first.index || kept.has(t) || out(t)) continue;
    const branch = subtreeOf(sentence, t, out);
    const start = branch[0]!.index;
    if (start <= first.index || !onlyMarks(sentence, end, start) || !goesOn(desk, sentence, verb, t)) continue;
    for (const x of branch) kept.add(x);
    end = Math.max(end, branch.at(-1)!.index);
  }
  return rangeWith(
    sentence,
    [...kept].filter((t) => t.index > from && t.index !== verb.index).sort((a, b) => a.index - b.index),
    first,
  );
}

/** The cue and what lies between it and its content in the tree. */
function above(sentence: Sentence, top: Token, verb: Token): Token[] {
  const path: Token[] = [];
  for (let t = headOf(sentence, top); t && t.index !== verb.index; t = headOf(sentence, t)) path.push(t);
  return headOf(sentence, path.at(-1) ?? top)?.index === verb.index ? [...path, verb] : [verb];
}

const onlyMarks = (sentence: Sentence, end: number, start: number): boolean => {
  for (let i = end + 1; i < start; i += 1) if (sentence.tokens[i]!.upos !== "PUNCT") return false;
  return true;
};

/** The "that" before a clause, which is no part of it. */
export const thatBefore = (sentence: Sentence, clause: Token): Token | undefined =>
  childrenOf(sentence, clause).find((t) => hasRelation(t, "mark") && /^(that|to)$/i.test(t.text));

/** The phrase behind a preposition: "for a ceasefire", without the preposition. */
export function phraseBehind(desk: Desk, sentence: Sentence, verb: Token, preposition: string): Range | null {
  const found = [
    ...nominalsWith(sentence, verb, preposition),
    ...childrenBy(sentence, verb, "advcl").filter((t) => markerOf(sentence, t) === preposition),
  ].find((t) => t.index > verb.index);
  const ofHearer = childrenBy(sentence, verb, "obj", "iobj").flatMap((t) => nominalsWith(sentence, t, preposition))[0];
  const noun =
    found ??
    (/^(of|for)$/.test(preposition) && /^(notify|inform|assure|remind|warn|accuse|convict|thank)$/.test(verb.lemma)
      ? ofHearer
      : undefined) ??
    childrenBy(sentence, verb, "obl", "obj", "advcl").find(
      (t) =>
        t.index > verb.index &&
        sentence.tokens.slice(verb.index, t.index).some((x) => x.text.toLowerCase() === preposition),
    );
  if (!noun) return null;
  const at = sentence.tokens.slice(verb.index, noun.index).find((t) => t.text.toLowerCase() === preposition);
  return stretchFrom(desk, sentence, verb, [noun], at?.index ?? -1);
}
