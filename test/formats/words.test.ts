import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayWithWeekday, durationInWords, modified, timeInWords } from "../../src/formats/dates.ts";
import { excerptsOf, Lines } from "../../src/formats/excerpt.ts";
import { listed, readableActor, readableAmount } from "../../src/formats/names.ts";
import { displayWidth, wrapPieces } from "../../src/formats/wrap.ts";

describe("dates in words", () => {
  test.each([
    ["2025-07-01", "1 July 2025"],
    ["2025-07", "July 2025"],
    ["2025", "2025"],
    ["202", "2020s"],
    ["2006-W45", "week 45 of 2006"],
    ["2006-W45-WE", "the weekend of week 45 of 2006"],
    ["2006-SU", "summer 2006"],
    ["2006-Q3", "third quarter of 2006"],
    ["2006-H1", "first half of 2006"],
    ["2006-11-10TMO", "10 November 2006, morning"],
    ["2006-11-10T14:30", "10 November 2006, 14:30"],
    ["2006-11-15/2006-11-26", "15 November 2006 to 26 November 2006"],
    ["PT2H", "2 hours"],
    ["P1Y6M", "1 year 6 months"],
    ["PT90M", "90 minutes"],
    ["PXD", "PXD"],
    ["PRESENT_REF", "now"],
    ["2006-XX-XX", "2006-XX-XX"],
    ["nonsense", "nonsense"],
  ])("%s is %s", (value, words) => {
    expect(timeInWords(value)).toBe(words);
  });

  test("days have their weekday, durations their modifier", () => {
    expect(dayWithWeekday("2025-12-19")).toBe("Friday 19 December 2025");
    expect(dayWithWeekday("2025-12")).toBe("December 2025");
    expect(modified(durationInWords("PT2H"), "MORE_THAN")).toBe("more than 2 hours");
  });

  test("no value is too strange", () => {
    fc.assert(
      fc.property(
        fc.string(),
        (value) => typeof timeInWords(value) === "string" && typeof dayWithWeekday(value) === "string",
      ),
    );
  });
});

describe("names and sums", () => {
  test("actors", () => {
    expect(readableActor("USA")).toBe("United States");
    expect(readableActor("FRA:military leaders")).toBe("military leaders (France)");
    expect(readableActor("Emmanuel Macron:collaborators")).toBe("collaborators (Emmanuel Macron)");
    expect(readableActor("NATO")).toBe("NATO");
    expect(readableActor("QQQ")).toBe("QQQ");
    expect(listed(["A", "B", "C"])).toBe("A, B and C");
  });

  test.each([
    [90e9, "90 billion"],
    [1.5e9, "1.5 billion"],
    [2_345_678, "2,345,678"],
    [2e6, "2 million"],
    [1e12, "1 trillion"],
    [500, "500"],
    [0.5, "0.5"],
  ])("%d is %s", (amount, words) => {
    expect(readableAmount(amount)).toBe(words);
  });
});

describe("wrapPieces", () => {
  const indent = { first: [{ text: "- " }], rest: [{ text: "  " }] };

  test("breaks at white space and cuts what is too long", () => {
    expect(wrapPieces([{ text: "one two three four" }], 11, indent)).toEqual(["- one two", "  three", "  four"]);
    expect(wrapPieces([{ text: "abcdefghijklmnop" }], 8, indent)).toEqual(["- abcdef", "  ghijkl", "  mnop"]);
    expect(wrapPieces([], 8, indent)).toEqual(["-"]);
  });

  test("keeps pieces of one word together", () => {
    expect(
      wrapPieces([{ text: "to " }, { text: "‹" }, { text: "meet" }, { text: "›," }, { text: " now" }], 12, indent),
    ).toEqual(["- to ‹meet›,", "  now"]);
  });

  test("knows how wide characters are", () => {
    expect(displayWidth("東京")).toBe(4);
    expect(displayWidth("🇫🇷👩‍💼")).toBe(4);
    expect(displayWidth("e\u0301")).toBe(1);
    expect(displayWidth("محادثات")).toBe(7);
  });

  test("no line is too wide, no word is lost", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme-composite" })),
        fc.integer({ min: 6, max: 40 }),
        (texts, width) => {
          const lines = wrapPieces(
            texts.map((text) => ({ text })),
            width,
            indent,
          );
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

describe("excerptsOf", () => {
  const text = "Mr. Said met U.S. envoy J. Doe. He left at once. They met again.\nNext line here.";
  const span = (quote: string) => {
    const from = text.indexOf(quote);
    return { from, to: from + quote.length, quote };
  };
  const shown = (...quotes: string[]) =>
    excerptsOf(new Lines(text), quotes.map(span)).map(
      ({ line, words }) => `${line} ${words.map((w) => (w.marked ? `[${w.text}]` : w.text)).join("")}`,
    );

  test("show the sentence around the evidence, not cut at abbreviations", () => {
    expect(shown("envoy")).toEqual(["1 Mr. Said met U.S. [envoy] J. Doe."]);
    expect(shown("left")).toEqual(["1 He [left] at once."]);
  });

  test("join evidence in one sentence and part it by sentence and line", () => {
    expect(shown("left", "once")).toEqual(["1 He [left] at [once]."]);
    expect(shown("left", "Next", "again")).toEqual([
      "1 He [left] at once.",
      "1 They met [again].",
      "2 [Next] line here.",
    ]);
  });

  test("marked words are the evidence, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 400 }), fc.nat(), fc.nat(), (any, a, b) => {
        const from = a % any.length;
        const to = Math.min(any.length, from + 1 + (b % 50));
        const [excerpt] = excerptsOf(new Lines(any), [{ from, to, quote: any.slice(from, to) }]);
        expect(excerpt?.words.find((words) => words.marked)?.text).toBe(any.slice(from, to));
        expect(excerpt?.line).toBe(any.slice(0, from).split("\n").length);
      }),
    );
  });
});
