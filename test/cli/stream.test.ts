import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { Record } from "../../src/record/schema.ts";
import { run, start } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "chancery-stream-"));
afterAll(() => rmSync(folder, { recursive: true }));

const TEXT = "President Anna Berg of Norland phoned Prime Minister Omar Said of Sudland on Monday, her office said.";
const rows = (output: string) =>
  output
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe("read --jsonl", () => {
  test("answers each row in order, with error rows between, and exit code 4", async () => {
    const input = [
      ...Array.from({ length: 20 }, (_, i) =>
        JSON.stringify({ id: i, published: "2025-12-21", text: `${TEXT} `.repeat(1 + ((i * 7) % 5)) }),
      ),
      "not json",
      JSON.stringify({ id: "empty", text: "" }),
      "",
      JSON.stringify({ id: "last", text: TEXT }),
    ].join("\n");
    const ran = await run(["read", "--jsonl", "--workers", "3"], input);
    expect(ran.code).toBe(4);
    expect(ran.stderr).toBe("chancery: 2 rows could not be read; their lines say why.\n");
    const answers = rows(ran.stdout);
    expect(answers.map(({ id }) => id)).toEqual([...Array(20).keys(), undefined, "empty", "last"]);
    expect(answers[20]).toEqual({ row: 21, error: "The row is not valid JSON." });
    expect(answers[21]).toMatchObject({ row: 22, error: expect.stringContaining("empty") });
    for (const { id: _, ...record } of answers.filter((answer) => !answer.error)) Record.parse(record);
  });

  test("gives the records that read gives, from a file, with any number of workers", async () => {
    const path = join(folder, "rows.jsonl");
    writeFileSync(path, `${JSON.stringify({ id: "a", published: "2025-12-21", text: TEXT })}\n`.repeat(5));
    const [one, two, alone] = await Promise.all([
      run(["read", "--jsonl", path, "--workers", "1"]),
      run(["read", "--jsonl", path]),
      run(["read", "-f", "json", "-p", "2025-12-21"], TEXT),
    ]);
    expect(one).toMatchObject({ code: 0, stderr: "" });
    expect(two.stdout).toBe(one.stdout);
    expect(rows(one.stdout)[4]).toEqual({ id: "a", ...JSON.parse(alone.stdout) });
  });

  test("answers no rows with nothing", async () => {
    expect(await run(["read", "--jsonl"], "\n\n")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test("a missing file and a folder are exit code 3", async () => {
    for (const place of [join(folder, "none.jsonl"), folder]) {
      expect(await run(["read", "--jsonl", place])).toMatchObject({ code: 3, stdout: "" });
    }
  });

  test("a row over the limit is an error row, and the rest goes on", async () => {
    const input = `${"x".repeat(50_000_000)}\n${JSON.stringify({ id: 2, text: " " })}\n`;
    const ran = await run(["read", "--jsonl", "--max-size", "1"], input);
    expect(ran.code).toBe(4);
    expect(rows(ran.stdout)).toMatchObject([
      { row: 1, error: expect.stringContaining("longer than 1 MB") },
      { id: 2, row: 2 },
    ]);
  });

  test("a 50 MB row is an error row within the limit too", async () => {
    const ran = await run(["read", "--jsonl"], `${JSON.stringify({ id: 1, text: "a".repeat(50_000_000) })}\n`);
    expect(rows(ran.stdout)).toMatchObject([{ id: 1, error: expect.stringContaining("50,000,000 characters") }]);
  });

  test("answers a row before the next one comes", async () => {
    const child = start(["read", "--jsonl"]);
    const answered = new Promise<string>((resolve) => child.stdout.setEncoding("utf8").once("data", resolve));
    child.stdin.write(`${JSON.stringify({ id: "now", text: "" })}\n`);
    expect(JSON.parse(await answered)).toMatchObject({ id: "now" });
    child.stdin.end();
    await new Promise((resolve) => child.once("close", resolve));
  });

  test("stops taking rows where nobody reads the answers", async () => {
    const child = start(["read", "--jsonl", "--workers", "2"]);
    // An error row gives its id back, so that the answers are as large as the rows.
    const row = Buffer.from(`${JSON.stringify({ id: "x".repeat(65_000) })}\n`);
    let sent = 0;
    for (let idle = 0; idle < 20 && sent < 2000; ) {
      if (child.stdin.write(row)) {
        sent += 1;
        idle = 0;
        continue;
      }
      sent += 1;
      const drained = new Promise((resolve) => child.stdin.once("drain", () => resolve(true)));
      const moving = await Promise.race([drained, wait(3000, false)]);
      if (!moving) break;
    }
    expect(sent).toBeGreaterThan(1);
    expect(sent * row.length).toBeLessThan(30_000_000);
    child.stdin.on("error", () => {});
    child.kill();
    await new Promise((resolve) => child.once("close", resolve));
  });

  test("ends quietly where the reader of its answers goes away", async () => {
    const child = start(["read", "--jsonl"]);
    child.stdin.on("error", () => {});
    let stderr = "";
    child.stderr.on("data", (part) => {
      stderr += part;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const closed = new Promise((resolve) => child.once("exit", resolve));
    const row = `${JSON.stringify({ id: "x".repeat(5000) })}\n`;
    let gone = false;
    void closed.then(() => {
      gone = true;
    });
    for (let i = 0; i < 20_000 && !gone; i++) {
      if (!child.stdin.write(row))
        await Promise.race([new Promise((resolve) => child.stdin.once("drain", resolve)), closed]);
    }
    child.stdin.end();
    expect(await closed).toBe(0);
    expect(stderr).toBe("");
  });
});
