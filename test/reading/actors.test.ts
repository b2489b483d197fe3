import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readReport } from "../../src/reading/read.ts";
import type { Actor } from "../../src/record/schema.ts";

interface Case {
  readonly text: string;
  readonly published?: string | null;
  /** The state whose release it is, where the source tells. */
  readonly home?: string;
  readonly actors?: readonly Partial<Actor>[];
  readonly absent?: readonly string[];
  readonly nothing?: true;
}

const cases = parse(readFileSync(new URL("../cases/actors.yaml", import.meta.url), "utf8")) as Case[];

/** Only the fields that the case tells, surfaces in one order. */
const shape = (actor: Partial<Actor>, like: Partial<Actor>): Partial<Actor> =>
  Object.fromEntries(
    Object.keys(like).map((field) => {
      const value = actor[field as keyof Actor];
      return [field, field === "surface" ? [...(value as string[])].sort() : value];
    }),
  );

describe("readActors", () => {
  it("has a case for every mechanism", () => expect(cases.length).toBeGreaterThanOrEqual(60));

  it.each(cases.map((c) => [`${c.text} ${c.published ?? ""}`, c] as const))("%s", (_name, c) => {
    const { text, published = "2024-05-17", home, actors = [], absent = [], nothing } = c;
    const found = readReport(text, { published, ...(home === undefined ? {} : { home }) }).actors;
    if (nothing) expect(found.map((a) => a.name)).toEqual([]);
    for (const wanted of actors) expect(found.map((a) => shape(a, wanted))).toContainEqual(shape(wanted, wanted));
    for (const name of absent) expect(found.map((a) => a.name)).not.toContain(name);
  });
});
