import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readReport } from "../../src/reading/read.ts";
import { lineIndex } from "../../src/reading/statements/lines.ts";
import type { Statement } from "../../src/record/schema.ts";

type Speaker = string | readonly string[];

interface Expected {
  readonly speaker: Speaker;
  readonly via?: string;
  readonly addressee?: readonly string[];
  readonly mode: Statement["mode"];
  readonly content: string;
  readonly cue?: string;
  readonly hedged?: boolean;
  readonly date?: string;
}

interface Case {
  readonly text: string;
  readonly published?: string;
  readonly statements?: readonly Expected[];
  readonly nothing?: true;
}

const cases = parse(readFileSync(new URL("../cases/statements.yaml", import.meta.url), "utf8")) as Case[];
const listOf = (speaker: Speaker): string[] => [...(typeof speaker === "string" ? [speaker] : speaker)].sort();

/** A statement as a case writes it: only the fields that the case speaks of. */
const asWritten = (s: Statement, e: Expected) => ({
  speaker: listOf(s.speaker),
  via: s.via ?? undefined,
  mode: s.mode,
  content: s.content,
  ...(e.addressee && { addressee: [...s.addressee].sort() }),
  ...(e.cue !== undefined && { cue: s.cue }),
  ...(e.hedged !== undefined && { hedged: s.hedged }),
  ...(e.date !== undefined && { date: s.date }),
});

describe("statements", () => {
  it.each(cases.map((c) => [c.text, c] as const))("%s", (text, { published = null, statements = [], nothing }) => {
    const read = readReport(text, { published }).statements;
    if (nothing) expect(read.map((s) => `${s.cue}: ${s.content}`)).toEqual([]);
    for (const e of statements) {
      const found = read.find((s) => s.content === e.content) ?? read[0];
      expect(found && asWritten(found, e), read.map((s) => s.content).join(" | ")).toEqual({
        ...e,
        speaker: listOf(e.speaker),
        ...(e.addressee && { addressee: [...e.addressee].sort() }),
      });
    }
    if (statements.length > 0) expect(read.length, read.map((s) => s.content).join(" | ")).toBe(statements.length);
  });

  it("quotes its own text and lines exactly", () => {
    for (const { text, published = null } of cases)
      for (const s of readReport(text, { published }).statements)
        for (const e of s.evidence) expect(text.slice(e.from, e.to)).toBe(e.quote);
  });
});

describe("lineIndex", () => {
  it("counts the line breaks before an offset", () => {
    const text = "a\nbc\n\nd";
    const lineOf = lineIndex(text);
    for (let i = 0; i <= text.length; i += 1) expect(lineOf(i)).toBe(text.slice(0, i).split("\n").length - 1);
  });
});
