import { describe, expect, it, onTestFinished } from "vitest";
import { deskOf } from "../../src/desk/desk.ts";
import type { Desk } from "../../src/desk/questions/desk.ts";
import { explains } from "../../src/server/mark.ts";
import { openStore } from "../../src/store/index.ts";
import { call } from "../store/fixture.ts";
import { type Served, served } from "./fixture.ts";

/** What a desk knows, in a form that two of them can be compared by. */
const known = (desk: Desk) => ({
  reach: desk.reach,
  actors: desk.identities.list,
  encounters: desk.encounters.map(({ id, status, date, days, parties, contradictions, sources }) => ({
    id,
    status,
    date,
    days,
    contradictions,
    parties: parties.map(({ actor }) => actor),
    sources: sources.map(({ report, entry, from }) => ({ report, entry, from })),
  })),
  met: desk.identities.list.map(({ id }) => desk.encountersOf([id]).map((one) => one.id)),
  spoke: [...desk.statementCounts()].sort(),
  said: desk.statements.map(({ report, statement }) => [report.id, statement.content]).sort(),
});

/** The same store, opened anew: its desk is made from nothing. */
async function fresh({ services }: Served): Promise<Desk> {
  const store = await openStore(services.store.where, { readOnly: true });
  try {
    const desk = await deskOf(store);
    known(desk);
    return desk;
  } finally {
    await store.close();
  }
}

describe("the live desk", () => {
  it("is the same after each change as one that is made anew", async () => {
    const server = await served();
    const { post, services } = server;
    const before = await services.desk();
    expect(await services.desk()).toBe(before);
    const same = async () => expect(known(await services.desk())).toEqual(known(await fresh(server)));

    const { id } = (await post("/api/reports", { text: "Ada Lind phoned Boris Vale.", published: "2025-03-02" })).body;
    await same();
    const { key } = (await server.get(`/api/entries?report=${id}`)).body.items[0];
    const correct = { type: "correct", key, field: "duration", becomes: "PT2H", reason: "x" };
    const { layer } = (await post("/api/changes", correct)).body;
    await same();
    await post("/api/changes", { type: "correct", key, field: "date", becomes: "2025-09-09", reason: "x" });
    await same();
    await post("/api/changes", { type: "merge", names: ["Carla Moss"], into: "Boris Vale", reason: "x" });
    await same();
    await post("/api/changes", { type: "undo", layer: layer.id });
    await same();
    await post("/api/changes", { type: "remove", key, reason: "x" });
    await same();
    expect(await services.desk()).not.toBe(before);
  });

  it("knows what the store holds without counting all entries again", async () => {
    const { post, get, services } = await served();
    const counted = await openStore(services.store.where, { readOnly: true });
    onTestFinished(() => counted.close());
    const same = async () => expect(await services.store.info()).toEqual(await counted.info());
    await same();
    const { id } = (await post("/api/reports", { text: "Ada Lind phoned Boris Vale.", published: "2025-03-02" })).body;
    await same();
    const { items } = (await get(`/api/entries?report=${id}`)).body;
    const { layer } = (await post("/api/changes", { type: "remove", key: items[0].key, reason: "x" })).body;
    await same();
    await post("/api/changes", { type: "undo", layer: layer.id });
    await same();
    const { entry } = items[0];
    await post("/api/changes", { type: "add", report: id, entryType: "contact", entry, reason: "x" });
    await same();
  });

  it("takes in what another process did, also beside its own changes", async () => {
    const server = await served();
    const { post, services } = server;
    await services.desk();
    const other = await openStore(services.store.where);
    const { report, record } = call("Dora Hale", "Ada Lind", "2025-06-07");
    await other.keep(report, record);
    await post("/api/reports", { text: "Ada Lind phoned Boris Vale.", published: "2025-08-08" });
    await other.close();
    expect(known(await services.desk())).toEqual(known(await fresh(server)));
    expect((await services.desk()).reach.reports).toBe(6);
  });
});

it("knows from versions whether a change explains all", () => {
  expect(explains("4.0", { readings: 1, layers: 0 }, "5.0")).toBe(true);
  expect(explains("4.0", { readings: 1, layers: 0 }, "6.0")).toBe(false);
  expect(explains("4.2", { readings: 0, layers: 1 }, "4.3")).toBe(true);
  expect(explains("a", { readings: 0, layers: 0 }, "a")).toBe(false);
});
