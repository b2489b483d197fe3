import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, it, vi } from "vitest";
import { build as anew } from "../../src/desk/build.ts";
import { openDesk } from "../../src/desk/desk.ts";
import type { Desk } from "../../src/desk/questions/desk.ts";
import { last, log, positions, relation, said, sums, upcoming } from "../../src/desk/questions/index.ts";
import { ActorError } from "../../src/desk/questions/who.ts";
import { wholeOf } from "../../src/desk/snapshot/shelved-encounter.ts";
import { readSnapshot } from "../../src/desk/snapshot/snapshot.ts";
import type { Record } from "../../src/record/schema.ts";
import { type Item, openStore, type Store } from "../../src/store/index.ts";
import { build } from "./build.ts";

const folder = mkdtempSync(join(tmpdir(), "chancery-snapshot-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const freshStore = (): Promise<Store> => openStore(join(folder, `${++count}.sqlite`));

/** All that a desk knows, in a form that two of them can be compared by. */
async function known(desk: Desk) {
  const ids = desk.identities;
  const list = ids.list.map(({ aliases, offices, ...one }) => ({
    ...one,
    aliases: aliases.map(({ name, reports, count }) => ({ name, reports, count })),
    offices: offices.map(({ office, title, country, body, from, to, basis, reports }) => ({
      office,
      title,
      country,
      body,
      from,
      to,
      basis,
      reports,
    })),
  }));
  const who = [...desk.reports.values()].map(({ id, record }) => [
    id,
    record.actors.map(({ name }) => `${name}: ${ids.of(id, name)}`).sort(),
  ]);
  const statements = desk.statements.map((one) => {
    const { why: _, ...statement } = one.statement;
    const { speakers, via, to, day, dated, hedged, line, from, topics, inWords } = one;
    const more = { topics, inWords, beside: one.actsBeside(), has: one.hasWords("the ceasefire"), names: one.names };
    return { report: one.report.id, statement, speakers, via, to, day, dated, hedged, line, from, ...more };
  });
  const acts = desk.acts.map(
    ({ event: { why: _, ...event }, report, id, type, status, actors, recipients, saidBy, day, dated }) => ({
      report: report.id,
      event,
      id,
      type,
      status,
      actors,
      recipients,
      saidBy,
      day,
      dated,
    }),
  );
  const paid = desk.sums.map((one) => {
    const { sum, from, to, amount, amountTo, currency, status, topics, purpose } = one;
    const known = { report: one.report.id, sum, from, to, amount, amountTo, currency, status, topics, purpose };
    return { ...known, has: one.hasWords("reconstruction") };
  });
  const everyone = ids.list.map(({ id }) => [
    id,
    desk.statementsBy([id]).map(({ report, statement }) => `${report.id} ${statement.id}`),
    desk.actsBy([id]).map(({ report, event }) => `${report.id} ${event.id}`),
    desk.actsOn([id]).map(({ report, event }) => `${report.id} ${event.id}`),
  ]);
  return {
    reach: desk.reach,
    list,
    who,
    statements,
    acts,
    paid,
    everyone,
    unfit: ids.unfit,
    encounters: desk.encounters.map((one) => ({ ...wholeOf(one) })),
    listed: desk.encounters.map(({ id, kind, medium, status, date, days, parties, brief }) => ({
      id,
      kind,
      medium,
      status,
      date,
      days,
      parties: parties.map(({ actor, sources }) => [actor, sources]),
      brief: {
        reported: brief.reported,
        held: brief.held,
        last: brief.last,
        places: brief.places,
        sides: brief.sides,
        contradicted: brief.contradicted,
        reports: brief.reports,
        marks: brief.marks,
        from: brief.from,
        to: brief.to,
      },
    })),
    answers: await answers(desk),
  };
}

const ASKED = ["Macron", "Putin", "France", "Roe", "Ada Lind"];

async function answers(desk: Desk): Promise<unknown[]> {
  const asked: (() => unknown)[] = ASKED.flatMap((a) => [
    () => said.answer(desk, { a, limit: 50 }),
    () => positions.answer(desk, { a }),
    () => log.answer(desk, { actor: a, limit: 50 }),
    () => upcoming.answer(desk, { actor: a, today: "2025-03-10" }),
    () => sums.answer(desk, { from: a }),
    ...ASKED.flatMap((b) => [() => last.answer(desk, { a, b }), () => relation.answer(desk, { a, b })]),
  ]);
  return Promise.all(
    asked.map(async (one) => {
      try {
        return await one();
      } catch (error) {
        if (!(error instanceof ActorError)) throw error;
        return error.message;
      }
    }),
  );
}

const who = fc.constantFrom("Emmanuel Macron", "Macron", "Vladimir Putin", "FRA", "RUS", "John Roe", "Roe", "Ada Lind");
const line = fc
  .record({
    kind: fc.constantFrom("call", "meeting", "talks", "visit"),
    status: fc.constantFrom("held", "held", "planned", "possible", "negated"),
    date: fc.constantFrom("", "2025-03-03", "2025-03-04", "2025-03", "2025-05-20"),
    parties: fc.uniqueArray(who, { minLength: 1, maxLength: 3 }),
    place: fc.constantFrom("", "; place Paris", "; place Moscow"),
  })
  .map(
    ({ kind, status, date, parties, place }) =>
      `${kind} ${status}${date ? ` ${date}` : ""}: ${parties.join(", ")}${place}`,
  );
const actors = fc.subarray([
  "John Roe, USA, secretary",
  "Roe, GBR?, secretary",
  "Ada Lind, FRA, minister",
  "Macron, FRA",
]);
const content = fc.constantFrom(
  "a ceasefire must be agreed",
  "he would never accept a ceasefire",
  "the harbour lies in the north",
);
const report = fc.record({
  published: fc.constantFrom("2025-03-03", "2025-03-04", "2025-05-21", null),
  contacts: fc.array(line, { maxLength: 3 }),
  actors,
  said: fc.array(fc.tuple(who, content), { maxLength: 2 }),
  type: fc.constantFrom("ACCUSE", "SUPPORT"),
});
type Given = typeof report extends fc.Arbitrary<infer T> ? T : never;

/** A report and record; the same number is the same report. */
function itemOf(n: number, { published, contacts, actors: lines, said: says, type }: Given): Item {
  const { record } = build(`r${n}`, { published, contacts, actors: lines });
  const text = `Report ${n}. ${"word ".repeat(200)}`;
  const at = (from: number) => [{ from, to: from + 4, quote: text.slice(from, from + 4) }];
  const named = new Set(record.actors.map(({ name }) => name));
  const more = [...new Set(says.map(([name]) => name))].filter((name) => !named.has(name));
  const [extra] = [build("x", { contacts: more.length > 0 ? [`call held: ${more.join(", ")}`] : [] }).record.actors];
  const made: Record = {
    ...record,
    contacts: record.contacts.map((one) => ({
      ...one,
      evidence: one.evidence.map(({ from, to }) => ({ from, to, quote: text.slice(from, to) })),
    })),
    actors: [...record.actors, ...extra].map((one, i) => ({ ...one, id: `a${i + 1}` })),
    statements: says.map(([speaker, words], i) => ({
      id: `s${i + 1}`,
      speaker,
      via: null,
      addressee: [],
      mode: "indirect",
      content: words,
      cue: "said",
      hedged: false,
      date: null,
      line: 0,
      evidence: at(20 + 5 * i),
      why: {},
    })),
    events: says.slice(0, 1).map(([name]) => ({
      id: "e1",
      type: type as "ACCUSE",
      actors: [name],
      recipients: [[...named][0] ?? name],
      status: "actual",
      date: null,
      said_by: null,
      trigger: "word",
      line: 0,
      evidence: at(40),
      why: {},
    })),
    money: says.slice(0, 1).map(([name]) => ({
      id: "m1",
      amount: 5,
      currency: "EUR",
      purpose: "grain",
      from: name,
      to: null,
      status: "actual",
      text: "EUR 5",
      line: 0,
      evidence: at(60),
      why: {},
    })),
  };
  return {
    report: { text, title: `T${n}`, published, publisher: null, address: null, kind: "text", notes: [] },
    record: made,
  };
}

const step = fc.oneof(
  fc.record({ do: fc.constant("add" as const), items: fc.array(report, { minLength: 1, maxLength: 3 }) }),
  fc.record({ do: fc.constant("reread" as const), nth: fc.nat(), item: report }),
  fc.record({ do: fc.constantFrom("remove" as const, "date" as const, "parties" as const), nth: fc.nat() }),
  fc.record({ do: fc.constant("merge" as const), names: fc.uniqueArray(who, { minLength: 2, maxLength: 2 }) }),
  fc.record({ do: fc.constant("split" as const), name: who, nth: fc.nat() }),
  fc.record({ do: fc.constant("undo" as const) }),
);
const BY = { author: "t", reason: "r" };

/** Makes a change of a store; what makes no sense there is left out. */
async function make(store: Store, change: typeof step extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
  const reports = (await store.reports({ limit: 1000 })).items;
  const pick = <T>(list: readonly T[], nth: number): T | undefined => list[nth % Math.max(1, list.length)];
  switch (change.do) {
    case "add":
      await store.keepAll(change.items.map((one, i) => itemOf(reports.length + i, one)));
      return;
    case "reread": {
      const one = pick(reports, change.nth);
      if (one)
        await store.reread(
          one.id,
          itemOf(Number(one.title!.slice(1)), { ...change.item, published: one.published as null }).record,
        );
      return;
    }
    case "remove":
    case "date":
    case "parties": {
      const one = pick((await store.entries({ types: ["contact"], limit: 1000 })).items, change.nth);
      if (!one) return;
      const { key } = one;
      if (change.do === "remove") await store.change({ type: "remove", key }, BY);
      else if (change.do === "date")
        await store.change({ type: "correct", key, field: "date", becomes: "2025-05-20" }, BY);
      else await store.change({ type: "correct", key, field: "parties", becomes: ["Ada Lind", "Nobody Known"] }, BY);
      return;
    }
    case "merge":
      await store.change({ type: "merge", names: [change.names[1]!], into: change.names[0]! }, BY);
      return;
    case "split": {
      const one = pick(reports, change.nth);
      if (one) await store.change({ type: "split", name: change.name, into: "Another", reports: [one.id] }, BY);
      return;
    }
    case "undo": {
      const standing = (await store.layers()).filter(({ active, body }) => active && body.type !== "undo");
      const one = standing.at(-1);
      if (one) await store.change({ type: "undo", layer: one.id }, BY);
    }
  }
}

it("a desk from what was kept is the same as one made anew, whatever came since", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(report, { minLength: 2, maxLength: 6 }),
      fc.array(step, { maxLength: 5 }),
      async (first, steps) => {
        const store = await freshStore();
        await store.keepAll(first.map((one, i) => itemOf(i, one)));
        await openDesk(store, 0);
        expect(await known(await openDesk(store, 0))).toEqual(await known(await anew(store)));
        for (const one of steps) {
          await make(store, one);
          expect(await known(await openDesk(store, 0))).toEqual(await known(await anew(store)));
        }
        await store.close();
      },
    ),
    { numRuns: 25 },
  );
});

