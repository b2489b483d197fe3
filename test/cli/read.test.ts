import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Record } from "../../src/record/schema.ts";
import { encryptedPdf, scannedPdf, textPdf } from "../source/pdf-bytes.ts";
import { serve } from "../source/server.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "chancery-read-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const TEXT = "President Anna Berg of Norland phoned Prime Minister Omar Said of Sudland on Monday, her office said.\n";
const text = file("report.txt", TEXT);
const json = async (args: readonly string[], input: string | Uint8Array = ""): Promise<Record> => {
  const ran = await run(["read", "--format", "json", ...args], input);
  expect(ran.stderr).toBe("");
  expect(ran.code).toBe(0);
  return Record.parse(JSON.parse(ran.stdout));
};

describe("read --format json", () => {
  test("prints a record that satisfies the schema, of a file and of standard input", async () => {
    const record = await json([text, "--published", "2025-12-21"]);
    expect(record.published).toBe("2025-12-21");
    for (const { evidence } of [...record.actors, ...record.contacts, ...record.statements]) {
      for (const { from, to, quote } of evidence) expect(TEXT.slice(from, to)).toBe(quote);
    }
    expect(await json(["--published", "2025-12-21"], TEXT)).toEqual(record);
    expect(await json(["-", "-p", "2025-12-21"], TEXT)).toEqual(record);
  });

  test("reads HTML and PDF", async () => {
    const p = `<p>${TEXT}</p>`;
    const page = `<html><head><title>Call</title><meta name="date" content="2025-12-20"></head><body>${p}${p}</body></html>`;
    expect(await json([file("a.html", page)])).toMatchObject({ published: "2025-12-20", title: "Call" });
    const pdf = textPdf([[{ text: TEXT.trim() }]], "Call");
    expect(await json([file("a.pdf", pdf), "--published", "2025-12-21"])).toMatchObject({ title: "Call" });
  });

  test("several files give a line each with the place as id; one that fails does not stop the others", async () => {
    const ran = await run(["read", "--format", "json", text, join(folder, "none.txt"), text]);
    expect(ran.code).toBe(3);
    expect(ran.stderr).toMatch(/none\.txt cannot be read: there is no such file/);
    const rows = ran.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.map(({ id }) => id)).toEqual([text, text]);
    for (const { id: _, ...record } of rows) Record.parse(record);
  });
});

describe("read --format text", () => {
  test("is the default, without colour in a pipe unless it is asked for", async () => {
    const ran = await run(["read", text, "--published", "2025-12-21"]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/published Sunday 21 December 2025/);
    expect(ran.stdout).not.toContain("\x1B");
    const coloured = await run(["read", text], "", { FORCE_COLOR: "1" });
    expect(coloured.stdout).toContain("\x1B[");
    expect((await run(["read", text], "", { FORCE_COLOR: "1", NO_COLOR: "1" })).stdout).not.toContain("\x1B");
  });

  test("names each of several files", async () => {
    const ran = await run(["read", text, text]);
    expect(ran.stdout.split(text)).toHaveLength(3);
  });
});

describe("bad input", () => {
  test.each([
    ["empty", "", /empty/],
    ["white space", " \n\t \n", /empty/],
    ["binary", Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3)) & 0xff), /binary|no text but/],
    ["a 50 MB line", "a ".repeat(25_000_000), /50,000,000 characters/],
    ["HTML without an article", "<!doctype html><body><nav><a href=x>Home</a></nav></body>", /no article/],
    ["an encrypted PDF", encryptedPdf([{ text: TEXT }], "secret"), /password/],
    ["a scanned PDF", scannedPdf(), /scanned/],
    ["a feed", "<rss version='2.0'></rss>", /feed/],
  ])("%s: a message, no stack, exit code 3", async (_, input, message) => {
    const ran = await run(["read", "--format", "json"], input);
    expect(ran.stderr).toMatch(message);
    expect(ran.stderr.trim().split("\n")).toHaveLength(1);
    expect(ran).toMatchObject({ code: 3, stdout: "" });
  });

  test.each([
    ["a million quotation marks", '"'.repeat(1_000_000)],
    ["control characters", "The \x00minister\x1B[2J met\x07 her counterpart.\x08\n"],
    ["right-to-left text", "قال الرئيس إيمانويل ماكرون يوم الجمعة إنه سيتحدث مع نظيره الروسي.\n".repeat(20)],
    ["emoji", "🇫🇷🤝🇷🇺 Macron met Putin 👩‍💼👨‍👩‍👧‍👦 on Friday 🎉\n"],
    [
      "another language",
      "Le président français a rencontré son homologue russe vendredi à Moscou, a dit le Kremlin.\n".repeat(5),
    ],
    ["no known date", "On Friday, they met again.\n"],
  ])("%s: a record by the schema, in both formats", async (_, input) => {
    const record = await json(["-"], input);
    expect(record.published).toBeNull();
    const ran = await run(["read"], input);
    expect(ran.code).toBe(0);
    expect(ran.stdout).not.toMatch(/[\0-\x08\x0B-\x1F\x7F-\x9F]/);
  });
});

describe("wrong use", () => {
  test.each([
    [["--published", "2025-02-30"], /must be a real day as YYYY-MM-DD/],
    [["--published", "yesterday"], /must be a real day/],
    [["--format", "xml"], /Allowed choices are text, json/],
    [["--frob"], /unknown option/],
    [["--max-size", "lots"], /whole number/],
    [["--workers", "2"], /goes with --jsonl/],
    [["--jsonl", "a", "b"], /one stream at a time/],
    [["--jsonl", "--published", "2025-12-21"], /from each row/],
    [["--jsonl", "--format", "text"], /--jsonl prints JSON/],
    [["ftp://example.org/x"], /only paths and http or https/],
  ])("%j: a message and exit code 2", async (args, message) => {
    const ran = await run(["read", ...args]);
    expect(ran.stderr).toMatch(message);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
  });

  test("--max-size sets how much is read", async () => {
    const ran = await run(["read", "--max-size", "1"], "a".repeat(2_000_000));
    expect(ran.code).toBe(3);
    expect(ran.stderr).toMatch(/Standard input holds more than 1 MB/);
  });

  test("CHANCERY_DEBUG adds the stack", async () => {
    expect((await run(["read"], "", { CHANCERY_DEBUG: "1" })).stderr).toMatch(/\n\s+at /);
  });
});

describe("read of an address", () => {
  test("refuses loopback with exit code 3, and reads it with --allow-private", async () => {
    const server = await serve((_, response) => response.setHeader("Content-Type", "text/plain").end(TEXT));
    try {
      const refused = await run(["read", server.origin]);
      expect(refused.stderr).toMatch(/refused unless --allow-private/);
      expect(refused).toMatchObject({ code: 3, stdout: "" });
      await json([server.origin, "--allow-private"]);
    } finally {
      await server.close();
    }
  });
});
