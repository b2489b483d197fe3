import {
  caseOf,
  childBy,
  childrenBy,
  governingPredicate,
  hasRelation,
  headOf,
  isNegated,
  isPredicate,
  markerOf,
  modalOf,
  verbForm,
} from "../syntax/tree.ts";
import type { Sentence, Token } from "../syntax/types.ts";

/** How sure it is that something happened: the one scale that contacts, events and sums share. */
export type Status = "actual" | "planned" | "possible" | "negated";

/** A status with the rule that decided it. */
export interface StatusOf {
  readonly status: Status;
  readonly rule: string;
}

const POSSIBLE_MODALS = new Set(["may", "might", "could", "can"]);
const WISHING = new Set(
  "hope want wish seek ask request propose suggest offer consider urge call demand invite discuss explore threaten welcome appeal need press try attempt ready willing readiness willingness possible potential proposal".split(
    " ",
  ),
);
const PLANNING = new Set(
  "plan intend agree promise pledge vow commit prepare schedule expect announce decide set arrange due aim undertake look pledge order authorize authorise approve".split(
    " ",
  ),
);
const REFUSING = new Set(
  "refuse decline reject cancel call-off put-off break-off deny fail postpone rule avoid oppose call-off prevent block stop forbid ban skip boycott miss snub".split(
    " ",
  ),
);
const POSSIBLE_WORDS = new Set("possible potential proposed hypothetical likely alleged prospective".split(" "));
const PLANNED_WORDS = new Set(
  "upcoming forthcoming planned scheduled future next expected coming intended imminent".split(" "),
);
const NEGATED_WORDS = new Set("cancelled canceled postponed failed aborted".split(" "));
const NEVER_NOUNS = /^(refusal|cancellation|decision|failure)$/;

/** The governors of an infinitive or clause, nearest first, each with what its lemma says of what hangs on it. */
function governed(sentence: Sentence, token: Token): Status | null {
  const head = headOf(sentence, token);
  if (!head) return null;
  const lemma = head.lemma.toLowerCase();
  if (REFUSING.has(lemma)) return "negated";
  if (NEVER_NOUNS.test(lemma) && sentence.tokens.slice(head.index, token.index).some((t) => t.lemma === "not"))
    return "negated";
  if (isPredicate(sentence, head) && isNegated(sentence, head) && (PLANNING.has(lemma) || WISHING.has(lemma)))
    return "negated";
  if (PLANNING.has(lemma)) return "planned";
  if (WISHING.has(lemma)) return "possible";
  return null;
}

/**
 * The status of what a predicate reports, from negation, modality, tense, conditionals and what it hangs on.
 * "would" and "will" are planned, "may" and "could" possible, a refusal or "not" negated, an infinitive takes the status
 * that its governor gives; all else is actual.
 */
export function statusOfVerb(sentence: Sentence, verb: Token): StatusOf {
  const form = verbForm(sentence, verb);
  if (form.negated) return { status: "negated", rule: "negation" };
  const infinitive =
    hasRelation(verb, "xcomp", "acl", "advcl", "ccomp", "csubj", "conj", "obl", "nmod") &&
    childBy(sentence, verb, "mark")?.xpos === "TO";
  if (hasRelation(verb, "advcl", "obl", "xcomp") && verb.xpos === "VBG" && headOf(sentence, verb)?.lemma === "look")
    return { status: "planned", rule: "look-forward" };
  if (hasRelation(verb, "xcomp", "ccomp", "acl") && (infinitive || verb.xpos === "VBG" || hasRelation(verb, "ccomp"))) {
    const given = governed(sentence, verb);
    if (given && (infinitive || given === "negated" || verb.xpos === "VBG"))
      return { status: given, rule: `governed-by-${headOf(sentence, verb)!.lemma}` };
  }
  if (
    hasRelation(verb, "ccomp") &&
    /^VBP?$/.test(verb.xpos) &&
    !form.modal &&
    /^(propose|suggest|request|demand|recommend|ask|urge|insist)$/.test(headOf(sentence, verb)?.lemma ?? "")
  )
    return { status: "possible", rule: `governed-by-${headOf(sentence, verb)!.lemma}` };
  const beTo =
    childBy(sentence, verb, "mark")?.xpos === "TO" &&
    (childrenBy(sentence, verb, "cop", "aux").some((t) => t.lemma === "be" && t.index < verb.index) ||
      (hasRelation(verb, "xcomp") && headOf(sentence, verb)?.lemma === "be"));
  if (beTo) return { status: "planned", rule: "be-to" };
  const marker = markerOf(sentence, verb);
  if (marker === "if" || marker === "unless" || marker === "whether") return { status: "possible", rule: "condition" };
  if (form.modal) {
    if (POSSIBLE_MODALS.has(form.modal)) return { status: "possible", rule: `modal-${form.modal}` };
    if (form.modal === "should" || form.modal === "must") return { status: "possible", rule: `modal-${form.modal}` };
    if (form.modal === "would" && form.perfect) return { status: "possible", rule: "would-have" };
    const condition = childrenBy(sentence, verb, "advcl").some((c) => markerOf(sentence, c) === "if");
    if (form.modal === "would" && condition) return { status: "possible", rule: "would-if" };
    return { status: "planned", rule: `modal-${form.modal}` };
  }
  if (infinitive) {
    if (hasRelation(verb, "advcl")) {
      const above = governingPredicate(sentence, verb);
      if (above && modalOf(sentence, above)) return { status: "planned", rule: "purpose-of-plan" };
      return { status: "planned", rule: "purpose" };
    }
    return { status: "possible", rule: "infinitive" };
  }
  if (form.progressive && /^(prepare|plan)$/.test(verb.lemma)) return { status: "planned", rule: "preparing" };
  if (verb.lemma === "be" || !form.progressive) return { status: "actual", rule: "tense" };
  return { status: "actual", rule: "progressive" };
}

