import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/record/errors.ts";
import { cleanText, textContent } from "../../src/source/text.ts";

describe("cleanText", () => {
  test("moves no character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        const { text } = cleanText(raw);
        expect(text.length).toBe(raw.length);
        for (let i = 0; i < raw.length; i++) if (/[\p{L}\p{N}"“”.,]/u.test(raw[i]!)) expect(text[i]).toBe(raw[i]);
        expect(text).not.toMatch(/[\0-\x08\x0B-\x1F\x7F-\x9F]/);
      }),
    );
  });

  test("line ends of every system become a line feed, at their place", () => {
    expect(cleanText("a\r\nb\rc\nd\u2028e\fg").text).toBe("a \nb\nc\nd\ne\ng");
    expect(cleanText("a\r\nb").notes).toEqual([]);
  });

  test("control characters become spaces, counted in a note", () => {
    const { text, notes } = cleanText("Put\x00in\x1B[31m said\x07");
    expect(text).toBe("Put in [31m said ");
    expect(notes).toEqual([{ kind: "other", message: "3 control characters were read as a space." }]);
  });

  test("halves of surrogate pairs are replaced and noted; emoji stay whole", () => {
    expect(cleanText("a\uD83Db").text).toBe("a\uFFFDb");
    expect(cleanText("a\uD83Db").notes[0]?.kind).toBe("encoding-mended");
    expect(cleanText("Merci 🇫🇷👩‍💼").text).toBe("Merci 🇫🇷👩‍💼");
  });

  test("right-to-left text and its marks stay", () => {
    const text = "قال الرئيس \u202Bإن المحادثات\u202C مفيدة";
    expect(cleanText(text)).toEqual({ text, notes: [] });
  });

  test("takes ten times as long for ten times the text", () => {
    const time = (text: string): number => {
      const from = performance.now();
      for (let i = 0; i < 3; i++) cleanText(text);
      return performance.now() - from;
    };
    const text = 'He said "no"\r\n\x01 and "yes", '.repeat(8000);
    time(text);
    expect(time(text.repeat(10))).toBeLessThan(60 * time(text) + 100);
  });
});

describe("textContent", () => {
  test.each(["", " ", "\n\n\t \r\n", "\uFEFF", "\0\0\x01", "\u200B\u202A"])("refuses %j as empty", (raw) => {
    expect(() => textContent(raw)).toThrow(new InputError("The report is empty: it holds no text."));
  });

  test("refuses more text than a report has, at once", () => {
    expect(() => textContent("a".repeat(50_000_000))).toThrow(/50,000,000 characters; a report may have 2,000,000/);
  });

  test("takes a million quotation marks as they are", () => {
    const marks = '"'.repeat(1_000_000);
    expect(textContent(marks).text).toBe(marks);
  });
});
