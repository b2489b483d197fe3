import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { identities } from "../../src/desk/identities.ts";
import type { Decision } from "../../src/desk/types.ts";
import { build, type CaseReport } from "./build.ts";

interface Case {
  readonly what: string;
  readonly reports: { readonly [id: string]: CaseReport };
  readonly decisions?: readonly Pick<Decision, "kind" | "actors" | "reports" | "into">[];
  readonly one: readonly (readonly string[])[];
  readonly id?: string;
  readonly offices?: readonly string[];
  readonly aliases?: readonly string[];
  readonly unfit?: number;
}

const cases = parse(readFileSync(new URL("../cases/identity.yaml", import.meta.url), "utf8")) as Case[];
const decided = (d: Pick<Decision, "kind" | "actors">): Decision => ({
  author: "desk",
  time: "2025-01-01T00:00:00Z",
  reason: "case",
  ...d,
});

describe("identities", () => {
  it.each(cases.map((c) => [c.what, c] as const))(
    "%s",
    (_, { reports, decisions = [], one, id, offices = [], aliases = [], unfit = 0 }) => {
      const kept = Object.entries(reports).map(([name, r]) => build(name, r));
      const ids = identities(kept, decisions.map(decided));
      const actor = (use: string): string => ids.of(use.slice(0, use.indexOf(" ")), use.slice(use.indexOf(" ") + 1));
      const found = one.map((uses) => [...new Set(uses.map(actor))]);
      expect(found.map((set) => set.length)).toEqual(one.map(() => 1));
      expect(new Set(found.flat()).size).toBe(one.length);
      const first = ids.get(found[0]![0]!)!;
      expect(first).toBeDefined();
      if (id) expect(first.id).toBe(id);
      expect(first.offices.map((o) => o.title)).toEqual(expect.arrayContaining([...offices]));
      for (const alias of aliases)
        expect(first.aliases.map((a) => a.name.toLowerCase().replace(/^french /, ""))).toContain(alias.toLowerCase());
      expect(ids.unfit).toHaveLength(unfit);
    },
  );

  const kept = [
    build("a", { published: "2024-03-05", actors: ["Emmanuel Macron, FRA, President; surface Macron", "FRA"] }),
    build("b", { published: "2024-03-06", actors: ["Volodymyr Zelenskyy, UKR"] }),
  ];

  it("finds an actor by any of its names", () => {
    const ids = identities(kept);
    const found = (name: string): string[] => ids.named(name).map((i) => i.id);
    expect(found("Macron")).toEqual(["Emmanuel Macron"]);
    expect(found("France")).toEqual(["FRA"]);
    expect(found("volodymyr zelenskiy")).toEqual(["Volodymyr Zelensky"]);
    expect(found("Zelensky")).toEqual(["Volodymyr Zelensky"]);
    expect(found("Zelenskyy")).toEqual(["Volodymyr Zelensky"]);
    expect(found("Nobody")).toEqual([]);
  });

  it("undoes a decision by leaving it out, and shows it while it stands", () => {
    const merge = decided({ kind: "merge", actors: ["Emmanuel Macron", "Volodymyr Zelensky"] });
    const merged = identities(kept, [merge]);
    expect(merged.of("b", "Volodymyr Zelenskyy")).toBe("Emmanuel Macron");
    expect(merged.get("Emmanuel Macron")!.decisions).toEqual([merge]);
    expect(identities(kept, []).list).toEqual(identities(kept).list);
  });

  it("gives for each alias the reports that use it", () => {
    expect(identities(kept).get("Emmanuel Macron")!.aliases).toEqual([
      { name: "Emmanuel Macron", reports: ["a"], count: 1 },
      { name: "Macron", reports: ["a"], count: 1 },
    ]);
  });
});
