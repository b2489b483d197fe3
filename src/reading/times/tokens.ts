import type { Sentence, Syntax, Token } from "../../syntax/types.ts";

/** Where a token stands. */
export interface Spot {
  readonly sentence: Sentence;
  readonly token: Token;
}

/** Finds the token of the parsed text that stands at an offset, whatever its boundaries. */
export class TokenIndex {
  readonly #spots: readonly Spot[];

  constructor(syntax: Syntax) {
    this.#spots = syntax.sentences.flatMap((sentence) => sentence.tokens.map((token) => ({ sentence, token })));
  }

  /** The token that covers an offset, or the one before it where it falls in a gap. */
  spot(offset: number): Spot | undefined {
    let low = 0;
    let high = this.#spots.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#spots[middle]!.token.from <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#spots[low];
  }

  readonly at = (offset: number): Token | undefined => this.spot(offset)?.token;

  /** The token of a stretch whose head lies outside it: the one by which the stretch hangs in the tree. */
  headOf(from: number, to: number): Spot | undefined {
    const first = this.spot(from);
    if (!first) return undefined;
    const { tokens } = first.sentence;
    for (let i = first.token.index; i < tokens.length && tokens[i]!.from < to; i++) {
      const head = tokens[tokens[i]!.head];
      if (!head || head.from < from || head.from >= to) return { sentence: first.sentence, token: tokens[i]! };
    }
    return first;
  }
}
