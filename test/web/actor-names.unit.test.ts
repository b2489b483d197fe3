import { describe, expect, it } from "vitest";
import type { Actor } from "../../web/src/data/types.ts";
import { forOne } from "../../web/src/views/actor/for-one.ts";
import { oneOffice } from "../../web/src/views/actor/one-office.ts";

type Office = Actor["offices"][number];

describe("words for one person", () => {
  it.each([
    "The Presidents",
    "the two leaders",
    "two French journalists",
    "both",
    "Marchetti and Aydoğan",
    "leaders of France",
  ])("%s are not", (alias) => expect(forOne(alias, "Hélène Marchetti")).toBe(false));

  it.each(["the President of the United States", "her Excellency", "French president", "Minister for Foreign Affairs"])(
    "%s are",
    (alias) => expect(forOne(alias, "Hélène Marchetti")).toBe(true),
  );

  it("end in s where the name does", () => expect(forOne("Mr Adams", "John Adams")).toBe(true));
});

describe("an office with several titles", () => {
  const told = (title: string, country: string | null, from: string, to: string, office = "head-of-state"): Office => {
    return { office, title, country, body: null, from, to, basis: "reports", reports: [`${title} ${from}`] };
  };

  it("is one where office and state are the same or not told", () => {
    const one = oneOffice([
      { ...told("President", null, "2026-01-01", "2026-05-01"), reports: ["a", "b"] },
      told("President of the Republic", "FRA", "2026-03-01", "2026-09-01"),
      told("President", "TUR", "2026-03-01", "2026-09-01"),
    ]);
    expect(one.map(({ title, country, from, to }) => [title, country, from, to])).toEqual([
      ["President", "FRA", "2026-01-01", "2026-09-01"],
      ["President", "TUR", "2026-03-01", "2026-09-01"],
    ]);
    expect(one[0]!.reports).toEqual(["a", "b", "President of the Republic 2026-03-01"]);
  });

  it("joins the term of the office files that it overlaps, and stays two where no key tells", () => {
    const file: Office = {
      ...told("President", "FRA", "2022-05-14", "2027-05-13"),
      basis: "office-file",
      reports: [],
    } as const;
    const report = told("head of state", "FRA", "2026-01-01", "2026-02-01");
    expect(oneOffice([file, report])).toEqual([{ ...file, reports: report.reports }]);
    const late = told("head of state", "FRA", "2029-01-01", "2029-02-01");
    expect(oneOffice([file, late])).toHaveLength(2);
    expect(
      oneOffice([
        told("envoy", null, "2026-01-01", "2026-01-01", "other"),
        told("host", null, "2026-01-01", "2026-01-01", "other"),
      ]),
    ).toHaveLength(2);
  });
});
