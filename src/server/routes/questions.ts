import * as z from "zod";
import {
  ask as askQuestion,
  brief,
  find,
  last,
  log,
  positions,
  questions,
  relation,
  said,
  sums,
  today,
  upcoming,
  why,
} from "../../desk/questions/index.ts";
import type { Question } from "../../desk/questions/question.ts";
import { asQuery } from "../query.ts";
import { createRoute, json, router } from "../router.ts";
import type { Services } from "../services.ts";

/** The route of a question, its input as a query string. */
const routeOf = <Name extends string, Input extends z.ZodObject, Output extends z.ZodType>(
  name: Name,
  question: Question<Input, Output>,
) =>
  createRoute({
    method: "get",
    path: `/questions/${name}` as const,
    tags: ["questions"],
    summary: question.summary,
    request: { query: asQuery(question.input) },
    responses: { 200: json(question.output, "the answer with its evidence") },
  });

const List = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      summary: z.string(),
      address: z.string(),
      input: z.record(z.string(), z.unknown()).describe("JSON Schema"),
    }),
  ),
});

const list = createRoute({
  method: "get",
  path: "/questions",
  tags: ["questions"],
  summary: "all questions that can be asked, with what they take",
  responses: { 200: json(List, "the questions") },
});

/** Every question of the command line; `check`, which takes a text, is among the ways in for reports. */
export function questionRoutes({ ask }: Services) {
  return router()
    .openapi(list, (c) => c.json(listed(), 200))
    .openapi(routeOf("last", last), async (c) => c.json(await ask(last, c.req.valid("query")), 200))
    .openapi(routeOf("log", log), async (c) => c.json(await ask(log, c.req.valid("query")), 200))
    .openapi(routeOf("upcoming", upcoming), async (c) => c.json(await ask(upcoming, c.req.valid("query")), 200))
    .openapi(routeOf("today", today), async (c) => c.json(await ask(today, c.req.valid("query")), 200))
    .openapi(routeOf("positions", positions), async (c) => c.json(await ask(positions, c.req.valid("query")), 200))
    .openapi(routeOf("said", said), async (c) => c.json(await ask(said, c.req.valid("query")), 200))
    .openapi(routeOf("sums", sums), async (c) => c.json(await ask(sums, c.req.valid("query")), 200))
    .openapi(routeOf("relation", relation), async (c) => c.json(await ask(relation, c.req.valid("query")), 200))
    .openapi(routeOf("find", find), async (c) => c.json(await ask(find, c.req.valid("query")), 200))
    .openapi(routeOf("why", why), async (c) => c.json(await ask(why, c.req.valid("query")), 200))
    .openapi(routeOf("ask", askQuestion), async (c) => c.json(await ask(askQuestion, c.req.valid("query")), 200))
    .openapi(routeOf("brief", brief), async (c) => c.json(await ask(brief, c.req.valid("query")), 200));
}

const listed = (): z.output<typeof List> => ({
  items: questions.map(({ name, summary, input }) => ({
    name,
    summary,
    address: `/api/questions/${name}`,
    input: z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as { [key: string]: unknown },
  })),
});
