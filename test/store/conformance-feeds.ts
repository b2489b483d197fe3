import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, type Store } from "../../src/store/index.ts";
import { everyType } from "./fixture.ts";

/** What every store must do with feeds. */
export function feedConformance(name: string, place: () => Promise<string>): void {
  describe(`${name}: feeds`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await openStore(await place());
    });
    afterAll(() => store.close());

    test("are kept once, noted and removed; addresses lead to their reports", async () => {
      const feed = await store.addFeed({ address: "https://example.org/rss", title: null });
      expect(await store.addFeed({ address: "https://example.org/rss", title: "Other" })).toEqual(feed);
      await store.noteFeed(feed.id, { title: "News", etag: '"1"', modified: null, problem: null });
      await store.noteFeed(feed.id, { problem: "It does not answer." });
      expect(await store.feeds()).toMatchObject([
        { id: feed.id, title: "News", etag: '"1"', readAt: expect.any(String), problem: "It does not answer." },
      ]);
      expect([await store.removeFeed(feed.id), await store.removeFeed(feed.id), await store.feeds()]).toEqual([
        true,
        false,
        [],
      ]);
      const { id } = await store.keep(everyType().report, everyType().record);
      await store.noteItems(new Map([["https://example.org/item", id]]));
      await store.noteItems(new Map([["https://example.org/item", id]]));
      const found = await store.addressed([
        "https://example.org/item",
        "https://example.org/1",
        "https://example.org/none",
      ]);
      expect([...found]).toEqual([
        ["https://example.org/item", id],
        ["https://example.org/1", id],
      ]);
    });
  });
}
