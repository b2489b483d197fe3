import { childBy, childrenBy, hasRelation, headOf, isNegated } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { type Status, statusOfNoun, statusOfVerb } from "../status.ts";
import type { Trigger } from "./triggers.ts";

/** "did not take place", "fell through", "is possible but not ripe": what the sentence says became, or may become, of it. */
function fateOf(sentence: Sentence, noun: Token): { status: Status; rule: string } | null {
  const head = hasRelation(noun, "nsubj") ? headOf(sentence, noun) : undefined;
  if (!head) return null;
  const lemma = head.lemma.toLowerCase();
  const phrase = [
    lemma,
    ...childrenBy(sentence, head, "obj", "compound:prt", "advmod")
      .filter((t) => t.index > head.index)
      .map((t) => t.lemma),
  ].join(" ");
  if (isNegated(sentence, head) && /^(take place|happen|occur|go ahead|materiali[sz]e|proceed|come off)/.test(phrase))
    return { status: "negated", rule: "did-not-happen" };
  if (/^fall through/.test(phrase)) return { status: "negated", rule: "fell-through" };
  if (childBy(sentence, head, "cop") && /^(possible|likely|unlikely|conceivable|uncertain)$/.test(lemma))
    return { status: "possible", rule: `adjective-${lemma}` };
  return null;
}

export function statusOf(sentence: Sentence, trigger: Trigger): { status: Status; rule: string } {
  if (!trigger.noun) {
    const own = statusOfVerb(sentence, trigger.token);
    const ahead = /^(due|expect)$/.test(trigger.frame.word) && own.status === "actual";
    return ahead ? { status: "planned", rule: `${trigger.frame.word}-there` } : own;
  }
  const fate = fateOf(sentence, trigger.token);
  if (fate) return fate;
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
    if (/^(cancel|postpone|reject|refuse|decline|skip|boycott|miss|snub)$/.test(lemma))
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
