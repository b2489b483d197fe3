import type { Range } from "../record/span.ts";
import type { Sentence, Token } from "./types.ts";

/** The token that `token` depends on; undefined for the root. */
export const headOf = (sentence: Sentence, token: Token): Token | undefined => sentence.tokens[token.head];

/** The root of the sentence's tree. */
export const rootOf = (sentence: Sentence): Token => sentence.tokens.find((t) => t.head < 0) ?? sentence.tokens[0]!;

/** The direct dependents of `token`, in order. */
export function childrenOf(sentence: Sentence, token: Token): Token[] {
  const { tokens } = sentence;
  const found: Token[] = [];
  for (const i of sentence.children[token.index]!) found.push(tokens[i]!);
  return found;
}

/** The relation without its subtype: "nsubj" of "nsubj:pass". */
export const bareRelation = (token: Token): string => {
  const colon = token.deprel.indexOf(":");
  return colon < 0 ? token.deprel : token.deprel.slice(0, colon);
};

/** Whether the token's relation is one of `relations`; "nsubj" takes every subtype, "nsubj:pass" only itself. */
export const hasRelation = (token: Token, ...relations: string[]): boolean => isOneOf(token.deprel, relations);

/** Whether a relation or, without its subtype, its kind is among `relations`. Asked too often to make a string. */
function isOneOf(relation: string, relations: readonly string[]): boolean {
  for (const r of relations)
    if (relation === r || (relation.length > r.length && relation[r.length] === ":" && relation.startsWith(r)))
      return true;
  return false;
}

/** The dependents of `token` by one of `relations` (as in {@link hasRelation}), in order. */
export function childrenBy(sentence: Sentence, token: Token, ...relations: string[]): Token[] {
  const { tokens } = sentence;
  const found: Token[] = [];
  for (const i of sentence.children[token.index]!) {
    const child = tokens[i]!;
    if (isOneOf(child.deprel, relations)) found.push(child);
  }
  return found;
}

/** The first dependent of `token` by one of `relations`. */
export function childBy(sentence: Sentence, token: Token, ...relations: string[]): Token | undefined {
  const { tokens } = sentence;
  for (const i of sentence.children[token.index]!) {
    const child = tokens[i]!;
    if (isOneOf(child.deprel, relations)) return child;
  }
  return undefined;
}

/** The heads above `token`, nearest first, up to the root. */
export function ancestorsOf(sentence: Sentence, token: Token): Token[] {
  const above: Token[] = [];
  const most = sentence.tokens.length;
  for (let t = headOf(sentence, token); t && above.length < most; t = headOf(sentence, t)) above.push(t);
  return above;
}

/** Whether `token` is `top` or hangs, at any depth, on it. */
export function isUnder(sentence: Sentence, token: Token, top: Token): boolean {
  for (let t: Token | undefined = token; t; t = headOf(sentence, t)) if (t.index === top.index) return true;
  return false;
}

/**
 * `token` and all that hangs on it, in the order of the text. Branches whose top `leaveOut` accepts are not entered
 * (it is not asked about `token` itself).
 */
