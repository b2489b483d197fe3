import type { EventStatus } from "../record/schema.ts";
import type { Range } from "../record/span.ts";
import { agentOf, ancestorsOf, caseOf, childBy, childrenBy, governingPredicate, hasRelation, headOf, headOfRange, isPassive, isPredicate, nominalsWith, rangeOf, subjectOf, subtreeOf, withoutOuterPunctuation } from "../syntax/tree.ts";
import type { Sentence, Token } from "../syntax/types.ts";
import { behind } from "./events/behind.ts";
import { ownersOf, type Scene, type SpeakerAt, who } from "./participants.ts";
import { statusOfNoun, statusOfVerb } from "./status.ts";
import type { SumMention } from "./types.ts";

/** A sum with its purpose and direction, before it becomes an entry. */
export interface MoneyDraft extends Range {
  readonly sum: SumMention;
  readonly purpose: string | null;
  readonly purposeRange: Range | null;
  readonly giver: string | null;
  readonly taker: string | null;
  readonly status: EventStatus;
  readonly statusRule: string;
  readonly line: number;
}

/** Words that tell of statistics and prices, which are no sums for a public purpose. */
const STATISTICS = /^(trade|export|import|economy|gdp|market|price|revenue|turnover|salary|wage|income|profit|growth|output|value|barrel|deficit|surplus|cost|loss|worth|wealth|fortune)$/;
const GIVING = /^(give|provide|grant|lend|loan|donate|pledge|offer|allocate|contribute|send|pay|disburse|commit|transfer|approve|invest|spend|deliver|extend|award|release|announce|promise|add|earmark|fund)$/;
const BUYING = /^(buy|purchase|acquire|order|sale|sell|deal)$/;

/** The sentence that holds an offset, found by halving. */
export function sentenceAt(scene: Scene, offset: number): Sentence | undefined {
  const all = scene.syntax.sentences;
  let low = 0;
  let high = all.length - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    const s = all[mid]!;
    if (offset < s.from) high = mid - 1;
    else if (offset >= s.to) low = mid + 1;
    else return s;
  }
  return undefined;
}

/** The noun that the sum is of: "¤90 billion loan", "$15 million in humanitarian assistance", "$20 million of investment". */
function purposeOf(scene: Scene, sentence: Sentence, head: Token): { token: Token; range: Range } | null {
  const phrase = (token: Token, dropped: (t: Token) => boolean): Range | null => {
    const inside = subtreeOf(sentence, token, (t) => dropped(t) || (t.head === token.index && (hasRelation(t, "acl:relcl", "nummod", "appos", "conj", "cc", "parataxis") || (hasRelation(t, "det", "case", "punct") && t.index < token.index))));
    const own = inside.filter((t) => t.index >= token.index - 6);
    const kept = withoutOuterPunctuation(own.filter((t) => !(t.from < head.to && t.to > head.from)));
    return kept.length > 0 ? rangeOf(kept) : null;
  };
  void scene;
  const above = headOf(sentence, head);
  if (above && (hasRelation(head, "nummod", "compound", "amod", "nmod:unmarked", "nmod") && caseOf(sentence, head) === undefined) && (above.upos === "NOUN" || above.upos === "PROPN")) {
    const range = phrase(above, (t) => t.index === head.index || (t.head === above.index && hasRelation(t, "nmod", "acl")));
    if (range) return { token: above, range: trimLeft(sentence, range, head, above) };
  }
  for (const p of ["in", "of", "for", "toward", "towards", "as"]) {
    const of = nominalsWith(sentence, head, p)[0];
    if (of && !/^\d/.test(of.text)) {
      const range = phrase(of, () => false);
      if (range) return { token: of, range };
    }
  }
  if (above && above.upos === "NOUN" && caseOf(sentence, head) === "of") {
    const range = phrase(above, (t) => t.index === head.index);
    if (range) return { token: above, range };
  }
  const verb = above && above.upos === "VERB" ? above : undefined;
  const aim = verb && (nominalsWith(sentence, verb, "in", "for", "to", "as", "toward").find((t) => t.index > head.index) ?? childrenBy(sentence, verb, "advcl").map((c) => childBy(sentence, c, "obj")).find((t) => t !== undefined));
  if (aim) {
    const range = phrase(aim, () => false);
    if (range) return { token: aim, range };
  }
  if (above && above.upos === "NOUN") {
    const range = phrase(above, (t) => t.index === head.index);
    if (range) return { token: above, range };
  }
  return null;
}

