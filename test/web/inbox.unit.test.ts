import { describe, expect, it } from "vitest";
import { inLots } from "../../web/src/views/inbox/lots.ts";

const LIMITS = { files: 3, file: 1000, all: 10_000 };
const sizes = (lots: readonly (readonly { size: number }[])[]): number[][] =>
  lots.map((lot) => lot.map(({ size }) => size));

describe("lots of files", () => {
  it("hold as many as the server takes at once, in their order", () => {
    const { lots, tooLarge } = inLots(
      [1, 2, 3, 4, 5, 6, 7].map((size) => ({ size })),
      LIMITS,
    );
    expect(sizes(lots)).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
    expect(tooLarge).toEqual([]);
  });

  it("hold no more bytes than the server takes at once, and leave out what is too large", () => {
    const files = [{ size: 900 }, { size: 1001 }, { size: 950 }];
    const { lots, tooLarge } = inLots(files, { ...LIMITS, all: 3000 });
    expect(sizes(lots)).toEqual([[900], [950]]);
    expect(tooLarge).toEqual([{ size: 1001 }]);
    expect(inLots([], LIMITS).lots).toEqual([]);
  });
});
