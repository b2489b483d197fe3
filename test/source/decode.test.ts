import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/record/errors.ts";
import { decode } from "../../src/source/decode.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian = false): Uint8Array => {
  const bytes = Buffer.from(text, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
};
const with1252 = (...codes: number[]): Uint8Array => Uint8Array.from(codes);
const concat = (...parts: Uint8Array[]): Uint8Array => Buffer.concat(parts);

const TEXT = "Președintele said “no” — 90 € — in Kyiv.\n";

describe("decode", () => {
  test("UTF-8 without and with a byte order mark gives the same text", () => {
    expect(decode(utf8(TEXT))).toEqual({ text: TEXT, encoding: "utf-8", notes: [] });
    expect(decode(concat(with1252(0xef, 0xbb, 0xbf), utf8(TEXT)))).toEqual({
      text: TEXT,
      encoding: "utf-8",
      notes: [],
    });
  });

  test("UTF-16 with a byte order mark, either way round", () => {
    expect(decode(utf16(`\uFEFF${TEXT}`))).toEqual({ text: TEXT, encoding: "utf-16le", notes: [] });
    expect(decode(utf16(`\uFEFF${TEXT}`, true))).toEqual({ text: TEXT, encoding: "utf-16be", notes: [] });
  });

  test.each([
    ["Latin", TEXT],
    ["Cyrillic", "Президент России Владимир Путин провёл переговоры в Москве.\n".repeat(3)],
  ])("UTF-16 of %s script without a mark is told by its zero bytes, and noted", (_, text) => {
    for (const bigEndian of [false, true]) {
      const decoded = decode(utf16(text, bigEndian));
      expect(decoded.text).toBe(text);
      expect(decoded.notes.map((note) => note.kind)).toEqual(["encoding-mended"]);
    }
  });

  test("Windows-1252 is the last resort, with its quotation marks, and noted", () => {
    const decoded = decode(
      concat(utf8("He said "), with1252(0x93), utf8("non"), with1252(0x94, 0x20, 0x80), utf8("5")),
    );
    expect(decoded.text).toBe("He said “non” €5");
    expect(decoded).toMatchObject({ encoding: "windows-1252", notes: [{ kind: "encoding-mended" }] });
  });

  test("UTF-8 with one broken byte stays UTF-8, and is noted", () => {
    const decoded = decode(concat(utf8(`${TEXT}Côte d’Ivoire`), with1252(0xff), utf8(TEXT)));
    expect(decoded.text).toBe(`${TEXT}Côte d’Ivoire\uFFFD${TEXT}`);
    expect(decoded.notes.map((note) => note.kind)).toEqual(["encoding-mended"]);
  });

  test("a charset from outside, or in an HTML page, is followed", () => {
    expect(decode(with1252(0xcf, 0xd0), { charset: "windows-1251" }).text).toBe("ПР");
    const page = concat(utf8('<meta charset="windows-1251"><p>'), with1252(0xcf, 0xd0));
    expect(decode(page, { html: true }).text).toBe('<meta charset="windows-1251"><p>ПР');
    expect(decode(utf8(TEXT), { charset: "iso-8859-1" }).text).toBe(TEXT);
    expect(decode(utf8("<meta charset=nonsense>é"), { html: true }).text).toBe("<meta charset=nonsense>é");
    expect(decode(utf8("<meta charset=utf-16>é"), { html: true }).text).toBe("<meta charset=utf-16>é");
  });

  test.each([
    ["random bytes", Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3)) & 0xff)],
    ["a PNG", concat(utf8("\x89PNG\r\n").slice(1), utf8("x"))],
    ["zero bytes", new Uint8Array(5000)],
  ])("%s is no text", (name, bytes) => {
    const input = name === "a PNG" ? Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) : bytes;
    expect(() => decode(input)).toThrow(InputError);
  });

  test.each([
    ["PK\x03\x04word/document.xml", /office document/],
    ["{\\rtf1\\ansi Hello}", /Rich Text/],
    ["SQLite format 3\0", /database/],
  ])("known formats are named: %j", (head, message) => {
    expect(() => decode(Buffer.from(head, "latin1"))).toThrow(message);
  });

  test("any text without control characters comes back from its UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
        fc.pre(!/[\0-\x1F\x7F-\x9F\uFEFF]/.test(text) && text.isWellFormed());
        fc.pre(!/^(?:PK|BZh|GIF8|\{\\rtf)/.test(text));
        expect(decode(utf8(text)).text).toBe(text);
      }),
    );
  });

  test("any bytes give a text or an InputError", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          expect(typeof decode(bytes).text).toBe("string");
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
    );
  });
});
