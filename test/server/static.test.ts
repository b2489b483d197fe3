import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, served } from "./fixture.ts";

function built(): string {
  const root = folder();
  const web = join(root, "dist");
  mkdirSync(join(web, "assets"), { recursive: true });
  writeFileSync(join(root, "secret.txt"), "secret");
  writeFileSync(join(web, "index.html"), "<!doctype html><title>Desk</title>");
  writeFileSync(join(web, "assets", "main-B1x_9fQ2.js"), "export {};");
  writeFileSync(join(web, "favicon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
  writeFileSync(join(web, ".env"), "secret");
  symlinkSync(join(root, "secret.txt"), join(web, "link.txt"));
  return web;
}

describe("the web app", () => {
  it("is served with caching by its names", async () => {
    const { app } = await served([], { web: built() });
    const page = await app.request("/");
    expect(page.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("Cache-Control")).toBe("no-cache");
    const script = await app.request("/assets/main-B1x_9fQ2.js");
    expect(script.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
    expect(script.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    const etag = page.headers.get("ETag")!;
    const known = await app.request("/", { headers: { "If-None-Match": etag } });
    expect(known.status).toBe(304);
    // The headers of a 304 take the place of those that the browser kept.
    expect(known.headers.get("Content-Security-Policy")).toBe(page.headers.get("Content-Security-Policy"));
    expect((await app.request("/", { method: "HEAD" })).status).toBe(200);
  });

  it("has an address for each view", async () => {
    const { app } = await served([], { web: built() });
    for (const path of ["/reports/abc123", "/actors/FRA%3Amilitary%20leaders", "/ask?q=x"])
      expect(await (await app.request(path)).text()).toContain("<title>Desk");
  });

  it("gives nothing from outside its folder", async () => {
    const { app } = await served([], { web: built() });
    for (const path of [
      "/../secret.txt",
      "/%2e%2e/secret.txt",
      "/..%2fsecret.txt",
      "/assets/..%2f..%2fsecret.txt",
      "/..%5csecret.txt",
      "/link.txt",
      "/.env",
      "/assets/missing-B1x_9fQ2.js",
      "/missing.txt",
      "/a%00.txt",
      "/%ff",
    ]) {
      const response = await app.request(path);
      expect(response.status, path).toBe(404);
      expect(await response.text(), path).not.toContain("secret<");
    }
  });

  it("says how to build it where it is not built", async () => {
    const { app } = await served([], { web: join(folder(), "missing") });
    const response = await app.request("/");
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("npm run build");
  });

  it("answers only GET beside the API", async () => {
    const { post } = await served([], { web: built() });
    expect(await post("/", {})).toMatchObject({ status: 405 });
  });
});
