import type { Token } from "../../syntax/types.ts";
import { actsAt, actsOf } from "./acts.ts";
import type { Bag } from "./bag.ts";
import type { Pair, Zone } from "./pair.ts";
import { patternHits } from "./patterns.ts";
import { lemmaOf, phraseHits, tokenSenses, type WordSense } from "./words.ts";

const NEAR = 12;

/** What a token counts as in an n-gram: its lemma; names and numbers only by kind; nothing for punctuation. */
export function gramOf(token: Token, zone: Zone): string | undefined {
  if (zone === "S" || zone === "T") return `<${zone}>`;
  if (token.upos === "PUNCT" || token.upos === "SYM") return undefined;
  if (token.upos === "PROPN") return "<NAME>";
  if (token.upos === "NUM" || /\d/.test(token.text)) return "<NUM>";
  return lemmaOf(token);
}

/** Lemmas and pairs of neighbouring lemmas, by where they stand to source and target. */
export function addGrams(bag: Bag, pair: Pair): void {
  let previous: { gram: string; zone: Zone } | undefined;
  pair.sentence.tokens.forEach((token, i) => {
    const zone = pair.zones[i]!;
    const gram = gramOf(token, zone);
    if (gram === undefined) return;
    if (!gram.startsWith("<")) {
      bag.add("uni", `${zone} ${gram}`);
      if (zone !== "before") bag.add("uni", gram, 0.7);
    } else if (zone === "T" && !isName(token) && token.upos !== "PUNCT" && !/\d/.test(token.text)) {
      bag.add("uni", `T ${lemmaOf(token)}`, 0.5);
    }
    if (previous && previous.gram !== gram) {
      const place = previous.zone === "S" || previous.zone === "T" ? zone : previous.zone;
      bag.add("bi", `${place} ${previous.gram} ${gram}`);
    }
    previous = { gram, zone };
  });
}

/** Types of the lexicon's words and phrases, and of the patterns, by zone. */
export function addLexicon(bag: Bag, pair: Pair): void {
  pair.sentence.tokens.forEach((token, i) => {
    const zone = pair.zones[i]!;
    if (zone === "S") return;
    const senses = tokenSenses(token);
    for (const sense of senses) addSense(bag, "lex", zone, sense, weightOf(sense, senses));
  });
  const acts = actsOf(pair.sentence);
  pair.zones.forEach((zone, i) => {
    if (zone !== "S") for (const act of actsAt(acts, i)) bag.add("act", `${zone} ${act.type}`, act.weight);
  });
  for (const hit of phraseHits(pair.sentence)) {
    const zone = zoneOf(pair, hit.at, hit.at + hit.length - 1);
    for (const sense of hit.senses) {
      addSense(bag, "phrase", zone, sense, weightOf(sense, hit.senses));
      bag.add("phrase", sense.lemma);
    }
  }
  for (const { pattern, verb, object, complete } of patternHits(pair.sentence)) {
    const zone = zoneOf(pair, verb, object);
    const strength = complete ? 1 : 0.6;
    bag.add("pattern", `${zone} ${pattern.type}`, strength);
    bag.add("pattern", `#${pattern.index}`, strength * 0.7);
  }
}

/** How much a sense of a word says: a sure one all, a weak one the less the more others there are. */
export const weightOf = (sense: WordSense, among: readonly WordSense[]): number =>
  sense.sure ? 1 : 0.7 / Math.sqrt(among.length);

function addSense(bag: Bag, group: string, zone: Zone, sense: WordSense, value: number): void {
  bag.add(group, `${zone} ${sense.type}`, value);
  bag.add(group, `${zone} ${sense.pos} ${sense.type}`, value);
}

/** The zone of a stretch of tokens: "between" where any of it stands between. */
function zoneOf(pair: Pair, from: number, to: number): Zone {
  const zones = pair.zones.slice(Math.min(from, to), Math.max(from, to) + 1);
  return zones.includes("between") ? "between" : zones[0]!;
}

/** The first verbs after the source and the last before the target: the likeliest predicates without a tree. */
export function addNearestWords(bag: Bag, pair: Pair): void {
  const between = pair.sentence.tokens.filter((_, i) => pair.zones[i] === "between");
  const verbs = between.filter((t) => t.upos === "VERB");
  const nouns = between.filter((t) => t.upos === "NOUN");
  const order = pair.reversed ? "r" : "";
  addWord(bag, `v1${order}`, verbs[0]);
  addWord(bag, `v2${order}`, verbs[1]);
  addWord(bag, `v-1${order}`, verbs.at(-1));
  addWord(bag, `n1${order}`, nouns[0]);
  addWord(bag, `n-1${order}`, nouns.at(-1));
  addTypePairs(bag, `v1n1${order}`, verbs[0], nouns[0]);
  addTypePairs(bag, `v1v2${order}`, verbs[0], verbs[1]);
  const last = between.at(-1);
  if (last) bag.add("head", `last${order} ${gramOf(last, "between") ?? last.text}`);
  const afterTarget = pair.sentence.tokens.filter((_, i) => pair.zones[i] === "after").slice(0, NEAR);
  addWord(
    bag,
    `va${order}`,
    afterTarget.find((t) => t.upos === "VERB"),
  );
}

/** Names say who, not what is done: features never hold them. */
export const isName = (token: Token): boolean => token.upos === "PROPN" || token.upos === "NUM";

/** A word in a named place: its lemma and the types it can bear. */
export function addWord(bag: Bag, place: string, token: Token | undefined, group = "head"): void {
  if (!token) {
    bag.add(group, `${place} none`);
    return;
  }
  if (!isName(token)) bag.add(group, `${place} ${lemmaOf(token)}`);
  const senses = tokenSenses(token);
  for (const sense of senses) bag.add(group, `${place} ${sense.type}`, weightOf(sense, senses));
}

/** The types of two words that belong together: "lift" CONCEDE with "sanction" SANCTION. */
export function addTypePairs(
  bag: Bag,
  place: string,
  a: Token | undefined,
  b: Token | undefined,
  group = "head",
): void {
  if (!a || !b) return;
  for (const first of tokenSenses(a)) {
    for (const second of tokenSenses(b)) {
      bag.add(group, `${place} ${first.type}+${second.type}`, first.sure || second.sure ? 0.7 : 0.4);
    }
  }
  if (!isName(a) && !isName(b)) bag.add(group, `${place} ${lemmaOf(a)}+${lemmaOf(b)}`);
}
