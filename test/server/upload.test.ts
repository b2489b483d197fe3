import { describe, expect, it } from "vitest";
import { served } from "./fixture.ts";

const TEXT = "Ada Lind phoned Carla Moss. They spoke of the ceasefire.";

const form = (
  files: readonly (readonly [string, string | Uint8Array<ArrayBuffer>])[],
  published?: string,
): FormData => {
  const data = new FormData();
  for (const [name, content] of files) data.append("file", new File([content], name));
  if (published) data.set("published", published);
  return data;
};

describe("uploads", () => {
  it("says what became of each file", async () => {
    const { app, services } = await served([]);
    const body = form(
      [
        ["call.txt", TEXT],
        ["page.html", `<html><body><article><p>${`${TEXT} `.repeat(20)}</p></article></body></html>`],
        ["noise.bin", new Uint8Array([0, 1, 2, 3, 0, 255, 254, 0])],
      ],
      "2025-05-06",
    );
    const response = await app.request("/api/reports/upload", { method: "POST", body });
    expect(response.status).toBe(200);
    const { outcomes } = (await response.json()) as { outcomes: { name: string; added: unknown; problem: unknown }[] };
    expect(outcomes).toMatchObject([
      { name: "call.txt", added: { new: true, published: "2025-05-06", entries: { contact: 1 } }, problem: null },
      { name: "page.html", added: { new: true }, problem: null },
      { name: "noise.bin", added: null, problem: { type: "/api/docs#unreadable" } },
    ]);
    expect((await services.store.info()).reports).toBe(2);
  });

  it("keeps only the last part of a name, without what could mislead", async () => {
    const { app } = await served([]);
    const response = await app.request("/api/reports/upload", {
      method: "POST",
      body: form([["../../etc/\u202Epasswd\u0000.txt", TEXT]]),
    });
    const { outcomes } = (await response.json()) as { outcomes: { name: string }[] };
    expect(outcomes[0]!.name).toMatch(/^(?:passwd\.txt|passwd%00\.txt)$/);
  });

  it("refuses no files, too many, a wrong date, and another type of body", async () => {
    const { app } = await served([]);
    const send = async (body: FormData | string): Promise<number> =>
      (await app.request("/api/reports/upload", { method: "POST", body })).status;
    expect(await send(form([]))).toBe(400);
    expect(await send(form(Array.from({ length: 21 }, (_, i) => [`${i}.txt`, `${TEXT} ${i}`] as const)))).toBe(413);
    expect(await send(form([["a.txt", TEXT]], "yesterday"))).toBe(422);
    expect(await send("text")).toBe(415);
  });

  it("refuses a file that is too large, and a body that says so", async () => {
    const { app } = await served([]);
    const body = form([["large.txt", new Uint8Array(21 * 1024 * 1024).fill(97)]]);
    expect((await app.request("/api/reports/upload", { method: "POST", body })).status).toBe(413);
    const huge = await app.request("/api/reports/upload", {
      method: "POST",
      headers: { "Content-Type": "multipart/form-data; boundary=x", "Content-Length": String(65 * 1024 * 1024) },
      body: "--x--",
    });
    expect(huge.status).toBe(413);
  });
});
