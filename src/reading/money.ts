import { world } from "../lexicon/world.ts";
import type { EventStatus } from "../record/schema.ts";
import type { Range } from "../record/span.ts";
import {
  ancestorsOf,
  caseOf,
  childBy,
  childrenBy,
  hasRelation,
  headOf,
  headOfRange,
  isPassive,
  isPredicate,
  modalOf,
  nominalsWith,
  subtreeOf,
} from "../syntax/tree.ts";
import type { Sentence, Token } from "../syntax/types.ts";
import { statesOf } from "./events/addressed.ts";
import { atRole, concerned, givenBefore, type Spot } from "./events/concerned.ts";
import { announcement, announcers, doersOfNoun, doersOfVerb } from "./events/doers.ts";
import { GIVING, HELD, measures, nounOf, PLANS, type Placed, PROMISING, purposeRange, SALES } from "./money/purpose.ts";
import { ownersOf, type Scene, type SpeakerAt, who } from "./participants.ts";
import { type StatusOf, statusOfNoun, statusOfVerb } from "./status.ts";
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

const noOne = (spot: Spot, names: readonly string[]): string[] =>
  [...new Set(names)].filter((n) => spot.scene.actors.drafts.get(n)?.sector !== "MED");

/** People of a government give their state's money. */
const asStates = (spot: Spot, names: readonly string[]): string[] => [
  ...new Set(
    names.map((n) => (spot.scene.actors.drafts.get(n)?.kind === "person" ? (statesOf(spot.scene, [n])[0] ?? n) : n)),
  ),
];

function giverOf(place: Placed): string[] {
  const { spot, head, noun, verb } = place;
  const { sentence } = spot;
  const tops = [noun, head, verb].filter((t) => t !== undefined);
  for (const t of tops.flatMap((x) => nominalsWith(sentence, x, "from"))) {
    const names = who(spot.scene, sentence, t, spot.speaker);
    if (names.length > 0) return names;
  }
  if (noun) {
    const announced = announcers(spot, noun);
    if (announced.length > 0) return asStates(spot, announced);
    const owners =
      noun.upos === "NOUN" && childBy(sentence, noun, "nmod:poss")
        ? doersOfNoun(spot, noun)
        : HELD.test(noun.lemma)
          ? ownersOf(spot.scene, sentence, noun, spot.speaker)
          : [];
    if (
      owners.length > 0 &&
      !(verb && GIVING.test(verb.lemma) && hasRelation(noun, "obj") && childBy(sentence, noun, "nmod:poss"))
    )
      return owners;
  }
  const acting = verb ? doersOfVerb(spot, verb) : [];
  return acting.length > 0 ? asStates(spot, noOne(spot, acting)) : noun ? doersOfNoun(spot, noun) : [];
}

function takerOf({ spot, head, noun, verb }: Placed, givers: readonly string[]): string[] {
  const { sentence } = spot;
  const tops = [noun, head, verb].filter((t) => t !== undefined);
  const except = [...givers];
  const lists = [
    () => (verb ? atRole(spot, verb, "iobj", false, except) : []),
    () =>
      childrenBy(sentence, head, "compound", "nmod")
        .filter((t) => t.index < head.index && verb !== undefined && t.index > verb.index)
        .flatMap((t) => who(spot.scene, sentence, t, spot.speaker))
        .filter((n) => !except.includes(n)),
    () =>
      tops
        .flatMap((t) => nominalsWith(sentence, t, "to", "for"))
        .flatMap((t) => (t === head ? [] : concerned(spot, t, except))),
    () =>
      verb && /^(provide|supply|furnish|pay|grant|lend|award)$/.test(verb.lemma)
        ? atRole(spot, verb, "obj!", false, except)
        : [],
    () => (verb ? atRole(spot, verb, "purpose", false, except) : []),
    () => later(sentence, head).flatMap((t) => concerned(spot, t, except, false)),
    () =>
      noun
        ? [...childrenBy(sentence, noun, "nmod:poss")]
            .flatMap((t) => who(spot.scene, sentence, t, spot.speaker))
            .filter((n) => !except.includes(n))
        : [],
    () =>
      noun && hasRelation(noun, "obl", "nmod") && /^(for|to)$/.test(caseOf(sentence, noun) ?? "")
        ? concerned(spot, noun, except)
        : [],
  ];
  const passesOn = (n: string): boolean => /^(IGO|NGO)$/.test(spot.scene.actors.drafts.get(n)?.sector ?? "");
  let first: string[] = [];
  for (const list of lists) {
    const names = list();
    const final = names.filter((n) => !passesOn(n));
    if (final.length > 0) return final;
    if (first.length === 0) first = names;
  }
  return first.length > 0 || !verb || !GIVING.test(verb.lemma) ? first : givenBefore(spot, verb, givers);
}

/** What "to" and "for" bring in shortly after the sum, wherever the parser hung it. */
const later = (sentence: Sentence, head: Token): Token[] =>
  sentence.tokens.filter(
    (t) =>
      t.index > head.index &&
      t.index < head.index + 14 &&
      hasRelation(t, "nmod", "obl") &&
      t.upos === "PROPN" &&
      /^(to|for)$/.test(caseOf(sentence, t) ?? ""),
  );

