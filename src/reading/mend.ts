import type { Sentence, Syntax, Token } from "../syntax/types.ts";
import { mendClauses } from "./mend-clauses.ts";
import { mendLemmas } from "./mend-lemmas.ts";
import type { Mention } from "./mentions/types.ts";
import type { Mentions } from "./mentions.ts";

/** Relations by which words outside a name hang on one of its words but belong to the whole. */
const OF_WHOLE = /^(case|nmod|conj|cc|punct|appos|acl|mark|advcl|parataxis|nsubj|aux|cop)/;

/** True if `top` lies on the way from `from` up to the root. */
function isAbove(heads: readonly number[], top: number, from: number): boolean {
  for (let at = from, step = 0; at >= 0 && step <= heads.length; at = heads[at]!, step += 1)
    if (at === top) return true;
  return false;
}

/** Makes the words of one mention hang together on its head, and what hung on its other words hang on the whole. */
function contract(m: Mention, sentence: Sentence, heads: number[], relations: string[]): boolean {
  const inside = (i: number): boolean => i >= m.first && i < m.end;
  const core = new Set(m.core);
  let changed = false;
  for (const i of m.core) {
    if (i === m.head || inside(heads[i]!) || heads[i]! < 0 || isAbove(heads, i, m.head)) continue;
    heads[i] = m.head;
    relations[i] = "flat";
    changed = true;
  }
  for (const t of sentence.tokens) {
    if (inside(t.index) || heads[t.index]! < 0) continue;
    const at = heads[t.index]!;
    if (!core.has(at) || at === m.head || !OF_WHOLE.test(relations[t.index]!)) continue;
    if (isAbove(heads, t.index, m.head)) continue;
    heads[t.index] = m.head;
    changed = true;
  }
  return changed;
}

const PREPOSITIONS = /^(with|to|by|from|between|against|for|of)$/i;

/** A preposition straight before a name belongs to it, and the name to the verb before, whatever the parser made of them. */
function governed(m: Mention, sentence: Sentence, heads: number[], relations: string[]): boolean {
  const before = sentence.tokens[m.first - 1];
  if (!before || !PREPOSITIONS.test(before.text) || before.xpos === "RP") return false;
  const at = heads[before.index]!;
  if (at >= m.first && at < m.end) {
    const verb = sentence.tokens[heads[m.head]!];
    if (!verb || verb.index > m.first || verb.upos !== "VERB" || !/^(nsubj|obj|xcomp|ccomp)/.test(relations[m.head]!))
      return false;
    relations[m.head] = "obl";
    return true;
  }
  if (at === m.first - 2 && relations[before.index] === "fixed") return false;
  let changed = false;
  if (!isAbove(heads, before.index, m.head) && heads[before.index]! >= m.end) {
    heads[before.index] = m.head;
    relations[before.index] = "case";
    changed = true;
  }
  if (heads[m.head]! >= m.end) {
    const verb = sentence.tokens.findLast(
      (t) => t.index < m.first && (t.upos === "VERB" || t.upos === "NOUN") && !isAbove(heads, m.head, t.index),
    );
    if (verb) {
      heads[m.head] = verb.index;
      relations[m.head] = verb.upos === "VERB" ? "obl" : "nmod";
      changed = true;
    }
  }
  return changed;
}

/** "President Bush's visit" torn apart: the owner hangs on what he owns. */
function owned(m: Mention, sentence: Sentence, heads: number[], relations: string[]): boolean {
  if (!/^['’]s?$/.test(sentence.tokens[m.end]?.text ?? "") || sentence.tokens[m.end]!.xpos !== "POS") return false;
  let at = m.end + 1;
  while (/^(amod|compound|nummod)$/.test(relations[at] ?? "") && heads[at]! > at) at += 1;
  const noun = sentence.tokens[at];
  if (noun?.upos !== "NOUN" || heads[m.head] === at || isAbove(heads, m.head, at)) return false;
  heads[m.head] = at;
  relations[m.head] = "nmod:poss";
  heads[m.end] = m.head;
  relations[m.end] = "case";
  return true;
}

function rebuilt(sentence: Sentence, heads: readonly number[], relations: readonly string[]): Sentence {
  const tokens: Token[] = sentence.tokens.map((t) =>
    t.head === heads[t.index] && t.deprel === relations[t.index]
      ? t
      : { ...t, head: heads[t.index]!, deprel: relations[t.index]! },
  );
  const children: number[][] = tokens.map(() => []);
  for (const t of tokens) if (t.head >= 0) children[t.head]!.push(t.index);
  return { ...sentence, tokens, children };
}

/**
 * Mends trees in which the parser has torn a person's name and title apart ("with" hung on the last syllable of
 * "Moon Jae-in"): the mention's own words and what governs them become one phrase; then its slips at clauses.
 * Gives a new syntax; the tokens stay.
 */
export function mendTrees(syntax: Syntax, mentions: Mentions): Syntax {
  const bySentence = new Map<number, Mention[]>();
  for (const m of mentions.mentions) {
    if (m.is !== "person" || m.core.length < 2) continue;
    const list = bySentence.get(m.sentence);
    if (list) list.push(m);
    else bySentence.set(m.sentence, [m]);
  }
  const sentences = syntax.sentences.map(mendLemmas).map((sentence) => {
    const heads = sentence.tokens.map((t) => t.head);
    const relations = sentence.tokens.map((t) => t.deprel);
    const changed = (bySentence.get(sentence.index) ?? [])
      .flatMap((m) => [
        contract(m, sentence, heads, relations),
        governed(m, sentence, heads, relations),
        owned(m, sentence, heads, relations),
      ])
      .some(Boolean);
    const clauses = mendClauses(sentence, heads, relations);
    return changed || clauses ? rebuilt(sentence, heads, relations) : sentence;
  });
  return { ...syntax, sentences };
}
