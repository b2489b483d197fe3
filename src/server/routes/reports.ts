import * as z from "zod";
import { check } from "../../desk/questions/index.ts";
import type { StoredReport } from "../../store/index.ts";
import { pageOf, pagingShape } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { createRoute, json, router } from "../router.ts";
import { Day, Layer, Report, ReportId, ReportSummary } from "../schemas.ts";
import type { Services } from "../services.ts";

const id = z.object({ id: ReportId });

const list = createRoute({
  method: "get",
  path: "/reports",
  tags: ["reports"],
  summary: "reports without their texts, the newest first",
  request: {
    query: z.strictObject({
      words: z
        .string()
        .min(1)
        .optional()
        .describe('words that must all be there; "several words" in a row; word* ; -word'),
      actor: z.string().min(1).optional().describe("name of an actor as the store has it"),
      since: Day.optional(),
      until: Day.optional(),
      order: z.enum(["newest", "oldest"]).optional(),
      ...pagingShape,
    }),
  },
  responses: { 200: json(pageOf(ReportSummary), "a page of reports") },
});

const one = createRoute({
  method: "get",
  path: "/reports/{id}",
  tags: ["reports"],
  summary: "a report with its text, its record and its entries as they stand",
  request: { params: id },
  responses: { 200: json(Report, "the report") },
});

const changes = createRoute({
  method: "get",
  path: "/reports/{id}/changes",
  tags: ["reports", "changes"],
  summary: "the history of a report: all that people changed in it, the oldest first",
  request: { params: id },
  responses: { 200: json(z.object({ items: z.array(Layer) }), "the layers") },
});

const claims = createRoute({
  method: "get",
  path: "/reports/{id}/check",
  tags: ["reports", "questions"],
  summary: "test the claims of a kept report by the rest of the record",
  request: { params: id },
  responses: { 200: json(check.output, "the claims with their verdicts") },
});

/** Reports and what belongs to one. */
export const reportRoutes = ({ store, ask }: Services) =>
  router()
    .openapi(list, async (c) => {
      const page = await store.reports(c.req.valid("query"));
      return c.json(page as z.output<ReturnType<typeof pageOf<typeof ReportSummary>>>, 200);
    })
    .openapi(one, async (c) => {
      const { report, ...more } = await known(store, c.req.valid("param").id);
      const { text, notes } = report;
      return c.json({ ...more, text, notes } as unknown as z.output<typeof Report>, 200);
    })
    .openapi(changes, async (c) => {
      const { id: report } = await known(store, c.req.valid("param").id);
      const items = await store.layers({ report });
      return c.json({ items } as z.output<typeof LayerList>, 200);
    })
    .openapi(claims, async (c) => {
      const { report, record, title, published } = await known(store, c.req.valid("param").id);
      return c.json(await ask(check, { text: report.text, title, published, record }), 200);
    });

const LayerList = z.object({ items: z.array(Layer) });

/** The report of an id. Throws a problem where there is none. */
export async function known(store: Services["store"], id: string): Promise<StoredReport> {
  const report = await store.report(id);
  if (!report) throw new ProblemError("not-found", `No report ${id.slice(0, 12)} is in the store.`);
  return report;
}
