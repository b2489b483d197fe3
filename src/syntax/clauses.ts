import {
  ancestorsOf,
  childBy,
  childrenBy,
  childrenOf,
  firstConjunct,
  fixedText,
  hasRelation,
  headOf,
  nominalsWith,
} from "./nodes.ts";
import type { Sentence, Token } from "./types.ts";

const NEGATIONS = new Set(["not", "n't", "n’t", "never", "neither", "nor"]);
const NEGATIVE_PRONOUNS = new Set(["nobody", "none", "nothing", "neither", "no-one"]);
const RELATIVES = new Set(["who", "whom", "which", "that", "whose"]);
/** Verbs whose object does what "of", "for" or "from" with a gerund says. */
const OBJECT_CONTROL = new Set(
  "accuse suspect convict acquit blame condemn criticize criticise denounce rebuke thank praise commend applaud congratulate punish sanction prevent stop deter discourage keep ban bar prohibit restrain".split(
    " ",
  ),
);
/** Verbs whose subject, not object, does what the infinitive says although they have an object. */
const SUBJECT_CONTROL = new Set(["promise", "vow", "threaten", "pledge", "use"]);

/** Whether the token is the head of a clause: a verb that is no adjective, or a word with a copula or subject. */
export const isPredicate = (sentence: Sentence, token: Token): boolean =>
  (token.upos === "VERB" && !hasRelation(token, "amod", "compound", "case", "mark", "fixed", "flat")) ||
  childBy(sentence, token, "cop", "nsubj", "csubj") !== undefined;

/** The nearest predicate above `token`; for a predicate, the one that its clause hangs on. */
export const governingPredicate = (sentence: Sentence, token: Token): Token | undefined =>
  ancestorsOf(sentence, token).find((t) => isPredicate(sentence, t));

/** The auxiliaries of a predicate (modals, have, be, do), in order; those of the first conjunct when it has none. */
export function auxiliariesOf(sentence: Sentence, predicate: Token): Token[] {
  const own = childrenBy(sentence, predicate, "aux");
  if (own.length > 0 || !sharesClause(sentence, predicate)) return own;
  const first = firstConjunct(sentence, predicate);
  return first.xpos === predicate.xpos || predicate.xpos === "VB" ? childrenBy(sentence, first, "aux") : own;
}

/** A later conjunct without a subject and finite form of its own: it shares those of the first. */
const sharesClause = (sentence: Sentence, predicate: Token): boolean =>
  predicate.deprel === "conj" && childBy(sentence, predicate, "nsubj", "csubj", "mark") === undefined;

/** The lemma of the modal of a predicate ("will", "may", "would"), also for later conjuncts; undefined if none. */
export const modalOf = (sentence: Sentence, predicate: Token): string | undefined =>
  auxiliariesOf(sentence, predicate).find((t) => t.xpos === "MD")?.lemma;

/** The tokens of the verb group in order: auxiliaries, copula, negation, the predicate, its particle. */
export function verbGroup(sentence: Sentence, predicate: Token): Token[] {
  const group = childrenOf(sentence, predicate).filter(
    (t) => hasRelation(t, "aux", "cop", "compound:prt") || isNegation(t) || (t.deprel === "mark" && t.xpos === "TO"),
  );
  return [...group, predicate].sort((a, b) => a.index - b.index);
}

const isNegation = (token: Token): boolean =>
  NEGATIONS.has(token.text.toLowerCase()) && hasRelation(token, "advmod", "cc", "aux", "dep");

/**
 * Whether the predicate is denied in its own clause: by "not", "never", "neither", by "no longer", or by a negative
 * subject or object ("no agreement was reached", "nobody came"). Verbs that deny ("refuse to meet") do not count.
 */
export function isNegated(sentence: Sentence, predicate: Token): boolean {
  const children = childrenOf(sentence, predicate);
  if (children.some((t) => isNegation(t) || isNoLonger(sentence, t))) return true;
  if (children.some((t) => hasRelation(t, "nsubj", "obj", "obl") && isNothing(sentence, t))) return true;
  if (childBy(sentence, predicate, "cop") && childrenBy(sentence, predicate, "det").some(isNo)) return true;
  const first = firstConjunct(sentence, predicate);
  return first !== predicate && sharesClause(sentence, predicate) && sharesNegation(sentence, first, predicate);
}

const isNo = (token: Token): boolean => token.text.toLowerCase() === "no";

const isNoLonger = (sentence: Sentence, token: Token): boolean =>
  token.deprel === "advmod" && token.text.toLowerCase() === "longer" && childrenOf(sentence, token).some(isNo);

const isNothing = (sentence: Sentence, token: Token): boolean =>
  NEGATIVE_PRONOUNS.has(token.text.toLowerCase()) || childrenBy(sentence, token, "det").some(isNo);

/** "did not meet or call": the second verb is a bare form under the auxiliary that is denied, joined by or, nor. */
function sharesNegation(sentence: Sentence, first: Token, later: Token): boolean {
  const joint = childBy(sentence, later, "cc")?.text.toLowerCase();
  return joint !== "but" && later.xpos === first.xpos && childrenBy(sentence, later, "aux").length === 0
    ? childrenOf(sentence, first).some(isNegation)
    : false;
}

