import { describe, expect, it } from "vitest";
import { inNewestOrder, newestFirst } from "../../src/desk/questions/when.ts";
import { linksOf } from "../../src/server/network.ts";
import { SOME, served } from "./fixture.ts";

const desk = async () => (await served(SOME)).services.desk();

describe("links of encounters", () => {
  it("are the same, whether all are asked for or the weightiest", async () => {
    const { encounters } = await desk();
    const all = linksOf(encounters, "actors", 5000);
    expect(all.links).toHaveLength(all.total);
    expect(all.links.length).toBeGreaterThan(2);
    for (const top of [1, 2, 3])
      expect(linksOf(encounters, "actors", top)).toEqual({ links: all.links.slice(0, top), total: all.total });
  });

  it("count each encounter of two actors once", async () => {
    const { encounters } = await desk();
    for (const { a, b, encounters: n, media, years } of linksOf(encounters, "actors", 5000).links) {
      const parties = encounters.map((one) => one.parties.map(({ actor }) => actor));
      expect(n).toBe(parties.filter((ids) => ids.includes(a) && ids.includes(b)).length);
      for (const counts of [media, years]) expect([...counts.values()].reduce((sum, one) => sum + one)).toBe(n);
    }
  });
});

it("encounters stand the newest first day by day as by comparing each two", async () => {
  const { encounters } = await desk();
  expect(inNewestOrder(encounters)).toEqual(encounters.toSorted(newestFirst));
});
