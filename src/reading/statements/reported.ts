import {
  childrenOf,
  governingPredicate,
  hasRelation,
  headOf,
  isNegated,
  markerOf,
  modalOf,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { isParticipleCue } from "./leaving.ts";
import { cueAt } from "./standing.ts";

/** Governors under which an infinitive tells what was done: "was pleased to inform", "went on to say". */
const TELLING =
  /^(pleased|glad|happy|proud|continue|like|go|hasten|begin|take|quick|keen|hold|honored|honoured|delighted|use|seek)$/;
const STARTING = /^(start|begin|open|close|end|conclude|respond|react|continue|counter|reply|answer|finish)$/;

/** Whether the verb reports something that was said: neither denied nor conditional, no wish, duty or mere plan to say it. */
export function isReported(sentence: Sentence, verb: Token): boolean {
  if (isNegated(sentence, verb) || hasRelation(verb, "amod", "compound")) return false;
  if (isAskedFirst(sentence, verb) || wantsNoName(sentence, verb) || callsHome(sentence, verb)) return false;
  const marker = markerOf(sentence, verb) ?? "";
  if (/^(if|unless|whether|in order|so|without|until|rather|rather than|instead of)$/.test(marker)) return false;
  if (
    hasRelation(verb, "xcomp", "ccomp") &&
    /^(help|let|make|have|see|hear|watch)$/.test(headOf(sentence, verb)?.lemma ?? "") &&
    isBare(verb)
  )
    return false;
  const modal = modalOf(sentence, verb);
  if (modal) return modal === "would" && /^(like|welcome)$/.test(verb.lemma);
  if (verb.xpos === "VB" && marker === "" && !hasRelation(verb, "conj") && !hasDo(sentence, verb)) return false;
  if (childrenOf(sentence, verb).some((t) => t.deprel === "mark" && t.xpos === "TO"))
    return isToldInfinitive(sentence, verb);
  return verb.xpos !== "VBG" || isToldParticiple(sentence, verb);
}

/** "Asked about the strike, she said": who is asked there says nothing by being asked. */
const isAskedFirst = (sentence: Sentence, verb: Token): boolean =>
  /^(ask|press|question|quiz)$/.test(verb.lemma) &&
  verb.xpos !== "VBG" &&
  hasRelation(verb, "advcl") &&
  verb.head > verb.index &&
  !childrenOf(sentence, verb).some((t) => hasRelation(t, "nsubj", "aux", "mark"));

/** "a diplomat who asked not to be named": said of the source, not by it. */
const wantsNoName = (sentence: Sentence, verb: Token): boolean =>
  /^(ask|request|demand|insist|decline|refuse|wish|want|prefer)$/.test(verb.lemma) &&
  childrenOf(sentence, verb).some((t) => t.index > verb.index && /^(name|identify|quote|anonymity)$/.test(t.lemma));

/** "recalled its ambassador" calls somebody home and tells nothing. */
const callsHome = (sentence: Sentence, verb: Token): boolean =>
  verb.lemma === "recall" &&
  childrenOf(sentence, verb).some(
    (t) =>
      hasRelation(t, "obj", "nsubj:pass") &&
      /^(ambassador|envoy|diplomat|attaché|consul|staff|troop|force|product)s?$/.test(t.lemma),
  );

const isBare = (verb: Token): boolean => verb.xpos === "VB" || verb.xpos === "VBP";

const hasDo = (sentence: Sentence, verb: Token): boolean =>
  childrenOf(sentence, verb).some((t) => hasRelation(t, "aux"));

/** "met to reaffirm", "was pleased to inform", "had the opportunity to recognize". */
function isToldInfinitive(sentence: Sentence, verb: Token): boolean {
  const above = headOf(sentence, verb);
  if (!above) return false;
  const governor = governingPredicate(sentence, verb) ?? above;
  if (modalOf(sentence, governor) || isNegated(sentence, governor)) return false;
  if (hasRelation(verb, "acl") && /^(opportunity|chance|occasion)$/.test(above.lemma))
    return /^(have|take|use|seize)$/.test(governor.lemma) && governor.xpos !== "VB";
  if (hasRelation(verb, "advcl")) return isToldPurpose(governor);
  if (hasRelation(verb, "acl"))
    return /^(call|meeting|conference|statement|letter|talk|summit|visit)s?$/.test(above.lemma);
  if (hasRelation(verb, "xcomp", "ccomp"))
    return (
      TELLING.test(above.lemma.toLowerCase()) ||
      (hasRelation(verb, "xcomp") &&
        /^(meet|convene?|gather|speak|call|phone|write)$/.test(above.lemma) &&
        above.xpos !== "VB")
    );
  return (
    hasRelation(verb, "conj") &&
    above.upos === "VERB" &&
    (childrenOf(sentence, above).some((t) => t.xpos === "TO") ? isToldInfinitive(sentence, above) : false)
  );
}

/** People meet, call, write or gather to say something; most other purposes are not yet done. */
const isToldPurpose = (governor: Token): boolean =>
  /^(meet|speak|talk|call|convene?|phone|write|gather|hold|host|join|visit|travel|come|release|issue|use|take|appear|tweet|receive|address|send|post|have|sign|telephone|go)$/.test(
    governor.lemma,
  ) && governor.xpos !== "VB";

/** A participle tells what was said beside the main verb, unless a preposition makes it a reason or a manner. */
function isToldParticiple(sentence: Sentence, verb: Token): boolean {
  const marker = markerOf(sentence, verb);
  const above = headOf(sentence, verb);
  if (
    marker === undefined ||
    marker === "while" ||
    marker === "with" ||
    marker === "after" ||
    marker === "before" ||
    marker === "that"
  ) {
    if (
      !above ||
      !(hasRelation(verb, "advcl", "acl", "parataxis", "conj", "dep", "csubj") || isParticipleCue(sentence, verb))
    )
      return above === undefined || childrenOf(sentence, verb).some((t) => hasRelation(t, "aux", "nsubj"));
    const governor = governingPredicate(sentence, verb);
    return !governor || !(isNegated(sentence, governor) && governor.index > verb.index);
  }
  return (
    (marker === "by" || marker === "in") &&
    above !== undefined &&
    (STARTING.test(above.lemma) || cueAt(sentence, above) !== undefined)
  );
}
