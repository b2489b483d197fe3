import { bodyLimit } from "hono/body-limit";
import * as z from "zod";
import { check } from "../../desk/questions/index.ts";
import type { Report } from "../../source/report.ts";
import { textContent } from "../../source/text.ts";
import type { Added } from "../intake.ts";
import { MEGABYTE, UPLOAD } from "../limits.ts";
import { Problem, ProblemError, problemOf } from "../problem.ts";
import { createRoute, json, jsonBody, router } from "../router.ts";
import { Day } from "../schemas.ts";
import type { Services } from "../services.ts";
import { uploaded } from "../upload.ts";

export const AddedView = z.object({
  id: z.string().describe("id of the report"),
  new: z.boolean().describe("false: the store had it; nothing was changed"),
  title: z.string().nullable(),
  published: z.string().nullable(),
  entries: z
    .object({ contact: z.int(), statement: z.int(), event: z.int(), sum: z.int() })
    .nullable()
    .describe("how many were read; null where it was there already"),
});

const Pasted = z.strictObject({
  text: z.string().min(1).describe("plain text"),
  title: z.string().trim().max(500).nullish(),
  published: Day.nullish(),
  publisher: z.string().trim().max(200).nullish(),
  address: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullish()
    .describe("where it stands; it is not fetched"),
});

const paste = createRoute({
  method: "post",
  path: "/reports",
  tags: ["reports"],
  summary: "add a report from its text",
  request: { body: jsonBody(Pasted) },
  responses: { 200: json(AddedView, "the store had it already"), 201: json(AddedView, "read and kept") },
});

const fetched = createRoute({
  method: "post",
  path: "/reports/fetch",
  tags: ["reports"],
  summary: "add a report from an http or https address; private hosts are refused",
  request: {
    body: jsonBody(z.strictObject({ address: z.url({ protocol: /^https?$/ }).max(2000), published: Day.nullish() })),
  },
  responses: { 200: json(AddedView, "the store had it already"), 201: json(AddedView, "read and kept") },
});

const Outcome = z.object({
  name: z.string().describe("of the file"),
  added: AddedView.nullable(),
  problem: Problem.nullable().describe("why it could not be read"),
});

const upload = createRoute({
  method: "post",
  path: "/reports/upload",
  tags: ["reports"],
  summary: `add reports from files (text, HTML, PDF), ${UPLOAD.files} and ${UPLOAD.all / MEGABYTE} MB at most`,
  description: "One file that cannot be read does not stop the others; the answer says what became of each.",
  request: {
    body: {
      required: true,
      content: {
        "multipart/form-data": {
          schema: z.object({
            file: z
              .any()
              .openapi({ type: "array", items: { type: "string", contentMediaType: "application/octet-stream" } }),
            published: z
              .string()
              .optional()
              .openapi({ format: "date", description: "of all files; a page's own date is used without it" }),
          }),
        },
      },
    },
  },
  responses: { 200: json(z.object({ outcomes: z.array(Outcome) }), "what became of each file") },
});

const testClaims = createRoute({
  method: "post",
  path: "/questions/check",
  tags: ["questions"],
  summary: check.summary,
  description: "Reads the text without keeping it. A report that is kept is tested at /api/reports/{id}/check.",
  request: { body: jsonBody(Pasted) },
  responses: { 200: json(check.output, "the claims with their verdicts") },
});

/** Ways in for reports, each with its limit of size. */
export function addingRoutes({ ask, intake }: Services) {
  const routes = router();
  routes.use("/reports/upload", limited(UPLOAD.all));
  for (const path of ["/reports", "/reports/fetch", "/questions/check"]) routes.use(path, limited(UPLOAD.text));
  return routes
    .openapi(paste, async (c) => {
      const report = reportOf(c.req.valid("json"));
      return answer(c, await intake.add(report.title ?? "pasted text", report));
    })
    .openapi(fetched, async (c) => {
      const { address, published } = c.req.valid("json");
      return answer(c, await intake.load(address, address, { published: published ?? undefined }));
    })
    .openapi(upload, async (c) => {
      const { files, published } = await uploaded(c.req);
      const outcomes: z.output<typeof Outcome>[] = [];
      for (const { name, bytes, contentType } of files) {
        try {
          const from = { bytes, name, ...(contentType ? { contentType } : {}) };
          outcomes.push({ name, added: viewOf(await intake.load(name, from, { published })), problem: null });
        } catch (error) {
          const problem = problemOf(error);
          if (problem.status === 503) throw error;
          outcomes.push({ name, added: null, problem });
        }
      }
      return c.json({ outcomes }, 200);
    })
    .openapi(testClaims, async (c) => {
      const { report, record } = await intake.read(reportOf(c.req.valid("json")));
      const { text, title, published } = report;
      return c.json(await ask(check, { text, title, published, record }), 200);
    });
}

/** A limit on the bytes of a body. */
export const limited = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError() {
      throw new ProblemError("too-large", `The body may hold ${maxSize / MEGABYTE} MB at most.`);
    },
  });

function reportOf({ text, title, published, publisher, address }: z.output<typeof Pasted>): Report {
  const content = textContent(text);
  return {
    ...content,
    kind: "text",
    title: title || content.title,
    published: published ?? content.published,
    publisher: publisher || null,
    address: address ?? null,
  };
}

/** What was added, as answers show it. */
export const viewOf = ({ kept, item }: Added): z.output<typeof AddedView> => ({
  id: kept.id,
  new: kept.new,
  title: item?.report.title ?? null,
  published: item?.report.published ?? null,
  entries: item && {
    contact: item.record.contacts.length,
    statement: item.record.statements.length,
    event: item.record.events.length,
    sum: item.record.money.length,
  },
});

function answer<
  C extends {
    json: (body: z.output<typeof AddedView>, status: 200 | 201) => R;
    header: (name: string, value: string) => void;
  },
  R,
>(c: C, added: Added): R {
  if (added.kept.new) c.header("Location", `/api/reports/${added.kept.id}`);
  return c.json(viewOf(added), added.kept.new ? 201 : 200);
}
