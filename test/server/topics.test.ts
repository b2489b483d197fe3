import { describe, expect, it } from "vitest";
import { served } from "./fixture.ts";

describe("topics", () => {
  it("of the record, with how many statements and contacts, and who spoke", async () => {
    const { get } = await served();
    const { status, body } = await get("/api/topics");
    expect(status).toBe(200);
    expect(body.items[0]).toMatchObject({
      topic: "ceasefire",
      statements: 1,
      contacts: 1,
      newest: "2025-12-21",
      actors: [{ id: "Emmanuel Macron", name: "Emmanuel Macron", kind: "person", statements: 1 }],
    });
    expect((await get("/api/topics?actors=0")).body.items[0].actors).toEqual([]);
  });

  it("in a time", async () => {
    const { get } = await served();
    expect((await get("/api/topics?until=2025-11-30")).body.items).toEqual([]);
    expect((await get("/api/topics?since=2025-12-01&until=2025-12-31")).body.items[0]).toMatchObject({ statements: 1 });
    expect(await get("/api/topics?since=soon")).toMatchObject({ status: 400 });
  });

  it("are counted anew when a report comes", async () => {
    const { get, post, services } = await served();
    const before = (await get("/api/topics")).body.items[0].statements;
    const [known] = (await services.store.reports()).items;
    const stored = await services.store.report(known!.id);
    const report = { ...stored!.report, text: `${stored!.report.text} More.`, published: "2025-12-22" };
    await services.store.keep(report, stored!.record);
    expect((await get("/api/topics")).body.items[0]).toMatchObject({ statements: before + 1, newest: "2025-12-22" });
    expect(await post("/api/topics", {})).toMatchObject({ status: 404 });
  });
});

it("actors can stand in the order of how much they said", async () => {
  const { get } = await served();
  const [first, second] = (await get("/api/actors?order=statements")).body.items;
  expect(first).toMatchObject({ id: "Emmanuel Macron", statements: 1 });
  expect(second.statements).toBe(0);
  expect((await get("/api/actors")).body.items[0]).toMatchObject({ id: "Ada Lind", statements: 0 });
  expect((await get("/api/actors/Emmanuel%20Macron")).body).toMatchObject({ statements: 1 });
});
