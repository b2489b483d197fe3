import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { openStore } from "../../src/store/index.ts";
import { run } from "../cli/run.ts";

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "chancery-add-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

const text = (who: string): string => `${who} phoned Vladimir Putin on Friday. ${who} said the ceasefire must hold.\n`;

describe("chancery add", { timeout: 300_000 }, () => {
  test("a folder: texts and pages are kept, what cannot be read is said, the rest goes on; again changes nothing", async () => {
    mkdirSync(at("in/deep/.hidden"), { recursive: true });
    writeFileSync(at("in/a.txt"), text("Emmanuel Macron"));
    writeFileSync(
      at("in/deep/b.html"),
      `<title>Call</title><article><p>${text("Olaf Scholz").repeat(4)}</p></article>`,
    );
    writeFileSync(at("in/deep/c.txt"), "");
    writeFileSync(at("in/deep/.hidden/d.txt"), text("Nobody"));
    writeFileSync(at("in/picture.png"), "no report");
    const args = ["add", at("in"), "--published", "2025-12-21", "--workers", "1", "--store", at("folder.sqlite")];
    const ran = await run(args);
    expect(ran.stderr).toMatch(/c\.txt: .*empty/);
    expect(ran.stdout).toMatch(
      /^2 new reports with \d+ contacts?, .* kept in .*folder\.sqlite\. 1 input could not be read\.\n$/,
    );
    expect(ran.code).toBe(3);
    const store = await openStore(at("folder.sqlite"), { readOnly: true });
    expect(
      (await store.entries({ types: ["contact"], actors: ["Emmanuel Macron", "Vladimir Putin"] })).items,
    ).toMatchObject([{ from: "2025-12-19", published: "2025-12-21" }]);
    await store.close();
    const again = await run(args);
    expect(again.stdout).toMatch(
      /^0 new reports kept in .* 2 reports were there already\. 1 input could not be read\./,
    );
    const shown = await run(["store", "--store", at("folder.sqlite")]);
    expect(shown.stdout).toMatch(/Reports +2, published 2025-12-21 to 2025-12-21/);
  });

  test("rows from standard input, --json: a line for each, in order, bad rows too", async () => {
    const row = (who: string): string => JSON.stringify({ text: text(who), published: "2025-12-21" });
    const input = `${row("Emmanuel Macron")}\nno json\n\n${row("Emmanuel Macron")}\n{"text": 5}\n`;
    const ran = await run(["add", "--jsonl", "--json", "--workers", "1", "--store", at("rows.sqlite")], input);
    const lines = ran.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { name: "row 1", new: true },
      { name: "row 2", error: "The row is not valid JSON." },
      { name: "row 4", new: false, report: lines[0].report },
      { name: "row 5", error: expect.stringContaining('"text"') },
    ]);
    expect(ran.code).toBe(4);
    const where = ["--store", at("rows.sqlite")];
    const listed = await run(["entries", lines[0].report.slice(0, 8), "--json", ...where]);
    const { key } = JSON.parse(listed.stdout).find((one: { type: string }) => one.type === "contact");
    const why = ["--reason", "the ministry says so", "--author", "desk", ...where];
    expect((await run(["correct", key, "date", "2025-12-18", ...why])).stdout).toMatch(
      /^1 .* desk: corrected date of contact/,
    );
    expect(await run(["correct", key, "date", "Friday", ...why])).toMatchObject({ code: 2, stdout: "" });
    const reread = await run(["reread", "--workers", "1", "--store", at("rows.sqlite")]);
    expect(reread).toMatchObject({ code: 0, stdout: "1 report read again; 0 read otherwise than before.\n" });
  });

  test("wrong use is said", async () => {
    expect(await run(["add", "--jsonl", "a", "b"])).toMatchObject({ code: 2 });
    expect(await run(["add", "x", "--published", "Friday", "--store", at("no.sqlite")])).toMatchObject({ code: 2 });
    expect(await run(["store", "--store", at("no.sqlite")])).toMatchObject({ code: 5, stdout: "" });
  });
});

/** Runs the command line as a user who may write nothing; root may write everything, so as nobody. */
function asReader(args: readonly string[], input = ""): SpawnSyncReturns<string> {
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  return spawnSync(process.execPath, [MAIN, ...args], { input, encoding: "utf8", cwd: "/", ...user });
}

describe.skipIf(asReader(["--version"]).status !== 0)("a store that this user may only read", () => {
  test("is read, and says that nothing can be added", async () => {
    const readOnly = at("ro");
    const where = join(readOnly, "store.sqlite");
    await (await openStore(where)).close();
    chmodSync(folder, 0o755);
    chmodSync(where, 0o444);
    chmodSync(readOnly, 0o555);
    expect(asReader(["store", "--store", where])).toMatchObject({ status: 0, stderr: "" });
    const added = asReader(["add", "--store", where, "-"], text("Emmanuel Macron"));
    chmodSync(readOnly, 0o755);
    expect(added.stderr).toMatch(/is read-only: what was kept stays/);
    expect(added).toMatchObject({ status: 5 });
  });
});
