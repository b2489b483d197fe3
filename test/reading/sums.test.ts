import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { cellValues, lexiconRows } from "../../src/lexicon/tsv.ts";
import { readSums } from "../../src/reading/sums.ts";
import { countOperations } from "./operations.ts";

interface Case {
  readonly text: string;
  readonly home?: string;
  readonly sums?: readonly {
    readonly words: string;
    readonly amount: number;
    readonly to?: number;
    readonly currency: string;
    readonly inferred?: boolean;
    readonly mod?: string;
    readonly conversion?: { readonly amount: number; readonly currency: string };
  }[];
  readonly note?: string;
  readonly nothing?: true;
}

const cases = parse(readFileSync(new URL("../cases/sums.yaml", import.meta.url), "utf8")) as Case[];
const currencies = lexiconRows<"code" | "names" | "signs" | "countries" | "minor" | "until">("currencies.tsv");
const pieces = fc.constantFrom(
  ..."$ € £ ¥ ¤ ? US$ Rs EUR COP kr 1 2.5 1,500 1.500.000 20 3 million bn m crore lakh half a two hundred of to and - – ( ) ; between from up more than euros dollars rupees pounds won Kenya EU Australian".split(
    " ",
  ),
  " ",
  " ",
  "\n",
);
const news = fc.array(pieces, { maxLength: 50 }).map((parts) => parts.join(" ").replaceAll("  ", ""));

describe("readSums", () => {
  it.each(cases.map((c) => [c.text, c] as const))("%s", (text, { home, sums: wanted = [], note }) => {
    const { sums, notes } = readSums(text, null, home ? { home } : {});
    expect(
      sums.map((s) => ({
        words: text.slice(s.from, s.to),
        amount: s.amount,
        to: s.amountTo,
        currency: s.currency,
        inferred: s.inferred,
        mod: s.mod,
        conversion: s.conversion && { amount: s.conversion.amount, currency: s.conversion.currency },
      })),
    ).toEqual(
      wanted.map(({ words, amount, to, currency, inferred = false, mod, conversion }) => ({
        words,
        amount: Number(amount),
        to: to === undefined ? undefined : Number(to),
        currency,
        inferred,
        mod,
        conversion: conversion && { ...conversion, amount: Number(conversion.amount) },
      })),
    );
    if (note) expect(notes.map((n) => n.message).join("\n")).toContain(note);
  });

  it("has sixty cases and cases of nothing", () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(cases.some((c) => c.nothing)).toBe(true);
  });

  it("says once for a text what a bare sign was taken for", () => {
    const { notes } = readSums("They gave $5m, then $6m, then $7m.");
    expect(notes).toEqual([
      {
        kind: "currency-inferred",
        message: "“$” is taken for US dollars: nothing beside it names another country's.",
        evidence: { from: 10, to: 13, quote: "$5m" },
      },
    ]);
  });

  it("gives the place of the conversion's words", () => {
    const text = "It lent 90 billion euros (about $105 billion).";
    const { conversion } = readSums(text).sums[0]!;
    expect(text.slice(conversion?.from, conversion?.to)).toBe("$105 billion");
  });

  const wellFormed = (text: string): void => {
    const { sums, notes } = readSums(text);
    let last = 0;
    for (const { from, to, amount, amountTo, currency, conversion } of sums) {
      expect(last <= from && from < to && to <= text.length).toBe(true);
      expect(Number.isFinite(amount) && amount >= 0).toBe(true);
      if (amountTo !== undefined) expect(amountTo).toBeGreaterThan(amount);
      expect(currency).toMatch(/^[A-Z]{3}$/);
      if (conversion) expect(to <= conversion.from && conversion.to <= text.length).toBe(true);
      last = conversion?.to ?? to;
    }
    for (const { evidence } of notes) expect(evidence?.quote).toBe(text.slice(evidence?.from, evidence?.to));
  };

  it("never throws, and gives spans in the text, in order and apart", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), wellFormed), { numRuns: 500 });
    fc.assert(fc.property(news, wellFormed), { numRuns: 3000 });
  });

  it("reads the same twice", () => {
    fc.assert(
      fc.property(news, (text) => {
        expect(readSums(text)).toEqual(readSums(text));
      }),
    );
  });

  it("reads back every amount that it is given", () => {
    const amounts = fc.record({
      units: fc.integer({ min: 1, max: 999 }),
      tenths: fc.integer({ min: 0, max: 9 }),
      power: fc.constantFrom(["million", 6], ["bn", 9], ["trillion", 12], [" thousand", 3]),
      sign: fc.constantFrom("€", "EUR ", "£", "CHF "),
    });
    fc.assert(
      fc.property(amounts, ({ units, tenths, power: [word, power], sign }) => {
        const figure = tenths === 0 ? `${units}` : `${units}.${tenths}`;
        const text = `They paid ${sign}${figure}${word === "bn" ? "" : " "}${String(word).trim()} in all.`;
        expect(readSums(text).sums.map((s) => s.amount)).toEqual([Number(`${figure}e${power}`)]);
      }),
    );
  });

  it.each([
    ["sums", "$5m "],
    ["figures", "1"],
    ["grouped figures", "1,000"],
    ["number words", "one and a half "],
    ["broken signs", "¤5bn Kenya "],
    ["shared names", "5 million rupees Kenya "],
    ["open brackets", "5 euros ($5; "],
    ["ranges", "$2-"],
    ["multitudes", "hundreds of "],
    ["capitals", "5 million rupees Aa Bb "],
  ])("does ten times the work for ten times the text: %s", (_name, piece) => {
    const work = (n: number): number => countOperations(`Rs 5 million ${piece.repeat(n)}`, readSums);
    expect(work(5_000)).toBeLessThan(work(500) * 11 + 1_000);
  });

  it("reads a line of 50 million characters", () => {
    const text = `${"the minister spoke of the border ".repeat(1_500_000)} and $5m`;
    expect(readSums(text).sums).toHaveLength(1);
  });
});

describe("lexicon/currencies.tsv", () => {
  it("names each currency once, with a code, a minor unit and known countries", () => {
    const states = new Set(lexiconRows<"iso3">("states.tsv").map((row) => row.iso3));
    expect(new Set(currencies.map((row) => row.code)).size).toBe(currencies.length);
    for (const { code, minor, countries } of currencies) {
      expect(code).toMatch(/^[A-Z]{3}$/);
      expect(minor).toMatch(/^[0-4]$/);
      for (const country of cellValues(countries)) expect(states, code).toContain(country);
    }
  });

  it("gives every living state a currency", () => {
    const covered = new Set(currencies.filter((row) => row.until === "").flatMap((row) => cellValues(row.countries)));
    const states = lexiconRows<"iso3" | "un" | "until">("states.tsv").filter(
      (row) => row.un === "1" && row.until === "",
    );
    expect(states.map((row) => row.iso3).filter((state) => !covered.has(state))).toEqual([]);
  });

  it("reads every name, sign and code that it lists", () => {
    for (const { code, names, signs } of currencies) {
      const own = { home: code };
      for (const word of [...cellValues(signs), code])
        expect(readSums(`It cost ${word}5 million.`).sums, word).toHaveLength(1);
      for (const name of cellValues(names))
        expect(readSums(`It cost 5 million ${name}.`, null, own).sums[0]?.currency, name).toBe(code);
    }
  });
});