const some = (n: number, from = 0): Item[] =>
  Array.from({ length: n }, (_, i) =>
    itemOf(from + i, {
      published: "2025-03-04",
      contacts: ["call held: Emmanuel Macron, Vladimir Putin"],
      actors: [],
      said: [["Emmanuel Macron", "a ceasefire must be agreed"]],
      type: "SUPPORT",
    }),
  );

it("goes on from what was kept, and keeps it again where much came", async () => {
  const store = await freshStore();
  await store.keepAll(some(60));
  await openDesk(store);
  const first = (await readSnapshot(store))!;
  await store.keepAll(some(3, 60));
  await openDesk(store);
  expect((await readSnapshot(store))!.mark).toEqual(first.mark);
  await store.keepAll(some(110, 63));
  await openDesk(store, 0);
  await store.keepAll(some(1, 500));
  expect(await known(await openDesk(store))).toEqual(await known(await anew(store)));
  expect((await readSnapshot(store))!.mark.reading).toBeGreaterThan(first.mark.reading);
  await store.close();
});

it("is thrown away where its head does not fit, and a store that may only be read is opened with it", async () => {
  const store = await freshStore();
  await store.keepAll(some(60));
  await openDesk(store);
  const kept = await readSnapshot(store);
  expect(kept?.reports).toHaveLength(60);
  const reading = await openStore(store.where, { readOnly: true });
  const written = vi.spyOn(reading, "keepDeskParts");
  expect(await known(await openDesk(reading))).toEqual(await known(await anew(store)));
  expect(written).not.toHaveBeenCalled();
  await reading.close();
  const head = JSON.parse(kept!.head.toString("utf8"));
  await store.keepDeskParts([
    { part: "head", number: 0, body: Buffer.from(JSON.stringify({ ...head, rules: "other" })) },
  ]);
  expect(await readSnapshot(store)).toBeNull();
  await openDesk(store);
  expect(await readSnapshot(store)).not.toBeNull();
  // What another process kept meanwhile is not overwritten by what goes on from an older one.
  await store.keepDeskParts([{ part: "index", number: 0, body: Buffer.from("x") }], Buffer.from("another"));
  expect((await readSnapshot(store))!.reports).toHaveLength(60);
  await store.close();
});

it("finds by what names mean also those that no report has among its actors, in whatever order they are asked for", async () => {
  const store = await freshStore();
  const [one, two] = some(2);
  const { statements, events } = one!.record;
  const loose: Record = {
    ...one!.record,
    statements: statements.map((said) => ({ ...said, speaker: "Sea Watch" })),
    events: events.map((event) => ({ ...event, actors: ["Gulf Trust", "Harbour League"] })),
  };
  await store.keepAll([{ ...one!, record: loose }, two!]);
  await openDesk(store, 0);
  const desk = await openDesk(store, 0);
  expect(desk.statementsBy(["Sea Watch"])).toHaveLength(1);
  expect(desk.statementsBy(["Harbour League"])).toHaveLength(0);
  expect(desk.actsBy(["Harbour League"])).toHaveLength(1);
  expect(desk.statementsBy(["Harbour League", "Sea Watch"])).toHaveLength(1);
  expect(desk.actsBy(["Sea Watch"])).toHaveLength(0);
  await store.close();
});
