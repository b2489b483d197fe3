import type { Asked } from "./asked.ts";
import { hitsOf } from "./asked.ts";
import { Wants } from "./query.ts";

/** What a question wants to know, by its question word; "whether" for yes-no questions, "what" for lists. */
export function wantsOf(asked: Asked): Wants {
  const hit = hitsOf(asked, "wants")[0];
  if (hit) return Wants.parse(hit.values[0]);
  const { tokens } = asked.sentence;
  if (tokens.some(({ lemma }) => lemma === "how")) return "medium";
  return isYesNo(asked) ? "whether" : "what";
}

/** Begins with an auxiliary, an opening name or word left aside ("So did they meet?"). */
export function isYesNo({ sentence }: Asked): boolean {
  const first = sentence.tokens.find(({ upos }) => !["INTJ", "CCONJ", "PUNCT"].includes(upos));
  return first !== undefined && /^(?:do|have|be|will|would|can|could)$/.test(first.lemma) && first.upos !== "NOUN";
}

/** "What did they talk about?" */
export const endsInAbout = ({ sentence }: Asked): boolean =>
  sentence.tokens.findLast(({ upos }) => upos !== "PUNCT")?.text.toLowerCase() === "about";

/** When what is asked about happens, by the verb group. */
export type Tense = "past" | "future" | "present";

/** The tense of a question, by its auxiliaries and verbs outside names and topic. */
export function tenseOf({ sentence, topic }: Asked): Tense {
  const outside = sentence.tokens.filter(({ index }) => !topic || index < topic.first || index >= topic.end);
  if (outside.some(({ lemma, xpos }) => xpos === "MD" && /^(?:will|shall|'ll)$/.test(lemma))) return "future";
  if (outside.some(({ xpos }) => xpos === "VBD")) return "past";
  const perfect = outside.some(({ lemma, xpos }) => lemma === "have" && xpos.startsWith("VB"));
  if (perfect && outside.some(({ xpos }) => xpos === "VBN")) return "past";
  if (outside.some(({ xpos, lemma }) => xpos === "VBG" && lemma !== "be" && lemma !== "go")) return "future";
  return "present";
}
