import type { Sentence, Token } from "../syntax/types.ts";

/** A tree while it is being mended: heads and relations by index. */
interface Draft {
  readonly sentence: Sentence;
  readonly heads: number[];
  readonly relations: string[];
}

const DAY =
  /^((mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|morning|afternoon|evening|night|weekend|week|month|year|minute|hour)s?$/i;
const CURRENCY = /^(dollar|euro|pound|yen|kroner|krone|rupee|yuan|franc)$/;
const NOT_OF_A_DAY = /^(with|to|by|between|from|against|about)$/i;

const hasTense = ({ sentence, heads, relations }: Draft, t: Token): boolean =>
  /^(VBD|VBZ|VBP|MD)$/.test(t.xpos) ||
  sentence.tokens.some((x) => heads[x.index] === t.index && /^(aux|cop)/.test(relations[x.index]!));

function isAbove(heads: readonly number[], top: number, from: number): boolean {
  for (let at = from, step = 0; at >= 0 && step <= heads.length; at = heads[at]!, step += 1)
    if (at === top) return true;
  return false;
}

/** "Marchetti called him on Thursday, the palace said": the first of two subjects is that of the clause before the cue. */
function subjectOfReport(d: Draft): boolean {
  const { sentence, heads, relations } = d;
  let changed = false;
  for (const clause of sentence.tokens) {
    if (relations[clause.index] !== "ccomp" || heads[clause.index]! <= clause.index) continue;
    const cue = heads[clause.index]!;
    const under = (t: Token, at: number): boolean => heads[t.index] === at;
    const subjects = sentence.tokens.filter((t) => under(t, cue) && relations[t.index]!.startsWith("nsubj"));
    const own = sentence.tokens.some((t) => under(t, clause.index) && /^(nsubj|csubj|expl)/.test(relations[t.index]!));
    if (own || !hasTense(d, clause) || !subjects.some((t) => t.index > clause.index)) continue;
    const lost =
      subjects.find((t) => t.index < clause.index) ??
      sentence.tokens.find(
        (t) =>
          under(t, cue) &&
          t.index < clause.index &&
          /^(NOUN|PROPN)$/.test(t.upos) &&
          /^(obl|dislocated|dep|nmod|parataxis)/.test(relations[t.index]!) &&
          !DAY.test(t.text) &&
          !sentence.tokens.some((x) => under(x, t.index) && relations[x.index] === "case"),
      );
    if (!lost) continue;
    const passive = sentence.tokens.some((t) => under(t, clause.index) && relations[t.index] === "aux:pass");
    heads[lost.index] = clause.index;
    relations[lost.index] = passive ? "nsubj:pass" : "nsubj";
    changed = true;
  }
  return changed;
}

/** "Asked about the call, she said": a participle before the subject is no content of what is said. */
function openingParticiple({ sentence, heads, relations }: Draft): boolean {
  let changed = false;
  for (const t of sentence.tokens) {
    if (relations[t.index] !== "ccomp" || !/^VB[NGD]$/.test(t.xpos) || heads[t.index]! <= t.index) continue;
    const cue = heads[t.index]!;
    const children = sentence.tokens.filter((x) => heads[x.index] === t.index);
    if (children.some((x) => /^(nsubj|csubj|aux|cop|expl)/.test(relations[x.index]!))) continue;
    const first = Math.min(t.index, ...children.map((x) => x.index));
    const before = sentence.tokens[first - 1];
    if (before && !/^["“”'‘,]$/.test(before.text)) continue;
    if (!sentence.tokens.some((x) => heads[x.index] === cue && relations[x.index] === "nsubj" && x.index > t.index))
      continue;
    relations[t.index] = "advcl";
    changed = true;
  }
  return changed;
}

/** "held talks on Thursday with the king": nothing that "with" brings in hangs on a day. */
function besideTheDay({ sentence, heads, relations }: Draft): boolean {
  let changed = false;
  for (const t of sentence.tokens) {
    const day = sentence.tokens[heads[t.index]!];
    if (!day || day.index > t.index || !relations[t.index]!.startsWith("nmod") || !DAY.test(day.text)) continue;
    if (DAY.test(t.text) || t.upos === "NUM") continue;
    const marker = sentence.tokens.find((x) => heads[x.index] === t.index && relations[x.index] === "case");
    if (!marker || marker.index < day.index || !NOT_OF_A_DAY.test(marker.text)) continue;
    let above = sentence.tokens[heads[day.index]!];
    while (above && DAY.test(above.text)) above = sentence.tokens[heads[above.index]!];
    if (!above) continue;
    heads[t.index] = above.index;
    relations[t.index] = above.upos === "VERB" ? "obl" : "nmod";
    changed = true;
  }
  return changed;
}

/** "Egypt's X and Kenya's Y held": a name that the parser took for a part of the verb's name is its subject. */
function nameBeforeVerb(d: Draft): boolean {
  const { sentence, heads, relations } = d;
  let changed = false;
  for (const t of sentence.tokens) {
    const verb = sentence.tokens[heads[t.index]!];
    if (t.upos !== "PROPN" || relations[t.index] !== "compound" || verb?.upos !== "VERB" || verb.index < t.index)
      continue;
    if (!hasTense(d, verb)) continue;
    const subject = sentence.tokens.find(
      (x) => heads[x.index] === verb.index && relations[x.index]!.startsWith("nsubj") && x.index < t.index,
    );
    if (subject && isAbove(heads, t.index, subject.index)) continue;
    const and = sentence.tokens.find((x) => heads[x.index] === t.index && relations[x.index] === "cc");
    if (subject && !and) continue;
    if (subject) heads[t.index] = subject.index;
    relations[t.index] = subject ? "conj" : "nsubj";
    changed = true;
  }
  return changed;
}

/** "the ministers of France, Türkiye and Greece": the parser takes the list's second for an apposition of the ministers. */
function listBehindOf({ sentence, heads, relations }: Draft): boolean {
  let changed = false;
  for (const t of sentence.tokens) {
    if (!/^(appos|conj)$/.test(relations[t.index]!) || t.upos !== "PROPN" || heads[t.index]! > t.index) continue;
    if (sentence.tokens[t.index - 1]?.text !== "," || sentence.tokens[heads[t.index]!]?.upos !== "NOUN") continue;
    const first = sentence.tokens[t.index - 2];
    if (first?.upos !== "PROPN" || heads[first.index] !== heads[t.index] || relations[first.index] !== "nmod") continue;
    const joins = (x: Token): boolean =>
      relations[x.index] === "conj" && (heads[x.index] === first.index || heads[x.index] === t.index);
    if (!sentence.tokens.some((x) => x.index > t.index && x.upos === "PROPN" && joins(x))) continue;
    heads[t.index] = first.index;
    relations[t.index] = "conj";
    for (const x of sentence.tokens) if (joins(x)) heads[x.index] = first.index;
    changed = true;
  }
  return changed;
}

/** "the presidents of France and Kenya": a lone name behind "and" goes with the name before it, not with the presidents. */
function pairBehindOf({ sentence, heads, relations }: Draft): boolean {
  const { tokens } = sentence;
  let changed = false;
  for (const t of tokens) {
    const [first, and] = [tokens[t.index - 2], tokens[t.index - 1]];
    const noun = tokens[heads[t.index]!];
    if (relations[t.index] !== "conj" || t.upos !== "PROPN" || noun?.xpos !== "NNS" || first?.upos !== "PROPN")
      continue;
    if (!/^(and|or|&)$/.test(and!.text) || relations[first.index] !== "nmod" || heads[first.index] !== noun.index)
      continue;
    if (tokens.some((x) => heads[x.index] === t.index && x.index !== and!.index)) continue;
    heads[t.index] = first.index;
    changed = true;
  }
  return changed;
}

/** "a loan of $3 billion to Pakistan": the taker is the loan's, not the sum's. */
function besideTheSum({ sentence, heads, relations }: Draft): boolean {
  const { tokens } = sentence;
  let changed = false;
  for (const t of tokens) {
    const sum = tokens[heads[t.index]!];
    const noun = sum && tokens[heads[sum.index]!];
    if (!sum || !noun || relations[t.index] !== "nmod" || t.index < sum.index || noun.upos !== "NOUN") continue;
    if ((sum.upos !== "SYM" && !CURRENCY.test(sum.lemma)) || relations[sum.index] !== "nmod") continue;
    if (!tokens.some((x) => heads[x.index] === t.index && relations[x.index] === "case" && /^(to|for)$/.test(x.text)))
      continue;
    heads[t.index] = noun.index;
    changed = true;
  }
  return changed;
}

/** "lent Kenya $500 million", "promised Malawi 20 million euros": the name is who gets it, no part of the sum. */
function takerBeforeSum({ sentence, heads, relations }: Draft): boolean {
  const { tokens } = sentence;
  let changed = false;
  for (const t of tokens) {
    const sum = tokens[heads[t.index]!];
    const verb = sum && tokens[heads[sum.index]!];
    if (t.upos !== "PROPN" || relations[t.index] !== "compound" || !sum || !verb || verb.upos !== "VERB") continue;
    if ((sum.upos !== "SYM" && !CURRENCY.test(sum.lemma)) || relations[sum.index] !== "obj" || verb.index > t.index)
      continue;
    heads[t.index] = verb.index;
    relations[t.index] = "iobj";
    changed = true;
  }
  return changed;
}

/** "The two last met in June": "last" is no subject. */
function lastMet({ sentence, heads, relations }: Draft): boolean {
  const { tokens } = sentence;
  let changed = false;
  for (const t of tokens) {
    const [who, verb] = [tokens[t.index - 1], tokens[t.index + 1]];
    if (t.text !== "last" || verb?.xpos !== "VBD" || !/^(NUM|NOUN|PROPN|PRON|DET)$/.test(who?.upos ?? "")) continue;
    if (!relations[t.index]!.startsWith("nsubj") || heads[t.index] !== verb.index) continue;
    for (const x of tokens) if (heads[x.index] === t.index) heads[x.index] = who!.index;
    heads[who!.index] = verb.index;
    relations[who!.index] = "nsubj";
    relations[t.index] = "advmod";
    changed = true;
  }
  return changed;
}

/** Mends what the parser often gets wrong in the sentences of news; gives the heads and relations it changed. */
export function mendClauses(sentence: Sentence, heads: number[], relations: string[]): boolean {
  const draft: Draft = { sentence, heads, relations };
  const mended = [
    nameBeforeVerb(draft),
    openingParticiple(draft),
    subjectOfReport(draft),
    besideTheDay(draft),
    listBehindOf(draft),
    pairBehindOf(draft),
    lastMet(draft),
    besideTheSum(draft),
    takerBeforeSum(draft),
  ];
  return mended.some(Boolean);
}
