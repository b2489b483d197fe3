import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reportPlaces } from "../../src/cli/places.ts";
import { openStore } from "../../src/store/index.ts";
import type { ReportSummary } from "../../src/store/types.ts";
import { run } from "./run.ts";

function folder(index: string): string {
  const path = mkdtempSync(join(tmpdir(), "chancery-index-"));
  writeFileSync(join(path, "a.txt"), "The foreign ministers of Norway and Chad met in Oslo on Tuesday.\n");
  writeFileSync(join(path, "b.txt"), "The king of Jordan called the president of Chad on Monday.\n");
  writeFileSync(join(path, "index.yaml"), index);
  return path;
}

test("a folder is read by its index", async () => {
  const path = folder("- {file: a.txt, title: A day in Oslo, published: '2024-05-17', publisher: Fjord Post}\n");
  expect((await reportPlaces([path])).map(({ indexed }) => indexed?.title)).toEqual(["A day in Oslo", undefined]);
  const store = join(path, "store.db");
  expect(await run(["add", path, "--store", store, "--workers", "1"])).toMatchObject({ code: 0 });
  const opened = await openStore(store);
  const reports: ReportSummary[] = [];
  for await (const one of opened.eachReport()) reports.push(one);
  await opened.close();
  expect(reports.find(({ title }) => title === "A day in Oslo")).toMatchObject({
    published: "2024-05-17",
    publisher: "Fjord Post",
  });
  expect(reports.filter(({ published }) => published === null)).toHaveLength(1);
});

test("an index that lists nothing of the kind is said", async () => {
  const path = folder("title: nothing\n");
  expect(await run(["add", path, "--store", join(path, "store.db")])).toMatchObject({
    code: 3,
    stderr: expect.stringContaining("is no index"),
  });
});
