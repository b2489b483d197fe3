import { makeSentence } from "../../src/syntax/sentence.ts";
import type { Sentence, Token } from "../../src/syntax/types.ts";

/** A sentence from rows "form tag head relation [lemma]", heads counted from 1 (0 is the root), words apart by spaces. */
export function sentenceOf(rows: string): Sentence {
  let from = 0;
  const tokens = rows
    .trim()
    .split("\n")
    .map((row, index): Token => {
      const [text, xpos, head, deprel, lemma] = row.trim().split(/\s+/) as [string, string, string, string, string?];
      const to = from + text.length;
      const token = {
        index,
        text,
        from,
        to,
        lemma: lemma ?? text.toLowerCase(),
        xpos,
        upos: uposOf(xpos, deprel),
        features: {},
        head: Number(head) - 1,
        deprel,
      };
      from = to + 1;
      return token;
    });
  return makeSentence(0, 0, tokens);
}

function uposOf(xpos: string, deprel: string): string {
  if (deprel.startsWith("aux") || deprel === "cop") return "AUX";
  if (xpos.startsWith("VB")) return "VERB";
  if (xpos.startsWith("NNP")) return "PROPN";
  if (xpos.startsWith("NN")) return "NOUN";
  return /^[.,:]|^``|^''|^-.RB-|^HYPH/.test(xpos) ? "PUNCT" : "X";
}

/** The token with this text (the nth of them). */
export const word = (sentence: Sentence, text: string, nth = 0): Token =>
  sentence.tokens.filter((t) => t.text === text)[nth]!;
