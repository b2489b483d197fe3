import { describe, expect, it } from "vitest";
import { served } from "./fixture.ts";

const TEXT = "Ada Lind phoned Carla Moss. They spoke of the ceasefire.";

describe("reports", () => {
  it("lists them page by page, without their texts", async () => {
    const { get } = await served();
    const first = await get("/api/reports?limit=3");
    expect(first.status).toBe(200);
    expect(first.body.items).toHaveLength(3);
    expect(first.body.items[0]).toMatchObject({ title: "Macron phones Putin", published: "2025-12-21" });
    expect(first.body.items[0]).not.toHaveProperty("text");
    const second = await get(`/api/reports?limit=3&after=${first.body.next}`);
    expect(second.body.items).toHaveLength(1);
    expect(second.body.next).toBeNull();
  });

  it("filters by words, actor and days", async () => {
    const { get } = await served();
    expect((await get("/api/reports?words=sanctions")).body.items).toHaveLength(1);
    expect((await get("/api/reports?actor=Ada%20Lind&since=2025-02-01")).body.items).toHaveLength(2);
  });

  it("gives one with its text, record and entries, also by the start of its id", async () => {
    const { get, ids } = await served();
    const { body } = await get(`/api/reports/${ids[0]!.slice(0, 10)}`);
    expect(body.id).toBe(ids[0]);
    expect(body.text).toContain("Élysée");
    expect(body.entries.map((one: { type: string }) => one.type).sort()).toEqual([
      "contact",
      "contact",
      "event",
      "statement",
      "sum",
    ]);
    for (const { entry } of body.entries)
      for (const { from, to, quote } of entry.evidence) expect(body.text.slice(from, to)).toBe(quote);
  });

  it("says where there is none, and what an id must be", async () => {
    const { get } = await served();
    expect(await get("/api/reports/0000000000")).toMatchObject({ status: 404, body: { type: "/api/docs#not-found" } });
    expect(await get("/api/reports/..%2Fx")).toMatchObject({ status: 400 });
    expect(await get("/api/reports?since=2025-02-30")).toMatchObject({
      status: 400,
      body: { errors: [{ where: "query.since" }] },
    });
    expect(await get("/api/reports?after=nonsense")).toMatchObject({ status: expect.toSatisfy(isClientError) });
    expect(await get("/api/reports?limit=5000")).toMatchObject({ status: 400 });
    expect(await get("/api/reports?colour=red")).toMatchObject({ status: 400 });
  });
});

describe("adding", () => {
  it("reads and keeps a pasted text, once", async () => {
    const { get, post } = await served([]);
    const report = { text: TEXT, title: "A call", published: "2025-05-06" };
    const first = await post("/api/reports", report);
    expect(first).toMatchObject({ status: 201, body: { new: true, title: "A call", entries: { contact: 1 } } });
    expect(first.headers.get("Location")).toBe(`/api/reports/${first.body.id}`);
    const again = await post("/api/reports", { ...report, text: TEXT.replace(/ /g, "  ") });
    expect(again).toMatchObject({ status: 200, body: { id: first.body.id, new: false, entries: null } });
    expect((await get("/api/questions/last?a=Ada+Lind&b=Carla+Moss")).body.last.date).toBe("2025-05-06");
  });

  it("never takes report HTML for HTML", async () => {
    const { app, post } = await served([]);
    const text = `<script>alert(1)</script> ${TEXT} <img src=x onerror=alert(2)>`;
    const { body } = await post("/api/reports", { text, title: "<b>x</b>", published: "2025-05-06" });
    const response = await app.request(`/api/reports/${body.id}`);
    expect(response.headers.get("Content-Type")).toBe("application/json");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(response.headers.get("Content-Security-Policy")).toContain("sandbox");
    expect(((await response.json()) as { text: string }).text).toBe(text);
  });

  it("refuses what is no report, and values that are wrong", async () => {
    const { post } = await served([]);
    expect(await post("/api/reports", { text: "" })).toMatchObject({ status: 400 });
    expect(await post("/api/reports", { text: "   " })).toMatchObject({ status: 422 });
    expect(await post("/api/reports", { text: TEXT, published: "6 May" })).toMatchObject({
      status: 400,
      body: { errors: [{ where: "json.published" }] },
    });
    expect(await post("/api/reports", { text: TEXT, html: "<p>" })).toMatchObject({ status: 400 });
    expect(await post("/api/reports", { text: TEXT, address: "javascript:alert(1)" })).toMatchObject({ status: 400 });
    const large = await post("/api/reports", { text: "a".repeat(5 * 1024 * 1024) });
    expect(large).toMatchObject({ status: 413, body: { type: "/api/docs#too-large" } });
  });

  it("refuses bodies that are not JSON", async () => {
    const { app } = await served([]);
    const broken = await app.request("/api/reports", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: "{",
    });
    expect(broken.status).toBe(400);
    expect(broken.headers.get("Content-Type")).toBe("application/problem+json");
    const plain = await app.request("/api/reports", { method: "POST", body: JSON.stringify({ text: TEXT }) });
    expect(plain.status).toBe(415);
  });

  it.each([
    "http://127.0.0.1/",
    "http://localhost:8080/x",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1]/",
    "http://10.0.0.1/",
    "http://0x7f000001/",
  ])("never fetches a private address: %s", async (address) => {
    const { post } = await served([]);
    expect(await post("/api/reports/fetch", { address })).toMatchObject({
      status: 422,
      body: { type: "/api/docs#address" },
    });
  });

  it("fetches only http and https", async () => {
    const { post } = await served([]);
    for (const address of ["file:///etc/passwd", "ftp://example.org/", "data:text/plain,x", "/etc/passwd"])
      expect(await post("/api/reports/fetch", { address })).toMatchObject({ status: 400 });
  });
});

const isClientError = (status: number): boolean => status === 400 || status === 422;
