import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { questions } from "../../../src/desk/questions/index.ts";

const docs = readFileSync(new URL("../../../docs/questions.md", import.meta.url), "utf8");

test.each(questions.map((question) => [question.name, question] as const))("%s is documented", (name, question) => {
  const heading = new RegExp(`^## \`${name}\\b.*$`, "m").exec(docs)?.[0];
  expect(heading, `docs/questions.md has no section for ${name}`).toBeDefined();
  const section = docs.slice(docs.indexOf(heading!)).split(/\n## /)[0]!;
  expect(section.length).toBeGreaterThan(120);
  expect(question.summary.length).toBeGreaterThan(10);
});

test.each(questions.map((question) => [question.name, question] as const))(
  "%s has schemas that JSON Schema can say",
  (_, question) => {
    for (const schema of [
      z.toJSONSchema(question.input, { io: "input" }),
      z.toJSONSchema(question.output, { io: "output" }),
    ]) {
      expect(schema).toMatchObject({ type: "object" });
    }
  },
);
