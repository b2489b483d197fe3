import type { OpenAPIHono } from "@hono/zod-openapi";
import * as z from "zod";
import * as views from "../desk/questions/schemas.ts";
import * as record from "../record/schema.ts";
import { Problem } from "./problem.ts";
import { createRoute, json, router } from "./router.ts";
import { version } from "./routes/info.ts";
import * as forms from "./schemas.ts";

/** Any JSON. */
type Json = { [key: string]: Json } | Json[] | string | number | boolean | null | undefined;
type JsonObject = { [key: string]: Json };

/** Schemas that have a name in the document; the larger ones first, since they hold the others. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  Report: forms.Report,
  Record: record.Record,
  Entry: forms.Entry,
  CurrentEntry: forms.CurrentEntry,
  Layer: forms.Layer,
  ReportSummary: forms.ReportSummary,
  Contact: record.Contact,
  Statement: record.Statement,
  Event: record.Event,
  Money: record.Money,
  Encounter: views.EncounterView,
  StatementView: views.StatementView,
  ActView: views.ActView,
  Cited: views.Cited,
  Understood: views.Understood,
  ActorRef: views.ActorRef,
  Reach: views.Reach,
  Evidence: record.Evidence,
  Why: record.Why,
  Count: forms.Count,
  Problem,
};

const INFO = {
  openapi: "3.1.0",
  info: {
    title: "Chancery",
    version,
    description:
      "The diplomatic record read from news reports. Every value can be traced to the words of a report. Errors are problem documents (RFC 9457). GET answers carry strong ETags.",
    license: { name: "MIT", identifier: "MIT" },
  },
  tags: [
    { name: "reports", description: "reports, and ways to add them" },
    { name: "feeds", description: "Feeds whose reports are added, once or again and again." },
    { name: "entries", description: "what was read, as it stands after corrections" },
    { name: "changes", description: "what people correct, confirm, add, remove, merge and undo" },
    { name: "actors", description: "who is who over all reports" },
    { name: "encounters", description: "contacts merged over reports" },
    { name: "questions", description: "every question of the command line" },
    { name: "summaries", description: "counts for charts and maps" },
    { name: "server", description: "the server itself" },
  ],
};

/** The OpenAPI 3.1 document of an API, made from the schemas of its routes. */
export function openApiDocument(api: OpenAPIHono): JsonObject {
  const document = JSON.parse(JSON.stringify(api.getOpenAPI31Document(INFO))) as JsonObject;
  const names = new Map(Object.entries(NAMED).map(([name, schema]) => [JSON.stringify(schemaOf(schema)), name]));
  const schemas = Object.fromEntries(
    Object.entries(NAMED).map(([name, schema]) => [name, named(schemaOf(schema), names, false)]),
  );
  const paths = named(document.paths, names, true) as JsonObject;
  return {
    ...document,
    servers: [{ url: "/api" }],
    paths: withProblems(paths),
    components: { schemas, securitySchemes: { token: { type: "http", scheme: "bearer" } } },
    security: [{}, { token: [] }],
  };
}

/** A schema as the generator writes it. */
function schemaOf(schema: z.ZodType): Json {
  const route = createRoute({ method: "get", path: "/x", responses: { 200: json(z.object({ x: schema }), "") } });
  const one = router().openapi(route, (c) => c.json({} as never, 200));
  const document = JSON.parse(JSON.stringify(one.getOpenAPI31Document(INFO)));
  return document.paths["/x"].get.responses["200"].content["application/json"].schema.properties.x as Json;
}

/** Puts names where a schema stands that has one. */
function named(value: Json, names: ReadonlyMap<string, string>, itself: boolean): Json {
  if (typeof value !== "object" || value === null) return value;
  const name = itself && !Array.isArray(value) ? names.get(JSON.stringify(value)) : undefined;
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
  if (Array.isArray(value)) return value.map((one) => named(one, names, true));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, named(one, names, true)]));
}

/** Every operation may answer with a problem, and one that reads with 304. */
function withProblems(paths: JsonObject): JsonObject {
  const problem = {
    description: "a problem",
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
  const unchanged = { description: "the client has it already (If-None-Match)" };
  return mapValues(paths, (methods) =>
    mapValues(methods as JsonObject, (operation, method) => {
      const { responses, ...rest } = operation as JsonObject;
      const more = method === "get" ? { "304": unchanged, default: problem } : { default: problem };
      return { ...rest, responses: { ...(responses as JsonObject), ...more } };
    }),
  );
}

const mapValues = (object: JsonObject, change: (value: Json, key: string) => Json): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
