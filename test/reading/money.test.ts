import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readReport } from "../../src/reading/read.ts";

interface Wanted {
  readonly text: string;
  readonly amount?: number;
  readonly currency?: string;
  readonly purpose?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly status?: string;
}

interface Case {
  readonly text: string;
  readonly published?: string;
  readonly money?: readonly Wanted[];
  readonly nothing?: true;
}

const cases = parse(readFileSync(new URL("../cases/money.yaml", import.meta.url), "utf8")) as Case[];

describe("readMoney", () => {
  it("has a case for every mechanism", () => expect(cases.length).toBeGreaterThanOrEqual(25));

  it.each(cases.map((c) => [c.text, c] as const))("%s", (text, { published = "2024-05-17", money = [], nothing }) => {
    const found = readReport(text, { published }).money;
    if (nothing) expect(found.map((m) => m.text)).toEqual([]);
    for (const wanted of money) {
      const sum = found.find((m) => m.text === wanted.text);
      expect(sum, `no sum "${wanted.text}" among ${found.map((m) => m.text).join(", ")}`).toBeDefined();
      expect(sum).toMatchObject({ ...wanted, ...(wanted.amount !== undefined && { amount: Number(wanted.amount) }) });
    }
  });
});