/** Whether the predicate is in the passive, also as a reduced relative ("the man arrested on Friday"). */
export function isPassive(sentence: Sentence, predicate: Token): boolean {
  if (predicate.xpos !== "VBN" && predicate.xpos !== "VBD") return false;
  if (childBy(sentence, predicate, "aux:pass", "nsubj:pass", "csubj:pass", "obl:agent")) return true;
  if (predicate.xpos === "VBN" && predicate.deprel === "acl") return true;
  const first = firstConjunct(sentence, predicate);
  return first !== predicate && sharesClause(sentence, predicate) && childBy(sentence, first, "aux:pass") !== undefined;
}

/**
 * Who or what the clause is about: its subject, or the one it inherits as a relative clause, participle, infinitive
 * or later conjunct. In the passive this is who it is done to; see {@link agentOf}.
 */
export function subjectOf(sentence: Sentence, predicate: Token): Token | undefined {
  let clause: Token | undefined = predicate;
  for (let step = 0; clause && step < 20; step++) {
    const own = childBy(sentence, clause, "nsubj:outer") ?? childBy(sentence, clause, "nsubj", "csubj");
    if (own) return relativeOf(sentence, clause, own) ?? own;
    const head = headOf(sentence, clause);
    if (!head) return undefined;
    if (hasRelation(clause, "acl"))
      return clause.deprel === "acl:relcl" || isParticiple(clause) ? head : inherited(sentence, head);
    if (clause.deprel === "xcomp") {
      const controller = controllerOf(sentence, head);
      if (controller) return controller;
    } else if (clause.deprel !== "conj" && clause.deprel !== "advcl") return undefined;
    // "accused officers of sending arms", "thanked France for helping": who is accused or thanked does it.
    const blamed =
      clause.deprel === "advcl" &&
      OBJECT_CONTROL.has(head.lemma) &&
      /^(of|for|from)$/.test(markerOf(sentence, clause) ?? "");
    if (blamed) {
      const object = isPassive(sentence, head) ? subjectOf(sentence, head) : childBy(sentence, head, "obj", "iobj");
      if (object) return object;
    }
    clause = head;
  }
  return undefined;
}

const isParticiple = (token: Token): boolean => token.xpos === "VBG" || token.xpos === "VBN";

/** "Putin's plan to visit": the infinitive's subject is who has the plan; otherwise the subject of the clause. */
function inherited(sentence: Sentence, noun: Token): Token | undefined {
  const owner = childBy(sentence, noun, "nmod:poss") ?? nominalsWith(sentence, noun, "of", "by")[0];
  if (owner) return owner;
  const above = governingPredicate(sentence, noun);
  return above && hasRelation(noun, "obj", "obl", "xcomp") ? subjectOf(sentence, above) : undefined;
}

/** "asked him to come": the object; "promised him to come", "wants to come": no object decides, so undefined. */
function controllerOf(sentence: Sentence, governor: Token): Token | undefined {
  if (SUBJECT_CONTROL.has(governor.lemma)) return undefined;
  return childBy(sentence, governor, "obj") ?? childBy(sentence, governor, "iobj");
}

/** What a relative pronoun stands for: the noun that its clause hangs on. */
function relativeOf(sentence: Sentence, clause: Token, pronoun: Token): Token | undefined {
  if (!RELATIVES.has(pronoun.text.toLowerCase())) return undefined;
  const top = firstConjunct(sentence, clause);
  return hasRelation(top, "acl:relcl") ? headOf(sentence, top) : undefined;
}

/** Who does it: the subject of an active clause, the "by" of a passive one. */
export function agentOf(sentence: Sentence, predicate: Token): Token | undefined {
  if (!isPassive(sentence, predicate)) return subjectOf(sentence, predicate);
  return childBy(sentence, predicate, "obl:agent") ?? nominalsWith(sentence, predicate, "by")[0];
}

/** To whom or what it is done: the object of an active clause, the subject of a passive one. */
export function patientOf(sentence: Sentence, predicate: Token): Token | undefined {
  if (isPassive(sentence, predicate)) return subjectOf(sentence, predicate);
  const own = childBy(sentence, predicate, "obj");
  return own && (relativeOf(sentence, predicate, own) ?? own);
}

/** The conjunction that opens the clause, lower-cased ("if", "that", "so that"); undefined without one. */
export function markerOf(sentence: Sentence, predicate: Token): string | undefined {
  const marker = childBy(sentence, predicate, "mark");
  return marker && fixedText(sentence, marker);
}

/** How the verb group is built; one word for each choice of English grammar. */
export interface VerbForm {
  readonly tense?: "past" | "present";
  readonly modal?: string;
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly passive: boolean;
  readonly negated: boolean;
  /** "to meet", or a bare form without a modal or "do". */
  readonly infinitive: boolean;
}

/** The verb group of a predicate read as a whole: "would not have been held". */
export function verbForm(sentence: Sentence, predicate: Token): VerbForm {
  const auxiliaries = auxiliariesOf(sentence, predicate);
  const finite = auxiliaries[0] ?? childBy(sentence, predicate, "cop") ?? predicate;
  const modal = modalOf(sentence, predicate);
  const passive = isPassive(sentence, predicate);
  const tense = finite.xpos === "VBD" ? "past" : ["VBZ", "VBP"].includes(finite.xpos) ? "present" : undefined;
  return {
    ...(tense && { tense }),
    ...(modal && { modal }),
    perfect: auxiliaries.some((t) => t.lemma === "have"),
    progressive: predicate.xpos === "VBG" && auxiliaries.some((t) => t.lemma === "be"),
    passive,
    negated: isNegated(sentence, predicate),
    infinitive: finite.xpos === "VB" && !modal,
  };
}
