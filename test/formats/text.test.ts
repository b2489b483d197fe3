import { describe, expect, test } from "vitest";
import { textFormat } from "../../src/formats/text.ts";
import { displayWidth } from "../../src/formats/wrap.ts";
import { empty, record, report } from "./fixture.ts";

const plain = { width: 76, colour: false };

describe("the text format", () => {
  test("of a whole record", () => {
    expect(textFormat(report, record, plain)).toBe(`Berg hopes to meet Said
The Amber Post · published Sunday 21 December 2025

CONTACTS — 1 possible, 1 negated

  Possible   Meeting: Anna Berg and Omar Said
             21 December 2025 or later
             hangs on “in the coming days”
         1 │ President Anna Berg of Norland ‹hopes to meet› Prime Minister
           │ Omar Said of Sudland in the coming days.

  Not held   Visit: minister (France) and United States
             December 2025 · in United States · more than 2 days
             about “trade”, “borders”
             in a series: “the first”
         2 │ Sudland condemned the "threat" and ‹called off a visit› by the
           │ Norlandic minister.

STATEMENTS — 1

  In part    Anna Berg to Omar Said and United States, through spokesman
             (France) · 19 December 2025 · hedged by the report · “said”
         1 │ she was "ready for talks."

EVENTS — 1 done, 1 planned

  Done       ACCUSE United States · as Anna Berg says
         2 │ Sudland ‹condemned› the "threat" and called off a visit by the
           │ Norlandic minister.

  Planned    REJECT somebody not named → EU
         2 │ Sudland condemned the "threat" and ‹called off› a visit by the
           │ Norlandic minister.

SUMS — 1 negated

  Not done   USD 2 billion, aid from France to United States · currency
             inferred
         2 │ Norland will not pay the promised ‹$2 billion› to Sudland.

TIMES — 2

         1 │ On Friday → Friday 19 December 2025
         1 │ in the coming days → not settled, between 21 December 2025 and
           │ 4 January 2026

NOTES — 1

  Mended     A mark was missing.
         2 │ "threat"

ACTORS — 3

  Person     Anna Berg · President · France · government
             “President Anna Berg”, “she”
  Official   spokesman (France) · government
  State      United States
             “s0”, “s1”, “s2”, “s3”, “s4”, “s5”, “s6”, “s7” and 3 more
`);
  });

  test("says the rule behind each value where it is asked why", () => {
    const text = textFormat(report, record, { ...plain, why: true });
    expect(text).toContain("             status stated (frames)\n");
    expect(text).toContain("             date inferred (weekday) “On Friday”\n");
  });

  test("says what was looked for where nothing was found, and what is not known", () => {
    const text = textFormat({ ...report, title: null, publisher: null }, { ...empty, published: null }, plain);
    expect(text).toBe(`day of publication not known: days of the week and “yesterday” stay
unsettled

Nothing for the record: this report was searched for contacts, statements,
events and sums of money, and none was found.
`);
    const partly = textFormat(report, { ...record, money: [], events: [] }, plain);
    expect(partly).toMatch(/\nSearched for and not found in this report: events and sums of money\.\n$/);
  });

  test("colour changes nothing but codes and marks", () => {
    const coloured = textFormat(report, record, { ...plain, colour: true });
    expect(coloured).toContain("\x1B[1mhopes\x1B[22m");
    const bare = coloured.replace(/\x1B\[\d+m/g, "");
    const unmarked = textFormat(report, record, plain).replace(/[‹›]/g, "");
    expect(bare.replace(/\s+/g, " ")).toBe(
      unmarked.replace(/[│\s]+/g, (gap) => (gap.includes("│") ? gap : " ")).replace(/\s+/g, " "),
    );
  });

  test.each([40, 60, 120])("keeps to %i columns", (width) => {
    for (const line of textFormat(report, record, { width, colour: false, why: true }).split("\n")) {
      expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  test("lets nothing of a report move the terminal's cursor", () => {
    const hostile = { ...report, title: "a\x1B[2J\u202Eb\x9Bc\nd", publisher: "\x07" };
    const text = textFormat(hostile, { ...empty, notes: [{ kind: "other", message: "\x1B]0;x\x07" }] }, plain);
    expect(text).not.toMatch(/[\0-\x09\x0B-\x1F\x7F-\x9F\u202A-\u202E]/);
  });

  test("shows little of a text without end, at once", () => {
    const text = "x".repeat(1_900_000);
    const evidence = [{ from: 900_000, to: 1_800_000, quote: text.slice(900_000, 1_800_000) }];
    const event = { ...record.events[0]!, evidence };
    const shown = textFormat({ ...report, text }, { ...empty, events: [event], actors: [] }, plain);
    expect(shown.length).toBeLessThan(3000);
  });
});
