import { describe, expect, it } from "vitest";
import { checkGuard } from "../../src/server/index.ts";
import { served } from "./fixture.ts";

const TOKEN = "a-token-of-some-length";
const REPORT = { text: "Ada Lind phoned Carla Moss.", published: "2025-05-06" };

describe("who may use it", () => {
  it("starts beyond this machine only with a good token", () => {
    for (const host of ["0.0.0.0", "::", "192.168.1.5", "desk.example.org"]) {
      expect(() => checkGuard({ host })).toThrow(/--token/);
      expect(() => checkGuard({ host, token: "short" })).toThrow(/too short/);
      expect(() => checkGuard({ host, token: TOKEN })).not.toThrow();
    }
    for (const host of ["127.0.0.1", "localhost", "::1", "127.0.0.2"]) expect(() => checkGuard({ host })).not.toThrow();
  });

  it("asks for the token on the API, not on its documentation", async () => {
    const { get, post } = await served([], { guard: { host: "0.0.0.0", token: TOKEN } });
    const bare = await get("/api/info");
    expect(bare).toMatchObject({ status: 401, body: { type: "/api/docs#unauthorised" } });
    expect(bare.headers.get("WWW-Authenticate")).toMatch(/^Bearer/);
    for (const wrong of ["Bearer", "Bearer ", `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN, `Bearer x ${TOKEN}`])
      expect((await get("/api/info", { Authorization: wrong })).status).toBe(401);
    expect((await get(`/api/info?token=${TOKEN}`)).status).toBe(401);
    expect((await get("/api/info", { Authorization: `Bearer ${TOKEN}` })).status).toBe(200);
    expect((await post("/api/reports", REPORT)).status).toBe(401);
    expect((await get("/api/openapi.json")).status).toBe(200);
    expect((await get("/api/docs/../info")).status).toBe(401);
    expect((await get("/api/docs%2f..%2finfo")).status).toBe(401);
    expect((await get("/api//info")).status).toBe(401);
  });

  it("answers only for its own names (DNS rebinding)", async () => {
    const { get } = await served([]);
    for (const host of ["localhost", "localhost:8470", "127.0.0.1:1", "[::1]:8470", "LOCALHOST"])
      expect((await get("/api/info", { Host: host })).status).toBe(200);
    for (const host of ["evil.example", "localhost.evil.example", "192.168.1.5", "127.0.0.1.nip.io", "x@y", ""])
      expect(await get("/api/info", { Host: host })).toMatchObject({
        status: 421,
        body: { type: "/api/docs#wrong-host" },
      });
    expect(await get("http://evil.example/api/info", { Host: "localhost" })).toMatchObject({ status: 421 });
  });

  it("takes addresses and allowed names where it is bound to more", async () => {
    const guard = { host: "0.0.0.0", token: TOKEN, hosts: ["desk.example.org"] };
    const { get } = await served([], { guard });
    const as = async (Host: string) => (await get("/api/info", { Host, Authorization: `Bearer ${TOKEN}` })).status;
    expect(await as("192.168.1.5:8470")).toBe(200);
    expect(await as("desk.example.org")).toBe(200);
    expect(await as("other.example.org")).toBe(421);
  });

  it("lets no other site change anything", async () => {
    const { post, services } = await served([]);
    const send = async (headers: Record<string, string>) => (await post("/api/reports", REPORT, headers)).status;
    const Host = "127.0.0.1:8470";
    for (const Origin of ["https://evil.example", "http://localhost:8470", "http://127.0.0.1:1", "null", "", "file://"])
      expect(await send({ Host, Origin })).toBe(403);
    for (const site of ["cross-site", "same-site"]) expect(await send({ Host, "Sec-Fetch-Site": site })).toBe(403);
    expect((await services.store.info()).reports).toBe(0);
    expect(await send({ Host, Origin: "http://127.0.0.1:8470", "Sec-Fetch-Site": "same-origin" })).toBe(201);
    expect(await send({ Host })).toBe(200);
  });

  it("lets no other site read, and allows an origin that was named", async () => {
    const { get, post } = await served([], { guard: { host: "127.0.0.1", origins: ["http://localhost:5173"] } });
    expect((await get("/api/reports", { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors" })).status).toBe(
      403,
    );
    expect((await get("/api/reports", { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate" })).status).toBe(
      200,
    );
    const answer = await post("/api/reports", REPORT, { Origin: "http://localhost:5173" });
    expect(answer.status).toBe(201);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });
});

describe("headers", () => {
  it("are on every answer: pages, data, errors", async () => {
    const { app } = await served([]);
    for (const path of ["/", "/api/docs", "/api/docs/style.css", "/api/info", "/api/nothing", "/api/reports/0"]) {
      const { headers } = await app.request(path);
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("X-Frame-Options")).toBe("DENY");
      expect(headers.get("Referrer-Policy")).toBe("no-referrer");
      const policy = headers.get("Content-Security-Policy")!;
      expect(policy).toMatch(/^default-src 'none'/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
    }
    const refused = await app.request("/api/info", { headers: { Host: "evil.example" } });
    expect(refused.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  });

  it("let pages load their own scripts and styles alone", async () => {
    const { app } = await served([]);
    const policy = (await app.request("/api/docs")).headers.get("Content-Security-Policy");
    for (const part of [
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "base-uri 'none'",
    ])
      expect(policy).toContain(part);
    const data = (await app.request("/api/info")).headers.get("Content-Security-Policy");
    expect(data).not.toContain("'self'");
  });
});

describe("ETags", () => {
  it("are strong, from the content, and spare what the client has", async () => {
    const { app, get, post, ids } = await served();
    const first = await get(`/api/reports/${ids[1]}`);
    const etag = first.headers.get("ETag")!;
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    for (const header of [etag, `"other", ${etag}`, `W/${etag}`, "*"]) {
      const again = await app.request(`/api/reports/${ids[1]}`, { headers: { "If-None-Match": header } });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe("");
      expect(again.headers.get("ETag")).toBe(etag);
    }
    const { key } = first.body.entries[0];
    await post("/api/changes", { type: "confirm", key });
    const changed = await get(`/api/reports/${ids[1]}`, { "If-None-Match": etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get("ETag")).not.toBe(etag);
  });

  it("are not on problems", async () => {
    const { get } = await served();
    const { headers } = await get("/api/nothing");
    expect(headers.get("ETag")).toBeNull();
    expect(headers.get("Content-Type")).toBe("application/problem+json");
  });
});
