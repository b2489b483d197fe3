import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openStore, reportId, type Store } from "../../src/store/index.ts";
import { call, everyType } from "./fixture.ts";

/** What every store must do, whatever database it is on. `place` gives an empty one. */
export function conformance(name: string, place: () => Promise<string>): void {
  let store: Store;
  let where: string;

  describe(`${name}: keeping`, () => {
    beforeAll(async () => {
      where = await place();
      store = await openStore(where);
    });
    afterAll(() => store.close());

    test("a report comes back with its record exactly as it was", async () => {
      const item = everyType();
      const kept = await store.keep(item.report, item.record);
      expect(kept).toEqual({ id: reportId(item.report.text), new: true });
      const back = (await store.report(kept.id))!;
      expect(back.report).toEqual(item.report);
      expect(back.record).toEqual(item.record);
      expect(back.readings).toMatchObject([{ reader: "test-1" }]);
      expect(back.entries.map(({ type }) => type)).toEqual(["contact", "contact", "statement", "event", "sum"]);
      expect(back.entries[0]!.entry).toEqual(item.record.contacts[0]);
      expect((await store.report(kept.id.slice(0, 8)))?.id).toBe(kept.id);
      expect(await store.report("0000000000")).toBeNull();
      expect(await store.report("no id")).toBeNull();
    });

    test("the same text again, also with other white space and composed otherwise, changes nothing", async () => {
      const before = await store.info();
      const { report, record } = everyType();
      expect((await store.keep(report, record)).new).toBe(false);
      const other = { ...report, text: `  ${report.text.normalize("NFD").replaceAll(" ", "\n ")}\r\n`, title: "Other" };
      expect((await store.keep(other, record)).new).toBe(false);
      expect({ ...(await store.info()), bytes: before.bytes }).toEqual(before);
    });

    test("a batch is kept as a whole, the same report in it once", async () => {
      const items = [call("A", "B", "2025-01-01"), call("A", "C", "2025-01-02"), call("A", "B", "2025-01-01")];
      const kept = await store.keepAll(items);
      expect(kept.map((one) => one.new)).toEqual([true, true, false]);
      expect(kept[2]!.id).toBe(kept[0]!.id);
      expect(await store.known([kept[1]!.id, "f".repeat(64)])).toEqual(new Set([kept[1]!.id]));
    });

    test("it is still there when the store is opened again", async () => {
      const before = await store.info();
      await store.close();
      store = await openStore(where);
      expect(await store.info()).toEqual(before);
    });
  });

  describe(`${name}: finding`, () => {
    beforeAll(async () => {
      store = await openStore(await place());
      const days = Array.from({ length: 25 }, (_, i) => `2025-03-${String(i + 1).padStart(2, "0")}`);
      await store.keepAll([
        everyType(),
        ...days.map((day, i) => call("Ada", i % 2 ? "Ben" : "Cyd", day)),
        call("Ada", "Ben", "2025-04-01", { status: "planned", kind: "meeting", medium: null }),
        call("Zoë Ångström", "Ben", "2024", { place: "Oslo" }),
      ]);
    });
    afterAll(() => store.close());

    test("by actors, newest and oldest first, page by page", async () => {
      const dates = async (filter: Parameters<Store["entries"]>[0]): Promise<(string | null)[]> =>
        (await store.entries(filter)).items.map(({ from }) => from);
      expect(await dates({ actors: ["Ada", "Ben"], limit: 2 })).toEqual(["2025-04-01", "2025-03-24"]);
      expect(await dates({ actors: ["Ben", "Ada"], order: "oldest", limit: 1 })).toEqual(["2025-03-02"]);
      expect(await dates({ actors: ["Ada", "Ben", "Cyd"] })).toEqual([]);
      const seen: string[] = [];
      for await (const { key } of store.eachEntry({ actors: ["Ada"], limit: 7 })) seen.push(key);
      expect(new Set(seen).size).toBe(26);
      expect(seen).toHaveLength(26);
      const upward: string[] = [];
      for await (const { key } of store.eachEntry({ actors: ["Ada"], limit: 4, order: "oldest" })) upward.push(key);
      expect(upward.reverse()).toEqual(seen);
      expect(await store.countEntries({ actors: ["Ada"] })).toBe(26);
    });

    test("by role, type, kind, status, medium, place and report", async () => {
      const count = (filter: Parameters<Store["entries"]>[0]): Promise<number> => store.countEntries(filter);
      expect(await count({ actors: [{ actor: "Vladimir Putin", roles: ["addressee"] }] })).toBe(1);
      expect(await count({ actors: [{ actor: "Vladimir Putin", roles: ["speaker"] }] })).toBe(0);
      expect(await count({ actors: ["Vladimir Putin"] })).toBe(3);
      expect(await count({ types: ["contact"], actors: ["Vladimir Putin"] })).toBe(2);
      expect(await count({ kinds: ["ACCUSE"] })).toBe(1);
      expect(await count({ statuses: ["planned", "possible"] })).toBe(2);
      expect(await count({ mediums: ["phone"], actors: ["Ben"] })).toBe(13);
      expect(await count({ place: "geneva" })).toBe(1);
      expect(await count({ types: [] })).toBe(0);
      const id = reportId(everyType().report.text);
      expect(await count({ report: id })).toBe(5);
    });

    test("by days: an interval counts where it overlaps, an entry without days on the day of publication", async () => {
      const types = async (filter: Parameters<Store["entries"]>[0]): Promise<string[]> =>
        (await store.entries(filter)).items.map(({ type }) => type);
      expect(await types({ since: "2026-01-15", until: "2026-01-20" })).toEqual(["contact"]);
      expect((await types({ since: "2025-12-21", until: "2025-12-21" })).sort()).toEqual(["event", "statement", "sum"]);
      expect(await types({ since: "2025-12-21", until: "2025-12-21", dated: true })).toEqual([]);
      expect(await types({ since: "2024-05-01", until: "2024-05-31" })).toEqual(["contact"]);
      const [year] = (await store.entries({ place: "Oslo" })).items;
      expect(year).toMatchObject({ from: "2024-01-01", to: "2024-12-31", published: "2024" });
    });

    test("by words, stemmed and without accents; phrases, starts and exclusions", async () => {
      const count = (filter: Parameters<Store["entries"]>[0]): Promise<number> => store.countEntries(filter);
      expect(await count({ topic: "ceasefires" })).toBe(2);
      expect(await count({ topic: "Macron" })).toBe(0);
      expect(await count({ words: "macron ceasefire" })).toBe(2);
      expect(await count({ words: "angstrom" })).toBe(1);
      expect(await count({ words: '"must hold" -geneva' })).toBe(1);
      expect(await count({ words: "condem*" })).toBe(1);
      expect(await count({ words: "the" })).toBe(0);
      expect(await count({ words: "' ) OR \" --" })).toBe(0);
      expect(await count({ words: "phoned", actors: ["Ada"] })).toBe(26);
    });

    test("reports by words, the best first, with a snippet", async () => {
      const hits = (await store.search("élysée")).items;
      expect(hits).toHaveLength(1);
      expect(hits[0]!.title).toBe("Macron phones Putin");
      const { items, next } = await store.search("ceasefire discussed", { limit: 20 });
      expect(items).toHaveLength(20);
      expect(items[0]!.snippet).toContain("«");
      const rest = (await store.search("ceasefire discussed", { limit: 20, after: next! })).items;
      expect(new Set([...items, ...rest].map(({ id }) => id)).size).toBe(27);
      expect((await store.search("nowhere")).items).toEqual([]);
      expect((await store.search('* - ""')).items).toEqual([]);
    });

    test("reports by day, actor and words", async () => {
      const { items, next } = await store.reports({ since: "2025-03-20", limit: 5 });
      expect(items.map(({ published }) => published)).toEqual([
        "2025-12-21",
        "2025-04-01",
        "2025-03-25",
        "2025-03-24",
        "2025-03-23",
      ]);
      expect((await store.reports({ since: "2025-03-20", limit: 5, after: next! })).items).toHaveLength(3);
      expect((await store.reports({ actor: "RUS" })).items).toHaveLength(1);
      expect((await store.reports({ actor: "Ada", words: "ben", order: "oldest" })).items[0]!.published).toBe(
        "2025-03-02",
      );
    });

    test("facets and actors", async () => {
      const facets = await store.facets({ actors: ["Ada"] });
      expect(facets.kinds).toEqual([
        { value: "call", count: 25 },
        { value: "meeting", count: 1 },
      ]);
      expect(facets.years).toEqual([{ value: "2025", count: 26 }]);
      expect(facets.actors).toContainEqual({ value: "Cyd", count: 13 });
      const { items } = await store.actors({ limit: 2 });
      expect(items.map(({ actor, reports }) => [actor, reports])).toEqual([
        ["Ada", 26],
        ["Ben", 14],
      ]);
      expect((await store.actors({ named: "puti" })).items).toMatchObject([
        { actor: "Vladimir Putin", names: ["Vladimir Putin"], kinds: ["person"] },
      ]);
      expect((await store.actors({ named: "%" })).items).toEqual([]);
      const uses = [];
      for await (const use of store.eachActor({ actor: "Cyd" })) uses.push(use.published);
      expect(uses).toHaveLength(13);
    });
  });

  layers(name, place);
}

function layers(name: string, place: () => Promise<string>): void {
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
      await store.change({ type: "correct", key, field: "date", becomes: "2025-12-18" }, by);
      expect((await store.entry(key))!.from).toBe("2025-12-18");
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
