import { expect, it } from "vitest";
import type { Brief, Cited } from "../../web/src/data/types.ts";
import { briefMarkdown } from "../../web/src/views/brief/markdown.ts";
import { notesOf } from "../../web/src/views/brief/notes.ts";

const cited = (from: number, quote = "spoke"): Cited => ({
  report: "a".repeat(64),
  title: "A <call>",
  published: "2025-07-02",
  entry: "c1",
  line: 3,
  from,
  to: from + quote.length,
  quote,
});

const actor = (name: string) => ({
  phrase: name,
  read_as: "by name",
  actor: { id: name, name, kind: "person" as const },
});

const brief: Brief = {
  sentence: "",
  found: true,
  reach: { reports: 2, first: "2025-07-01", last: "2025-07-02" },
  asked: { a: actor("Ada Lind"), b: actor("Bo Ek"), today: "2025-07-03" },
  sections: [
    {
      name: "contacts",
      title: "Last contacts",
      lines: [
        { sentence: "A call of *both*.", evidence: [cited(5)], under: null },
        { sentence: "The same call.", evidence: [cited(9), cited(5)], under: null },
      ],
      more: 2,
      none: "",
    },
    { name: "sums", title: "Sums", lines: [], more: 0, none: "No sum is in the record." },
  ],
};

it("numbers the sources of a brief in their order, the same words once", () => {
  const { notes, numberOf } = notesOf(brief);
  expect(notes.map(({ number, cited: { from } }) => [number, from])).toEqual([
    [1, 5],
    [2, 9],
  ]);
  expect(numberOf(cited(9))).toBe(2);
});

it("writes a brief as Markdown in which words of reports are no markup", () => {
  expect(briefMarkdown(brief)).toBe(`# Ada Lind and Bo Ek

Brief for 3 July 2025; out of 2 reports.

## Last contacts

- A call of \\*both\\*. [1]
- The same call. [2][1]
and 2 more

## Sums

No sum is in the record.

## Sources

1. “spoke” — A &lt;call&gt;, 2 July 2025, line 3
2. “spoke” — A &lt;call&gt;, 2 July 2025, line 3
`);
});
