import { describe, expect, it } from "vitest";
import {
  agendaOf,
  isExact,
  mondayOf,
  monthsOf,
  type Plan,
  shiftMonth,
  toldOf,
  weeksOf,
} from "../../web/src/views/coming/plans.ts";

/** A plan with nothing but its time. */
function plan(id: string, from: string | null, to: string | null, date: string | null = null): Plan {
  const window_from = date ? "date" : from || to ? "words" : "none";
  return {
    encounter: { id, date },
    window: { from, to },
    window_from,
    factors: [],
    announced: null,
  } as unknown as Plan;
}

const idsOf = (plans: readonly Plan[]): string[] => plans.map(({ encounter }) => encounter.id);

describe("the time of a plan", () => {
  it("is told by days, by a longer span, by one end, or not at all", () => {
    expect(toldOf(plan("a", "2027-10-18", "2027-10-18"))).toBe("days");
    expect(toldOf(plan("a", "2028-01-01", "2028-06-30"))).toBe("span");
    expect(toldOf(plan("a", "2027-10-18", null))).toBe("open");
    expect(toldOf(plan("a", null, null))).toBe("none");
  });

  it("is exact only where reports give days", () => {
    expect(isExact(plan("a", "2027-10-18", "2027-10-18", "2027-10-18"))).toBe(true);
    expect(isExact(plan("a", "2027-10-18", "2027-10-20", "2027-10-18/2027-10-20"))).toBe(true);
    expect(isExact(plan("a", "2027-09-06", "2027-09-12", "2027-W36"))).toBe(false);
    expect(isExact(plan("a", "2027-10-18", "2027-10-25"))).toBe(false);
  });
});

describe("the calendar", () => {
  it("begins weeks on Monday, also before 1970", () => {
    expect(mondayOf("2027-10-01")).toBe("2027-09-27");
    expect(mondayOf("2027-10-04")).toBe("2027-10-04");
    expect(mondayOf("1969-12-31")).toBe("1969-12-29");
  });

  it("goes over the end of the year", () => {
    expect(shiftMonth("2027-12", 1)).toBe("2028-01");
    expect(shiftMonth("2027-01", -1)).toBe("2026-12");
  });

  it("lays bars so that none lies on another, and cuts them at the week", () => {
    const plans = [
      plan("a", "2027-10-08", "2027-10-12"),
      plan("b", "2027-10-09", "2027-10-09"),
      plan("c", "2027-10-13", "2027-10-13"),
    ];
    const weeks = weeksOf("2027-10", plans);
    expect(weeks.map(({ days }) => days[0])).toEqual([
      "2027-09-27",
      "2027-10-04",
      "2027-10-11",
      "2027-10-18",
      "2027-10-25",
    ]);
    const shapes = weeks.map(({ bars }) =>
      bars.map((bar) => [bar.plan.encounter.id, bar.start, bar.length, bar.lane, bar.begins, bar.ends]),
    );
    expect(shapes[1]).toEqual([
      ["a", 4, 3, 0, true, false],
      ["b", 5, 1, 1, true, true],
    ]);
    expect(shapes[2]).toEqual([
      ["a", 0, 2, 0, false, true],
      ["c", 2, 1, 0, true, true],
    ]);
  });

  it("counts the months that hold something", () => {
    const plans = [
      plan("a", "2027-10-30", "2027-11-02"),
      plan("b", "2028-01-05", "2028-01-05"),
      plan("c", "2028-01-01", "2028-12-31"),
    ];
    expect(monthsOf(plans, "2027-10", 12)).toEqual([
      { month: "2027-10", count: 1 },
      { month: "2027-11", count: 1 },
      { month: "2027-12", count: 0 },
      { month: "2028-01", count: 1 },
    ]);
  });
});

describe("the agenda", () => {
  it("puts first what may be any day now, then week by week; what has no day is not in it", () => {
    const plans = [
      plan("year", "2027-01-01", "2027-12-31"),
      plan("open", "2027-10-02", null),
      plan("later", "2027-10-20", "2027-10-20"),
      plan("soon", "2027-10-12", "2027-10-12"),
    ];
    const groups = agendaOf(plans, "2027-10-11");
    expect(groups.map(({ monday, plans: all }) => [monday, idsOf(all)])).toEqual([
      [null, ["year"]],
      ["2027-10-11", ["soon"]],
      ["2027-10-18", ["later"]],
    ]);
  });
});
