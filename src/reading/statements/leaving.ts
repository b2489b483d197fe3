import type { Time } from "../../record/schema.ts";
import {
  caseOf,
  childBy,
  childrenBy,
  childrenOf,
  hasRelation,
  headOf,
  isPassive,
  markerOf,
  subtreeOf,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { coordinatedWith, cueAt } from "./standing.ts";

/** Where and when something was said, which is no part of what was said: "during the call", "in a statement". */
const SETTING_CASE = /^(during|after|before|ahead of|following|amid|upon|prior to|alongside|through|via)$/;
const SETTING_NOUN =
  /^(statement|interview|speech|address|meeting|call|conversation|letter|tweet|post|briefing|conference|remark|report|message|telegram|communiqu[eé]|release|talk|summit|visit|ceremony|session|event|twitter|television|radio|tv|telegram|email|phone|response|return|turn)s?$/i;

/** Whether a noun names the paper or talk in which something is said. */
export const isSettingNoun = (t: Token): boolean => SETTING_NOUN.test(t.lemma);

const MEDIUM_NOUN =
  /^(twitter|television|radio|tv|telegram|facebook|x|phone|telephone|air|sideline|margin|occasion|eve|website|blog)s?$/i;

/** "while pointing out that S" hung by the parser on S itself, or "X estimates S" hung on S: S is the content. */
export function misattached(sentence: Sentence, verb: Token): Token | undefined {
  const head = headOf(sentence, verb);
  if (!head || head.index < verb.index || !hasRelation(verb, "advcl", "acl", "csubj")) return undefined;
  const that = childrenOf(sentence, head).some(
    (t) => t.deprel === "mark" && t.text === "that" && t.index > verb.index && t.index - verb.index < 4,
  );
  if (that) return head;
  const next = sentence.tokens[verb.index + 1];
  const bare =
    verb.deprel === "advcl" &&
    !childBy(sentence, verb, "mark") &&
    childBy(sentence, verb, "nsubj") &&
    !childBy(sentence, verb, "obj", "ccomp") &&
    next?.upos !== "PUNCT";
  if (bare) return head;
  const before = sentence.tokens[verb.index - 1];
  const loose =
    verb.xpos === "VBG" &&
    verb.index > 2 &&
    before?.text === "," &&
    hasRelation(verb, "advcl") &&
    !childBy(sentence, verb, "ccomp", "nsubj", "mark") &&
    childBy(sentence, head, "aux", "cop", "nsubj") &&
    next?.upos !== "PUNCT";
  return loose ? head : undefined;
}

/** "S, the agency reported." with the cue hung as a complement or conjunct on S: what it brings in stands before it. */
export function closes(sentence: Sentence, verb: Token): boolean {
  if (!hasRelation(verb, "ccomp", "conj", "parataxis", "advcl") || verb.head > verb.index || verb.head < 0)
    return false;
  const subject = childBy(sentence, verb, "nsubj");
  if (!subject || subject.index > verb.index || childBy(sentence, verb, "mark", "cc")) return false;
  if (childrenBy(sentence, verb, "ccomp", "obj", "xcomp").some((t) => t.index > verb.index)) return false;
  const words = subtreeOf(sentence, subject).filter((t) => t.upos !== "PUNCT");
  const rest = sentence.tokens.slice(verb.index + 1).filter((t) => t.upos !== "PUNCT");
  return sentence.tokens[words[0]!.index - 1]?.text === "," && rest.length < 6;
}

/** A content that belongs to another cue ("insisted that A while pointing out that B"). */
export const misheld = (sentence: Sentence, clause: Token): boolean =>
  childrenBy(sentence, clause, "advcl", "csubj").some(
    (t) => misattached(sentence, t) === clause && cueAt(sentence, t) !== undefined,
  );

/** The branches that are no part of what the verb brings in: other cues, relays, the verb's own coordination. */
export function leaving(sentence: Sentence, verb: Token): (t: Token) => boolean {
  return (t) => {
    if (t.index < verb.index && !hasRelation(t, "parataxis")) return false;
    if (hasRelation(t, "conj"))
      return leavesAsConjunct(sentence, verb, t) || (cueAt(sentence, t) !== undefined && closes(sentence, t));
    const cue = cueAt(sentence, t);
    if (cue && closes(sentence, t)) return true;
    if (hasRelation(t, "parataxis") && cue && childBy(sentence, t, "nsubj")) return true;
    if (hasRelation(t, "ccomp", "acl", "parataxis") && misheld(sentence, t)) return true;
    if (isParticipleCue(sentence, t)) return true;
    if (!hasRelation(t, "advcl", "parataxis", "acl"))
      return hasRelation(t, "obl") && caseOf(sentence, t)?.startsWith("according") === true;
    return leavesAsParticiple(sentence, verb, t, cue !== undefined);
  };
}

/** ", thanking them for S": the parser may call it a complement of the verb before. */
export const isParticipleCue = (sentence: Sentence, t: Token): boolean =>
  t.deprel === "ccomp" &&
  t.xpos === "VBG" &&
  sentence.tokens[t.index - 1]?.text === "," &&
  !childBy(sentence, t, "nsubj", "aux") &&
  cueAt(sentence, t) !== undefined;

function leavesAsConjunct(sentence: Sentence, verb: Token, t: Token): boolean {
  const that = childrenBy(sentence, t, "mark").some((m) => m.text.toLowerCase() === "that");
  if (that) return false;
  if (t.head === verb.index || coordinatedWith(sentence, t) === verb)
    return t.upos === "VERB" || childBy(sentence, t, "nsubj", "cop") !== undefined;
  return coordinatedWith(sentence, t) !== undefined;
}

/** The "with" of "S1, with N saying S2", before the cue. */
export function withBefore(sentence: Sentence, verb: Token): Token | undefined {
  if (verb.xpos !== "VBG") return undefined;
  const near = sentence.tokens.slice(Math.max(1, verb.index - 10), verb.index);
  if (near.slice(1).some((t) => t.text === ","))
    return near.findLast((t) => isWith(sentence, t) && !near.some((x) => x.text === "," && x.index > t.index));
  return near.find((t) => isWith(sentence, t));
}

const isWith = (sentence: Sentence, t: Token): boolean =>
  t.text.toLowerCase() === "with" && sentence.tokens[t.index - 1]?.text === ",";

function leavesAsParticiple(sentence: Sentence, verb: Token, t: Token, isCue: boolean): boolean {
  const marker = markerOf(sentence, t);
  const before =
    sentence.tokens[
      Math.min(
        ...subtreeOf(sentence, t)
          .filter((x) => x.upos !== "PUNCT")
          .map((x) => x.index),
      ) - 1
    ];
  const apart = before?.upos === "PUNCT" || marker === "while";
  if (isCue && withBefore(sentence, t) !== undefined) return true;
  if (
    t.xpos === "VBG" &&
    apart &&
    childrenBy(sentence, t, "obj").some((o) =>
      childrenBy(sentence, o, "acl").some((x) => x.xpos === "VBG" && cueAt(sentence, x)),
    )
  )
    return true;
  if (hasRelation(t, "parataxis") && before?.text === ";" && !childBy(sentence, t, "mark")) return true;
  if (
    t.xpos === "VBG" &&
    isCue &&
    apart &&
    (marker === undefined || marker === "while") &&
    !hasRelation(t, "acl:relcl")
  )
    return true;
  if (t.xpos === "VBG" && /^(quote|cite|refer)$/.test(t.lemma) && before?.upos === "PUNCT") return true;
  if (hasRelation(t, "advcl") && marker === "as" && (isPassive(sentence, t) || isCue)) return true;
  if (hasRelation(t, "advcl") && isCue && /^(while|whereas)$/.test(marker ?? "") && childBy(sentence, t, "nsubj"))
    return true;
  return (
    hasRelation(t, "advcl") &&
    t.head === verb.index &&
    apart &&
    /^(while|when|after|before|as|whereas)$/.test(marker ?? "")
  );
}

/** Whether a branch of the cue itself tells when or in what setting it was said. */
export function isSetting(sentence: Sentence, t: Token, times: readonly Time[]): boolean {
  if (!hasRelation(t, "obl", "advmod", "nmod")) return false;
  if (t.deprel === "obl:unmarked" || t.deprel === "obl:tmod" || t.deprel === "obl:agent") return true;
  if (times.some((x) => x.type !== "DURATION" && x.evidence.from < t.to && t.from < x.evidence.to)) return true;
  const preposition = caseOf(sentence, t) ?? "";
  return (
    SETTING_CASE.test(preposition) ||
    (/^(in|at|with|by)$/.test(preposition) && SETTING_NOUN.test(t.lemma)) ||
    (preposition === "on" && MEDIUM_NOUN.test(t.lemma))
  );
}
