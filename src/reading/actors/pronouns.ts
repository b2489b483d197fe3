import type { PronounMention } from "../mentions/types.ts";
import type { Discourse, Heard } from "./discourse.ts";

const MALE = new Set(["he", "him", "his", "himself"]);
const FEMALE = new Set(["she", "her", "hers", "herself"]);
/** Those whose speaker only the place in the text tells. */
export const FIRST = new Set(["i", "me", "my", "we", "us", "our", "ours", "myself", "ourselves"]);
/** "the two", "the three": the last so many named side by side. */
const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5 };
const THEY = new Set(["they", "them", "their", "theirs", "themselves"]);

/** Whom a pronoun of the third person stands for: by nearness, gender and number; empty where nobody fits. */
export function antecedent(
  talk: Discourse,
  { pronoun, sentence, head }: PronounMention,
  parenthetical = false,
): readonly string[] {
  const gender = MALE.has(pronoun) ? "m" : FEMALE.has(pronoun) ? "f" : null;
  if (gender) {
    const other = gender === "m" ? "f" : "m";
    const fits = (h: Heard): boolean => h.kind === "person" && h.names.length === 1 && !h.plural && h.gender !== other;
    // "Bell has cancelled it, he said": he is not the Bell of his own words.
    const outside = parenthetical
      ? talk.latest((h) => fits(h) && !(h.sentence === sentence && h.subject > 0), sentence, 4, head)
      : undefined;
    return (outside ?? talk.latest(fits, sentence, 4, head))?.names ?? [];
  }
  const count = COUNTS[pronoun];
  if (count !== undefined) {
    const set = talk.sets.findLast((s) => s.names.length === count)?.names;
    if (set) return set;
    const persons = talk.lastDistinct(count, "person");
    return persons.length === count ? persons : [];
  }
  if (pronoun === "both") {
    const set = talk.sets.findLast((s) => s.names.length === 2 && sentence - s.sentence < 3);
    return set?.names ?? talk.lastTwo(sentence);
  }
  if (THEY.has(pronoun)) {
    const several = talk.latest((h) => h.plural || h.kind === "organisation" || h.kind === "group", sentence, 3, head);
    return several?.names ?? talk.sets.at(-1)?.names ?? [];
  }
  if (!/^(it|its|itself)$/.test(pronoun)) return [];
  const thing = talk.latest(
    (h) => (h.kind === "state" || h.kind === "organisation") && h.names.length === 1,
    sentence,
    2,
    head,
  );
  return thing?.names ?? [];
}
