import type { Sentence, Token } from "../../syntax/types.ts";
import type { Spot } from "./tokens.ts";
import { isOfSort } from "./verbs.ts";

/**
 * Where the clause around a time lies: `past`, `future`, or `present`, where the tense alone does not say.
 * `explicit` is false where nothing in the clause speaks and past is only what news mostly is.
 */
export interface Direction {
  readonly way: "past" | "future" | "present";
  readonly explicit: boolean;
}

const PAST: Direction = { way: "past", explicit: true };
const FUTURE: Direction = { way: "future", explicit: true };
const PRESENT: Direction = { way: "present", explicit: true };
const UNSAID: Direction = { way: "past", explicit: false };

const BEFORE_TERM = /^(?:until|till|to|through|for)$/;
const STEPS = 8;
const REACH = 25;

/** The direction of the clause in which a time stands; `before` is the word in front of it. */
export function directionAt({ sentence, token }: Spot, before: string): Direction {
  if (before === "since") return PAST;
  if (followsPast(sentence, token, before)) return PAST;
  let found = above(sentence, token) ?? nearby(sentence, token) ?? UNSAID;
  // "Monday's announcement sets in motion …": what has a day of its own and acts now has happened.
  if (found.way === "present" && token.deprel === "nmod:poss") found = PAST;
  if (BEFORE_TERM.test(before) && putsOff(sentence, token)) return FUTURE;
  // "proposed a meeting before the end of October": what is proposed lies ahead.
  if (before === "before" && aimsAhead(sentence, token)) return FUTURE;
  if (before === "until" || before === "till") return found.way === "past" && found.explicit ? found : FUTURE;
  // "by Friday" in a clause without a past verb is a term that is set.
  return before === "by" && !found.explicit ? FUTURE : found;
}

/** Whether a time hangs, by a noun or none, on a verb of proposing or planning. */
function aimsAhead(sentence: Sentence, token: Token): boolean {
  let verb = sentence.tokens[token.head];
  for (let step = 0; verb && !verb.xpos.startsWith("V") && step < STEPS; step++) verb = sentence.tokens[verb.head];
  return (
    verb !== undefined &&
    (isOfSort(verb.lemma, "to-do") || isOfSort(verb.lemma, "ahead") || isOfSort(verb.lemma, "set-for"))
  );
}

/** "was postponed until January": the new term lies ahead of the postponing. */
function putsOff(sentence: Sentence, token: Token): boolean {
  const lemma = sentence.tokens[token.head]?.lemma ?? "";
  return isOfSort(lemma, "put-off") || isOfSort(`${lemma}e`, "put-off");
}

/** "said on Friday it would act": the verb right in front is what the day tells, whatever the tree says. */
function followsPast(sentence: Sentence, token: Token, before: string): boolean {
  let at = token.index - 1;
  while (
    at >= 0 &&
    token.index - at < 4 &&
    /^(?:DT|JJ|CD|NN|NNP|,)$/.test(sentence.tokens[at]!.xpos) &&
    isWithin(sentence.tokens[at]!, token)
  )
    at -= 1;
  if (before === "on") at -= sentence.tokens[at]?.text.toLowerCase() === "on" ? 1 : 0;
  return sentence.tokens[at]?.xpos === "VBD";
}

const isWithin = (part: Token, whole: Token): boolean => part.head === whole.index;

/** The lemma of the verb on which a time hangs directly ("will meet in two weeks"); empty where it hangs on none. */
export function verbOver({ sentence, token }: Spot): string {
  const head = sentence.tokens[token.head];
  return head?.xpos.startsWith("V") && /^(?:obl|advmod|nmod)/.test(token.deprel) ? head.lemma : "";
}

/**
 * Whether a time hangs on a noun for what is held at a date set before: "prepared the NATO summit in July". What is
 * itself the subject goes by its verb: "the February 25 summit was a success".
 */
export function isSetDate({ sentence, token }: Spot): boolean {
  let noun = sentence.tokens[token.head];
  // "the NATO summit in Vilnius in July": by way of the place.
  for (let step = 0; noun?.xpos.startsWith("N") && step < 3; step++) {
    if (isOfSort(noun.lemma.toLowerCase(), "set-date")) return !noun.deprel.startsWith("nsubj");
    noun = sentence.tokens[noun.head];
  }
  return false;
}

