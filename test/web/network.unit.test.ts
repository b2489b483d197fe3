import { describe, expect, it } from "vitest";
import { placeLabels } from "../../web/src/ui/labels.ts";
import { nearestIn } from "../../web/src/ui/nearest.ts";
import { binsOf, chosenOf } from "../../web/src/ui/time-bins.ts";
import { intoFrame, layOut } from "../../web/src/views/network/layout.ts";

const nodes = Array.from({ length: 120 }, (_, i) => ({ id: `n${i}`, encounters: 1 + (i % 9) }));
const links = nodes.slice(1).map(({ id }, i) => ({ a: id, b: `n${Math.floor(i / 3)}`, encounters: 1 + (i % 4) }));
const now = async (): Promise<void> => {};

describe("the layout of a network", () => {
  it("is the same each time, and keeps all nodes apart and in the frame", async () => {
    const [one, two] = [await layOut(nodes, links, 1.4, now), await layOut(nodes, links, 1.4, now)];
    expect(one).toEqual(two);
    const placed = [...intoFrame(one, { width: 800, height: 560, margin: 40 }).values()];
    for (const { x, y } of placed) {
      expect(x).toBeGreaterThanOrEqual(39.9);
      expect(x).toBeLessThanOrEqual(760.1);
      expect(y).toBeGreaterThanOrEqual(39.9);
      expect(y).toBeLessThanOrEqual(520.1);
    }
    expect(new Set(placed.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length);
  });
});

describe("labels", () => {
  it("do not overlap; the first given are placed, the last left out", () => {
    const marks = Array.from({ length: 30 }, (_, i) => ({
      id: `${i}`,
      text: "A name of some length",
      x: 200 + i,
      y: 100,
      r: 4,
    }));
    const placed = placeLabels(marks, { width: 400, height: 200 });
    expect(placed.length).toBeGreaterThan(0);
    expect(placed.length).toBeLessThan(6);
    const apart = placeLabels(
      [
        { id: "a", text: "Ankara", x: 20, y: 50, r: 4 },
        { id: "b", text: "Paris", x: 380, y: 50, r: 4 },
      ],
      { width: 400, height: 100 },
    );
    expect(apart.map(({ id, anchor }) => [id, anchor])).toEqual([
      ["a", "start"],
      ["b", "end"],
    ]);
  });
});

describe("arrow keys", () => {
  it("lead to the nearest mark in their direction", () => {
    const points = new Map([
      ["here", { x: 0, y: 0 }],
      ["right", { x: 50, y: 10 }],
      ["far right", { x: 90, y: 0 }],
      ["above", { x: 0, y: -30 }],
    ]);
    expect(nearestIn(points, "here", 1, 0)).toBe("right");
    expect(nearestIn(points, "here", 0, -1)).toBe("above");
    expect(nearestIn(points, "here", -1, 0)).toBeUndefined();
  });
});

describe("stretches of time", () => {
  it("are quarters without gaps for a few years, and years for many", () => {
    const few = binsOf([
      { value: "2026-Q2", count: 3 },
      { value: "2027-Q4", count: 1 },
      { value: "unknown", count: 9 },
    ]);
    expect(few).toHaveLength(8);
    expect(few[1]).toMatchObject({ from: "2026-04-01", to: "2026-06-30", count: 3, words: "April to June 2026" });
    const many = binsOf([
      { value: "1998-Q1", count: 2 },
      { value: "1998-Q3", count: 2 },
      { value: "2020-Q3", count: 5 },
    ]);
    expect(many).toHaveLength(23);
    expect(many[0]).toMatchObject({ from: "1998-01-01", to: "1998-12-31", count: 4 });
    expect(binsOf([])).toEqual([]);
  });

  it("are chosen by the days that lie in them", () => {
    const bins = binsOf([{ value: "2026-Q1", count: 1 }]);
    expect(chosenOf(bins, undefined, undefined)).toEqual([0, 3]);
    expect(chosenOf(bins, "2026-04-01", "2026-09-30")).toEqual([1, 2]);
    expect(chosenOf(bins, "2026-05-11", undefined)).toEqual([1, 3]);
  });
});
