import { childBy, childrenBy, markerOf, nominalsWith, rangeOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { stretchFrom, thatBefore } from "./stretch.ts";
import type { Desk, Taken } from "./types.ts";

/** Feelings whose object is what is said: "concern that S", "hope for N". */
const FEELING = new Set(
  "concern confidence hope regret fear belief optimism alarm worry doubt view opinion desire wish conviction expectation skepticism scepticism certainty interest frustration".split(
    " ",
  ),
);
const SENTIMENT = new Set([
  ...[...FEELING].filter((n) => !/^(view|opinion|interest)$/.test(n)),
  ..."appreciation support condolence sympathy thanks gratitude solidarity determination willingness readiness commitment disappointment outrage satisfaction congratulation dismay condemnation opposition greeting wish".split(
    " ",
  ),
]);
/** Nouns for what somebody says, which a that-clause spells out: "rejected the idea that S". */
const IDEA = new Set(
  "idea claim suggestion notion allegation charge accusation report belief assertion argument possibility speculation rumor rumour fact hope statement warning order threat promise pledge".split(
    " ",
  ),
);
/** Verbs whose object only names the feeling. */
const VOICING = /^(express|voice|share|raise|convey|signal|state|articulate|note|register|cite)$/;

/** Whether a noun names a feeling or what comes with one: "condolences", "support". */
export const isSentiment = (noun: Token): boolean => SENTIMENT.has(noun.lemma.toLowerCase());

/** "concern that S", "the idea that S", "hope for N", "concern about N": what the noun is about. */
export function insideNoun(desk: Desk, sentence: Sentence, verb: Token, noun: Token): Taken | null {
  const isFeeling = FEELING.has(noun.lemma.toLowerCase());
  if (!IDEA.has(noun.lemma.toLowerCase()) && !(isFeeling && VOICING.test(verb.lemma))) return null;
  const candidates = [
    ...childrenBy(sentence, noun, "acl", "ccomp"),
    ...childrenBy(sentence, verb, "ccomp", "acl", "advcl"),
  ];
  const clause = candidates.find(
    (t) =>
      t.index > noun.index &&
      (markerOf(sentence, t) === "that" ||
        thatBefore(sentence, t)?.text.toLowerCase() === "that" ||
        (isFeeling && t.deprel === "ccomp" && childBy(sentence, t, "nsubj"))),
  );
  const cue = rangeOf([verb, noun]);
  if (clause) {
    const range = stretchFrom(desk, sentence, verb, [clause], thatBefore(sentence, clause)?.index ?? noun.index);
    if (range) return { range, clause, cue };
  }
  if (!isFeeling) return null;
  const about = [
    ...nominalsWith(sentence, noun, "about", "over", "at", "for", "regarding", "in"),
    ...nominalsWith(sentence, verb, "about", "over", "at", "for", "regarding"),
  ].find((t) => t.index > noun.index);
  const marker = about && childBy(sentence, about, "case");
  const range = about && marker ? stretchFrom(desk, sentence, verb, [about], marker.index) : null;
  return range && { range, cue: marker?.text.toLowerCase() === "for" ? rangeOf([verb, noun, marker]) : cue };
}
