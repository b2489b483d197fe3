import { fold } from "../lexicon/fold.ts";

/** A place in a series of encounters. */
export interface Ordinal {
  readonly n: number;
  /** What the series is, as its words without the number: "call this week". */
  readonly series: string;
}

const NUMBERS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");

/** "their second call this week" → 2 of "call this week"; null for words that count nothing ("latest", "another"). */
export function ordinalOf(words: string): Ordinal | null {
  const folded = fold(words);
  const match = /\b(\d+)(?:st|nd|rd|th)\b/.exec(folded);
  const named = NUMBERS.findIndex((w) => new RegExp(`\\b${w}\\b`).test(folded));
  const n = match ? Number(match[1]) : named + 1;
  if (n === 0) return null;
  const series = folded
    .replace(/\b(?:\d+(?:st|nd|rd|th)|the|a|an|their|his|her|its|such)\b/g, " ")
    .replace(new RegExp(`\\b(?:${NUMBERS.join("|")})\\b`, "g"), " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return { n, series };
}
