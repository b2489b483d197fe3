import { describe, expect, it } from "vitest";
import { served } from "./fixture.ts";

describe("entries", () => {
  it("lists them by filters that may be given several times", async () => {
    const { get } = await served();
    const { body } = await get("/api/entries?type=contact&type=event&actor=RUS");
    expect(body.items.map((one: { type: string }) => one.type)).toEqual(["event"]);
    expect((await get("/api/entries?type=contact&actor=Ada%20Lind&actor=Boris%20Vale")).body.items).toHaveLength(2);
    expect((await get("/api/entries?words=loan")).body.items).toHaveLength(1);
    expect((await get("/api/entries?dated=true&until=2025-02-01")).body.items).toHaveLength(1);
  });

  it("pages through all without gaps or doubles", async () => {
    const { get } = await served();
    const keys: string[] = [];
    let after = "";
    do {
      const { body } = await get(`/api/entries?limit=2${after}`);
      keys.push(...body.items.map((one: { key: string }) => one.key));
      after = body.next === null ? "" : `&after=${encodeURIComponent(body.next)}`;
    } while (after);
    expect(keys).toHaveLength(8);
    expect(new Set(keys).size).toBe(8);
  });

  it("counts them", async () => {
    const { get } = await served();
    const { body } = await get("/api/entries/facets?type=contact");
    expect(body).toMatchObject({ total: 5, types: [{ value: "contact", count: 5 }] });
  });

  it("gives one, or says there is none", async () => {
    const { get } = await served();
    const { key } = (await get("/api/entries?type=sum")).body.items[0];
    expect((await get(`/api/entries/${key}`)).body).toMatchObject({ type: "sum", entry: { amount: 90e9 } });
    expect(await get("/api/entries/ffffffffffffffffffff")).toMatchObject({ status: 404 });
    expect(await get("/api/entries/1'%20or%201=1")).toMatchObject({ status: 400 });
    expect(await get("/api/entries?type=everything")).toMatchObject({ status: 400 });
  });

  it("takes what a person types for words, not for SQL or a search language", async () => {
    const { get } = await served();
    for (const words of ["'; drop table reports; --", '"unclosed', "NEAR(a b)", "title:x", "*", "((", "a AND OR"])
      expect((await get(`/api/entries?words=${encodeURIComponent(words)}`)).status).toBe(200);
    expect((await get("/api/entries?place=%25")).body.items).toHaveLength(0);
    expect((await get("/api/info")).body.reports).toBe(4);
  });
});

describe("actors", () => {
  it("lists them, those in most reports first", async () => {
    const { get } = await served();
    const { body } = await get("/api/actors?kind=person&limit=1");
    expect(body.items).toMatchObject([{ id: "Ada Lind", reports: 3, encounters: 3 }]);
    const rest = await get(`/api/actors?kind=person&after=${body.next}`);
    expect(rest.body.items.map((one: { id: string }) => one.id)).not.toContain("Ada Lind");
    expect((await get("/api/actors?named=MAC")).body.items).toMatchObject([{ id: "Emmanuel Macron" }]);
  });

  it("gives one with aliases, offices, contacts and whom it deals with", async () => {
    const { get } = await served();
    const { body } = await get("/api/actors/Emmanuel%20Macron");
    expect(body.aliases).toContainEqual({ name: "Emmanuel Macron", reports: 1 });
    expect(body.offices[0]).toMatchObject({ office: "head-of-state", country: "FRA", basis: "office-file" });
    expect(body.contacts).toEqual({ held: 1, planned: 0, possible: 1, negated: 0 });
    expect(body.counterparts[0]).toMatchObject({ actor: { id: "Vladimir Putin" }, encounters: 1 });
  });

  it("gives a state with what those did who act for it", async () => {
    const { get } = await served();
    const { body } = await get("/api/actors/Russia");
    expect(body).toMatchObject({ id: "RUS", kind: "state", acting: [{ id: "Vladimir Putin" }], encounters: 2 });
    expect(body.counterparts).toMatchObject([{ actor: { id: "Emmanuel Macron" } }]);
    expect((await get("/api/actors/FRA")).body).toMatchObject({ name: "France", reports: 0, encounters: 2 });
    expect(await get("/api/actors/Peru")).toMatchObject({ status: 404 });
  });

  it("says who may be meant", async () => {
    const { get } = await served();
    expect(await get("/api/actors/Nobody%20Known")).toMatchObject({
      status: 422,
      body: { type: "/api/docs#actor-unknown" },
    });
  });
});

describe("encounters", () => {
  it("lists them with a total, by parties, kind, status and days", async () => {
    const { get } = await served();
    const all = await get("/api/encounters?limit=2");
    expect(all.body).toMatchObject({ total: 5, items: { length: 2 } });
    const next = await get(`/api/encounters?limit=10&after=${all.body.next}`);
    expect(next.body.items).toHaveLength(3);
    expect((await get("/api/encounters?actor=Ada+Lind&with=Boris+Vale")).body.total).toBe(2);
    expect((await get("/api/encounters?status=planned&status=possible")).body.total).toBe(2);
    expect((await get("/api/encounters?until=2025-02-01&order=oldest")).body.total).toBe(1);
    expect((await get("/api/encounters?place=Geneva")).body.total).toBe(1);
    expect((await get("/api/encounters?medium=phone&contradicted=false")).body.total).toBe(4);
  });

  it("gives one with its life and why it is one, and the keys of its entries", async () => {
    const { get } = await served();
    const { id } = (await get("/api/encounters?actor=Carla+Moss")).body.items[0];
    const { body } = await get(`/api/encounters/${id}`);
    expect(body).toMatchObject({
      encounter: { id, status: "planned" },
      life: [{ status: "planned", published: "2025-04-05" }],
      contradictions: [],
      joined: [],
    });
    expect((await get(`/api/entries/${body.entries[0].key}`)).body.type).toBe("contact");
    expect(await get("/api/encounters/x000000000000")).toMatchObject({ status: 404 });
    expect(await get("/api/encounters/drop")).toMatchObject({ status: 400 });
  });
});

describe("summaries", () => {
  it("shows who deals with whom", async () => {
    const { get } = await served();
    const { body } = await get("/api/network");
    expect(body.links[0]).toMatchObject({ a: "Ada Lind", b: "Boris Vale", encounters: 2, last: "2025-03-02" });
    expect(body.nodes[0]).toMatchObject({ encounters: 2 });
    expect(body).toMatchObject({ total: 2, encounters: 3 });
    expect((await get("/api/network?by=states")).body.links[1]).toMatchObject({ a: "FRA", b: "RUS" });
    expect((await get("/api/network?top=1")).body.links).toHaveLength(1);
    expect((await get("/api/network?since=2030-01-01")).body).toMatchObject({ nodes: [], links: [] });
  });

  it("counts by time, medium and place", async () => {
    const { get } = await served();
    expect((await get("/api/counts?by=month&actor=Ada+Lind")).body.counts).toEqual([
      { value: "2025-01", count: 1 },
      { value: "2025-03", count: 1 },
      { value: "2025-04", count: 1 },
    ]);
    expect((await get("/api/counts?by=medium")).body.counts[0]).toEqual({ value: "phone", count: 4 });
    expect(await get("/api/counts?by=colour")).toMatchObject({ status: 400 });
    expect((await get("/api/places")).body).toMatchObject({
      items: [{ place: "Geneva", country: "CHE", latitude: 46.2022, longitude: 6.1457, encounters: 1 }],
      elsewhere: 4,
      states: expect.arrayContaining([{ country: "CHE", name: "Switzerland", hosted: 1, took_part: 0 }]),
    });
  });
});
