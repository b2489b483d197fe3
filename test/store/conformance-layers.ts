import { beforeEach, describe, expect, test } from "vitest";
import { openStore, reportId, type Store } from "../../src/store/index.ts";
import { call, everyType } from "./fixture.ts";

/** What corrections, merges and readings over one another must do in every store. */
export function layerConformance(name: string, place: () => Promise<string>): void {
  const by = { author: "desk", reason: "the ministry said so" };
  const item = everyType();
  const id = reportId(item.report.text);
  let store: Store;

  describe(`${name}: layers`, () => {
    beforeEach(async () => {
      store = await openStore(await place());
      await store.keep(item.report, item.record);
      return () => store.close();
    });
    const keyOf = async (words: string): Promise<string> => (await store.entries({ words })).items[0]!.key;

    test("a correction is found under its new value, and undone as easily", async () => {
      const key = await keyOf("phoned");
      const layer = await store.change(
        { type: "correct", key, field: "parties", becomes: ["Emmanuel Macron", "Olaf Scholz"] },
        by,
      );
      expect((await store.entries({ actors: ["Olaf Scholz"] })).items).toMatchObject([
        { key, layers: [layer.id], entry: { why: { parties: { rule: `correction-${layer.id}` } } } },
      ]);
      expect((await store.report(id))!.record).toEqual(item.record);
      const version = await store.version();
      await store.change({ type: "correct", key, field: "date", becomes: "2025-12-18" }, by);
      expect((await store.entry(key))!.from).toBe("2025-12-18");
      expect(await store.version()).not.toBe(version);
      const undo = await store.change({ type: "undo", layer: layer.id }, by);
      expect(await store.countEntries({ actors: ["Olaf Scholz"] })).toBe(0);
      expect((await store.entry(key))!.from).toBe("2025-12-18");
      await store.change({ type: "undo", layer: undo.id }, by);
      expect(await store.countEntries({ actors: ["Olaf Scholz"] })).toBe(1);
      expect((await store.layers({ report: id })).map(({ active }) => active)).toEqual([true, true, false, true]);
      expect(await store.misfits()).toEqual([]);
    });

    test("removing, adding and confirming", async () => {
      const key = await keyOf("condemned");
      const removed = await store.change({ type: "remove", key }, by);
      expect(await store.entry(key)).toBeNull();
      expect(await store.countEntries({ words: "condemned" })).toBe(0);
      await expect(store.change({ type: "confirm", key }, by)).rejects.toThrow(/no entry/);
      await store.change({ type: "undo", layer: removed.id }, by);
      await expect(store.change({ type: "undo", layer: removed.id }, by)).rejects.toThrow(/undone already/);
      await store.change({ type: "confirm", key }, by);
      expect(await store.entry(key)).toMatchObject({ confirmed: true });
      const entry = { ...item.record.contacts[0]!, id: "x", parties: ["Mette Frederiksen"], date: "2025-11" };
      await store.change({ type: "add", report: id.slice(0, 10), entryType: "contact", entry }, by);
      const [added] = (await store.entries({ actors: ["Mette Frederiksen"] })).items;
      expect(added).toMatchObject({ added: true, from: "2025-11-01", to: "2025-11-30" });
      await store.change({ type: "correct", key: added!.key, field: "date", becomes: "2025-11-03" }, by);
      expect(await store.entry(added!.key)).toMatchObject({ from: "2025-11-03" });
    });

    test("what makes no sense is refused and leaves nothing", async () => {
      const key = await keyOf("phoned");
      const change = (field: string, becomes: unknown): Promise<unknown> =>
        store.change({ type: "correct", key, field, becomes }, by);
      await expect(change("status", "perhaps")).rejects.toThrow(/no contact/);
      await expect(change("date", "Friday")).rejects.toThrow(/no date/);
      await expect(change("evidence", [])).rejects.toThrow(/cannot be corrected/);
      await expect(change("flavour", "sweet")).rejects.toThrow(/no contact/);
      const entry = { ...item.record.contacts[0]!, evidence: [{ from: 0, to: 3, quote: "Pol" }] };
      await expect(store.change({ type: "add", report: id, entryType: "contact", entry }, by)).rejects.toThrow(
        /does not say/,
      );
      await expect(store.change({ type: "confirm", key }, { author: "desk", reason: " " })).rejects.toThrow(/reason/);
      await expect(store.change({ type: "undo", layer: 99 }, by)).rejects.toThrow(/no layer/);
      expect(await store.layers()).toEqual([]);
    });

    test("merged actors are one, split actors two; undone they are as before", async () => {
      await store.keep(...(Object.values(call("Macron", "Ben", "2025-05-01")) as [never, never]));
      const other = call("Macron", "Dan", "1999-05-01");
      await store.keep(other.report, other.record);
      const merge = await store.change({ type: "merge", names: ["Macron"], into: "Emmanuel Macron" }, by);
      expect(await store.countEntries({ actors: ["Emmanuel Macron"] })).toBe(5);
      expect((await store.actors({ named: "macron" })).items[0]!.names).toEqual(["Emmanuel Macron", "Macron"]);
      const split = await store.change(
        { type: "split", name: "Emmanuel Macron", into: "Macron (1999)", reports: [reportId(other.report.text)] },
        by,
      );
      expect(await store.countEntries({ actors: ["Emmanuel Macron"] })).toBe(4);
      expect(await store.countEntries({ actors: ["Macron (1999)"] })).toBe(1);
      const later = call("Macron", "Eve", "2025-06-01");
      await store.keep(later.report, later.record);
      expect(await store.countEntries({ actors: ["Emmanuel Macron"] })).toBe(5);
      const [entry] = (await store.entries({ actors: ["Eve"] })).items;
      expect(entry!.entry).toMatchObject({ parties: ["Macron", "Eve"] });
      expect(entry!.parts).toContainEqual({ role: "party", name: "Macron", actor: "Emmanuel Macron" });
      await store.change({ type: "undo", layer: split.id }, by);
      expect(await store.countEntries({ actors: ["Emmanuel Macron"] })).toBe(6);
      await store.change({ type: "undo", layer: merge.id }, by);
      expect(await store.countEntries({ actors: ["Emmanuel Macron"] })).toBe(3);
      expect(await store.countEntries({ actors: ["Macron"] })).toBe(3);
    });

    test("a reread stands beside the old; corrections still apply, and what no longer fits is listed", async () => {
      const [phoned, meeting, condemned] = await Promise.all(["phoned", "meeting", "condemned"].map(keyOf));
      const corrected = await store.change({ type: "correct", key: phoned!, field: "duration", becomes: "PT1H" }, by);
      const moved = await store.change({ type: "correct", key: meeting!, field: "place", becomes: "Bern" }, by);
      const gone = await store.change({ type: "confirm", key: condemned! }, by);
      expect(await store.reread(id, item.record)).toEqual({ new: false });
      const [first, second] = item.record.contacts;
      const better = {
        ...item.record,
        reader: "test-2",
        contacts: [
          { ...first!, parties: ["Emmanuel Macron", "Vladimir Putin", "Dan"] },
          { ...second!, place: "Lausanne" },
        ],
        events: [],
      };
      expect(await store.reread(id, better)).toEqual({ new: true });
      const report = (await store.report(id))!;
      expect(report.record).toEqual(better);
      expect(report.readings.map(({ reader }) => reader)).toEqual(["test-2", "test-1"]);
      expect((await store.entries({ actors: ["Dan"] })).items).toMatchObject([
        { layers: [corrected.id], entry: { duration: "PT1H" } },
      ]);
      expect((await store.entries({ place: "Bern" })).items).toMatchObject([{ layers: [moved.id] }]);
      expect(await store.misfits()).toMatchObject([
        { layer: moved.id, problem: "changed" },
        { layer: gone.id, problem: "gone" },
      ]);
      expect((await store.info()).readers).toEqual([{ value: "test-2", count: 1 }]);
      expect((await store.info()).readings).toBe(2);
      await expect(store.reread("f".repeat(64), better)).rejects.toThrow(/no report/);
    });
  });
}
