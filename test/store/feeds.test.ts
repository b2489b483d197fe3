import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "../../src/store/index.ts";
import { everyType } from "./fixture.ts";

test("feeds are kept once, noted and removed; addresses lead to their reports", async () => {
  const folder = mkdtempSync(join(tmpdir(), "chancery-store-feeds-"));
  const store = await openStore(join(folder, "desk.sqlite"));
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
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
