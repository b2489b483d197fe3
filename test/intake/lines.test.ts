import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitLines } from "../../src/intake/lines.ts";

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function lines(text: string, size = 7, limit = 1000): Promise<(readonly [number, string | null])[]> {
  const all: (readonly [number, string | null])[] = [];
  for await (const { number, bytes } of splitLines(chunked(Buffer.from(text), size), limit)) {
    all.push([number, bytes && Buffer.from(bytes).toString()]);
  }
  return all;
}

describe("splitLines", () => {
  test("gives lines with their numbers and passes over empty ones", async () => {
    expect(await lines("a\n\n  \r\nb\r\nc")).toEqual([
      [1, "a"],
      [4, "b\r"],
      [5, "c"],
    ]);
    expect(await lines("")).toEqual([]);
    expect(await lines("\n")).toEqual([]);
  });

  test("gives the same lines however the bytes are cut", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ minLength: 1 })), fc.integer({ min: 1, max: 9 }), async (texts, size) => {
        const text = texts.join("\n");
        const expected = text.split("\n").flatMap((line, i) => (/[^\t\n\v\f\r ]/.test(line) ? [[i + 1, line]] : []));
        expect(await lines(text, size)).toEqual(expected);
      }),
    );
  });

  test("keeps nothing of a line that is too long, and goes on after it", async () => {
    expect(await lines(`ok\n${"x".repeat(50)}\nok`, 7, 20)).toEqual([
      [1, "ok"],
      [2, null],
      [3, "ok"],
    ]);
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 3000; i++) {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
        yield Buffer.alloc(65_536, 0x78);
      }
    }
    for await (const { bytes } of splitLines(endless(), 1_000_000)) expect(bytes).toBeNull();
    expect(most).toBeLessThan(150_000_000);
  });

  test("takes ten times as long for ten times the bytes, also of one line", async () => {
    const time = async (length: number): Promise<number> => {
      const bytes = Buffer.alloc(length, 0x78);
      const from = performance.now();
      for await (const _ of splitLines(chunked(bytes, 65_536), 1e9)) performance.now();
      return performance.now() - from;
    };
    await time(5_000_000);
    expect(await time(50_000_000)).toBeLessThan(60 * (await time(5_000_000)) + 200);
  });
});
