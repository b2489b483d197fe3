import type { EventType } from "../../record/schema.ts";
import type { Range } from "../../record/span.ts";
import { agentOf, childBy, nominalsWith, patientOf, phraseRange } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { type Act, actsOf } from "./acts.ts";
import { featuresOf } from "./features.ts";
import { LABELS, type Label, ploverModel, type Reason, reasonsFor } from "./model.ts";
import { type Pair, pairOf } from "./pair.ts";
import { triggersOfSource, triggersOfTarget } from "./trigger.ts";
import type { PloverType } from "./words.ts";

/** The type between two actors of a sentence. */
export interface PloverAnswer {
  /** The likeliest type; CONSULT is a contact. */
  readonly type: PloverType;
  /** The likeliest type that is an event of the record. */
  readonly eventType: EventType;
  /** The share of `type`, from 0 to 1; those of all types add up to 1. */
  readonly score: number;
  /** How far its share lies above the next one's. */
  readonly margin: number;
  readonly scores: Readonly<Record<PloverType, number>>;
  /** What spoke for the type and against the next one, strongest first. */
  readonly features: readonly Reason[];
}

const REASONS = 8;

/** The PLOVER type of what `source` does to `target`; either may be undefined where the sentence does not name it. */
export const ploverType = (sentence: Sentence, source: Range | undefined, target: Range | undefined): PloverAnswer =>
  answer(pairOf(sentence, source, target));

/**
 * The PLOVER type of the act that the token at `trigger` speaks of: source and target are its doer and its recipient
 * as tree and lexicon give them.
 */
export function ploverTypeAt(sentence: Sentence, trigger: number): PloverAnswer {
  const token = sentence.tokens[trigger]!;
  const doer = token.upos === "NOUN" ? ownerOf(sentence, token) : agentOf(sentence, token);
  const recipient = recipientOf(sentence, token, doer);
  const source = doer ? phraseRange(sentence, doer) : undefined;
  return answer(pairOf(sentence, source, recipient && phraseRange(sentence, recipient), trigger));
}

function answer(pair: Pair): PloverAnswer {
  const model = ploverModel();
  const evidence = model.evidence(featuresOf(pair));
  const shares = model.shares(model.margins(evidence));
  const ranked = shares.map((share, label) => ({ share, label })).sort((a, b) => b.share - a.share);
  const [best, next] = ranked as [(typeof ranked)[0], (typeof ranked)[0]];
  const scores = splitYield(
    pair,
    Object.fromEntries(LABELS.map((label, i) => [label, shares[i]!])) as Record<Label, number>,
  );
  const yielding = scores.CONCEDE > scores.RETREAT ? "CONCEDE" : "RETREAT";
  const typeOf = (label: number): PloverType => {
    const name = model.labels[label]!;
    return name === "YIELD" ? yielding : name;
  };
  const event = ranked.find(({ label }) => model.labels[label] !== "CONSULT")!;
  return {
    type: typeOf(best.label),
    eventType: typeOf(event.label) as EventType,
    score: best.share,
    margin: best.share - next.share,
    scores,
    get features() {
      return reasonsFor(evidence, best.label, next.label, REASONS);
    },
  };
}

/** The training data know only YIELD: the lexicon tells what is conceded in words from what is let go. */
function splitYield(pair: Pair, shares: Record<Label, number>): Record<PloverType, number> {
  let retreat = 0.1;
  let concede = 0;
  const count = (acts: readonly Act[], part: number): void => {
    for (const act of acts) {
      if (act.type === "RETREAT") retreat += act.weight * part;
      if (act.type === "CONCEDE") concede += act.weight * part;
    }
  };
  for (const { acts, depth } of [...triggersOfSource(pair), ...triggersOfTarget(pair)]) count(acts, 1 / (1 + depth));
  for (const acts of actsOf(pair.sentence).at) count(acts, 0.2);
  const { YIELD, ...rest } = shares;
  const share = retreat / (retreat + concede);
  return { ...rest, RETREAT: YIELD * share, CONCEDE: YIELD * (1 - share) };
}

const ownerOf = (sentence: Sentence, noun: Token): Token | undefined =>
  childBy(sentence, noun, "nmod:poss") ?? nominalsWith(sentence, noun, "by")[0] ?? subjectAbove(sentence, noun);

function subjectAbove(sentence: Sentence, noun: Token): Token | undefined {
  const head = sentence.tokens[noun.head];
  return head && noun.deprel === "obj" ? agentOf(sentence, head) : undefined;
}

/** Who stands where the lexicon says that the recipient of this word stands; the object otherwise. */
function recipientOf(sentence: Sentence, token: Token, doer: Token | undefined): Token | undefined {
  const places = [
    token,
    ...(token.upos === "VERB" ? [childBy(sentence, token, "obj")] : [sentence.tokens[token.head]]),
  ];
  const roles = actsOf(sentence).at[token.index]!.flatMap((act) => act.roles);
  for (const role of roles) {
    const preposition = role.split(":")[1];
    for (const place of places) {
      if (!place) continue;
      const found = preposition ? nominalsWith(sentence, place, preposition)[0] : undefined;
      if (found && found !== doer) return found;
    }
    if (role === "obj") {
      const object = patientOf(sentence, token);
      if (object && object !== doer) return object;
    }
  }
  return patientOf(sentence, token);
}
