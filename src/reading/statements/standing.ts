import { type Cue, cues } from "../../lexicon/cues.ts";
import type { Range } from "../../record/span.ts";
import { childBy, childrenBy, childrenOf, headOf, rangeOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";

/** A cue where it stands: the lexicon's row with the tokens it takes up. */
export interface Standing {
  readonly cue: Cue;
  readonly verb: Token;
  readonly tokens: readonly Token[];
}

const HEDGES = new Set(["reportedly", "allegedly", "apparently", "supposedly", "purportedly"]);
const PARTICLES = new Set(["forward", "clear", "out", "tribute", "note", "short"]);
/** Words that may stand between a verb and the particle that makes it another cue ("called again for"). */
const BETWEEN = /^(again|also|once|strongly|repeatedly|instead|jointly|separately)$/;

/** The verbs of all cues, so that others are turned away at once. */
let verbs: ReadonlySet<string> | undefined;

/** Whether a word says that the report itself keeps its distance. */
export const isHedge = (token: Token): boolean => HEDGES.has(token.text.toLowerCase());

/** The cue at a verb, with its particle, preposition or noun: "call for", "point out", "express concern". */
export function cueAt(sentence: Sentence, verb: Token): Standing | undefined {
  if (verb.upos !== "VERB" && !(verb.upos === "NOUN" && verb.xpos.startsWith("VB"))) return undefined;
  const all = cues();
  verbs ??= new Set([...all.keys()].map((cue) => cue.split(" ")[0]!));
  const lemma = verb.lemma.toLowerCase();
  if (!verbs.has(lemma)) return undefined;
  const near = sentence.tokens[verb.index + 1];
  const next = near && BETWEEN.test(near.text.toLowerCase()) ? sentence.tokens[verb.index + 2] : near;
  const particle =
    childBy(sentence, verb, "compound:prt") ??
    childrenOf(sentence, verb).find((t) => t.index === verb.index + 1 && PARTICLES.has(t.text.toLowerCase()));
  for (const word of [particle, next]) {
    if (!word || (word !== particle && !/^(ADP|SCONJ|PART|ADV|ADJ|NOUN)$/.test(word.upos))) continue;
    const cue = all.get(`${lemma} ${word.text.toLowerCase()}`);
    if (cue) return { cue, verb, tokens: [verb, word] };
  }
  const cue = all.get(lemma);
  return cue && { cue, verb, tokens: [verb] };
}

/** The exact words of the cue, with a hedge before it ("reportedly confided") or the feeling that it is in ("was pleased to inform"). */
export function cueRange(sentence: Sentence, { verb, tokens, cue }: Standing): Range {
  const before = sentence.tokens[verb.index - 1];
  const hedge = before && before.head === verb.index && isHedge(before) ? [before] : [];
  const after = sentence.tokens[tokens.at(-1)!.index + 1];
  const to = after && /^(look forward|commit)$/.test(cue.cue) && after.text.toLowerCase() === "to" ? [after] : [];
  return rangeOf([...pleased(sentence, verb), ...hedge, ...tokens, ...to]);
}

/** "was pleased" of "was pleased to inform". */
function pleased(sentence: Sentence, verb: Token): Token[] {
  const above = headOf(sentence, verb);
  if (
    !above ||
    above.index > verb.index ||
    !/^(pleased|glad|happy|proud|honou?red|delighted)$/.test(above.text.toLowerCase())
  )
    return [];
  return [...childrenBy(sentence, above, "cop", "aux").filter((t) => t.index === above.index - 1), above];
}

/** A verb that carries tense of its own. */
export const hasTense = (t: Token): boolean => t.xpos === "VBD" || t.xpos === "VBZ" || t.xpos === "VBP";

/**
 * "They voiced hope for rains that help feed many and urged calm": the parser joins "urged" to "feed". A finite verb
 * cannot be coordinated with an infinitive, so it goes with the nearest verb above that has its form.
 */
export function coordinatedWith(sentence: Sentence, verb: Token): Token | undefined {
  if (verb.deprel !== "conj" || !hasTense(verb)) return undefined;
  const first = headOf(sentence, verb);
  if (!first || first.xpos === verb.xpos || (hasTense(first) && first.xpos !== "VBD" && verb.xpos !== "VBD"))
    return undefined;
  for (let t = headOf(sentence, first); t; t = headOf(sentence, t)) if (t.xpos === verb.xpos) return t;
  return undefined;
}
