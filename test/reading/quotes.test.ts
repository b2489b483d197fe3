import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readQuotations } from "../../src/reading/quotes.ts";
import { countOperations } from "./operations.ts";

interface Wanted {
  readonly words: string;
  readonly depth?: number;
  readonly closed?: boolean;
  readonly begun?: boolean;
}
interface Case {
  readonly text: string;
  readonly quotations?: readonly (string | Wanted)[];
  readonly nothing?: true;
}

const cases = parse(readFileSync(new URL("../cases/quotations.yaml", import.meta.url), "utf8")) as Case[];
const marks = fc.constantFrom(..."\"'“”‘’«»„‹›「」`", '"', '"', "'", "’s ", "s’ ", " ", " ", "\n", "\n\n");
const words = fc.constantFrom(
  "a",
  "we are",
  "The",
  ", and Oslo said ",
  "he said",
  ". ",
  ", ",
  "6",
  "U.S.",
  "word",
  "5'10",
);
const news = fc.array(fc.oneof(marks, words), { maxLength: 60 }).map((parts) => parts.join(""));

describe("readQuotations", () => {
  it.each(cases.map((c) => [c.text, c] as const))("%s", (text, wanted) => {
    const { quotations, notes } = readQuotations(text);
    const want = (wanted.quotations ?? []).map((q) => (typeof q === "string" ? { words: q } : q));
    expect(
      quotations.map((q) => ({ words: text.slice(q.inner.from, q.inner.to), depth: q.depth, closed: q.closed })),
    ).toEqual(want.map(({ words, depth = 0, closed = true }) => ({ words, depth, closed })));
    expect(notes.map((n) => n.kind)).toEqual(
      want.filter((w) => w.closed === false || w.begun).map(() => "quotation-mended"),
    );
  });

  it("has sixty cases and a case of nothing", () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(cases.some((c) => c.nothing)).toBe(true);
  });

  it("says in plain words what it mended, with the words in question", () => {
    const text = 'He said "all will be well, and Rome has called it "likely" since.';
    const [note] = readQuotations(text).notes;
    expect(note?.message).toBe(
      "The quotation “all will be well” is never closed; it is taken to end where a new clause leads to another quotation.",
    );
    expect(note?.evidence).toEqual({ from: 8, to: 25, quote: '"all will be well' });
  });

  it("counts the marks in, and leaves them out of `inner`", () => {
    expect(readQuotations('He said "yes".').quotations).toEqual([
      { from: 8, to: 13, inner: { from: 9, to: 12 }, closed: true, depth: 0 },
    ]);
  });

  const wellFormed = (text: string): void => {
    const { quotations, notes } = readQuotations(text);
    const open: { from: number; to: number }[] = [];
    let last = -1;
    for (const { from, to, inner, depth } of quotations) {
      expect(last <= from && from <= inner.from && inner.from < inner.to && inner.to <= to && to <= text.length).toBe(
        true,
      );
      last = from;
      while (open.length > 0 && open.at(-1)!.to <= from) open.pop();
      if (open.length > 0) expect(to).toBeLessThanOrEqual(open.at(-1)!.to);
      expect(depth).toBe(open.length);
      open.push({ from, to });
    }
    for (const { evidence } of notes) expect(evidence?.quote).toBe(text.slice(evidence?.from, evidence?.to));
  };

  it("never throws, and gives spans in the text that lie apart or one in the other", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), wellFormed), { numRuns: 500 });
    fc.assert(fc.property(news, wellFormed), { numRuns: 3000 });
  });

  it("reads the same twice", () => {
    fc.assert(
      fc.property(news, (text) => {
        expect(readQuotations(text)).toEqual(readQuotations(text));
      }),
    );
  });

  it("never lets an unclosed quotation run past its paragraph", () => {
    fc.assert(
      fc.property(news, (text) => {
        for (const q of readQuotations(text).quotations)
          if (!q.closed) expect(text.slice(q.from, q.to)).not.toContain("\n\n");
      }),
    );
  });

  it.each([
    ["openers", ' "a'],
    ["closers", 'a" '],
    ["unspaced marks", '"a'],
    ["nothing but marks", '"'],
    ["families that never close", "« “a "],
    ["single openers", " ‘a b"],
    ["possessives in a quotation", "‘a leaders’ b "],
    ["inch marks", '"a 6" '],
    ["clauses in an unclosed quotation", "he said that it is, and Oslo has said so "],
    ["full stops", "...."],
    ["blanks and marks", '"   \n'],
  ])("does ten times the work for ten times the text: %s", (_name, piece) => {
    const work = (n: number): number => countOperations(`"${piece.repeat(n)}`, readQuotations);
    expect(work(10_000)).toBeLessThan(work(1_000) * 11 + 1_000);
  });

  it("reads a line of 50 million characters and a million marks", () => {
    expect(readQuotations("the minister spoke of the border ".repeat(1_500_000)).quotations).toEqual([]);
    expect(readQuotations('"yes" and '.repeat(500_000)).quotations).toHaveLength(500_000);
  });
});
