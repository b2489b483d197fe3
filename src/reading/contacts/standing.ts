import { hasRelation, headOf } from "../../syntax/tree.ts";
import type { Sentence } from "../../syntax/types.ts";
import { type Status, statusOfNoun, statusOfVerb } from "../status.ts";
import type { Trigger } from "./triggers.ts";

export function statusOf(sentence: Sentence, trigger: Trigger): { status: Status; rule: string } {
  if (!trigger.noun) return statusOfVerb(sentence, trigger.token);
  if (trigger.verb) {
    const verb = trigger.verb;
    const lemma = verb.lemma.toLowerCase();
    const own = statusOfNoun(sentence, trigger.token);
    if (
      own.status === "negated" ||
      (own.status !== "actual" &&
        /^(propose|request|seek|offer|schedule|plan|arrange|demand|want|agree|announce|reject|refuse|decline|cancel|postpone|welcome)$/.test(
          lemma,
        ))
    )
      return own;
    if (/^(cancel|postpone|reject|refuse|decline)$/.test(lemma))
      return { status: "negated", rule: `governed-by-${lemma}` };
    if (/^(propose|request|seek|offer|demand|want)$/.test(lemma))
      return { status: "possible", rule: `governed-by-${lemma}` };
    if (/^(schedule|plan|arrange|agree|announce)$/.test(lemma))
      return { status: "planned", rule: `governed-by-${lemma}` };
    const held = statusOfVerb(sentence, verb);
    return held.status === "actual" ? own : held;
  }
  const own = statusOfNoun(sentence, trigger.token);
  if (own.status !== "actual") return own;
  const head = headOf(sentence, trigger.token);
  if (hasRelation(trigger.token, "nsubj", "obl", "nsubj:pass") && head) {
    const verb = statusOfVerb(sentence, head);
    if (hasRelation(trigger.token, "nsubj", "nsubj:pass") && verb.status === "planned") return verb;
  }
  return own;
}
