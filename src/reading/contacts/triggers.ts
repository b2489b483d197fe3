import { type ContactFrame, contactFrames } from "../../lexicon/contact-frames.ts";
import type { Range } from "../../record/span.ts";
import {
  caseOf,
  childBy,
  childrenBy,
  childrenOf,
  hasRelation,
  headOf,
  nominalsWith,
  rangeOf,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import type { Scene } from "../participants.ts";

export interface Trigger {
  readonly frame: ContactFrame;
  readonly token: Token;
  readonly tokens: readonly Token[];
  readonly verb: Token | undefined;
  readonly noun: boolean;
}

export function nounTrigger(scene: Scene, sentence: Sentence, token: Token): Trigger | undefined {
  const frames = contactFrames();
  if (token.upos !== "NOUN" && token.upos !== "PROPN") return undefined;
  const lemma = token.lemma.toLowerCase();
  const before = sentence.tokens[token.index - 1];
  const pair = before ? frames.nouns.get(`${before.lemma.toLowerCase()} ${lemma}`) : undefined;
  const frame = pair ?? frames.nouns.get(lemma);
  if (!frame) return undefined;
  const beforeWord = before?.text.toLowerCase() ?? "";
  if ((lemma === "conference" || lemma === "briefing") && (beforeWord === "press" || beforeWord === "news"))
    return undefined;
  if (isProperPart(scene, sentence, token)) return undefined;
  if (hasRelation(token, "compound", "nmod:desc", "flat") && headOf(sentence, token)?.upos !== "VERB") return undefined;
  if (
    (lemma === "call" || lemma === "talk" || lemma === "note") &&
    nominalsWith(sentence, token, "for").some((t) => !/^(second|minute|hour|day|week|month|year)$/.test(t.lemma)) &&
    token.xpos === "NNS"
  )
    return undefined;
  const head = headOf(sentence, token);
  const held = childrenBy(sentence, token, "acl").find(
    (t) => t.xpos === "VBN" && /^(hold|conduct|convene|host|begin|start|schedule|plan|propose)$/.test(t.lemma),
  );
  const light =
    held ??
    (head &&
    head.upos === "VERB" &&
    frames.light.has(head.lemma.toLowerCase()) &&
    (hasRelation(token, "obj", "nsubj:pass") ||
      (hasRelation(token, "obl") &&
        /^(participate|engage|enter|take|be|arrive)$/.test(head.lemma) &&
        /^(in|to|into)$/.test(caseOf(sentence, token) ?? "")))
      ? head
      : undefined);
  return { frame, token, tokens: pair && before ? [before, token] : [token], verb: light, noun: true };
}

/** "the African Union Mission in Somalia": the word is part of a body's name. */
const isProperPart = (scene: Scene, sentence: Sentence, token: Token): boolean => {
  const m = scene.mentions.at(sentence.index, token.index);
  return m?.is === "named" && m.meanings.some((v) => v.is === "body");
};

export function verbTrigger(sentence: Sentence, token: Token): Trigger | undefined {
  const lemma = token.lemma.toLowerCase();
  if ((token.upos !== "VERB" && lemma !== "due") || hasRelation(token, "amod", "compound", "case")) return undefined;
  if (/^(due|expect)$/.test(lemma) && childBy(sentence, token, "xcomp", "ccomp")) return undefined;
  const frames = contactFrames();
  const object = childBy(sentence, token, "obj");
  const partner = object && (object.text.toLowerCase() === "each" ? "each other" : object.lemma.toLowerCase());
  const particle =
    childBy(sentence, token, "compound:prt") ??
    childrenBy(sentence, token, "advmod").find((t) => t.index === token.index + 1 && t.text === "down");
  const frame =
    (particle && frames.verbs.get(`${lemma} ${particle.text.toLowerCase()}`)) ??
    (partner ? frames.verbs.get(`${lemma} ${partner}`) : undefined) ??
    frames.verbs.get(lemma) ??
    frames.verbs.get(`${lemma}e`);
  if (
    lemma === "call" &&
    (!childBy(sentence, token, "obj") ||
      childBy(sentence, token, "xcomp", "ccomp", "compound:prt") ||
      childrenOf(sentence, token).some((t) => t.index === token.index + 1 && t.upos === "ADP"))
  )
    return undefined;
  if (
    /^(speak|talk)$/.test(lemma) &&
    nominalsWith(sentence, token, "of", "against").length > 0 &&
    nominalsWith(sentence, token, "with", "to").length === 0 &&
    !childBy(sentence, token, "obl:agent")
  )
    return undefined;
  if (lemma === "speak" && nominalsWith(sentence, token, "with").some((t) => /^(voice|tongue)$/.test(t.lemma)))
    return undefined;
  return frame && { frame, token, tokens: particle ? [token, particle] : [token], verb: token, noun: false };
}

/** "the last time the two leaders spoke", "the first occasion they met since": a verb that counts contacts. */
export function countsOccasions(sentence: Sentence, verb: Token): boolean {
  const head = hasRelation(verb, "acl:relcl", "acl") ? headOf(sentence, verb) : undefined;
  return head !== undefined && /^(time|occasion)$/.test(head.lemma);
}

export function hasDefinite(sentence: Sentence, token: Token): boolean {
  return childrenBy(sentence, token, "det", "nmod:poss").some((t) =>
    /^(the|this|that|these|those|his|her|its|their|our)$/i.test(t.text),
  );
}

/** The verb or noun with its head: "have a meeting", "long video conference", "met with Prime Minister Olmert". */
export function triggerRange(sentence: Sentence, { token, tokens, verb, noun }: Trigger): Range {
  if (!noun) {
    const next = sentence.tokens[tokens.at(-1)!.index + 1];
    const nextIs = next && /^(with|to)$/i.test(next.text) ? [next] : [];
    return rangeOf([...tokens, ...nextIs]);
  }
  const modifiers = childrenBy(sentence, token, "amod", "compound").filter(
    (t) => t.index < token.index && token.index - t.index < 5,
  );
  const light = verb && verb.index < token.index && token.index - verb.index < 6 ? [verb] : [];
  return rangeOf([...light, ...modifiers, ...tokens]);
}
