import type { Sentence, Token } from "./types.ts";

/** A sentence over tokens whose heads are known; works out the children. `tokens` must not be empty. */
export function makeSentence(index: number, line: number, tokens: readonly Token[]): Sentence {
  const children: number[][] = tokens.map(() => []);
  for (const token of tokens) if (token.head >= 0) children[token.head]!.push(token.index);
  return { index, line, from: tokens[0]!.from, to: tokens.at(-1)!.to, tokens, children };
}
