import { contactFrames } from "../../lexicon/contact-frames.ts";
import type { EventType } from "../../record/schema.ts";
import { childBy, hasRelation } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { actsOf } from "../plover/acts.ts";
import { type PloverAnswer, ploverTypeAt } from "../plover/plover.ts";
import { type Frame, framesAt } from "./frames.ts";

/** Types that may stand without a recipient. */
const ALONE = new Set<EventType>(["PROTEST"]);
/** Types of deeds of force. */
export const HOSTILE = new Set<EventType>(["ASSAULT", "COERCE", "SANCTION"]);

/** What a token does: a frame of the event lexicon or a sure word of the PLOVER lexicon. */
export interface Reading {
  readonly type: EventType;
  readonly roles: readonly string[];
  readonly needed: Frame["needed"];
  readonly subject: Frame["subject"];
  readonly rule: string;
  /** Whether the model is sure of it; asked last, as the model costs more than all else. Absent where no model has a say. */
  readonly holds?: () => boolean;
}

const fromFrame = (f: Frame, token: Token): Reading => ({
  type: f.type,
  roles: f.roles,
  needed: f.needed,
  subject: f.subject,
  rule: `event-frame-${token.lemma.toLowerCase()}`,
});

/** The sure senses of the wider lexicon, where no frame has a say. */
function fromLexicon(sentence: Sentence, token: Token): Reading[] {
  if (token.upos !== "VERB" || hasRelation(token, "amod", "compound", "case", "mark")) return [];
  const at = actsOf(sentence).at[token.index]!;
  const act = at.find((a) => a.type !== "CONSULT" && a.sure);
  if (!act || at.some((a) => a.type === "CONSULT" && a.weight > act.weight)) return [];
  if (act.by === "word" && contactFrames().verbs.has(token.lemma.toLowerCase())) return [];
  const type = act.type as EventType;
  if (type === "AGREE" || token.lemma === "fail") return [];
  return [
    {
      type,
      roles: act.roles,
      needed: ALONE.has(type) ? "doer" : "both",
      subject: null,
      rule: `plover-${act.by}-${token.lemma.toLowerCase()}`,
    },
  ];
}

const SHARE = 0.6;
const MARGIN = 0.35;

/**
 * The weak senses of a verb among which the PLOVER model chooses, if it is sure enough; doer and recipient must be there.
 * Only for deeds of force: of help and words the model is too often sure without reason. At most one of them holds.
 */
function fromModel(sentence: Sentence, token: Token): Reading[] {
  if (
    token.upos !== "VERB" ||
    hasRelation(token, "amod", "compound", "case", "mark") ||
    contactFrames().verbs.has(token.lemma.toLowerCase())
  )
    return [];
  const weak = actsOf(sentence).at[token.index]!.filter((a) => !a.sure && HOSTILE.has(a.type as EventType));
  if (weak.length === 0 || !childBy(sentence, token, "obj", "nsubj:pass", "obl")) return [];
  let answer: PloverAnswer | undefined;
  const holds = (type: EventType): boolean => {
    answer ??= ploverTypeAt(sentence, token.index);
    return answer.type === type && answer.score >= SHARE && answer.margin >= MARGIN;
  };
  return weak
    .filter((a, i) => weak.findIndex((b) => b.type === a.type) === i)
    .map((act) => ({
      type: act.type as EventType,
      roles: act.roles,
      needed: "both",
      subject: null,
      rule: `plover-model-${token.lemma.toLowerCase()}`,
      holds: () => holds(act.type as EventType),
    }));
}

/**
 * What a token may do, best first: the frames of the event lexicon, else a sure word of the PLOVER lexicon, else what the
 * model may choose, where it {@link Reading.holds}.
 */
export function candidatesOf(sentence: Sentence, token: Token): Reading[] {
  const frames = framesAt(sentence, token).map((f) => fromFrame(f, token));
  if (frames.length > 0) return frames;
  const sure = fromLexicon(sentence, token);
  return sure.length > 0 ? sure : fromModel(sentence, token);
}

/** Those of {@link candidatesOf} that hold. */
export const readingsOf = (sentence: Sentence, token: Token): Reading[] =>
  candidatesOf(sentence, token).filter((r) => r.holds?.() ?? true);
