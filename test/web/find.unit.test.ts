import { describe, expect, it } from "vitest";
import { kindFacets } from "../../web/src/views/find/kinds.ts";

describe("facets of kinds", () => {
  it("stand under their types, with the sum of each", () => {
    const facets = kindFacets(
      [
        { value: "contact: call", count: 2 },
        { value: "statement: direct", count: 3 },
        { value: "statement: mixed", count: 1 },
        { value: "sum", count: 1 },
      ],
      (kind) => kind.toUpperCase(),
    );
    expect(facets.map(({ value, count }) => [value, count])).toEqual([
      ["statement", 4],
      ["contact", 2],
      ["sum", 1],
    ]);
    expect(facets[1]!.kinds).toEqual([{ value: "call", words: "CALL", count: 2 }]);
    expect(facets[2]!.kinds).toEqual([]);
  });
});