/** "A planned visit has been called off": what became of it outweighs what it was to be. */
function isCalledOff(sentence: Sentence, noun: Token): boolean {
  const head = hasRelation(noun, "nsubj:pass") ? headOf(sentence, noun) : undefined;
  const off = head && sentence.tokens[head.index + 1]?.text.toLowerCase() === "off";
  return (
    head !== undefined &&
    (/^(cancel|postpone|scrap|abandon)$/.test(head.lemma) || (off === true && /^(call|put|break)$/.test(head.lemma)))
  );
}

/** The status of an act or contact named by a noun: its adjectives first, then what is done with it. */
export function statusOfNoun(sentence: Sentence, noun: Token): StatusOf {
  if (isCalledOff(sentence, noun)) return { status: "negated", rule: "called-off" };
  const modifiers = childrenBy(sentence, noun, "amod", "compound", "acl").map((t) => t.text.toLowerCase());
  for (const word of modifiers) {
    if (NEGATED_WORDS.has(word)) return { status: "negated", rule: `adjective-${word}` };
    if (POSSIBLE_WORDS.has(word)) return { status: "possible", rule: `adjective-${word}` };
    if (PLANNED_WORDS.has(word)) return { status: "planned", rule: `adjective-${word}` };
  }
  if (childrenBy(sentence, noun, "det").some((t) => t.text.toLowerCase() === "no"))
    return { status: "negated", rule: "no" };
  const head = headOf(sentence, noun);
  const particle = head && childBy(sentence, head, "compound:prt", "advmod");
  const off = particle && particle.index === head.index + 1 && particle.text.toLowerCase() === "off" ? "-off" : "";
  const lemma = `${head?.lemma.toLowerCase() ?? ""}${off}`;
  if (head && hasRelation(noun, "obj", "nsubj:pass", "nmod", "obl", "nsubj", "conj")) {
    if (hasRelation(noun, "obj", "nsubj:pass") && REFUSING.has(lemma))
      return { status: "negated", rule: `governed-by-${lemma}` };
    if (hasRelation(noun, "nmod") && /^(refusal|cancellation|rejection)$/.test(lemma))
      return { status: "negated", rule: `governed-by-${lemma}` };
    if (
      hasRelation(noun, "nmod") &&
      /^(proposal|offer|request|call|possibility|prospect|readiness|willingness|invitation|idea|hope|need)$/.test(lemma)
    )
      return { status: "possible", rule: `governed-by-${lemma}` };
    if (hasRelation(noun, "nmod") && /^(plan|preparation|agreement|schedule|date|arrangement)$/.test(lemma))
      return { status: "planned", rule: `governed-by-${lemma}` };
    if (
      hasRelation(noun, "obj", "nsubj:pass") ||
      (hasRelation(noun, "obl") && /^(for|to|on)$/.test(caseOf(sentence, noun) ?? ""))
    ) {
      if (WISHING.has(lemma)) return { status: "possible", rule: `governed-by-${lemma}` };
      if (PLANNING.has(lemma) && !/^(announce|approve|authori[sz]e|order)$/.test(lemma))
        return { status: "planned", rule: `governed-by-${lemma}` };
    }
    const predicate = isPredicate(sentence, head) ? head : governingPredicate(sentence, noun);
    if (predicate && hasRelation(noun, "obj", "nsubj", "obl")) {
      const verb = statusOfVerb(sentence, predicate);
      if (verb.status !== "actual") return verb;
    }
  }
  return { status: "actual", rule: "noun" };
}
