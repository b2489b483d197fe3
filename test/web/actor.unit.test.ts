import { describe, expect, it } from "vitest";
import { startOf } from "../../web/src/charts/days.ts";
import { bare } from "../../web/src/views/actor/bare.ts";
import { termsOf } from "../../web/src/views/actor/terms.ts";
import { yearsOf } from "../../web/src/views/actor/years.ts";

describe("contacts by year", () => {
  it("have the empty years between them, and none for what has no year", () => {
    const years = yearsOf({
      held: [
        { value: "2024", count: 2 },
        { value: "unknown", count: 1 },
      ],
      planned: [{ value: "2026", count: 1 }],
      possible: [],
      negated: [],
    });
    expect(years.map(({ year, total }) => [year, total])).toEqual([
      ["2024", 2],
      ["2025", 0],
      ["2026", 1],
    ]);
  });

  it("are none where nothing is dated", () => {
    expect(yearsOf({ held: [], planned: [], possible: [], negated: [] })).toEqual([]);
  });
});

describe("offices over time", () => {
  const office = (from: string | null, to: string | null, basis: "office-file" | "reports" = "office-file") => ({
    office: "head-of-state",
    title: "President",
    country: "FRA",
    body: null,
    from,
    to,
    basis,
    reports: [],
  });
  const ends = (...all: Parameters<typeof office>[]) =>
    termsOf(
      all.map((one) => office(...one)),
      startOf("2026-01-01"),
    ).map((term) => term.ends);

  it("are firm out of the files, soft out of reports, and fade where an end is not known", () => {
    expect(ends(["2012-05-15", "2017-05-14"])).toEqual(["firm"]);
    expect(ends(["2017-05-14", null])).toEqual(["right"]);
    expect(ends([null, "1995"])).toEqual(["left"]);
    expect(ends(["2025-01-02", "2025-06-03", "reports"])).toEqual(["both"]);
    expect(ends([null, null])).toEqual([]);
  });

  it("reach to today where they have not ended", () => {
    const [term] = termsOf([office("2017-05-14", null)], startOf("2026-01-01"));
    expect(term?.to).toBe(startOf("2026-01-01"));
  });
});

it("takes what tells namesakes apart from a name", () => {
  expect(bare("Ada Lind (SWE)")).toBe("Ada Lind");
  expect(bare("Ada Lind")).toBe("Ada Lind");
});
