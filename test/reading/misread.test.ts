import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readReport } from "../../src/reading/read.ts";

interface Case {
  readonly text: string;
  readonly because: string;
  readonly contacts?: readonly object[];
  readonly statements?: readonly object[];
  readonly events?: readonly object[];
}

const cases = parse(readFileSync(new URL("../cases/misread.yaml", import.meta.url), "utf8")) as Case[];

describe("what is known to be misread", () => {
  for (const { text, because, contacts = [], statements = [], events = [] } of cases)
    it.fails(`${text} (${because})`, () => {
      const read = readReport(text, { published: "2024-05-17" });
      const wanted = (found: readonly object[], one: object) =>
        expect(found).toContainEqual(expect.objectContaining(one));
      for (const one of contacts) wanted(read.contacts, one);
      for (const one of statements) wanted(read.statements, one);
      for (const one of events) wanted(read.events, one);
    });
});
