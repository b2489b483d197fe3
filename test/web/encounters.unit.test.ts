import { describe, expect, it } from "vitest";
import { binsOf, topOf } from "../../web/src/views/encounters/bins.ts";

describe("encounters over time", () => {
  it("are counted by month, with the empty ones between, and those of no day apart", () => {
    const { unit, bins, undated } = binsOf([
      { value: "2027-11", count: 2 },
      { value: "2028-02", count: 1 },
      { value: "unknown", count: 3 },
    ]);
    expect(unit).toBe("month");
    expect(undated).toBe(3);
    expect(bins.map(({ value, count }) => `${value} ${count}`)).toEqual([
      "2027-11 2",
      "2027-12 0",
      "2028-01 0",
      "2028-02 1",
    ]);
    expect(bins[3]).toMatchObject({ since: "2028-02-01", until: "2028-02-29" });
  });

  it("are put together by quarter, then by year, where they reach far", () => {
    const quarters = binsOf([
      { value: "2024-02", count: 1 },
      { value: "2024-03", count: 1 },
      { value: "2028-12", count: 1 },
    ]);
    expect(quarters.unit).toBe("quarter");
    expect(quarters.bins[0]).toEqual({ value: "2024-Q1", since: "2024-01-01", until: "2024-03-31", count: 2 });
    expect(quarters.bins).toHaveLength(20);
    const years = binsOf([
      { value: "1990-02", count: 1 },
      { value: "2028-12", count: 4 },
    ]);
    expect(years.unit).toBe("year");
    expect(years.bins.at(-1)).toEqual({ value: "2028", since: "2028-01-01", until: "2028-12-31", count: 4 });
  });

  it("have a round number at the top of their scale", () => {
    const top = (count: number) => topOf([{ value: "", since: "", until: "", count }]);
    expect([0, 1, 3, 16, 21, 100].map(top)).toEqual([1, 1, 5, 20, 50, 100]);
  });

  it("are nothing where nothing is", () => {
    expect(binsOf([])).toEqual({ unit: "month", bins: [], undated: 0 });
  });
});
