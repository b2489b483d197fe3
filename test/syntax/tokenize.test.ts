import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/syntax/sentences.ts";
import { tokenize } from "../../src/syntax/tokenize.ts";

const words = (text: string): string =>
  tokenize(text)
    .map((p) => p.text)
    .join(" ");

const sentences = (text: string): string[] =>
  splitSentences(text, tokenize(text)).map((s) => text.slice(s[0]!.from, s.at(-1)!.to).replace(/\s+/g, " "));

describe("tokenize", () => {
  const cases: [string, string][] = [
    ["He didn't, he can't and I'll.", "He did n't , he ca n't and I 'll ."],
    ["We cannot. Don’t Putin’s men go?", "We can not . Do n’t Putin ’s men go ?"],
    ["the workers' plan", "the workers ' plan"],
    ["a U.S.-led cease-fire, re-elected", "a U.S. - led cease - fire , re-elected"],
    ["Gen. al-Burhan and Lt. Col. O'Neil", "Gen. al - Burhan and Lt. Col. O'Neil"],
    ["$1.5bn, £1,000 and ¤90 billion", "$ 1.5 bn , £ 1,000 and ¤ 90 billion"],
    ["US$5m (15%) by 5pm", "US$ 5 m ( 15 % ) by 5 pm"],
    ["at 10:30 a.m. on 9/11, 2025-12-21", "at 10:30 a.m. on 9/11 , 2025-12-21"],
    ["the 1990s, the 21st, 2010-2012, G20", "the 1990s , the 21st , 2010 - 2012 , G20"],
    ["“Yes,” he said — twice…", "“ Yes , ” he said — twice …"],
    ["see https://example.org/a?b=1, or a@b.org.", "see https://example.org/a?b=1 , or a@b.org ."],
    ["John F. Kennedy, No. 3, and so on etc.", "John F. Kennedy , No. 3 , and so on etc."],
    ["It is over.Next came AT&T", "It is over . Next came AT&T"],
  ];
  it.each(cases)("%s", (text, expected) => expect(words(text)).toBe(expected));

  it("loses nothing but spaces, whatever the text", () => {
    for (const text of [
      "\ud800 x",
      "👨‍👩‍👧 ok",
      "a\u0000b\u200b\ufeff",
      '"'.repeat(50),
      "1,".repeat(400),
      "..\n\n''``[...]",
    ]) {
      const pieces = tokenize(text);
      expect(pieces.map((p) => text.slice(p.from, p.to))).toEqual(pieces.map((p) => p.text));
      expect(pieces.map((p) => p.text).join("")).toBe(text.replace(/[\s\u200b\u2060\ufeff]/g, ""));
    }
  });
});

describe("splitSentences", () => {
  const cases: [string, string[]][] = [
    ["He left. She stayed.", ["He left.", "She stayed."]],
    [
      "Mr. Smith met Gen. Jones in the U.S. The talks failed.",
      ["Mr. Smith met Gen. Jones in the U.S.", "The talks failed."],
    ],
    ["The U.S. President and George W. Bush spoke.", ["The U.S. President and George W. Bush spoke."]],
    ['"It is over." He left.', ['"It is over."', "He left."]],
    ['"Is it over?" asked Putin.', ['"Is it over?" asked Putin.']],
    ['"Is it over?" Mr. Peskov asked. "Yes."', ['"Is it over?" Mr. Peskov asked.', '"Yes."']],
    ["“We will. We can.” They did.", ["“We will.", "We can.”", "They did."]],
    ["A headline without a stop\nThe text. More", ["A headline without a stop", "The text.", "More"]],
    [
      "They met at 5 p.m. EST. They spoke at 6 p.m. Putin left.",
      ["They met at 5 p.m. EST.", "They spoke at 6 p.m.", "Putin left."],
    ],
    [
      "He paid 1.5 million. Then (in 2009) left. [2] She too.",
      ["He paid 1.5 million.", "Then (in 2009) left. [2]", "She too."],
    ],
  ];
  it.each(cases)("%s", (text, expected) => expect(sentences(text)).toEqual(expected));

  it("joins lines that were wrapped by hand", () => {
    const text = `The foreign ministers of the two countries met in Geneva on
Tuesday to discuss the terms of a cease-fire that both sides had
rejected only a week ago. They agreed to meet again.

Nothing else was said about the talks by either of the two
delegations, which left the city in the evening.`;
    expect(sentences(text)).toHaveLength(3);
  });

  it("cuts what is too long for the network, losing nothing", () => {
    const text = `${"word, ".repeat(500)}end`;
    const found = splitSentences(text, tokenize(text));
    expect(Math.max(...found.map((s) => s.length))).toBeLessThanOrEqual(300);
    expect(found.flat()).toEqual(tokenize(text));
  });
});
