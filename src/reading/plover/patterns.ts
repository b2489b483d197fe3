import { cellValues, lexiconRows } from "../../lexicon/tsv.ts";
import { caseOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { lemmasOf, type PloverType } from "./words.ts";

/** A row of `lexicon/plover-phrases.tsv`: a verb, what it takes, and the preposition before the recipient. */
export interface Pattern {
  /** The row's place in the file, from 0. */
  readonly index: number;
  readonly verbs: readonly { readonly lemma: string; readonly particle: string | undefined }[];
  readonly objects: ReadonlySet<string>;
  readonly complement: "word" | "infinitive" | "preposition";
  readonly prepositions: ReadonlySet<string>;
  readonly type: PloverType;
  readonly sure: boolean;
  readonly roles: readonly string[];
}

/** A pattern found in a sentence. */
export interface PatternHit {
  readonly pattern: Pattern;
  /** Index of the verb's token and of the object's (or the infinitive's, or the preposition's). */
  readonly verb: number;
  readonly object: number;
  /** Whether the preposition of the pattern follows too. */
  readonly complete: boolean;
  /** Whether the verb came with a particle ("cut off"), and whether it is only "will" or "would". */
  readonly particle: boolean;
  readonly future: boolean;
}

type Row = "verb" | "object" | "prep" | "type" | "strength" | "roles" | "example";

const REACH = 7;
const PARTICLE_REACH = 4;
const FUTURE = new Set(["will", "would", "shall", "'ll", "wo"]);

let patterns: Pattern[] | undefined;
let byVerb: Map<string, { pattern: Pattern; particle: string | undefined }[]> | undefined;

/** The patterns in the order of the file. */
export function allPatterns(): readonly Pattern[] {
  if (!patterns) load();
  return patterns!;
}

function load(): void {
  patterns = lexiconRows<Row>("plover-phrases.tsv").map((row, index) => ({
    index,
    verbs: cellValues(row.verb).map((verb) => {
      const [lemma, particle] = verb.split(" ");
      return { lemma: lemma!, particle };
    }),
    objects: new Set(cellValues(row.object)),
    complement: row.object === "@to" ? "infinitive" : row.object === "@" ? "preposition" : "word",
    prepositions: new Set(cellValues(row.prep)),
    type: row.type as PloverType,
    sure: row.strength === "sure",
    roles: cellValues(row.roles),
  }));
  byVerb = new Map();
  for (const pattern of patterns) {
    for (const { lemma, particle } of pattern.verbs) {
      const known = byVerb.get(lemma);
      if (known) known.push({ pattern, particle });
      else byVerb.set(lemma, [{ pattern, particle }]);
    }
  }
}

/** Every pattern that stands in the sentence, by its verb, in the order of the text. */
export function patternHits(sentence: Sentence): PatternHit[] {
  if (!byVerb) load();
  const lemmas = lemmasOf(sentence);
  const hits: PatternHit[] = [];
  sentence.tokens.forEach((token, verb) => {
    const key = FUTURE.has(lemmas[verb]!) ? "@will" : lemmas[verb]!;
    if (token.upos !== "VERB" && token.upos !== "AUX" && key !== "@will") return;
    for (const { pattern, particle } of byVerb!.get(key) ?? []) {
      if (particle && !lemmas.slice(verb + 1, verb + 1 + PARTICLE_REACH).includes(particle)) continue;
      const object = complementOf(sentence, lemmas, verb, pattern);
      if (object === undefined) continue;
      const after = lemmas.slice(object + 1, object + 1 + REACH);
      const complete = after.some((lemma) => pattern.prepositions.has(lemma));
      hits.push({ pattern, verb, object, complete, particle: particle !== undefined, future: key === "@will" });
    }
  });
  return hits;
}

function complementOf(
  sentence: Sentence,
  lemmas: readonly string[],
  verb: number,
  pattern: Pattern,
): number | undefined {
  if (pattern.complement === "word") return objectNear(sentence, lemmas, verb, pattern.objects);
  const end = Math.min(lemmas.length, verb + 1 + PARTICLE_REACH);
  for (let i = verb + 1; i < end; i++) {
    const isOwn = pattern.complement === "infinitive" ? lemmas[i] === "to" : pattern.prepositions.has(lemmas[i]!);
    if (isOwn) return i;
    if (sentence.tokens[i]!.upos === "VERB") return undefined;
  }
  return undefined;
}

/**
 * The object hangs on the verb in the tree (in a passive it stands before it, in "the ban imposed" above it), or only
 * its own modifiers stand between.
 */
function objectNear(
  sentence: Sentence,
  lemmas: readonly string[],
  verb: number,
  objects: ReadonlySet<string>,
): number | undefined {
  let close = true;
  for (let i = verb + 1; i < Math.min(lemmas.length, verb + 1 + REACH); i++) {
    if (objects.has(lemmas[i]!) && (close || isLinked(sentence, verb, i))) return i;
    if (isBoundary(sentence.tokens[i]!)) break;
    close &&= MODIFIERS.has(sentence.tokens[i]!.upos);
  }
  return (
    sentence.children[verb]!.find((i) => objects.has(lemmas[i]!) && isArgument(sentence.tokens[i]!)) ??
    reducedPassive(sentence, lemmas, verb, objects)
  );
}

const MODIFIERS = new Set(["DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART", "ADV"]);
/** Prepositions that belong to a pattern: "into custody", "to the streets", "as shields"; others begin something new. */
const INNER_CASES = new Set(["into", "on", "to", "as", "under", "in", "of", "for"]);

/** Whether a token is an argument of the verb, or a conjunct or part of one. */
function isLinked(sentence: Sentence, verb: number, at: number): boolean {
  let token = sentence.tokens[at]!;
  for (let step = 0; step < 3; step++) {
    if (token.head === verb) return isArgument(token) && hasInnerCase(sentence, token);
    const head = sentence.tokens[token.head];
    if (!head || !/^(conj|nmod|compound|amod|obj|xcomp|ccomp)/.test(token.deprel)) return false;
    token = head;
  }
  return false;
}

function hasInnerCase(sentence: Sentence, token: Token): boolean {
  const marker = token.deprel.startsWith("obl") ? caseOf(sentence, token) : undefined;
  return marker === undefined || INNER_CASES.has(marker);
}

function reducedPassive(
  sentence: Sentence,
  lemmas: readonly string[],
  verb: number,
  objects: ReadonlySet<string>,
): number | undefined {
  const { head, deprel, xpos } = sentence.tokens[verb]!;
  return deprel === "acl" && xpos === "VBN" && objects.has(lemmas[head] ?? "") ? head : undefined;
}

const isBoundary = (token: Token): boolean => /^[;:—]$/.test(token.text);

const isArgument = (token: Token): boolean =>
  /^(obj|nsubj|obl|xcomp|advcl|ccomp|compound:prt|advmod)/.test(token.deprel);
