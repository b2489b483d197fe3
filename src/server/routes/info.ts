import { readFileSync } from "node:fs";
import * as z from "zod";
import { createRoute, json, router } from "../router.ts";
import { Count } from "../schemas.ts";
import type { Services } from "../services.ts";

/** Of package.json. */
export const { version } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

const Info = z.object({
  version: z.string(),
  author: z.string().nullable().describe("who changes things where a request does not say; null: it must say"),
  store: z.string().describe("the file's name or the server's address; no path"),
  schema: z.string(),
  bytes: z.int(),
  reports: z.int(),
  readings: z.int(),
  entries: z.object({ contact: z.int(), statement: z.int(), event: z.int(), sum: z.int() }),
  actors: z.int(),
  layers: z.int(),
  readers: z.array(Count),
  firstPublished: z.string().nullable(),
  lastPublished: z.string().nullable(),
});

const route = createRoute({
  method: "get",
  path: "/info",
  tags: ["server"],
  summary: "what the store holds and what the server is",
  responses: { 200: json(Info, "figures") },
});

/** What the server is and holds. */
export const infoRoutes = ({ store, author }: Services) =>
  router().openapi(route, async (c) => {
    const { where, readers, ...info } = await store.info();
    const name = /^postgres/.test(where)
      ? where.replace(/^postgres(?:ql)?:\/\/[^@/]*@/, "postgres://")
      : where.split(/[\\/]/).at(-1)!;
    return c.json({ version, author, store: name, ...info, readers: [...readers] }, 200);
  });
