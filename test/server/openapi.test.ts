import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { questions } from "../../src/desk/questions/index.ts";
import { PROBLEMS } from "../../src/server/problem.ts";
import { served } from "./fixture.ts";

// biome-ignore lint/suspicious/noExplicitAny: a document of many forms.
type Any = any;

const METHODS = new Set(["get", "post", "put", "patch", "delete"]);

async function load(): Promise<{ readonly document: Any; readonly routes: readonly string[]; readonly get: Any }> {
  const { app, get } = await served();
  const document = (await get("/api/openapi.json")).body;
  const routes = app.routes
    .filter(({ method, path, basePath }) => method !== "ALL" && path.startsWith("/api") && basePath !== "*")
    .map(({ method, path }) => `${method.toLowerCase()} ${path.slice(4).replace(/:(\w+)[^/]*/g, "{$1}")}`);
  return { document, routes: [...new Set(routes)], get };
}

/** Routes that are about the document itself. */
const ITSELF = new Set(["get /openapi.json", "get /docs", "get /docs/style.css"]);

const operationsOf = (document: Any): { path: string; method: string; operation: Any }[] =>
  Object.entries(document.paths as Any).flatMap(([path, methods]) =>
    Object.entries(methods as Any).map(([method, operation]) => ({ path, method, operation: operation as Any })),
  );

/** Every value in a document under a key. */
function under(value: Any, key: string): Any[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => (name === key ? [one] : under(one, key)));
}

/** A schema with what its references mean put in their place. */
function whole(schema: Any, document: Any): Any {
  if (typeof schema !== "object" || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map((one) => whole(one, document));
  if (typeof schema.$ref === "string")
    return whole(document.components.schemas[schema.$ref.split("/").at(-1)], document);
  const { discriminator: _, ...rest } = schema;
  return Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, whole(one, document)]));
}

describe("the OpenAPI document", () => {
  it("is one of OpenAPI 3.1, whose references lead somewhere", async () => {
    const { document } = await load();
    expect(document.openapi).toBe("3.1.0");
    expect(document.info).toMatchObject({ title: "Chancery", version: expect.any(String) });
    const tags = new Set(document.tags.map(({ name }: Any) => name));
    for (const { path, method, operation } of operationsOf(document)) {
      const at = `${method} ${path}`;
      expect(METHODS, at).toContain(method);
      expect(operation.summary, at).toBeTruthy();
      expect(tags, at).toContain(operation.tags[0]);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const given = (operation.parameters ?? []).filter((one: Any) => one.in === "path");
      expect(given.map(({ name }: Any) => name).sort(), at).toEqual(inPath.sort());
      for (const one of given) expect(one.required, at).toBe(true);
      for (const answer of Object.values(operation.responses) as Any[]) expect(answer.description, at).toBeTruthy();
      expect(operation.responses.default.content, at).toHaveProperty(["application/problem+json"]);
    }
    const refs = new Set(under(document, "$ref") as string[]);
    expect(refs.size).toBeGreaterThan(10);
    for (const ref of refs) {
      const [, name] = /^#\/components\/schemas\/(\w+)$/.exec(ref) ?? [];
      expect(document.components.schemas, ref).toHaveProperty([name!]);
    }
  });

  it("lists every route, and no other", async () => {
    const { document, routes } = await load();
    const listed = operationsOf(document).map(({ path, method }) => `${method} ${path}`);
    expect(routes.filter((route) => !ITSELF.has(route)).sort()).toEqual(listed.sort());
  });

  it("has a route for every question of the desk", async () => {
    const { document, get } = await load();
    const listed = (await get("/api/questions")).body.items.map(({ name }: Any) => name) as string[];
    for (const name of new Set([...listed, ...questions.map((one) => one.name)]))
      expect(document.paths, name).toHaveProperty([`/questions/${name}`]);
  });

  it("has schemas that can be read, and that answers fit", async () => {
    const { document, get } = await load();
    const { id } = (await get("/api/encounters")).body.items[0];
    const { key, report } = (await get("/api/entries")).body.items[0];
    const paths: Readonly<Record<string, string>> = {
      "/info": "/info",
      "/reports": "/reports",
      "/reports/{id}": `/reports/${report}`,
      "/reports/{id}/changes": `/reports/${report}/changes`,
      "/entries": "/entries",
      "/entries/facets": "/entries/facets",
      "/entries/{key}": `/entries/${key}`,
      "/changes": "/changes",
      "/actors": "/actors",
      "/actors/{id}": "/actors/Macron",
      "/encounters": "/encounters",
      "/encounters/{id}": `/encounters/${id}`,
      "/network": "/network",
      "/counts": "/counts?by=year",
      "/places": "/places",
      "/questions": "/questions",
    };
    for (const [path, address] of Object.entries(paths)) {
      const { schema } = document.paths[path].get.responses["200"].content["application/json"];
      const { status, body } = await get(`/api${address}`);
      expect(status, path).toBe(200);
      expect(z.fromJSONSchema(whole(schema, document)).safeParse(body).error, path).toBeUndefined();
    }
  });
});

describe("the documentation", () => {
  it("is a page without script or anything from elsewhere", async () => {
    const { app } = await served([]);
    const page = await (await app.request("/api/docs")).text();
    expect(page).not.toMatch(/<script|<style|style="| on\w+="|https?:\/\//i);
    expect(page).toContain("/api/reports/{id}");
    for (const kind of Object.keys(PROBLEMS)) expect(page).toContain(`id="${kind}"`);
    const style = await app.request("/api/docs/style.css");
    expect(style.headers.get("Content-Type")).toBe("text/css; charset=utf-8");
  });

  it("names every route and every kind of problem in docs/api.md", async () => {
    const { document } = await load();
    const text = readFileSync(new URL("../../docs/api.md", import.meta.url), "utf8");
    for (const { path, method } of operationsOf(document))
      expect(text, `${method} ${path}`).toContain(`\`${method.toUpperCase()} /api${path}\``);
    for (const kind of Object.keys(PROBLEMS)) expect(text).toContain(`\`${kind}\``);
  });
});
