import type { Bounds, Time } from "../../record/schema.ts";
import { hasRelation, headOfRange } from "../../syntax/tree.ts";
import type { Sentence } from "../../syntax/types.ts";
import type { Scene } from "../participants.ts";
import { extentOf } from "../times/bounds.ts";

const BESIDE = /\b(before|ahead of|prior to|after|by|no later than|not later than)\s+(?:the\s+)?$/i;

const moved = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * "before Christmas", "after June 30", "by the summer": the time is where the days of a contact end or begin, not its
 * day. Null for a time that is the contact's own.
 */
export function boundsBeside(scene: Scene, sentence: Sentence, time: Time | null): Bounds | null {
  if (!time || time.type === "DURATION") return null;
  // "after last Thursday's call": the preposition is the call's.
  const head = headOfRange(sentence, time.evidence);
  if (head && hasRelation(head, "nmod:poss", "compound", "amod", "nummod")) return null;
  const before = scene.text.slice(Math.max(0, time.evidence.from - 20), time.evidence.from);
  const word = BESIDE.exec(before)?.[1]?.toLowerCase();
  const extent = word ? extentOf(time.value?.slice(0, 10) ?? null) : null;
  if (!word || !extent) return null;
  const [first, last] = extent;
  if (word === "after") return { earliest: moved(last, 1), latest: null };
  const whole = word === "by" || word.endsWith("later than") || time.mod === "END";
  const latest = whole ? last : moved(first, -1);
  const { published } = scene;
  return { earliest: published !== null && published <= latest ? published : null, latest };
}
