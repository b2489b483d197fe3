import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readReport } from "../../src/reading/read.ts";
import type { Record } from "../../src/record/schema.ts";
import { recordJsonSchema } from "../../src/record/schema.ts";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** What stands in a page between single backquotes. */
const namedIn = (page: string): string[] =>
  [...page.replaceAll(/```[\s\S]*?```/g, "").matchAll(/`([^`\n]+)`/g)].map(([, name]) => name!);

/** The texts of all cases and examples. */
function texts(): string[] {
  const cases = readdirSync(new URL("../cases/", import.meta.url))
    .filter((f) => f.endsWith(".yaml"))
    .flatMap((f) => parse(read(`test/cases/${f}`)) as unknown)
    .flatMap((c) => (typeof c === "object" && c !== null && "text" in c ? String(c.text) : []));
  const examples = readdirSync(new URL("../../examples/", import.meta.url)).filter((f) => f.endsWith(".txt"));
  return [...cases, ...examples.map((f) => read(`examples/${f}`))];
}

const rulesOf = (record: Record): string[] =>
  [record.actors, record.contacts, record.statements, record.events, record.money]
    .flat()
    .flatMap((entry) => Object.values(entry.why).map((why) => why.rule))
    .concat(record.times.map((time) => time.why.rule));

/** The names of all fields in a JSON Schema, however deep. */
function fieldsIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(fieldsIn);
  if (schema === null || typeof schema !== "object") return [];
  const own = "properties" in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(fieldsIn)];
}

describe("the pages on reading", () => {
  it("docs/reader.md tells of every rule that the cases and examples meet", () => {
    const patterns = namedIn(read("docs/reader.md")).map(
      (name) => new RegExp(`^${name.replaceAll(".", "\\.").replaceAll("*", ".+")}$`),
    );
    const rules = new Set(texts().flatMap((text) => rulesOf(readReport(text, { published: "2024-05-17" }))));
    expect(rules.size).toBeGreaterThan(100);
    expect([...rules].filter((rule) => !patterns.some((p) => p.test(rule)))).toEqual([]);
  });

  it("docs/reader.md lists the stages in the order of read.ts", () => {
    const code = read("src/reading/read.ts");
    const stages = [...read("docs/reader.md").matchAll(/^\| [^|]+ \| `(?:\.\.\/)?([a-z/]+)\.ts` \|/gm)].map(
      ([, f]) => f!,
    );
    expect(stages.length).toBeGreaterThan(12);
    for (const stage of stages) expect(code).toContain(`/${stage}.ts"`);
  });

  it("docs/record.md tells of every field of the schema", () => {
    const named = new Set(namedIn(read("docs/record.md")));
    expect([...new Set(fieldsIn(recordJsonSchema()))].filter((field) => !named.has(field))).toEqual([]);
  });
});
