import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { scoreFolder } from "../bench/gold.ts";

const SHARED = new URL("../../shared/gold/", import.meta.url).pathname;
const here = existsSync(SHARED);
if (!here) console.log("skipped: the annotated reports of ../shared/gold are not here");

describe.skipIf(!here)("annotated reports (../shared/gold)", () => {
  it("reads the report that the project starts from", () => {
    const figures = scoreFolder(`${SHARED}seed`, `${SHARED}score.mjs`);
    expect(figures.strict).toBeGreaterThan(0.75);
    expect(figures.soft).toBeGreaterThan(0.75);
  });

  it("does not fall below its targets on the development reports", () => {
    const figures = scoreFolder(`${SHARED}dev`, `${SHARED}score.mjs`);
    expect(figures.strict).toBeGreaterThan(0.55);
    expect(figures.soft).toBeGreaterThan(0.66);
  });
});
