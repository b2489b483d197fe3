import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, reportId, type Store } from "../../src/store/index.ts";
import { feedConformance } from "./conformance-feeds.ts";
import { layerConformance } from "./conformance-layers.ts";
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
      const version = await store.version();
      const { report, record } = everyType();
      expect((await store.keep(report, record)).new).toBe(false);
      const other = { ...report, text: `  ${report.text.normalize("NFD").replaceAll(" ", "\n ")}\r\n`, title: "Other" };
      expect((await store.keep(other, record)).new).toBe(false);
      expect({ ...(await store.info()), bytes: before.bytes }).toEqual(before);
      expect(await store.version()).toBe(version);
    });

    test("a batch is kept as a whole, the same report in it once", async () => {
      const items = [call("A", "B", "2025-01-01"), call("A", "C", "2025-01-02"), call("A", "B", "2025-01-01")];
      const kept = await store.keepAll(items);
      expect(kept.map((one) => one.new)).toEqual([true, true, false]);
      expect(kept[2]!.id).toBe(kept[0]!.id);
      expect(await store.known([kept[1]!.id, "f".repeat(64)])).toEqual(new Set([kept[1]!.id]));
    });

    test("what came after a mark, and what the desk derived", async () => {
      const mark = await store.mark();
      expect(await store.changedSince(mark)).toEqual({ reports: [], naming: false });
      const { report, record } = call("A", "D", "2025-01-09");
      const { id } = await store.keep(report, record);
      expect(await store.changedSince(mark)).toEqual({ reports: [id], naming: false });
      const by = { author: "t", reason: "r" };
      const merge = await store.change({ type: "merge", names: ["D"], into: "A" }, by);
      await store.change({ type: "undo", layer: merge.id }, by);
      expect(await store.changedSince(mark)).toEqual({ reports: [id], naming: true });
      expect(await store.changedSince({ ...mark, readings: mark.readings - 1 })).toBeNull();

      const part = (name: string, number: number, text: string) => ({ part: name, number, body: Buffer.from(text) });
      const parts = async (name: string): Promise<string[]> => {
        const found: string[] = [];
        for await (const body of store.deskParts(name)) found.push(Buffer.from(body).toString());
        return found;
      };
      await store.keepDeskParts([part("head", 0, "one"), part("page", 0, "a"), part("page", 1, "b")]);
      expect(await parts("page")).toEqual(["a", "b"]);
      await store.keepDeskParts([part("head", 0, "two"), part("page", 2, "c")], Buffer.from("one"));
      expect(await parts("page")).toEqual(["a", "b", "c"]);
      await store.keepDeskParts([part("head", 0, "three"), part("page", 0, "z")], Buffer.from("one"));
      expect([await parts("head"), await parts("page")]).toEqual([["two"], ["a", "b", "c"]]);
      await store.keepDeskParts([part("page", 0, "d")]);
      expect(await parts("page")).toEqual(["d"]);
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

  feedConformance(name, place);
  layerConformance(name, place);
}
