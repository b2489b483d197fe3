import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { isQuery } from "../../../src/desk/ask/query.ts";
import { understand } from "../../../src/desk/ask/understand.ts";
import { fold } from "../../../src/lexicon/fold.ts";

interface Case {
  readonly ask: string;
  readonly is?: Readonly<Record<string, unknown>>;
  readonly not?: string;
  readonly paraphrase?: true;
}

const file = new URL("../../cases/ask.yaml", import.meta.url);
const cases = parse(readFileSync(file, "utf8"), { schema: "core" }) as Case[];

const KNOWN = [
  "Hélène Marchetti",
  "Kemal Aydoğan",
  "Defne Korkmaz",
  "Paul Estienne",
  "Leyla Sönmez",
  "Ngaire Thornbury",
  "Emmanuel Macron",
  "Vladimir Putin",
  "Xi Jinping",
  "Joe Biden",
];
const knownActors = {
  named: (name: string): string[] => {
    const wanted = fold(name);
    return KNOWN.filter((one) => fold(one) === wanted || fold(one).split(" ").at(-1) === wanted);
  },
};

describe("understand", () => {
  it.each(cases)("$ask", ({ ask, is, not }) => {
    const understood = understand(ask, { today: "2027-10-20", knownActors });
    if (is) expect(understood).toEqual(is);
    else expect(isQuery(understood) ? understood : understood.reason).toBe(not);
  });

  it("has enough cases", () => {
    expect(cases.filter(({ is }) => is).length).toBeGreaterThanOrEqual(130);
    expect(cases.filter(({ paraphrase }) => paraphrase).length).toBeGreaterThanOrEqual(45);
    expect(cases.filter(({ not }) => not).length).toBeGreaterThanOrEqual(15);
  });
});
