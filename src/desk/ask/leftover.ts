import { world } from "../../lexicon/world.ts";
import type { Asked } from "./asked.ts";
import type { Hit } from "./hits.ts";
import type { Family } from "./lexicon.ts";
import type { Period } from "./period.ts";
import type { Query } from "./query.ts";

const SMALL = new Set(["DET", "ADP", "AUX", "PRON", "CCONJ", "SCONJ", "PART", "PUNCT", "INTJ", "X", "SYM"]);
const ALWAYS: readonly Family[] = ["filler", "wants", "status"];

/** The families that each query takes in. */
const USES: Readonly<Record<Query["ask"], readonly Family[]>> = {
  last: ["contact", "medium", "order"],
  log: ["contact", "medium", "order"],
  upcoming: ["contact", "medium", "order", "depend"],
  claim: ["contact", "medium", "order", "never"],
  depends: ["depend", "contact"],
  positions: ["position", "change"],
  said: ["say", "relay"],
  spokesmen: ["speak-for", "say"],
  sums: ["money", "give", "receive"],
  relation: ["relation", "change"],
  acts: ["act", "give"],
  find: [],
};

/** "Send a letter". */
const isLight = (query: Query, { words }: Hit): boolean =>
  words[0] === "send" && "kind" in query && (query.kind === "letter" || query.kind === "message");

/** "What did Peskov speak about": here to speak is to say. */
const isTalking = ({ ask }: Query, { words }: Hit): boolean => ask === "said" && /^(?:speak|talk)$/.test(words[0]!);

/** Words in capitals, behind the first, that no name, time, topic or word for the query takes in. */
export function unknownName({ text, sentence, names, hits, times, topic }: Asked): string | undefined {
  const taken = (i: number): boolean =>
    [...hits.filter(({ family }) => family !== "filler"), ...names, ...(topic ? [topic] : [])].some(
      ({ first, end }) => first <= i && i < end,
    ) || times.some(({ evidence: e }) => e.from < sentence.tokens[i]!.to && sentence.tokens[i]!.from < e.to);
  const isName = (i: number): boolean => i > 0 && /^\p{Lu}\p{Ll}/u.test(sentence.tokens[i]?.text ?? "") && !taken(i);
  const first = sentence.tokens.findIndex(({ index }) => isName(index));
  if (first < 0) return undefined;
  let end = first + 1;
  while (isName(end)) end += 1;
  if (world().titles.get(sentence.tokens[first]!.text).length > 0) return undefined;
  return text.slice(sentence.tokens[first]!.from, sentence.tokens[end - 1]!.to);
}

/**
 * The words of a question that its query takes no notice of. An answer that passes them over would answer another
 * question.
 */
export function leftOver(asked: Asked, query: Query, period: Period): string[] {
  if (query.ask === "find" || query.ask === "depends") return [];
  const { sentence, names, hits, times, topic } = asked;
  const values = Object.values(query).flat().map(String);
  const used = new Set([...USES[query.ask], ...ALWAYS]);
  const left = [
    ...names.filter(({ phrase }) => !values.includes(phrase)).map(({ phrase }) => phrase),
    ...hits
      .filter((hit) => !used.has(hit.family) && !isTalking(query, hit) && !isLight(query, hit))
      .map(({ words }) => words.join(" ")),
  ];
  if (topic && !values.includes(topic.words)) left.push(topic.words);
  if ((period.since || period.until) && !("since" in query || "until" in query))
    left.push(...times.map(({ evidence }) => evidence.quote));
  const taken = (i: number): boolean =>
    [...hits, ...names, ...(topic ? [topic] : [])].some(({ first, end }) => first <= i && i < end) ||
    times.some(({ evidence: e }) => e.from < sentence.tokens[i]!.to && sentence.tokens[i]!.from < e.to);
  const small = (text: string, upos: string): boolean => SMALL.has(upos) || /^how$/i.test(text);
  const negative = /^(?:not|n['’]t|no|without|except|but)$/i;
  for (const { index, text, upos } of sentence.tokens) {
    if (taken(index)) continue;
    if (negative.test(text) ? !("wants" in query && query.wants === "whether") : !small(text, upos)) left.push(text);
  }
  return left;
}
