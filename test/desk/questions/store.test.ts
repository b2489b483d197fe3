import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, deskOf } from "../../../src/desk/desk.ts";
import { find, last, said } from "../../../src/desk/questions/index.ts";
import type { Report } from "../../../src/source/report.ts";
import { openStore, type Store } from "../../../src/store/index.ts";
import { run } from "../../cli/run.ts";
import { call2024, december2025, MACRON, type Made, moscow2022, PUTIN, recordOf, video2025 } from "./records.ts";

let folder: string;
let path: string;
let store: Store;

const reportOf = ({ text, published }: Made, title: string): Report => ({
  text,
  published,
  title,
  publisher: null,
  address: null,
  kind: "text",
  notes: [],
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "chancery-questions-"));
  path = join(folder, "desk.sqlite");
  store = await openStore(path);
  await store.keepAll(
    [moscow2022, call2024, video2025].map((made, i) => ({
      report: reportOf(made, `Title ${i + 1}`),
      record: recordOf(made),
    })),
  );
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

describe("over a SQLite store", () => {
  test("an answer has the words, their line and the report's text", async () => {
    const { answer, texts } = await ask(store, said, { a: "Putin", about: "ceasefire" });
    const [cited] = answer.statements[0]!.evidence;
    expect(cited).toMatchObject({
      title: "Title 2",
      published: "2024-03-05",
      line: 2,
      quote: "he was not ready for a ceasefire",
    });
    expect(texts.get(cited!.report)!.slice(cited!.from, cited!.to)).toBe(cited!.quote);
  });

  test("full text comes from the store's own index", async () => {
    const { answer } = await ask(store, find, { words: '"video conference"' });
    expect(answer.reports.map(({ title }) => title)).toEqual(["Title 3"]);
    expect(answer.entries.map(({ type }) => type)).toContain("contact");
  });

  test("the desk is kept until the store changes, and corrections hold in answers", async () => {
    expect(await deskOf(store)).toBe(await deskOf(store));
    await store.keep(reportOf(december2025, "Title 4"), recordOf(december2025));
    expect((await deskOf(store)).reach.reports).toBe(4);
    const { items } = await store.entries({ types: ["contact"], kinds: ["video"] });
    const by = { author: "test", reason: "the date was wrong" };
    const layer = await store.change({ type: "correct", key: items[0]!.key, field: "date", becomes: "2025-07-03" }, by);
    expect((await ask(store, last, { a: MACRON, b: PUTIN })).answer.last?.date).toBe("2025-07-03");
    await store.change({ type: "undo", layer: layer.id }, by);
    expect((await ask(store, last, { a: MACRON, b: PUTIN })).answer.last?.date).toBe("2025-07-01");
  });

  test("a report is checked from a file", async () => {
    const report = new URL("claim-report.txt", import.meta.url).pathname;
    const ran = await run(["check", report, "--published", "2025-12-21", "--store", path, "--json"]);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const { claims } = JSON.parse(ran.stdout) as { claims: { kind: string; verdict: string }[] };
    expect(claims.map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ["last-time", "supported"],
      ["first-since", "supported"],
    ]);
  });
});

describe("the commands", () => {
  test.each([
    [
      ["last", "Macron", "Putin"],
      /^Emmanuel Macron and Vladimir Putin were last in contact on 1 July 2025: a video conference\.$/m,
    ],
    [["last", "Macron", "Putin", "--by", "phone"], /LATER — by another medium/],
    [["log", "--actor", "the French president", "--kind", "call"], /Phone call: Emmanuel Macron and Vladimir Putin/],
    [["upcoming", "--today", "2025-12-22"], /hangs on “the loan”/],
    [["positions", "Putin", "--topic", "ceasefire"], /Reversal/],
    [["said", "Putin", "--via", "Peskov"], /through Dmitry Peskov/],
    [["sums", "--to", "Ukraine"], /EUR 90 billion · loan from EU to Ukraine/],
    [["relation", "France", "Russia"], /TONE/],
    [["find", "ceasefire"], /Years: 2025 \d, 2024 1/],
    [["said", "Putin", "--about", "zebras"], /^Not in the record: a statement by Vladimir Putin about “zebras”/],
  ])("%j", async (args, shows) => {
    const ran = await run([...args, "--store", path]);
    expect(ran.stderr).toBe("");
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(shows);
    expect(ran.stdout).not.toContain("\u001b");
  });

  test("why shows what an encounter is made of", async () => {
    const [one] = (await deskOf(store)).encounters;
    const ran = await run(["why", one!.id, "--store", path]);
    expect(ran.stdout).toContain(`${one!.id} is a meeting of`);
  });

  test("wrong use is exit code 2 with help, a store that is not there 5", async () => {
    expect(await run(["last", "Macrom", "Putin", "--store", path])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("Near it: Emmanuel Macron"),
    });
    expect((await run(["log", "--since", "soon", "--store", path])).code).toBe(2);
    expect((await run(["log", "--limit", "none", "--store", path])).code).toBe(2);
    expect((await run(["last", "A", "B", "--store", join(folder, "none.sqlite")])).code).toBe(5);
  });

  test("check takes text from a pipe, and a report without a claim says so", async () => {
    await writeFile(join(folder, "plain.txt"), "The ministers talked about fish.");
    const ran = await run(["check", join(folder, "plain.txt"), "--store", path]);
    expect(ran.stdout).toMatch(/^Not in the record: a claim such as/);
    expect(
      (await run(["check", "--store", path], "Emmanuel Macron and Vladimir Putin have never met.")).stdout,
    ).toMatch(/Against/);
  });
});
