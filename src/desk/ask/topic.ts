import { isUnder } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import type { Hit } from "./hits.ts";
import type { Name } from "./names.ts";

/** What a question is about, in its own words. */
export interface Topic {
  readonly words: string;
  /** Tokens: `first` ≤ i < `end`, the preposition taken in. */
  readonly first: number;
  readonly end: number;
}

const ABOUT = new Set(["about", "on", "regarding", "concerning", "over", "towards", "toward", "against"]);
/** Families before which "of" brings in a topic ("think of the accord"). */
const WITH_OF = /^(?:think|view|opinion|speak|talk)$/;

/** The topic of a question: what follows "about", "on" and the like, a quotation, what is discussed or said. */
export function findTopic(
  text: string,
  sentence: Sentence,
  hits: readonly Hit[],
  names: readonly Name[],
  inTime: (token: number) => boolean,
): Topic | null {
  const { tokens } = sentence;
  const quoted = /["“«]([^"”»]+)["”»]/u.exec(text);
  if (quoted) return quotedTopic(tokens, quoted.index, quoted[0].length, quoted[1]!);
  const inHit = (i: number): boolean => hits.some(({ first, end }) => first <= i && i < end);
  const gives = hits.some(({ family }) => family === "money" || family === "give" || family === "receive");
  for (const token of tokens) {
    const i = token.index;
    const next = tokens[i + 1];
    if (!next || next.upos === "PUNCT" || inTime(i + 1) || inHit(i)) continue;
    const word = token.text.toLowerCase();
    const of = word === "of" && WITH_OF.test(tokens[i - 1]?.lemma ?? "");
    const purpose = word === "for" && gives && !names.some(({ first }) => first === i + 1 || first === i + 2);
    if (!ABOUT.has(word) && !of && !purpose) continue;
    if (word === "against" && !hits.some(({ family }) => family === "position")) continue;
    if (hits.some(({ family, end }) => family === "depend" && end === i)) continue;
    return topicFrom(text, sentence, i, i + 1, inTime, hits);
  }
  return objectTopic(text, sentence, hits, names, inTime);
}

function quotedTopic(tokens: readonly Token[], from: number, length: number, words: string): Topic {
  const inside = tokens.filter((t) => t.from >= from && t.to <= from + length);
  return { words, first: inside[0]!.index, end: inside.at(-1)!.index + 1 };
}

/** From a token to the end of what hangs together with it: a time, another part of the question or its end. */
function topicFrom(
  text: string,
  sentence: Sentence,
  first: number,
  start: number,
  inTime: (token: number) => boolean,
  hits: readonly Hit[],
): Topic | null {
  const { tokens } = sentence;
  let end = start;
  while (end < tokens.length && !endsTopic(sentence, end, start, inTime, hits)) end += 1;
  while (end > start && (tokens[end - 1]!.upos === "PUNCT" || tokens[end - 1]!.xpos === "IN")) end -= 1;
  let from = start;
  while (from < end - 1 && /^(?:the|an?|his|her|its|their|this|that|these|those)$/i.test(tokens[from]!.text)) from += 1;
  if (end === start) return null;
  if (end === from + 1 && /^(?:anything|something|everything|what)$/i.test(tokens[from]!.text)) return null;
  return { words: text.slice(tokens[from]!.from, tokens[end - 1]!.to), first, end };
}

function endsTopic(
  sentence: Sentence,
  at: number,
  start: number,
  inTime: (token: number) => boolean,
  hits: readonly Hit[],
): boolean {
  const token = sentence.tokens[at]!;
  if (inTime(at) || ["?", "!", ";"].includes(token.text)) return true;
  const hit = hits.find(({ first }) => first === at);
  if (hit?.family === "medium" || (hit?.family === "change" && at > start)) return true;
  if (at === start) return false;
  const word = token.text.toLowerCase();
  if (["since", "before", "after", "until", "during", "through", "via"].includes(word)) return true;
  // A clause that the phrase hangs on goes on after it: "what did A say about B when he met C".
  if (token.xpos === "WRB" || token.xpos === "MD" || token.xpos === "VBD")
    return !isUnder(sentence, token, sentence.tokens[start]!);
  if (/^(?:any|some|every)thing$/i.test(sentence.tokens[at - 1]!.text)) return true;
  return ["to", "with", "by"].includes(word) && !isUnder(sentence, token, headFrom(sentence, start));
}

/** The word of a phrase that the rest hangs on. */
function headFrom({ tokens }: Sentence, start: number): Token {
  let head = tokens[start]!;
  while (head.head > head.index) head = tokens[head.head]!;
  return head;
}

/** "discuss the accord", "mention the drone", "say that …": the object or clause, where it is nobody. */
function objectTopic(
  text: string,
  sentence: Sentence,
  hits: readonly Hit[],
  names: readonly Name[],
  inTime: (token: number) => boolean,
): Topic | null {
  const { tokens } = sentence;
  for (const hit of hits) {
    const word = hit.words.at(-1)!;
    const speaks = hit.family === "say" && word !== "statement" && word !== "words" && word !== "word";
    if (!speaks && word !== "discuss" && hit.family !== "relay") continue;
    const start = hit.end;
    const next = tokens[start];
    if (!next || next.upos === "PUNCT" || next.upos === "ADP" || inTime(start)) continue;
    if (hits.some(({ family, first }) => family === "order" && first === start)) continue;
    if (next.xpos === "TO" || next.upos === "ADV" || next.upos === "PART") continue;
    const name = names.find(({ first }) => first === start || first === start + 1);
    if (name && hit.values.includes("tell")) continue;
    if (name && hit.family === "relay") {
      if (tokens[name.end]?.xpos !== "POS" || tokens[name.end + 1] === undefined) continue;
      return topicFrom(text, sentence, name.end + 1, name.end + 1, inTime, hits);
    }
    const from = next.text.toLowerCase() === "that" || next.lemma === "whether" ? start + 1 : start;
    return topicFrom(text, sentence, start, from, inTime, hits);
  }
  return null;
}
