import type { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { openStore } from "../../src/store/index.ts";
import { call } from "../store/fixture.ts";
import { served } from "./fixture.ts";

interface Heard {
  readonly id: string;
  readonly event: string;
  // biome-ignore lint/suspicious/noExplicitAny: events are of several forms.
  readonly data: any;
}

/** Listens until `count` events came, then breaks off. */
async function listen(app: Hono, count: number, act: () => Promise<unknown>, headers: Record<string, string> = {}) {
  const broken = new AbortController();
  const response = await app.request("/api/events", { headers, signal: broken.signal });
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toMatch(/^text\/event-stream/);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const heard: Heard[] = [];
  let text = "";
  let acted = false;
  while (heard.length < count) {
    const { value, done } = await reader.read();
    if (done) break;
    text += value;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      heard.push(eventOf(text.slice(0, end)));
      text = text.slice(end + 2);
    }
    if (!acted) await act();
    acted = true;
  }
  broken.abort();
  await reader.cancel().catch(() => {});
  return heard;
}

function eventOf(block: string): Heard {
  const fields = new Map(
    block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]),
  );
  return {
    id: fields.get("id") ?? "",
    event: fields.get("event") ?? "",
    data: JSON.parse(fields.get("data") ?? "null"),
  };
}

const REPORT = { text: "Ada Lind phoned Carla Moss.", title: "A call\nevent: forged", published: "2025-05-06" };

describe("the stream of events", () => {
  it("tells of reports and changes as they come", async () => {
    const { app, get, post } = await served();
    const { key } = (await get("/api/entries?type=contact")).body.items[0];
    const heard = await listen(app, 4, async () => {
      await post("/api/reports", REPORT);
      await post("/api/changes", { type: "confirm", key, author: "Sam" });
    });
    expect(heard.map(({ event }) => event)).toEqual(["hello", "reading", "report-added", "change-made"]);
    expect(heard[2]!.data).toMatchObject({ title: REPORT.title, published: "2025-05-06", at: expect.any(String) });
    expect(heard[3]!.data).toMatchObject({ change: "confirm", author: "Sam", entry: key });
  });

  it("tells of what could not be read, and does not count what was there already", async () => {
    const { app, post } = await served();
    await post("/api/reports", REPORT);
    const heard = await listen(app, 4, async () => {
      await post("/api/reports", REPORT);
      await post("/api/reports/fetch", { address: "http://127.0.0.1/" });
    });
    expect(heard.map(({ event }) => event)).toEqual(["hello", "reading", "reading", "reading-failed"]);
  });

  it("gives what was missed after a break", async () => {
    const { app, post } = await served([]);
    await post("/api/reports", REPORT);
    const heard = await listen(app, 2, async () => {}, { "Last-Event-ID": "1" });
    expect(heard[1]).toMatchObject({ id: "2", event: "report-added" });
  });

  it("sees what another process did", async () => {
    const { app, get, services } = await served();
    await get("/api/info");
    const other = await openStore(services.store.where);
    const { report, record } = call("Dora Hale", "Ada Lind", "2025-06-07");
    const heard = await listen(app, 2, async () => {
      await other.keep(report, record);
      expect((await get("/api/questions/last?a=Dora+Hale&b=Ada+Lind")).body.last.date).toBe("2025-06-07");
    });
    await other.close();
    expect(heard[1]).toMatchObject({ event: "store-changed" });
  });

  it("ends when the server stops, and takes only so many listeners", async () => {
    const stop = new AbortController();
    const { app, get, services } = await served([], { stop: stop.signal });
    const first = await app.request("/api/events");
    const text = first.text();
    const more = await Promise.all(Array.from({ length: 63 }, () => app.request("/api/events")));
    await expect.poll(() => services.hub.listeners).toBe(64);
    expect(await get("/api/events")).toMatchObject({ status: 429 });
    stop.abort();
    expect(await text).toContain("event: hello");
    await Promise.all(more.map((one) => one.text()));
    await expect.poll(() => services.hub.listeners).toBe(0);
  });
});
