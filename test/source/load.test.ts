import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { InputError, UsageError } from "../../src/record/errors.ts";
import { loadReport } from "../../src/source/load.ts";

const folder = mkdtempSync(join(tmpdir(), "chancery-load-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
async function* stdin(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield bytes(part);
}

describe("loadReport", () => {
  test("a text file is its text", async () => {
    const path = file("a.txt", "Macron phoned Putin.\r\nThey talked.");
    expect(await loadReport(path)).toEqual({
      text: "Macron phoned Putin. \nThey talked.",
      title: null,
      published: null,
      publisher: null,
      address: null,
      kind: "text",
      notes: [],
    });
  });

  test("standard input, in parts that cut a character", async () => {
    const [a, b] = [bytes("caf\u00e9").slice(0, 4), bytes("caf\u00e9").slice(4)];
    async function* parts(): AsyncGenerator<Uint8Array> {
      yield a!;
      yield b!;
    }
    expect((await loadReport("-", { stdin: parts() })).text).toBe("café");
  });

  test("a given date wins over the page's own; a wrong one is a UsageError", async () => {
    const p = "<p>The minister met her counterpart in the town of Port Amber on Monday.</p>";
    const path = file(
      "a.html",
      `<html><head><meta name="date" content="2025-12-20"></head><body>${p}${p}</body></html>`,
    );
    expect((await loadReport(path)).published).toBe("2025-12-20");
    expect((await loadReport(path, { published: "2025-12-21" })).published).toBe("2025-12-21");
    for (const published of ["2025-02-30", "yesterday", ""]) {
      await expect(loadReport(path, { published })).rejects.toThrow(UsageError);
    }
  });

  test.each([
    ["empty", ""],
    ["white space", " \n\t\r\n "],
  ])("%s is refused as empty", async (name, content) => {
    await expect(loadReport(file(`${name}.txt`, content))).rejects.toThrow(/empty/);
  });

  test("a missing file, a folder, a scheme that is not read, a feed", async () => {
    await expect(loadReport(join(folder, "none.txt"))).rejects.toThrow(/there is no such file/);
    await expect(loadReport(folder)).rejects.toThrow(/is a folder/);
    await expect(loadReport("ftp://example.org/a")).rejects.toThrow(UsageError);
    await expect(loadReport(file("feed.xml", '<?xml version="1.0"?><rss version="2.0"></rss>'))).rejects.toThrow(
      /is a feed/,
    );
  });

  test("more bytes than the limit are refused without reading them all", async () => {
    await expect(loadReport(file("big.txt", "a".repeat(5000)), { maxBytes: 1000 })).rejects.toThrow(/more than .* MB/);
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += 1;
        yield bytes("a".repeat(1000));
      }
    }
    await expect(loadReport("-", { stdin: endless(), maxBytes: 10_000 })).rejects.toThrow(InputError);
    expect(given).toBeLessThan(20);
  });

  test("a 50 MB line is refused in words", async () => {
    await expect(loadReport({ bytes: new Uint8Array(50_000_000).fill(0x61) })).rejects.toThrow(/50,000,000 characters/);
  });

  test("HTML is told by how it begins, then by type and name; text that only talks of tags is text", async () => {
    const kind = async (content: string, more: object = {}): Promise<string> => {
      const p = "<p>The minister met her counterpart in the town of Port Amber on Monday.</p>";
      return (await loadReport({ bytes: bytes(`${content}${p}${p}`), ...more })).kind;
    };
    expect(await kind("\uFEFF \n<!-- x --><!-- y --><!DOCTYPE html><html><body>")).toBe("html");
    expect(await kind("", { contentType: "text/html; charset=utf-8" })).toBe("html");
    expect(await kind("", { name: "https://example.org/a.html?x=1" })).toBe("html");
    expect(await kind("He wrote <b>no</b>: ")).toBe("text");
    expect((await loadReport({ bytes: bytes(`${"<!---->".repeat(600)}x`) })).kind).toBe("text");
  });

  test("standard input is not read where it is not asked for", async () => {
    expect((await loadReport(file("b.txt", "x"), { stdin: stdin("y") })).text).toBe("x");
  });
});
