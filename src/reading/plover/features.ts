import { Bag } from "./bag.ts";
import { actorKinds } from "./kinds.ts";
import type { Pair } from "./pair.ts";
import { addGrams, addLexicon, addNearestWords } from "./surface.ts";
import { addTree } from "./tree.ts";
import { lemmaOf } from "./words.ts";

/** Function words that change what an act is, or say where its recipient stands. */
const FLAG_WORDS = new Set(
  (
    "not n't never no will would could may might should must can if unless until " +
    "by to against with from for on into because after over joint both each"
  ).split(" "),
);

/** All features of a pair, by name. They speak of lemmas, never of the actors' names. */
export function featuresOf(pair: Pair): Bag {
  const bag = new Bag();
  addGrams(bag, pair);
  addLexicon(bag, pair);
  addNearestWords(bag, pair);
  addTree(bag, pair);
  addActors(bag, pair);
  addFlags(bag, pair);
  return bag;
}

/** What kinds of actor source and target are. */
function addActors(bag: Bag, pair: Pair): void {
  const kindsIn = (who: "S" | "T"): string[] =>
    actorKinds(pair.sentence.tokens.filter((_, i) => pair.zones[i] === who));
  const ofSource = kindsIn("S");
  const ofTarget = kindsIn("T");
  for (const [i, kind] of ofSource.entries()) bag.add("actor", `S ${kind}`, i === 0 ? 1 : 0.6);
  for (const [i, kind] of ofTarget.entries()) bag.add("actor", `T ${kind}`, i === 0 ? 1 : 0.6);
  if (ofSource.length === 0) bag.add("actor", "S name");
  if (ofTarget.length === 0) bag.add("actor", "T name");
}

function addFlags(bag: Bag, pair: Pair): void {
  bag.add("flag", pair.reversed ? "reversed" : "straight");
  if (!pair.source) bag.add("flag", "no source");
  if (!pair.target) bag.add("flag", "no target");
  pair.sentence.tokens.forEach((token, i) => {
    const zone = pair.zones[i]!;
    if (FLAG_WORDS.has(lemmaOf(token)) && zone !== "S" && zone !== "T")
      bag.add("flag", `${zone} ${lemmaOf(token)}`, 0.7);
  });
}
