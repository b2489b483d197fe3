import { caseOf, childrenBy, firstConjunct, governingPredicate, subjectOf } from "../../syntax/tree.ts";
import type { Sentence, Syntax } from "../../syntax/types.ts";
import type { NamedMention, PersonMention } from "../mentions/types.ts";
import type { Mentions } from "../mentions.ts";
import { placeState } from "./named.ts";

/** The state of a place or capital, as where something happens. */
const stateAt = (m: NamedMention): string | null => {
  const capital = m.meanings.find((v) => v.is === "state" && v.how === "capital");
  return capital?.is === "state" ? capital.state.iso3 : placeState(m);
};

/**
 * "In Ankara I will meet Foreign Minister X": an office without a state, borne by somebody with whom the speaker of a
 * release meets, is no office of the speaker's own state; where they meet may tell whose. Undefined where the speaker
 * does not meet the person.
 */
export function stateOfThoseMet(syntax: Syntax, mentions: Mentions, m: PersonMention): string | null | undefined {
  const sentence = syntax.sentences[m.sentence]!;
  const verb = governingPredicate(sentence, firstConjunct(sentence, sentence.tokens[m.head]!));
  if (!verb || !/^(meet|see|visit|speak|talk|call|phone|telephone|host|receive|welcome|thank)$/.test(verb.lemma))
    return undefined;
  const subject = subjectOf(sentence, verb);
  const speaker = subject && mentions.at(sentence.index, subject.index);
  if (speaker?.is !== "pronoun" || !/^(i|we)$/.test(speaker.pronoun)) return undefined;
  return placeIn(sentence, mentions, childrenBy(sentence, verb, "obl"));
}

function placeIn(
  sentence: Sentence,
  mentions: Mentions,
  obliques: readonly Sentence["tokens"][number][],
): string | null {
  for (const t of obliques) {
    const m = mentions.at(sentence.index, t.index);
    if (m?.is !== "named" || caseOf(sentence, t) !== "in") continue;
    const state = stateAt(m);
    if (state) return state;
  }
  return null;
}
