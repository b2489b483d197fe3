import { describe, expect, it } from "vitest";
import { ngramBuckets, normalForm, shapeOf, wordKey } from "../../src/syntax/forms.ts";

describe("forms", () => {
  // What train/forms.py gives: key, shape, number and sum of the n-gram buckets.
  const cases: [string, string, string, number, number][] = [
    ["Macron", "macron", "Xxx", 17, 147982],
    ["U.S.", "u.s.", "X.X.", 11, 100860],
    ["1,000", "0,000", "d,dd", 14, 137074],
    ["‘", "'", "'", 3, 24878],
    ["€90", "$00", "$dd", 8, 83662],
    ["naïve", "naïve", "xx", 14, 104032],
    ["—", "--", "--", 5, 44522],
    ["2025-12-21", "0000-00-00", "dd-dd-dd", 29, 244774],
    ["O’Neil", "o'neil", "X'Xxx", 17, 119625],
    ["supercalifragilisticexpialidocious-42", "supercalifragilisticexpialidocious-00", "xx-dd", 89, 698713],
    ["日本", "日本", "??", 5, 28559],
    ["…", "...", "..", 8, 66920],
  ];
  it.each(cases)("%s", (form, key, shape, count, sum) => {
    const normal = normalForm(form);
    expect([wordKey(normal), shapeOf(normal)]).toEqual([key, shape]);
    const buckets = ngramBuckets(key);
    expect(buckets).toHaveLength(count);
    expect(buckets.reduce((a, b) => a + b, 0)).toBe(sum);
  });
});
