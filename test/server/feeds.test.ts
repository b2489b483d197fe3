import { describe, expect, it } from "vitest";
import { feedSite } from "../source/feed-site.ts";
import { served } from "./fixture.ts";

const options = { allowPrivate: true, delay: 0 } as const;

describe("feeds", () => {
  it("are read with an outcome for each item; what is kept is not fetched again", async () => {
    const site = await feedSite();
    const { post, services } = await served([], options);
    const told: string[] = [];
    services.hub.listen(({ news }) => told.push(news.type));
    const { status, body } = await post("/api/feeds/read", { address: `${site.origin}/page` });
    expect(status).toBe(200);
    expect(body.feeds).toMatchObject([{ address: `${site.origin}/rss`, title: "Wire & Co", items: 4, problem: null }]);
    expect(body.feeds[0].outcomes).toMatchObject([
      { name: "About /1", added: { new: true, title: "Call 1", published: "2025-01-06" }, problem: null },
      { address: `${site.origin}/gone`, added: null, problem: { detail: expect.stringContaining("404") } },
      { added: null, problem: { detail: expect.stringContaining("robots.txt") } },
      { added: { new: true } },
    ]);
    expect(told).toEqual(expect.arrayContaining(["reading", "reading-failed", "report-added", "feed-read"]));
    site.asked.length = 0;
    const again = await post("/api/feeds/read", { address: `${site.origin}/rss`, most: 1 });
    expect(again.body.feeds[0].outcomes).toMatchObject([{ added: { new: false, title: "About /1" } }]);
    expect(site.asked).toEqual(["/rss"]);
  });

  it("are kept, read when asked, and removed", async () => {
    const site = await feedSite();
    const { get, post, app } = await served([], options);
    expect((await get("/api/feeds")).body).toEqual({ items: [] });
    const added = await post("/api/feeds", { address: `${site.origin}/page` });
    expect(added).toMatchObject({
      status: 201,
      body: { items: [{ address: `${site.origin}/rss`, title: "Wire & Co", readAt: null, problem: null }] },
    });
    expect((await post("/api/feeds", { address: `${site.origin}/rss` })).body).toEqual(added.body);
    const { id } = added.body.items[0];
    const read = await post(`/api/feeds/${id}/read`, {});
    expect(read.body.feeds[0].outcomes).toHaveLength(4);
    expect((await get("/api/feeds")).body.items).toMatchObject([{ id, readAt: expect.stringMatching(/^\d{4}-/) }]);
    expect((await app.request(`/api/feeds/${id}`, { method: "DELETE" })).status).toBe(204);
    expect((await get("/api/feeds")).body).toEqual({ items: [] });
    expect(await post(`/api/feeds/${id}/read`, {})).toMatchObject({ status: 404 });
  });

  it("are read by themselves while the server runs; what fails is noted", async () => {
    const site = await feedSite();
    const { services, get } = await served([], options);
    await services.store.addFeed({ address: `${site.origin}/rss`, title: null });
    await services.store.addFeed({ address: `${site.origin}/none`, title: null });
    const stop = new AbortController();
    services.feeds.watch(stop.signal);
    await expect
      .poll(async () => (await get("/api/feeds")).body.items, { timeout: 50_000 })
      .toMatchObject([
        { title: "Wire & Co", readAt: expect.any(String), problem: null },
        { readAt: expect.any(String), problem: expect.stringContaining("404") },
      ]);
    stop.abort();
    expect((await get("/api/reports")).body.items).toHaveLength(2);
  });

  it("never lead to private addresses, and must be feeds", async () => {
    const site = await feedSite();
    const { post } = await served([], { delay: 0 });
    for (const path of ["/api/feeds", "/api/feeds/read"]) {
      expect(await post(path, { address: `${site.origin}/rss` })).toMatchObject({
        status: 422,
        body: { detail: expect.stringContaining("loopback") },
      });
      expect(await post(path, { address: "file:///etc/passwd" })).toMatchObject({ status: 400 });
    }
    expect(site.asked).toEqual([]);
    const open = await served([], options);
    expect(await open.post("/api/feeds", { address: `${site.origin}/1` })).toMatchObject({ status: 422 });
  });
});
