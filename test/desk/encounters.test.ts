import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { compare } from "../../src/desk/compare.ts";
import { encounterRules } from "../../src/desk/encounter-rules.ts";
import { encounters } from "../../src/desk/encounters.ts";
import { explain } from "../../src/desk/explain.ts";
import { identities } from "../../src/desk/identities.ts";
import { nodeOf } from "../../src/desk/node.ts";
import type { Encounter } from "../../src/desk/types.ts";
import { build, type CaseReport } from "./build.ts";

interface Case {
  readonly what: string;
  readonly reports: { readonly [id: string]: CaseReport };
  readonly one: readonly (readonly string[])[];
  readonly status?: string;
  readonly date?: string;
  readonly contradictions?: readonly string[];
  readonly rule?: string;
}

const cases = parse(readFileSync(new URL("../cases/encounters.yaml", import.meta.url), "utf8")) as Case[];

const named = ({ entries }: Encounter): string[] => entries.map((e) => e.report + e.contact.id.slice(1)).sort();
const full = (name: string): string => (/\d$/.test(name) ? name : `${name}1`);

describe("encounters", () => {
  it.each(cases.map((c) => [c.what, c] as const))("%s", (_, { reports, one, status, date, contradictions, rule }) => {
    const kept = Object.entries(reports).map(([id, r]) => build(id, r));
    const found = encounters(kept, identities(kept));
    const wanted = one.map((names) => names.map(full).sort());
    expect(found.map(named).sort()).toEqual([...wanted].sort());
    const first = found.find((e) => named(e).includes(wanted[0]![0]!))!;
    if (status) expect(first.status).toBe(status);
    if (date) expect(first.date).toBe(String(date));
    if (contradictions) expect(first.contradictions.map((c) => c.field)).toEqual(contradictions);
    if (rule) expect(rulesBetween(found)).toContain(rule);
  });

  it("has a case for every rule that keeps apart or weighs", () => {
    const spoken = new Set(
      cases.flatMap(({ reports }) => {
        const kept = Object.entries(reports).map(([id, r]) => build(id, r));
        return rulesBetween(encounters(kept, identities(kept)));
      }),
    );
    const rules = [...encounterRules().values()].filter((r) => r.effect === "apart" || r.effect === "weight");
    expect(rules.map((r) => r.rule).filter((r) => !spoken.has(r))).toEqual([]);
  });

  it("explains each pair of an encounter, and those beside it", () => {
    const kept = Object.entries(cases[0]!.reports).map(([id, r]) => build(id, r));
    const [encounter] = encounters(kept, identities(kept));
    const verdicts = explain(encounter!);
    expect(verdicts).toHaveLength(1);
    expect(verdicts[0]).toMatchObject({
      joined: true,
      score: 7,
      a: { report: "a", entry: "c1" },
      b: { report: "b", entry: "c1" },
    });
    expect(verdicts[0]!.rules.map((r) => r.rule)).toEqual(["same-kind", "same-parties", "same-day"]);
  });
});

/** Every rule that speaks about two entries of the encounters. */
function rulesBetween(found: readonly Encounter[]): string[] {
  const nodes = found.flatMap((e) => e.entries.map(nodeOf));
  return nodes.flatMap((a, i) =>
    nodes.slice(i + 1).flatMap((b) => {
      const { apart, rules } = compare(a, b);
      return apart ? [apart, ...rules] : [...rules];
    }),
  );
}
