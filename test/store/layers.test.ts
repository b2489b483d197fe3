import { describe, expect, test } from "vitest";
import { keyedEntries } from "../../src/store/index.ts";
import { activeLayers, applyLayers, type Layer, type LayerBody, type Target } from "../../src/store/layers.ts";
import { nameResolver } from "../../src/store/names.ts";
import { everyType } from "./fixture.ts";

const layers = (...bodies: LayerBody[]): Layer[] =>
  bodies.map((body, i) => ({ id: i + 1, author: "desk", at: "2025-12-21T10:00:00Z", reason: "known", body }));
const undo = (layer: number): LayerBody => ({ type: "undo", layer });
const merge = (names: string[], into: string): LayerBody => ({ type: "merge", names, into });

describe("which layers hold", () => {
  const ids = (...bodies: LayerBody[]): number[] => activeLayers(layers(...bodies)).map(({ id }) => id);
  test("an undone one does not; one whose undoing was undone does", () => {
    expect(ids(merge(["A"], "B"), merge(["C"], "D"), undo(1))).toEqual([2]);
    expect(ids(merge(["A"], "B"), undo(1), undo(2))).toEqual([1]);
    expect(ids(merge(["A"], "B"), undo(1), undo(2), undo(3))).toEqual([]);
    expect(ids(merge(["A"], "B"), undo(1), undo(1), undo(2))).toEqual([]);
  });
});

describe("names", () => {
  const split = (name: string, into: string, ...reports: string[]): LayerBody => ({
    type: "split",
    name,
    into,
    reports,
  });
  test("chains are followed in their order, and circles end", () => {
    const resolve = nameResolver(layers(merge(["A"], "B"), merge(["B"], "C"), merge(["C"], "A")));
    expect([resolve("A", "r"), resolve("B", "r"), resolve("Z", "r")]).toEqual(["A", "A", "Z"]);
  });
  test("a split holds in its reports alone", () => {
    const resolve = nameResolver(
      layers(split("George Bush", "George H. W. Bush", "r1"), merge(["Bush"], "George Bush")),
    );
    expect([resolve("George Bush", "r1"), resolve("George Bush", "r2")]).toEqual(["George H. W. Bush", "George Bush"]);
  });
});

describe("laying over", () => {
  const { report, record } = everyType();
  const read = keyedEntries("r", record);
  const target = (i: number): Target => ({ report: "r", key: read[i]!.key, type: read[i]!.type, read: read[i]!.entry });
  const correct = (i: number, field: string, becomes: unknown): LayerBody => ({
    type: "correct",
    target: target(i),
    field,
    becomes,
  });

  test("changes what is seen and nothing that was read", () => {
    const before = structuredClone(read);
    const { entries, misfits } = applyLayers(
      "r",
      read,
      layers(correct(0, "place", "Paris"), correct(0, "place", "Brest")),
    );
    expect(entries[0]).toMatchObject({ layers: [1, 2], entry: { place: "Brest" } });
    expect(misfits).toEqual([]);
    expect(read).toEqual(before);
    expect(entries.slice(1).map(({ entry }) => entry)).toEqual(read.slice(1).map(({ entry }) => entry));
  });

  test("another report's layers do nothing here", () => {
    const { entries } = applyLayers("r", read, layers({ type: "remove", target: { ...target(0), report: "other" } }));
    expect(entries).toHaveLength(5);
  });

  /** The record as a later reader might read it. */
  const later = (change: (all: typeof record) => void) => {
    const all = structuredClone(record);
    change(all);
    return keyedEntries("r", all);
  };

  test("an entry is found again by its words where its fields or ends changed", () => {
    const reread = later((all) => {
      all.events[0]!.recipients = ["EU", "USA"];
      const at = report.text.indexOf("Emmanuel Macron phoned");
      all.contacts[0]!.evidence = [{ from: at, to: at + 22, quote: "Emmanuel Macron phoned" }];
    });
    expect(reread[0]!.key).not.toBe(read[0]!.key);
    const { entries, misfits } = applyLayers(
      "r",
      reread,
      layers(correct(0, "place", "Paris"), { type: "remove", target: target(3) }),
    );
    expect(misfits).toEqual([]);
    expect(entries.map(({ type }) => type)).toEqual(["contact", "contact", "statement", "sum"]);
    expect(entries[0]!.entry).toMatchObject({ place: "Paris" });
  });

  test("where two would fit, none is guessed: it is listed as gone", () => {
    const reread = later((all) => {
      const [one] = all.events;
      all.events = [
        { ...one!, recipients: ["FRA"] },
        { ...one!, recipients: ["DEU"] },
      ];
    });
    const { misfits } = applyLayers("r", reread, layers(correct(3, "status", "possible")));
    expect(misfits).toMatchObject([{ layer: 1, problem: "gone", message: expect.stringContaining("condemned") }]);
  });

  test("a reader that comes to the corrected value agrees; one that reads a third is listed, and the correction holds", () => {
    const correction = layers(correct(0, "date", "2025-12-18"));
    const agreeing = later((all) => Object.assign(all.contacts[0]!, { date: "2025-12-18" }));
    expect(applyLayers("r", agreeing, correction).misfits).toEqual([]);
    const other = later((all) => Object.assign(all.contacts[0]!, { date: "2025-12-12" }));
    const { entries, misfits } = applyLayers("r", other, correction);
    expect(misfits).toMatchObject([{ layer: 1, problem: "changed" }]);
    expect(entries[0]!.entry).toMatchObject({ date: "2025-12-18" });
  });

  test("a confirmed entry that is read otherwise is confirmed no longer, and listed", () => {
    const confirmed = layers({ type: "confirm", target: target(0) });
    expect(applyLayers("r", read, confirmed).entries[0]).toMatchObject({ confirmed: true });
    const other = later((all) => Object.assign(all.contacts[0]!, { status: "planned" }));
    const { entries, misfits } = applyLayers("r", other, confirmed);
    expect(entries[0]).toMatchObject({ confirmed: false, entry: { status: "planned" } });
    expect(misfits).toMatchObject([{ layer: 1, problem: "changed", message: expect.stringContaining("status") }]);
  });
});

test("two entries on the same words have keys of their own, the same in each reading", () => {
  const { record } = everyType();
  const twice = { ...record, contacts: [record.contacts[0]!, record.contacts[0]!] };
  const keys = keyedEntries("r", twice).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keyedEntries("r", twice).map(({ key }) => key)).toEqual(keys);
  expect(keyedEntries("s", twice)[0]!.key).not.toBe(keys[0]);
});