/** Climbs from the time towards the root, to the first word that speaks of past or future. */
function above(sentence: Sentence, from: Token): Direction | null {
  let below = from;
  let token: Token | undefined = sentence.tokens[from.head];
  for (let step = 0; token && step < STEPS; step++) {
    if (looksAhead(sentence, token, below)) return FUTURE;
    // A bare infinitive or participle says nothing itself and looks to what it hangs on: "plans to meet", "came to speak".
    const own = ofVerb(sentence, token);
    if (own) return own;
    below = token;
    token = sentence.tokens[token.head];
  }
  return null;
}

/** "is planned for Monday", "agreed to meet on Monday", "a plan to meet", "the meeting due", "the upcoming talks". */
function looksAhead(sentence: Sentence, token: Token, below: Token): boolean {
  if (isOfSort(token.lemma, "ahead") || hasWordAhead(sentence, token)) return true;
  if (below.xpos === "VB" && isOfSort(token.lemma, "to-do") && below.head === token.index) return true;
  if (token.xpos !== "VBN" || !isOfSort(token.lemma, "set-for")) return false;
  // "had planned it on Monday" is over, "has been planned for Monday" is not.
  const group = auxiliaries(sentence, token).map((aux) => aux.lemma);
  return !group.includes("have") || group.includes("be");
}

const hasWordAhead = (sentence: Sentence, token: Token): boolean =>
  (sentence.children[token.index] ?? []).slice(0, REACH).some((i) => {
    const child = sentence.tokens[i]!;
    return isOfSort(child.lemma, "ahead") && /^(?:amod|case|advmod|cop|aux)/.test(child.deprel);
  });

const auxiliaries = (sentence: Sentence, verb: Token): Token[] =>
  (sentence.children[verb.index] ?? [])
    .slice(0, REACH)
    .map((i) => sentence.tokens[i]!)
    .filter((child) => child.deprel.startsWith("aux") || child.deprel === "cop");

/** What a verb with its auxiliaries says; null where it says nothing itself. */
function ofVerb(sentence: Sentence, token: Token): Direction | null {
  const group = auxiliaries(sentence, token);
  const has = (sort: string): boolean => group.some((aux) => isOfSort(aux.text.toLowerCase(), sort));
  const perfect = group.some((aux) => aux.lemma === "have");
  if (has("will") || isToCome(sentence, token)) return FUTURE;
  if (has("modal")) return perfect ? PAST : FUTURE;
  if (perfect || group.some((aux) => aux.xpos === "VBD")) return PAST;
  if (token.text.toLowerCase() === "going" && group.length > 0) return FUTURE;
  switch (token.xpos) {
    case "VBD":
      return PAST;
    case "VBN":
      return group.length > 0 ? PRESENT : PAST;
    case "VBZ":
    case "VBP":
      return isOfSort(token.lemma, "reporting") ? PAST : PRESENT;
    default:
      return group.some((aux) => aux.xpos === "VBZ" || aux.xpos === "VBP") ? PRESENT : null;
  }
}

/** "the summit, to be held on Monday", "is to begin on Monday", the headline "Trump to meet Putin on Monday". */
function isToCome(sentence: Sentence, token: Token): boolean {
  const children = (sentence.children[token.index] ?? []).slice(0, REACH).map((i) => sentence.tokens[i]!);
  if (!children.some((child) => child.xpos === "TO" && child.deprel === "mark")) return false;
  if (token.deprel.startsWith("acl") && isSingledOut(sentence, token.head)) return false;
  return (
    /^(?:acl|root|ccomp|parataxis)/.test(token.deprel) ||
    children.some((child) => child.lemma === "be" && child.xpos !== "VB")
  );
}

/** "the first president to visit Cuba", "the last to leave". */
const isSingledOut = (sentence: Sentence, noun: number): boolean =>
  [noun, ...(sentence.children[noun] ?? []).slice(0, REACH)].some((i) =>
    isOfSort(sentence.tokens[i]?.lemma ?? "", "singled-out"),
  );

/** Without a usable tree: the nearest verb to either side, the left one first. */
function nearby(sentence: Sentence, from: Token): Direction | null {
  for (let distance = 1; distance <= REACH; distance++)
    for (const at of [from.index - distance, from.index + distance]) {
      const token = sentence.tokens[at];
      if (!token) continue;
      if (isOfSort(token.text.toLowerCase(), "will") && token.xpos === "MD") return FUTURE;
      if (token.xpos === "VBD" || token.xpos === "VBN") return PAST;
      if (token.xpos === "VBZ" || token.xpos === "VBP") return isOfSort(token.lemma, "reporting") ? PAST : PRESENT;
    }
  return null;
}
