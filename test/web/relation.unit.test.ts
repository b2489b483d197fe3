import { scaleUtc } from "d3-scale";
import { describe, expect, it } from "vitest";
import { around, DAY, endOf, startOf } from "../../web/src/charts/days.ts";
import { lastingOf, place } from "../../web/src/charts/place.ts";
import { ticksOf } from "../../web/src/charts/ticks.ts";
import type { Encounter } from "../../web/src/data/types.ts";
import { surnameOf } from "../../web/src/views/relation/names.ts";
import { periodOf, toneSteps } from "../../web/src/views/relation/tone.ts";

const day = (value: string): string => new Date(value).toISOString().slice(0, 10);

const encounter = (id: string, more: Partial<Encounter>): Encounter =>
  ({
    id,
    medium: "phone",
    status: "held",
    date: null,
    days: { from: null, to: null },
    reported: null,
    ...more,
  }) as Encounter;

const on = (id: string, date: string): Encounter => encounter(id, { date, days: { from: date, to: date } });

describe("days of a chart", () => {
  it("begin and end with the year, month or day that is told", () => {
    expect([startOf("2025"), endOf("2025")]).toEqual([Date.UTC(2025, 0, 1), Date.UTC(2026, 0, 1)]);
    expect([startOf("2025-12"), endOf("2025-12")]).toEqual([Date.UTC(2025, 11, 1), Date.UTC(2026, 0, 1)]);
    expect(endOf("2024-02-29") - startOf("2024-02-29")).toBe(DAY);
  });

  it("have room around them, a single day too", () => {
    const { from, to } = around([{ from: startOf("2025-07-01"), to: endOf("2025-07-01") }]);
    expect(Math.round((to - from) / DAY)).toBe(21);
    expect(day(new Date(from).toISOString()) < "2025-07-01").toBe(true);
  });
});

describe("marks of an axis of time", () => {
  const labels = (from: string, to: string, width = 700) =>
    ticksOf({ from: startOf(from), to: endOf(to) }, width).map(({ label, year }) =>
      year ? `${label}|${year}` : label,
    );

  it("are days within some weeks, with the year once", () => {
    const all = labels("2025-06-28", "2025-07-08");
    expect(all[0]).toMatch(/\d+ Jun\|2025/);
    expect(all.filter((label) => label.includes("|"))).toHaveLength(1);
  });

  it("are months within some years, with each year at its first", () => {
    expect(labels("2025-10-01", "2026-05-30")).toContain("Jan|2026");
  });

  it("are years over decades", () => {
    expect(labels("1991-01-01", "2027-12-31")).toContain("2000");
  });

  it("are fewer where there is less room", () => {
    expect(labels("2025-01-01", "2027-12-31", 320).length).toBeLessThan(labels("2025-01-01", "2027-12-31").length);
  });
});

describe("an encounter in time", () => {
  const ends = (more: Partial<Encounter>) => lastingOf(encounter("x", more))?.ends ?? null;

  it("has firm ends where its days are told, soft ones where they are not", () => {
    expect(ends({ date: "2025-07-01", days: { from: "2025-07-01", to: "2025-07-01" } })).toBe("firm");
    expect(ends({ date: "2025-07-01/2025-07-03", days: { from: "2025-07-01", to: "2025-07-03" } })).toBe("firm");
    expect(ends({ date: "2025-07", days: { from: "2025-07-01", to: "2025-07-31" } })).toBe("both");
    expect(ends({ days: { from: null, to: "2025-07-01" } })).toBe("left");
    expect(ends({ days: { from: "2025-07-01", to: null } })).toBe("right");
  });

  it("stands by the day of its report where none is told: before it if held, behind it if to come", () => {
    expect(ends({ reported: "2025-07-01" })).toBe("left");
    expect(ends({ reported: "2025-07-01", status: "planned" })).toBe("right");
    expect(ends({})).toBeNull();
  });

  it("is put into another row where it would touch one before it", () => {
    const scale = scaleUtc()
      .domain([startOf("2025-01-01"), endOf("2025-12-31")])
      .range([0, 365]);
    const placed = place([on("c", "2025-06-01"), on("a", "2025-01-10"), on("b", "2025-01-12")], scale);
    expect(placed.map(({ encounter: { id }, row }) => [id, row])).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 0],
    ]);
  });

  it("stays within the picture", () => {
    const scale = scaleUtc()
      .domain([startOf("2025-06-01"), endOf("2025-06-30")])
      .range([100, 400]);
    const [one] = place([encounter("a", { date: "2025", days: { from: "2025-01-01", to: "2025-12-31" } })], scale);
    expect([one?.from, one?.to]).toEqual([100, 400]);
  });
});

describe("the tone line", () => {
  it("knows years, quarters and months", () => {
    expect(periodOf("2025-Q4")).toEqual({ from: Date.UTC(2025, 9, 1), to: Date.UTC(2026, 0, 1) });
    expect(periodOf("2025-02")).toEqual({ from: Date.UTC(2025, 1, 1), to: Date.UTC(2025, 2, 1) });
    expect(periodOf("2025")).toEqual({ from: Date.UTC(2025, 0, 1), to: Date.UTC(2026, 0, 1) });
  });

  it("has no step where nobody acted", () => {
    const tone = [
      { period: "2025-Q1", a_to_b: 3.5, b_to_a: null, acts: 1, contacts: 0 },
      { period: "2025-Q2", a_to_b: null, b_to_a: null, acts: 0, contacts: 1 },
    ];
    expect(toneSteps(tone, "a_to_b").map(({ value }) => value)).toEqual([3.5]);
    expect(toneSteps(tone, "b_to_a")).toEqual([]);
  });
});

it("looks for people by surname, for states by name", () => {
  expect(surnameOf({ id: "x", name: "Ada Lind (SWE)", kind: "person" })).toBe("Lind");
  expect(surnameOf({ id: "GBR", name: "United Kingdom", kind: "state" })).toBe("United Kingdom");
});
