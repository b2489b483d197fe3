import {
  agentOf,
  childBy,
  childrenBy,
  childrenOf,
  governingPredicate,
  hasRelation,
  headOf,
  isNegated,
  modalOf,
  rangeOf,
  subtreeOf,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { ownersOf, who } from "../participants.ts";
import { timeOf } from "../times/use.ts";
import { longestRange, quotationsIn, snapToQuotations, trimContent } from "./content.ts";
import { insideQuotation } from "./quoting.ts";
import type { Desk } from "./types.ts";

/** Nouns that name what somebody holds: "the view of X is that S". */
const HELD =
  /^(view|position|opinion|point|message|belief|argument|claim|conclusion|assessment|warning|hope|expectation|stance|contention|concern|fear|demand|complaint)$/;
/** Nouns for an utterance that a that-clause spells out where a verb gives it out: "issued an order that S". */
const UTTERED =
  /^(order|statement|warning|announcement|declaration|claim|call|demand|appeal|assurance|promise|pledge|point|argument|threat|guarantee|ultimatum|admission|accusation|allegation|prediction|suggestion|proposal|request)$/;
const GIVING =
  /^(issue|make|give|release|repeat|deliver|send|publish|offer|voice|put|provide|receive|raise|renew|reiterate)$/;

interface NounCue {
  readonly speakers: readonly string[];
  readonly clause: Token;
  /** The token before the content. */
  readonly before: number;
  readonly noun: Token;
  readonly cue: readonly Token[];
}

/** Reads statements that a noun brings in: "X's point of view is that S", "issued an order that S". */
export function readNounCues(desk: Desk, sentence: Sentence): void {
  for (const noun of sentence.tokens) {
    if (noun.upos !== "NOUN" || insideQuotation(desk, noun)) continue;
    const lemma = noun.lemma.toLowerCase();
    const found =
      (HELD.test(lemma) ? heldThat(desk, sentence, noun) : null) ??
      (UTTERED.test(lemma) ? utteredThat(desk, sentence, noun) : null);
    if (found) enter(desk, sentence, found);
  }
}

/** "The point of view of some delegates was that S". */
function heldThat(desk: Desk, sentence: Sentence, noun: Token): NounCue | null {
  const that = sentence.tokens.find(
    (t) =>
      t.index > noun.index &&
      t.text.toLowerCase() === "that" &&
      /^(is|was|remains|remained)$/i.test(sentence.tokens[t.index - 1]?.text ?? ""),
  );
  if (!that || that.index - noun.index > 14) return null;
  const be = sentence.tokens[that.index - 1]!;
  const clause = headOf(sentence, that);
  if (!clause || clause.index < that.index || !hasRelation(noun, "nsubj", "nsubj:outer", "root")) return null;
  if (isNegated(sentence, be)) return null;
  const view = childrenBy(sentence, noun, "nmod").find((t) => t.lemma === "view");
  const speakers = [...ownersOf(desk.scene, sentence, noun)];
  if (speakers.length === 0 && view) speakers.push(...ownersOf(desk.scene, sentence, view));
  if (speakers.length === 0)
    speakers.push(
      ...subtreeOf(sentence, noun)
        .filter((t) => t.index > noun.index && t.index < be.index)
        .flatMap((t) => who(desk.scene, sentence, t))
        .slice(0, 1),
    );
  return speakers.length > 0
    ? {
        speakers,
        clause,
        before: that.index,
        noun,
        cue: view ? sentence.tokens.slice(noun.index, view.index + 1) : [noun],
      }
    : null;
}

/** "issued an order that S": the that-clause of a noun that its verb gives out. */
function utteredThat(desk: Desk, sentence: Sentence, noun: Token): NounCue | null {
  const verb = headOf(sentence, noun);
  if (
    !verb ||
    !hasRelation(noun, "obj") ||
    !GIVING.test(verb.lemma) ||
    isNegated(sentence, verb) ||
    modalOf(sentence, verb)
  )
    return null;
  const clause = [...childrenBy(sentence, noun, "acl", "ccomp"), ...childrenBy(sentence, verb, "ccomp")].find(
    (t) =>
      t.index > noun.index &&
      childrenOf(sentence, t).some((m) => m.text.toLowerCase() === "that" && hasRelation(m, "mark")),
  );
  const that = clause && childrenOf(sentence, clause).find((m) => m.text.toLowerCase() === "that");
  if (!clause || !that || that.index > clause.index) return null;
  const agent = agentOf(sentence, verb);
  const speakers = agent ? who(desk.scene, sentence, agent) : [];
  if (speakers.length === 0 || /^receive$/.test(verb.lemma)) return null;
  return { speakers, clause, before: that.index, noun, cue: sentence.tokens.slice(verb.index, noun.index + 1) };
}

function enter(desk: Desk, sentence: Sentence, { speakers, clause, before, noun, cue }: NounCue): void {
  const range = longestRange(
    sentence,
    subtreeOf(sentence, clause).filter((t) => t.index > before),
  );
  if (!range) return;
  const words = rangeOf(cue);
  const content = trimContent(desk.scene.text, snapToQuotations(desk.scene.text, range, desk.outer, words));
  if (
    desk.here.some(
      (s) => s.content.from < content.to && content.from < s.content.to && s.content.from >= content.from - 8,
    )
  )
    return;
  for (const q of quotationsIn(desk.outer, content)) desk.consumed.add(q);
  const verb = governingPredicate(sentence, noun) ?? childBy(sentence, noun, "cop");
  desk.here.push({
    speakers,
    via: null,
    addressees: [],
    content,
    cue: words,
    hedged: false,
    time: timeOf(sentence, (verb ?? noun).index, desk.scene.times.times) ?? null,
    sentence: sentence.index,
    verb: -1,
    line: desk.lineOf(content.from),
    rule: `noun-${noun.lemma.toLowerCase()}`,
    speakerRule: "owner-of-noun",
    quoted: false,
    pronoun: null,
    tense: null,
    clausal: true,
  });
}
