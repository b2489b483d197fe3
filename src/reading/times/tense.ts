import type { Sentence, Token } from "../../syntax/types.ts";
import type { Spot } from "./tokens.ts";

/**
 * Where the clause around a time lies: `past`, `future`, or `present`, where the tense alone does not say.
 * `explicit` is false where nothing in the clause speaks and past is only what news mostly is.
 */
export interface Direction {
  readonly way: "past" | "future" | "present";
  readonly explicit: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const WILL = words("will shall wo 'll ’ll would going");
const MODAL = words("can could may might should must ought");
/** As participles: what is so spoken of is still to come ("was scheduled for Monday"). */
const SET_FOR = words("schedule expect plan set slate intend propose anticipate fix await arrange earmark");
/** With an infinitive: what it tells is still to come, whatever the tense ("plans to meet", "agreed to meet on Monday"). */
const TO_DO = words(
  "schedule expect plan set slate intend aim hope agree promise pledge vow want wish prepare propose offer invite decide threaten urge ask order seek need demand call commit decision deal pledge promise invitation proposal intention request",
);
/** Words that say it themselves: "a meeting due on Monday", "the upcoming talks", "a June 3 deadline". */
const AHEAD = words("due upcoming forthcoming coming deadline ready likely future");
const REPORTING = words(
  "say tell report claim state announce add note warn write insist declare confirm deny argue cite quote",
);
const BEFORE_PAST = words("since");
const BEFORE_FUTURE = words("until till");

const BEFORE_TERM = words("until till to through for");
const PUT_OFF = words("postpone delay extend prolong adjourn renew defer suspend remand reschedule move");

const PAST: Direction = { way: "past", explicit: true };
const FUTURE: Direction = { way: "future", explicit: true };
const PRESENT: Direction = { way: "present", explicit: true };
const UNSAID: Direction = { way: "past", explicit: false };

const STEPS = 8;
const REACH = 25;

/** The direction of the clause in which a time stands; `before` is the word in front of it. */
export function directionAt({ sentence, token }: Spot, before: string): Direction {
  if (BEFORE_PAST.has(before)) return PAST;
  if (followsPast(sentence, token, before)) return PAST;
  let found = above(sentence, token) ?? nearby(sentence, token) ?? UNSAID;
  // "Monday's announcement sets in motion …": what has a day of its own and acts now has happened.
  if (found.way === "present" && token.deprel === "nmod:poss") found = PAST;
  if (BEFORE_TERM.has(before) && putsOff(sentence, token)) return FUTURE;
  if (BEFORE_FUTURE.has(before)) return found.way === "past" && found.explicit ? found : FUTURE;
  // "by Friday" in a clause without a past verb is a term that is set.
  return before === "by" && !found.explicit ? FUTURE : found;
}

/** "was postponed until January": the new term lies ahead of the postponing. */
function putsOff(sentence: Sentence, token: Token): boolean {
  const lemma = sentence.tokens[token.head]?.lemma ?? "";
  return PUT_OFF.has(lemma) || PUT_OFF.has(`${lemma}e`);
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
  if (AHEAD.has(token.lemma) || hasWordAhead(sentence, token)) return true;
  if (below.xpos === "VB" && TO_DO.has(token.lemma) && below.head === token.index) return true;
  if (token.xpos !== "VBN" || !SET_FOR.has(token.lemma)) return false;
  // "had planned it on Monday" is over, "has been planned for Monday" is not.
  const group = auxiliaries(sentence, token).map((aux) => aux.lemma);
  return !group.includes("have") || group.includes("be");
}

const hasWordAhead = (sentence: Sentence, token: Token): boolean =>
  (sentence.children[token.index] ?? []).slice(0, REACH).some((i) => {
    const child = sentence.tokens[i]!;
    return AHEAD.has(child.lemma) && /^(?:amod|case|advmod|cop|aux)/.test(child.deprel);
  });

const auxiliaries = (sentence: Sentence, verb: Token): Token[] =>
  (sentence.children[verb.index] ?? [])
    .slice(0, REACH)
    .map((i) => sentence.tokens[i]!)
    .filter((child) => child.deprel.startsWith("aux") || child.deprel === "cop");

/** What a verb with its auxiliaries says; null where it says nothing itself. */
function ofVerb(sentence: Sentence, token: Token): Direction | null {
  const group = auxiliaries(sentence, token);
  const has = (set: ReadonlySet<string>): boolean => group.some((aux) => set.has(aux.text.toLowerCase()));
  const perfect = group.some((aux) => aux.lemma === "have");
  if (has(WILL) || isToCome(sentence, token)) return FUTURE;
  if (has(MODAL)) return perfect ? PAST : FUTURE;
  if (perfect || group.some((aux) => aux.xpos === "VBD")) return PAST;
  if (token.text.toLowerCase() === "going" && group.length > 0) return FUTURE;
  switch (token.xpos) {
    case "VBD":
      return PAST;
    case "VBN":
      return group.length > 0 ? PRESENT : PAST;
    case "VBZ":
    case "VBP":
      return REPORTING.has(token.lemma) ? PAST : PRESENT;
    default:
      return group.some((aux) => aux.xpos === "VBZ" || aux.xpos === "VBP") ? PRESENT : null;
  }
}

/** "the summit, to be held on Monday", "is to begin on Monday", the headline "Trump to meet Putin on Monday". */
function isToCome(sentence: Sentence, token: Token): boolean {
  const children = (sentence.children[token.index] ?? []).slice(0, REACH).map((i) => sentence.tokens[i]!);
  if (!children.some((child) => child.xpos === "TO" && child.deprel === "mark")) return false;
  return (
    /^(?:acl|root|ccomp|parataxis)/.test(token.deprel) ||
    children.some((child) => child.lemma === "be" && child.xpos !== "VB")
  );
}

/** Without a usable tree: the nearest verb to either side, the left one first. */
function nearby(sentence: Sentence, from: Token): Direction | null {
  for (let distance = 1; distance <= REACH; distance++)
    for (const at of [from.index - distance, from.index + distance]) {
      const token = sentence.tokens[at];
      if (!token) continue;
      if (WILL.has(token.text.toLowerCase()) && token.xpos === "MD") return FUTURE;
      if (token.xpos === "VBD" || token.xpos === "VBN") return PAST;
      if (token.xpos === "VBZ" || token.xpos === "VBP") return REPORTING.has(token.lemma) ? PAST : PRESENT;
    }
  return null;
}