/** The words between the sum and its noun, with the noun. */
function trimLeft(sentence: Sentence, range: Range, sum: Token, noun: Token): Range {
  if (sum.index > noun.index) return range;
  const next = sentence.tokens.find((t) => t.index > sum.index && t.from >= sum.to && t.upos !== "PUNCT" && t.index <= noun.index);
  return next ? { from: Math.max(range.from, next.from), to: range.to } : range;
}

function read(scene: Scene, sum: SumMention, speakerAt: SpeakerAt): MoneyDraft | null {
  const sentence = sentenceAt(scene, sum.from);
  const head = sentence && headOfRange(sentence, sum);
  if (!sentence || !head) return null;
  const purpose = purposeOf(scene, sentence, head);
  const chain = ancestorsOf(sentence, head);
  if (STATISTICS.test(purpose?.token.lemma.toLowerCase() ?? "") || chain.slice(0, 3).some((t) => STATISTICS.test(t.lemma.toLowerCase()) || (t.lemma === "be" && false))) {
    if (!chain.slice(0, 3).some((t) => GIVING.test(t.lemma))) return null;
  }
  const speaker = speakerAt(sum);
  const noun = purpose?.token ?? head;
  const verb = chain.find((t) => t.upos === "VERB" && isPredicate(sentence, t)) ?? governingPredicate(sentence, head);
  const giverOf = (): string[] => {
    const from = [...nominalsWith(sentence, noun, "from"), ...nominalsWith(sentence, head, "from"), ...(verb ? nominalsWith(sentence, verb, "from") : [])];
    for (const t of from) {
      const names = who(scene, sentence, t, speaker);
      if (names.length > 0) return names;
    }
    for (const t of [noun, ...chain.slice(0, 2)]) {
      if (t.upos === "VERB") continue;
      const owners = ownersOf(scene, sentence, t, speaker);
      if (owners.length > 0) return owners;
    }
    if (verb && (GIVING.test(verb.lemma) || BUYING.test(verb.lemma))) {
      const agent = agentOf(sentence, verb) ?? (isPassive(sentence, verb) ? undefined : subjectOf(sentence, verb));
      const names = who(scene, sentence, agent, speaker);
      if (names.length > 0) return names;
    }
    return [];
  };
  const givers = giverOf();
  const takerOf = (): string[] => {
    const tops = [noun, head, ...(verb ? [verb] : [])];
    for (const p of ["to", "for"]) {
      for (const t of tops.flatMap((x) => nominalsWith(sentence, x, p))) {
        const names = behind(scene, sentence, t, givers, speaker);
        if (names.length > 0) return names;
      }
    }
    const indirect = verb && childBy(sentence, verb, "iobj");
    if (indirect) return who(scene, sentence, indirect, speaker);
    for (const clause of [...(verb ? childrenBy(sentence, verb, "advcl", "xcomp") : []), ...childrenBy(sentence, noun, "acl"), ...childrenBy(sentence, head, "acl")]) {
      const names = behind(scene, sentence, childBy(sentence, clause, "obj"), givers, speaker);
      if (names.length > 0) return names;
    }
    return [];
  };
  const takers = takerOf();
  const own = noun.upos === "NOUN" ? statusOfNoun(sentence, noun) : { status: "actual" as const, rule: "noun" };
  const verbStatus = verb ? statusOfVerb(sentence, verb) : own;
  const { status, rule } = own.status !== "actual" ? own : verbStatus;
  return { from: sum.from, to: sum.to, sum, purpose: purpose ? scene.text.slice(purpose.range.from, purpose.range.to) : null, purposeRange: purpose?.range ?? null, giver: givers[0] ?? null, taker: takers[0] ?? null, status, statusRule: rule, line: sentence.line };
}

/** Sums for a public purpose, each with who gives it to whom as far as the sentence tells. */
export const readMoney = (scene: Scene, speakerAt: SpeakerAt): MoneyDraft[] => scene.sums.sums.map((s) => read(scene, s, speakerAt)).filter((m) => m !== null);
