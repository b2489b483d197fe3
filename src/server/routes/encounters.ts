import * as z from "zod";
import { why } from "../../desk/questions/index.ts";
import { EncounterView } from "../../desk/questions/schemas.ts";
import { encounterView } from "../../desk/questions/views.ts";
import { inNewestOrder } from "../../desk/questions/when.ts";
import { encounterFilter, filterEncounters } from "../filter-encounters.ts";
import { pageIn, pageOf, pagingShape } from "../paging.ts";

import { ProblemError } from "../problem.ts";
import { createRoute, json, router } from "../router.ts";
import type { Services } from "../services.ts";

const list = createRoute({
  method: "get",
  path: "/encounters",
  tags: ["encounters"],
  summary: "real-world contacts, each merged from the entries of several reports",
  request: {
    query: z.strictObject({
      ...encounterFilter,
      order: z.enum(["newest", "oldest"]).default("newest"),
      ...pagingShape,
    }),
  },
  responses: { 200: json(pageOf(EncounterView).extend({ total: z.int() }), "a page of encounters") },
});

const EncounterDetail = why.output.extend({
  contradictions: z.array(z.object({ field: z.string(), values: z.array(z.string()), message: z.string() })),
  entries: z
    .array(
      z.object({ report: z.string(), published: z.string().nullable(), entry: z.string(), key: z.string().nullable() }),
    )
    .describe("what it was made of; `key` names the entry for corrections"),
});

const one = createRoute({
  method: "get",
  path: "/encounters/{id}",
  tags: ["encounters"],
  summary: "an encounter with its life, its contradictions, who says what of it, and why its entries are one",
  request: {
    params: z.object({ id: z.string().regex(/^x[0-9a-f]{3,12}$/, "it must be an id such as x1234567890ab") }),
  },
  responses: { 200: json(EncounterDetail, "the encounter") },
});

/** Encounters of the whole record. */
export const encounterRoutes = (services: Services) =>
  router()
    .openapi(list, async (c) => {
      const { limit, after, order, ...asked } = c.req.valid("query");
      const desk = await services.desk();
      const all = inNewestOrder(filterEncounters(desk, asked));
      if (order === "oldest") all.reverse();
      const { items, next } = pageIn(all, ({ id }) => id, { limit, after });
      const views = await services.cite(items.map((encounter) => encounterView(desk, encounter)));
      return c.json({ items: views, next, total: all.length }, 200);
    })
    .openapi(one, async (c) => {
      const { id } = c.req.valid("param");
      const desk = await services.desk();
      if (!desk.encounters.some((encounter) => encounter.id.startsWith(id)))
        throw new ProblemError("not-found", `No encounter ${id} is in the record.`);
      const answer = await services.ask(why, { encounter: id });
      const encounter = desk.encounter(answer.encounter.id)!;
      const keys = await keysOf(services, new Set(encounter.entries.map(({ report }) => report)));
      return c.json(
        {
          ...answer,
          contradictions: encounter.contradictions.map((one) => ({ ...one, values: [...one.values] })),
          entries: encounter.entries.map(({ report, published, contact }) => ({
            report,
            published,
            entry: contact.id,
            key: keys.get(`${report} ${contact.id}`) ?? null,
          })),
        },
        200,
      );
    });

/** Keys of the contacts of reports, by report and id. */
async function keysOf({ store }: Services, reports: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  for (const report of reports)
    for await (const { key, entry } of store.eachEntry({ report, types: ["contact"] }))
      keys.set(`${report} ${entry.id}`, key);
  return keys;
}
