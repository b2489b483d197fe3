import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, test } from "vitest";
import { StoreError } from "../../src/record/errors.ts";
import { openStore, storePlace } from "../../src/store/index.ts";
import { call, everyType } from "./fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "chancery-fail-"));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = (name: string): string => join(folder, name);
const whole = (file: string): unknown => {
  const db = new DatabaseSync(file);
  const row = db.prepare("pragma integrity_check").get();
  db.close();
  return row;
};

describe("a file that is no store", () => {
  test("no database: said, and left as it is", async () => {
    writeFileSync(path("text"), "Macron phoned Putin. ".repeat(100));
    await expect(openStore(path("text"))).rejects.toThrow(/no Chancery store: it is not a database/);
    expect(readFileSync(path("text"), "utf8")).toMatch(/^Macron phoned/);
  });

  test("another program's database: said, and left as it is", async () => {
    const db = new DatabaseSync(path("other"));
    db.exec("create table songs (title text)");
    db.close();
    await expect(openStore(path("other"))).rejects.toThrow(/another program/);
    const again = new DatabaseSync(path("other"));
    expect(again.prepare("select name from sqlite_schema").all()).toEqual([{ name: "songs" }]);
    again.close();
  });

  test("a store of a newer program: said which", async () => {
    await (await openStore(path("newer"))).close();
    const db = new DatabaseSync(path("newer"));
    db.exec("insert into chancery_migrations (name, timestamp) values ('0999', '2099')");
    db.close();
    for (const readOnly of [true, false])
      await expect(openStore(path("newer"), { readOnly })).rejects.toThrow(/newer Chancery \(it has schema 0999/);
  });

  test("a folder, a path through a file, and nothing at all", async () => {
    mkdirSync(path("folder"));
    writeFileSync(path("file"), "");
    await expect(openStore(path("folder"))).rejects.toThrow(StoreError);
    await expect(openStore(path("file/store"))).rejects.toThrow(/no folder/);
    await expect(openStore(path("none"), { readOnly: true })).rejects.toThrow(/no store at .*none/);
  });

  test("a damaged file: said", async () => {
    const store = await openStore(path("damaged"));
    for (let i = 0; i < 40; i++) await store.keep(...(Object.values(call("A", "B", `2025-01-${i}`)) as [never, never]));
    await store.close();
    const bytes = readFileSync(path("damaged"));
    bytes.fill(0x5a, 4096);
    writeFileSync(path("damaged"), bytes);
    await expect(openStore(path("damaged")).then((opened) => opened.info())).rejects.toThrow(/damaged/);
  });
});

describe("a disk that is full", () => {
  test("is said; what was acknowledged is there, and with room it goes on", async () => {
    const small = await openStore(path("full"), { sqlite: { maxPages: 120 } });
    const kept: string[] = [];
    const fill = async (): Promise<void> => {
      for (let i = 0; i < 1000; i++) {
        const items = [0, 1, 2].map((n) => call("Ada", "Ben", `2025-01-01 at ${i}.${n}`));
        kept.push(...(await small.keepAll(items)).map(({ id }) => id));
      }
    };
    await expect(fill()).rejects.toThrow(/disk is full/);
    expect(kept.length).toBeGreaterThan(10);
    const count = (await small.info()).reports;
    expect(count).toBe(kept.length);
    await small.close();
    expect(whole(path("full"))).toEqual({ integrity_check: "ok" });
    const store = await openStore(path("full"));
    expect((await store.known(kept)).size).toBe(kept.length);
    const { report, record } = everyType();
    expect((await store.keep(report, record)).new).toBe(true);
    expect(await store.countEntries({ actors: ["Ada"] })).toBe(kept.length);
    await store.close();
  });
});

describe("what was read", () => {
  test("can be changed by no statement, only laid over", async () => {
    const store = await openStore(path("kept"));
    const { report, record } = everyType();
    await store.keep(report, record);
    await store.change({ type: "merge", names: ["A"], into: "B" }, { author: "a", reason: "b" });
    await store.close();
    const db = new DatabaseSync(path("kept"));
    for (const table of ["reports", "records", "layers"]) {
      expect(() => db.exec(`delete from ${table}`)).toThrow(/never changed/);
      expect(() => db.exec(`update ${table} set id = id + 1`)).toThrow(/never changed/);
    }
    db.close();
  });

  test("survives control characters in titles and halves of surrogate pairs", async () => {
    const store = await openStore(path("odd"));
    const { report, record } = call("A", "B", "2025-01-01");
    const { id } = await store.keep({ ...report, title: "a\0b\uD800" }, record);
    expect((await store.report(id))!.title).toBe("a b\uFFFD");
    await store.close();
  });
});

test("where the store is: what was asked for, the environment, the data folder", () => {
  expect(storePlace("/x/y", { CHANCERY_STORE: "/z" })).toBe("/x/y");
  expect(storePlace(undefined, { CHANCERY_STORE: "postgres://a@b/c" })).toBe("postgres://a@b/c");
  expect(storePlace(undefined, { XDG_DATA_HOME: "/data" })).toBe("/data/chancery/chancery.sqlite");
  expect(storePlace(undefined, {})).toMatch(/\.local\/share\/chancery\/chancery\.sqlite$/);
});
