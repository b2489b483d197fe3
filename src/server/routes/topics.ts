import * as z from "zod";
import { ActorRef } from "../../desk/questions/schemas.ts";
import { actorRef } from "../../desk/questions/who.ts";
import { countsOf } from "../network.ts";
import { Int } from "../query.ts";
import { createRoute, json, router } from "../router.ts";
import { Day } from "../schemas.ts";
import type { Services } from "../services.ts";
import { topicCounts } from "../topics.ts";

const Topics = z.object({
  items: z.array(
    z.object({
      topic: z.string().describe("as `said` and `positions` take it"),
      parent: z.string().nullable().describe("a wider topic that takes this one in; its counts do not"),
      statements: z.int(),
      contacts: z.int().describe("encounters"),
      newest: z.string().nullable().describe("day of the newest statement, or of the last report of an encounter"),
      actors: z.array(ActorRef.extend({ statements: z.int() })).describe("who spoke most on it"),
    }),
  ),
});

const route = createRoute({
  method: "get",
  path: "/topics",
  tags: ["summaries"],
  summary: "topics of the record, with how many statements and contacts, and who spoke most on each",
  request: {
    query: z.strictObject({
      since: Day.optional(),
      until: Day.optional(),
      actors: Int(z.int().min(0).max(50).default(5)).describe("the most actors of each topic"),
    }),
  },
  responses: { 200: json(Topics, "topics of lexicon/topics.tsv, those with most statements and contacts first") },
});

/** What the record is about. */
export const topicRoutes = (services: Services) =>
  router().openapi(route, async (c) => {
    const { since = null, until = null, actors: most } = c.req.valid("query");
    const desk = await services.desk();
    const items = (await topicCounts(desk, since, until)).map(({ actors, ...topic }) => ({
      ...topic,
      actors: countsOf(actors, "count")
        .slice(0, most)
        .map(({ value, count }) => ({ ...actorRef(desk, value), statements: count })),
    }));
    return c.json({ items }, 200);
  });
