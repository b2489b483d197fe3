import { describe, expect, it } from "vitest";
import { type Served, served } from "./fixture.ts";

const contactOf = async ({ get, ids }: Served): Promise<{ key: string; entry: { status: string } }> =>
  (await get(`/api/entries?report=${ids[1]}&type=contact`)).body.items[0];

describe("changes", () => {
  it("corrects a value, with author and reason, and undoes it", async () => {
    const server = await served();
    const { get, post, ids } = server;
    const { key } = await contactOf(server);
    const body = { type: "correct", key, field: "status", becomes: "negated", reason: "The office denied it." };
    const made = await post("/api/changes", body, { "X-Chancery-Author": encodeURIComponent("Zoë Ångström") });
    expect(made).toMatchObject({
      status: 201,
      body: {
        layer: { author: "Zoë Ångström", reason: "The office denied it.", active: true, body: { type: "correct" } },
        entry: { key, entry: { status: "negated" } },
      },
    });
    expect((await get("/api/questions/log?status=negated")).body.total).toBe(1);
    const layer = made.body.layer.id;
    const undone = await post("/api/changes", { type: "undo", layer, author: "Sam" });
    expect(undone).toMatchObject({ status: 201, body: { layer: { author: "Sam" } } });
    expect((await contactOf(server)).entry.status).toBe("held");
    expect((await get("/api/questions/log?status=negated")).body.total).toBe(0);
    const history = await get(`/api/reports/${ids[1]}/changes`);
    expect(history.body.items.map((one: { active: boolean }) => one.active)).toEqual([false, true]);
    expect(await post("/api/changes", { type: "undo", layer })).toMatchObject({ status: 422 });
  });

  it("confirms and removes", async () => {
    const server = await served();
    const { get, post } = server;
    const { key } = await contactOf(server);
    expect(await post("/api/changes", { type: "confirm", key })).toMatchObject({
      status: 201,
      body: { layer: { author: "Tester" }, entry: { confirmed: true } },
    });
    expect((await get("/api/entries?confirmed=true")).body.items).toHaveLength(1);
    const removed = await post("/api/changes", { type: "remove", key, reason: "It is no contact." });
    expect(removed).toMatchObject({ status: 201, body: { entry: null } });
    expect(await get(`/api/entries/${key}`)).toMatchObject({ status: 404 });
    expect(await post("/api/changes", { type: "confirm", key })).toMatchObject({ status: 404 });
  });

  it("adds an entry from words of the report", async () => {
    const { get, post, ids } = await served();
    const { text } = (await get(`/api/reports/${ids[0]}`)).body;
    const from = text.indexOf("meeting of the two");
    const values = { kind: "meeting", parties: ["Emmanuel Macron", "Vladimir Putin"], status: "possible" };
    const made = await post("/api/changes", {
      type: "add",
      report: ids[0],
      entryType: "contact",
      spans: [{ from, to: from + 7 }],
      values,
      reason: "It was missed.",
    });
    expect(made).toMatchObject({
      status: 201,
      body: {
        entry: {
          added: true,
          entry: { ...values, trigger: "meeting", lines: [2], evidence: [{ from, quote: "meeting" }] },
        },
      },
    });
  });

  it("refuses words that the report does not have, and values of the wrong form", async () => {
    const { post, ids } = await served();
    const add = (more: object) =>
      post("/api/changes", {
        type: "add",
        report: ids[0],
        entryType: "contact",
        spans: [{ from: 0, to: 5 }],
        values: { parties: ["A"] },
        reason: "x",
        ...more,
      });
    expect(await add({ spans: [{ from: 5, to: 5 }] })).toMatchObject({ status: 400 });
    expect(await add({ spans: [{ from: 0, to: 99_999 }] })).toMatchObject({ status: 400 });
    expect(await add({ values: { parties: [] } })).toMatchObject({ status: 422 });
    expect(await add({ values: { parties: ["A"], colour: "red" } })).toMatchObject({ status: 422 });
    expect(await add({ report: "0000000000" })).toMatchObject({ status: 404 });
    expect(await add({ values: JSON.parse('{"parties":["A"],"__proto__":{"status":"held"}}') })).toMatchObject({
      status: expect.toSatisfy((status: number) => status === 201 || status === 400 || status === 422),
    });
  });

  it("says what is wrong with a change", async () => {
    const server = await served(undefined, { author: null });
    const { post } = server;
    const { key } = await contactOf(server);
    const change = { type: "correct", key, field: "status", becomes: "held", reason: "x", author: "A" };
    expect(await post("/api/changes", { ...change, author: undefined })).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining("X-Chancery-Author") },
    });
    expect(await post("/api/changes", { ...change, becomes: "perhaps" })).toMatchObject({ status: 422 });
    expect(await post("/api/changes", { ...change, field: "evidence" })).toMatchObject({ status: 422 });
    expect(await post("/api/changes", { ...change, reason: "" })).toMatchObject({ status: 400 });
    expect(await post("/api/changes", { ...change, type: "destroy" })).toMatchObject({ status: 400 });
    expect(await post("/api/changes", { ...change, key: "0".repeat(20) })).toMatchObject({ status: 404 });
    expect(await post("/api/changes", { type: "undo", layer: 99, author: "A" })).toMatchObject({ status: 404 });
    expect(await post("/api/changes", change, { "X-Chancery-Author": "%E0%A4%A" })).toMatchObject({ status: 201 });
  });

  it("merges and splits actors", async () => {
    const { get, post, ids } = await served();
    const merge = { type: "merge", names: ["Boris Vale"], into: "Carla Moss", reason: "One person." };
    const made = await post("/api/changes", merge);
    expect(made).toMatchObject({ status: 201, body: { entry: null, layer: { body: { type: "merge" } } } });
    expect((await get("/api/actors/Boris%20Vale")).body.id).toBe("Carla Moss");
    const split = { type: "split", name: "Ada Lind", into: "Ada Lind (elder)", reports: [ids[1]!.slice(0, 12)] };
    expect(await post("/api/changes", { ...split, reason: "Two people." })).toMatchObject({ status: 201 });
    await post("/api/changes", { type: "undo", layer: made.body.layer.id });
    expect((await get("/api/actors/Boris%20Vale")).body.id).toBe("Boris Vale");
  });

  it("lists them by author, kind and report, the newest first", async () => {
    const server = await served();
    const { get, post, ids } = server;
    const { key } = await contactOf(server);
    for (const author of ["A", "B", "A"]) await post("/api/changes", { type: "confirm", key, author });
    const first = await get("/api/changes?author=A&limit=1");
    expect(first.body.items[0].id).toBe(3);
    const second = await get(`/api/changes?author=A&limit=1&after=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ id: 1 }], next: null });
    expect((await get(`/api/changes?report=${ids[0]}`)).body.items).toEqual([]);
    expect((await get("/api/changes?type=confirm&active=true")).body.items).toHaveLength(3);
    expect((await get("/api/changes/misfits")).body).toEqual({ items: [] });
    expect(await get("/api/changes?after=!!!")).toMatchObject({ status: 400 });
  });
});
