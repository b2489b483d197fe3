import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/record/errors.ts";
import { isoDate, metadataDate, publishedOption } from "../../src/source/dates.ts";

describe("dates", () => {
  test.each(["2025-12-21", "2024-02-29", "1999-01-01"])("%s is a day", (value) => {
    expect(isoDate(value)).toBe(value);
    expect(publishedOption(` ${value} `)).toBe(value);
  });

  test.each([
    "2025-02-29",
    "2025-13-01",
    "2025-00-10",
    "21.12.2025",
    "2025-12",
    "today",
    "",
    "0000-01-01",
    "2025-12-21T10:00",
  ])("%j is none", (value) => {
    expect(isoDate(value)).toBeUndefined();
    expect(() => publishedOption(value)).toThrow(UsageError);
  });

  test.each([
    ["2025-12-21T23:10:00+01:00", "2025-12-21"],
    ["2025-12-21 23:10", "2025-12-21"],
    ["20251221", "2025-12-21"],
    ["December 21, 2025", "2025-12-21"],
    ["Sept. 3, 2025", "2025-09-03"],
    ["Sun, 21 Dec 2025 10:00:00 GMT", "2025-12-21"],
    ["21st December 2025", "2025-12-21"],
    ["03/04/2025", undefined],
    ["2025-02-31", undefined],
    ["1734739200", undefined],
    ["yesterday", undefined],
  ])("metadata %j is %j", (value, date) => {
    expect(metadataDate(value)).toBe(date);
  });
});