/** Whether the money has moved: by the verb that moves it, what that hangs on, and the adjectives of its noun. */
function statusOf({ spot, head, noun, verb }: Placed): StatusOf {
  const { sentence } = spot;
  const own =
    noun && (noun.index > head.index || hasRelation(head, "nummod", "compound")) && noun.upos === "NOUN"
      ? statusOfNoun(sentence, noun)
      : undefined;
  if (own && /^(adjective|no$)/.test(own.rule) && own.status === "negated") return own;
  const participle =
    noun &&
    (announcement(sentence, noun) ??
      subtreeOf(sentence, noun, (t) => hasRelation(t, "acl:relcl", "conj")).find(
        (c) => PROMISING.test(c.lemma) && c.xpos === "VBN" && c.deprel === "acl",
      ));
  if (participle) return { status: "planned", rule: "announced" };
  if (verb) {
    const above = headOf(sentence, verb)?.lemma.toLowerCase() ?? "";
    const status = statusOfVerb(sentence, verb);
    if (status.rule === "negation" || status.status === "negated")
      return /^(refuse|decline|decision|decide|agreement|agree|reject)$/.test(above) || modalOf(sentence, verb)
        ? { status: "negated", rule: status.rule }
        : status;
    if (PLANS.test(above) || PROMISING.test(above)) return { status: "planned", rule: `governed-by-${above}` };
    if (PROMISING.test(verb.lemma) && status.status === "actual")
      return { status: "planned", rule: `promised-${verb.lemma}` };
    if (verb.lemma === "move" && status.status === "actual") return { status: "planned", rule: "moving-forward" };
    if (status.rule === "infinitive" && /^(continue|begin|start)$/.test(above))
      return statusOfVerb(sentence, headOf(sentence, verb)!);
    if (status.status !== "actual") return status;
    if (GIVING.test(verb.lemma)) return { status: "actual", rule: "told" };
  }
  if (own && own.status !== "actual") return own;
  return { status: "actual", rule: "told" };
}

/** The verb that moves the money: the nearest above that is no participle on another noun ("representing", "worth"). */
function verbOf(sentence: Sentence, head: Token): Token | undefined {
  const verbs = ancestorsOf(sentence, head).filter((t) => t.upos === "VERB" && isPredicate(sentence, t));
  return (
    verbs.find((t) => GIVING.test(t.lemma) && !(t.deprel === "acl" && t.xpos === "VBG")) ??
    verbs.find((t) => !(t.deprel === "acl" && (t.xpos === "VBG" || t.xpos === "VBN"))) ??
    verbs[0]
  );
}

/** A dollar that nobody names is the giver's own, where he has one. */
function ownDollar(sum: SumMention, giver: string | undefined, text: string): SumMention {
  if (!sum.inferred || !giver || !text.includes("$")) return sum;
  const currency = world().states.get(giver)?.currency;
  return currency && /^(USD|AUD|CAD|NZD|SGD|HKD|TWD)$/.test(currency) ? { ...sum, currency } : sum;
}

function read(scene: Scene, sum: SumMention, speakerAt: SpeakerAt, sofar: readonly MoneyDraft[]): MoneyDraft | null {
  const sentence = sentenceAt(scene, sum.from);
  const head = sentence && headOfRange(sentence, sum);
  if (!sentence || !head) return null;
  const spot: Spot = { scene, sentence, speaker: speakerAt(sum) };
  const verb = verbOf(sentence, head);
  const noun = nounOf(sentence, sum, head, verb);
  const place: Placed = { spot, sum, head, noun, verb };
  if (measures(sentence, place)) return null;
  let givers = giverOf(place);
  let takers = takerOf(place, givers);
  const before = sofar.findLast((m) => m.from >= sentence.from);
  if (givers.length === 0 && before?.giver) givers = [before.giver];
  if (takers.length === 0 && before?.taker) takers = [before.taker];
  if (noun && HELD.test(noun.lemma)) takers = [];
  if (noun && SALES.test(noun.lemma) && isSale(sentence, noun, verb)) [givers, takers] = [takers, givers];
  const range = noun ? purposeRange(sentence, sum, noun) : null;
  if (!noun && givers.length === 0 && takers.length === 0) return null;
  const { status, rule } = statusOf(place);
  return {
    from: sum.from,
    to: sum.to,
    sum: ownDollar(sum, givers[0], scene.text.slice(sum.from, sum.to)),
    purpose: range ? scene.text.slice(range.from, range.to) : null,
    purposeRange: range,
    giver: givers[0] ?? null,
    taker: takers[0] ?? null,
    status,
    statusRule: rule,
    line: sentence.line,
  };
}

/** A sale runs from buyer to seller. */
const isSale = (sentence: Sentence, noun: Token, verb: Token | undefined): boolean =>
  /^(sale|purchase)$/.test(noun.lemma) ||
  (/^(deal|contract|order)$/.test(noun.lemma) &&
    verb !== undefined &&
    !isPassive(sentence, verb) &&
    /^(sell|provide|supply|deliver|export)$/.test(verb.lemma));

/** Sums for a public purpose, each with who gives it to whom as far as the sentence tells. */
export function readMoney(scene: Scene, speakerAt: SpeakerAt): MoneyDraft[] {
  const drafts: MoneyDraft[] = [];
  for (const sum of scene.sums.sums) {
    const draft = read(scene, sum, speakerAt, drafts);
    if (draft) drafts.push(draft);
  }
  return drafts;
}
