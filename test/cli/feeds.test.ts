import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { feedSite } from "../source/feed-site.ts";
import { run } from "./run.ts";

test("a feed's articles are added from its address and from a file, and feeds are kept", {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "chancery-feeds-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const site = await feedSite();
  const common = ["--store", join(folder, "desk.sqlite"), "--allow-private"];
  const first = await run(["add", `${site.origin}/rss`, "--most", "2", "--json", "--workers", "1", ...common]);
  expect(first.code).toBe(3);
  expect(
    first.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { name: `${site.origin}/1`, new: true },
    { name: `${site.origin}/gone`, error: expect.stringContaining("404") },
  ]);
  const file = join(folder, "feed.xml");
  writeFileSync(file, `<rss version="2.0"><channel><item><link>${site.origin}/1</link></item></channel></rss>`);
  site.asked.length = 0;
  const again = await run(["add", file, "--workers", "1", ...common]);
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining("1 report was there already") });
  expect(site.asked).toEqual([]);

  const kept = await run(["feeds", "add", `${site.origin}/page`, ...common]);
  expect(kept.stdout).toBe(`1  ${site.origin}/rss  Wire & Co  not read yet\n`);
  const read = await run(["feeds", "read", "--most", "1", "--workers", "1", ...common]);
  expect(read).toMatchObject({ code: 0, stdout: expect.stringContaining("there already") });
  expect((await run(["feeds", "list", ...common])).stdout).toMatch(/ {2}read \d{4}-/);
  expect((await run(["feeds", "remove", "2", ...common])).code).toBe(2);
  expect((await run(["feeds", "remove", "1", ...common])).stdout).toContain("read no more");
  expect((await run(["feeds", "fly", ...common])).code).toBe(2);
});
