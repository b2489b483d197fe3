import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { deskOf } from "../../src/desk/desk.ts";
import type { Actor } from "../../src/record/schema.ts";
import { openStore, type Store } from "../../src/store/index.ts";
import { record, report } from "./fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "chancery-migrations-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Reports that name one president: her country said in the first, and in the second supposed from who issued it. */
const reports = [
  { text: "President Ada Lind of France spoke.", country: "FRA", rule: "office-file" },
  { text: "President Ada Lind received a delegation.", country: "SYR", rule: "issuing-state" },
].map(({ text, country, rule }) => {
  const source = report(text);
  const why: Actor["why"] = { country: { rule, basis: "inferred" } };
  const lind: Actor = {
    id: "a1",
    name: "Ada Lind",
    kind: "person",
    country,
    sector: "GOV",
    role: "President",
    surface: ["Ada Lind"],
    evidence: [],
    why,
  };
  return { report: source, record: { ...record(source), actors: [lind] } };
});

const namesOf = async (store: Store): Promise<string[]> => (await deskOf(store)).identities.list.map(({ id }) => id);

test("a country that was only supposed parts nobody in two", async () => {
  const store = await openStore(join(folder, "new.sqlite"));
  await store.keepAll(reports);
  expect(await namesOf(store)).toEqual(["Ada Lind"]);
  await store.close();
});

test("a store of the first schema is brought up to date, also where it is opened only to be read", async () => {
  const path = join(folder, "old.sqlite");
  const made = await openStore(path);
  await made.keepAll(reports);
  await made.close();
  const raw = new DatabaseSync(path);
  raw.exec("alter table actors drop column country_rule; drop table desk_parts; drop index entries_spans");
  raw.exec("drop table feeds; drop table feed_items; drop index reports_address");
  raw.exec("delete from chancery_migrations where name > '0001'");
  raw.close();
  const store = await openStore(path, { readOnly: true });
  expect((await store.info()).schema).toBe("0003");
  expect(await namesOf(store)).toEqual(["Ada Lind"]);
  await store.close();
});