export function subtreeOf(sentence: Sentence, token: Token, leaveOut?: (top: Token) => boolean): Token[] {
  const found: Token[] = [];
  const open = [token];
  for (let t = open.pop(); t; t = open.pop()) {
    found.push(t);
    for (const i of sentence.children[t.index]!) {
      const child = sentence.tokens[i]!;
      if (!leaveOut?.(child)) open.push(child);
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** From the first character of the first token to the last of the last. `tokens` must not be empty. */
export const rangeOf = (tokens: readonly Token[]): Range => {
  let from = Infinity;
  let to = 0;
  for (const t of tokens) {
    from = Math.min(from, t.from);
    to = Math.max(to, t.to);
  }
  return { from, to };
};

/** `tokens` without the punctuation at both ends; a pair of brackets or a closing full stop of "U.S." stays a word. */
export function withoutOuterPunctuation(tokens: readonly Token[]): Token[] {
  let start = 0;
  let end = tokens.length;
  while (start < end && tokens[start]!.upos === "PUNCT") start++;
  while (end > start && tokens[end - 1]!.upos === "PUNCT") end--;
  return tokens.slice(start, end);
}

/** The characters of the whole subtree, less the punctuation at its ends. */
export const subtreeRange = (sentence: Sentence, token: Token): Range => {
  const inner = withoutOuterPunctuation(subtreeOf(sentence, token));
  return rangeOf(inner.length > 0 ? inner : [token]);
};

const BEYOND_THE_PHRASE: readonly string[] = [
  "conj",
  "cc",
  "appos",
  "acl:relcl",
  "acl",
  "parataxis",
  "case",
  "mark",
  "punct",
  "cop",
  "nsubj",
  "advcl",
  "aux",
  "orphan",
  "list",
  "discourse",
  "vocative",
  "dep",
];

/**
 * The tokens of a noun phrase as a name: `token` with determiners, adjectives, compounds, names and nmods, in one
 * unbroken run around it; without coordination, apposition, clauses and its own preposition.
 */
export function phraseOf(sentence: Sentence, token: Token): Token[] {
  const kept = subtreeOf(sentence, token, (top) => top.head === token.index && isOneOf(top.deprel, BEYOND_THE_PHRASE));
  const has = new Set(kept.map((t) => t.index));
  let start = token.index;
  let end = token.index;
  const joins = (i: number): boolean => has.has(i) || sentence.tokens[i]?.upos === "PUNCT";
  while (joins(start - 1)) start--;
  while (joins(end + 1)) end++;
  return trimmed(sentence.tokens.slice(start, end + 1), has);
}

function trimmed(tokens: Token[], kept: Set<number>): Token[] {
  const edge = (t: Token): boolean => t.upos === "PUNCT" || !kept.has(t.index);
  while (tokens.length > 1 && edge(tokens[0]!)) tokens.shift();
  while (tokens.length > 1 && edge(tokens.at(-1)!)) tokens.pop();
  return tokens;
}

/** The characters of {@link phraseOf}. */
export const phraseRange = (sentence: Sentence, token: Token): Range => rangeOf(phraseOf(sentence, token));

/** The tokens that lie, at least partly, in a range of the text. */
export function tokensIn(sentence: Sentence, range: Range): Token[] {
  const { tokens } = sentence;
  let end = firstEndingAfter(tokens, range.from);
  const start = end;
  while (end < tokens.length && tokens[end]!.from < range.to) end += 1;
  return tokens.slice(start, end);
}

/** The token at an offset of the text, if one covers it. */
export function tokenAt(sentence: Sentence, offset: number): Token | undefined {
  const token = sentence.tokens[firstEndingAfter(sentence.tokens, offset)];
  return token && token.from <= offset ? token : undefined;
}

/** The place of the first of some ranges in order (tokens, sentences) that ends after an offset, found by halving. */
export function firstEndingAfter(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.to > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The highest token in a range: the first, not punctuation if possible, whose head lies outside it. */
export function headOfRange(sentence: Sentence, range: Range): Token | undefined {
  const inside = tokensIn(sentence, range);
  const has = new Set(inside.map((t) => t.index));
  const tops = inside.filter((t) => !has.has(t.head));
  return tops.find((t) => t.upos !== "PUNCT") ?? tops[0];
}

/** The first of the coordination that `token` belongs to; `token` itself if there is none. */
export function firstConjunct(sentence: Sentence, token: Token): Token {
  let t = token;
  while (t.deprel === "conj" && t.head >= 0) t = sentence.tokens[t.head]!;
  return t;
}

/** All members of the coordination that `token` belongs to, `token` among them, in order. */
export function conjunctsOf(sentence: Sentence, token: Token): Token[] {
  const members = [firstConjunct(sentence, token)];
  for (let i = 0; i < members.length; i++) members.push(...childrenBy(sentence, members[i]!, "conj"));
  return members.sort((a, b) => a.index - b.index);
}

/** Names or descriptions of the same thing that stand beside it: its appositions, and what it is an apposition to. */
export function appositionsOf(sentence: Sentence, token: Token): Token[] {
  const found = childrenBy(sentence, token, "appos");
  const head = headOf(sentence, token);
  return token.deprel === "appos" && head ? [head, ...found] : found;
}

/** The way between two tokens of one tree: up from `a` to the token that both hang on, then down to `b`. */
export interface Path {
  /** From `a` (included) up to `top` (excluded). */
  readonly up: readonly Token[];
  readonly top: Token;
  /** From below `top` down to `b` (included). */
  readonly down: readonly Token[];
}

/** The path between two tokens of one sentence. */
export function pathBetween(sentence: Sentence, a: Token, b: Token): Path {
  const ofA = [a, ...ancestorsOf(sentence, a)];
  const ofB = [b, ...ancestorsOf(sentence, b)];
  const inA = new Map(ofA.map((t, i) => [t.index, i]));
  const down = ofB.findIndex((t) => inA.has(t.index));
  const top = ofB[down]!;
  return { up: ofA.slice(0, inA.get(top.index)), top, down: ofB.slice(0, down).reverse() };
}

/** A path in words, for rules and features: "nsubj↑obl↓". */
export const pathText = (path: Path): string =>
  path.up.map((t) => `${t.deprel}↑`).join("") + path.down.map((t) => `${t.deprel}↓`).join("");

/**
 * The preposition or marker that introduces `token`, lower-cased, with its fixed parts: "with", "because of";
 * undefined without one.
 */
export function caseOf(sentence: Sentence, token: Token): string | undefined {
  const marker = childBy(sentence, token, "case");
  return marker && fixedText(sentence, marker);
}

/** A word with the words that are fixed to it, lower-cased: "because of". */
export function fixedText(sentence: Sentence, token: Token): string {
  let words = token.text.toLowerCase();
  for (const t of childrenBy(sentence, token, "fixed")) words += ` ${t.text.toLowerCase()}`;
  return words;
}

/** Dependents by obl or nmod that one of `prepositions` introduces: `nominalsWith(s, spoke, "with")`. */
export function nominalsWith(sentence: Sentence, token: Token, ...prepositions: string[]): Token[] {
  const found: Token[] = [];
  for (const t of childrenBy(sentence, token, "obl", "nmod"))
    if (prepositions.includes(caseOf(sentence, t) ?? "")) found.push(t);
  return found;
}
