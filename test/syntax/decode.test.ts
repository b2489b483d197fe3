import { describe, expect, it } from "vitest";
import { decodeTree, isTree } from "../../src/syntax/decode.ts";

/** Scores out of rows [root, word 1, word 2, ...]. */
const decode = (...rows: number[][]): number[] => [
  ...decodeTree(Float32Array.from(rows.flat()), rows.length, rows[0]!.length),
];

describe("decodeTree", () => {
  it("takes the best heads when they are a tree", () => {
    expect(decode([0, 0, 5, 0], [5, 0, 0, 0], [0, 0, 5, 0])).toEqual([1, -1, 1]);
  });
  it("keeps one root of two", () => {
    expect(decode([5, 0, 4], [9, 1, 0])).toEqual([1, -1]);
  });
  it("opens cycles where it costs least", () => {
    const heads = decode([0, 0, 5, 1, 0], [0, 5, 0, 4, 0], [5, 0, 0, 0, 0], [0, 0, 0, 5, 0]);
    expect(heads).toEqual([1, 2, -1, 2]);
  });
  it("always gives a tree with one root", () => {
    let state = 1;
    const random = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    for (let n = 1; n < 40; n++) {
      for (let k = 0; k < 20; k++) {
        const scores = Float32Array.from({ length: n * (n + 1) }, random);
        expect(isTree(decodeTree(scores, n, n + 1))).toBe(true);
      }
    }
  });
});
