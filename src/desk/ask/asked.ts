import { readMentions } from "../../reading/mentions.ts";
import { readTimes } from "../../reading/times.ts";
import type { Time } from "../../record/schema.ts";
import { parseText } from "../../syntax/parse.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { findHits, type Hit } from "./hits.ts";
import type { Family } from "./lexicon.ts";
import { findNames, type KnownActors, type Name, withCapitals } from "./names.ts";
import { findTopic, type Topic } from "./topic.ts";

/** What stands around a question. */
export interface Context {
  /** ISO day on which it is asked; null leaves "last week" unsettled. */
  readonly today: string | null;
  readonly knownActors: KnownActors;
}

/** A question with all that was found in it. Names, times and words inside the topic are not among the others. */
export interface Asked {
  readonly text: string;
  readonly sentence: Sentence;
  readonly times: readonly Time[];
  readonly names: readonly Name[];
  readonly hits: readonly Hit[];
  readonly topic: Topic | null;
}

/** How many sentences a question has at most; more are more than one question. */
export const sentencesIn = (question: string): number => parseText(question).sentences.length;

/** Reads a question of one sentence. */
export function readQuestion(question: string, { today, knownActors }: Context): Asked {
  const text = withCapitals(question, knownActors);
  const syntax = parseText(text);
  const sentence = syntax.sentences[0]!;
  const { tokens } = sentence;
  // "Most recently" is a time to the reader; here it is the last of several.
  const allTimes = readTimes(syntax, today).times.filter(({ evidence }) => !/^most /i.test(evidence.quote));
  const inTime = (i: number): boolean =>
    allTimes.some(({ evidence: e }) => e.from < tokens[i]!.to && tokens[i]!.from < e.to);
  const allNames = findNames(text, sentence, readMentions(syntax), knownActors).filter(({ first }) => !inTime(first));
  const inName = (i: number): boolean => allNames.some(({ first, end }) => first <= i && i < end);
  const allHits = findHits(sentence, (i) => inTime(i) || inName(i));
  const topic = findTopic(text, sentence, allHits, allNames, inTime);
  const outside = (i: number): boolean => topic === null || i < topic.first || i >= topic.end;
  const at = (from: number): number => tokens.findIndex((t) => t.to > from);
  return {
    text,
    sentence,
    topic,
    times: allTimes.filter(({ evidence }) => outside(at(evidence.from))),
    names: allNames.filter(({ first }) => outside(first)),
    hits: allHits.filter(({ first }) => outside(first)),
  };
}

/** The words of some families, in their order. */
export const hitsOf = ({ hits }: Asked, ...families: Family[]): Hit[] =>
  hits.filter(({ family }) => families.includes(family));

/** Whether the question has a word of a family, of a value where one is given. */
export const has = (asked: Asked, family: Family, value?: string): boolean =>
  hitsOf(asked, family).some(({ values }) => value === undefined || values.includes(value));

/** The token before which another stands, articles passed over; undefined at the start. */
export function wordBefore({ tokens }: Sentence, index: number): Token | undefined {
  return tokens.slice(0, index).findLast(({ xpos, lemma }) => xpos !== "DT" && xpos !== "PRP$" && lemma !== "the");
}
