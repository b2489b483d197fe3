import type { Sentence, Token } from "../../syntax/types.ts";
import { type AskWord, askWords } from "./lexicon.ts";

/** A word of the lexicon where it stands in the question. */
export interface Hit extends AskWord {
  /** Tokens: `first` ≤ i < `end`. */
  readonly first: number;
  readonly end: number;
  /** How far down the tree its highest token hangs; 0 is the root. */
  readonly depth: number;
}

/** The words of the lexicon in a question, from left to right, the longest first. `masked` tokens are passed over. */
export function findHits(sentence: Sentence, masked: (token: number) => boolean): Hit[] {
  const hits: Hit[] = [];
  const { tokens } = sentence;
  for (let i = 0; i < tokens.length; ) {
    const word = masked(i) ? undefined : longestAt(tokens, i, masked);
    if (!word) {
      i += 1;
      continue;
    }
    const end = i + word.words.length;
    hits.push({ ...word, first: i, end, depth: Math.min(...tokens.slice(i, end).map((t) => depthOf(sentence, t))) });
    i = end;
  }
  return hits;
}

function longestAt(tokens: readonly Token[], at: number, masked: (token: number) => boolean): AskWord | undefined {
  const first = tokens[at]!;
  // "Secretary of State", "Call of Duty": a capital inside a question is part of a name.
  if (at > 0 && /^\p{Lu}/u.test(first.text) && first.upos === "PROPN") return undefined;
  const starts = new Set(formsOf(first));
  const candidates = [...starts].flatMap((form) => askWords().get(form) ?? []);
  return candidates
    .filter(
      ({ words }) =>
        !isVoiceless(tokens, at, words) &&
        words.every((word, k) => {
          const token = tokens[at + k];
          return token !== undefined && (k === 0 || !masked(at + k)) && formsOf(token).includes(word);
        }),
    )
    .sort((a, b) => b.words.length - a.words.length)[0];
}

/** "Speak for the first time", "speak for an hour": nobody is spoken for. */
const isVoiceless = (tokens: readonly Token[], at: number, [verb, particle]: readonly string[]): boolean =>
  particle === "for" && (verb === "speak" || verb === "talk") && /^(?:DT|CD|JJ|IN)$/.test(tokens[at + 2]?.xpos ?? "");

/** The forms under which the lexicon may have a token: as written, its lemma, and what a wrong tag would hide. */
function formsOf({ text, lemma }: Token): string[] {
  const lower = text.toLowerCase();
  const forms = [lower, lemma.toLowerCase()];
  // After "last" and "did" the tagger takes verbs for nouns, whose lemma keeps the ending.
  if (/ies$/.test(lower)) forms.push(`${lower.slice(0, -3)}y`);
  else if (/s$/.test(lower)) forms.push(lower.slice(0, -1));
  if (/ed$/.test(lower)) forms.push(lower.slice(0, -1), lower.slice(0, -2));
  if (/ing$/.test(lower)) forms.push(lower.slice(0, -3), `${lower.slice(0, -3)}e`);
  return forms;
}

function depthOf({ tokens }: Sentence, token: Token): number {
  let depth = 0;
  for (let t = token; t.head >= 0 && depth <= tokens.length; t = tokens[t.head]!) depth += 1;
  return depth;
}
