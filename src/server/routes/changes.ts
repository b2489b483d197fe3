import * as z from "zod";
import type { AnyEntry, Change } from "../../store/index.ts";
import { pageIn, pageOf, pagingShape } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { Flag } from "../query.ts";
import { createRoute, json, jsonBody, router } from "../router.ts";
import { Entry, EntryKey, EntryType, Layer, ReportId } from "../schemas.ts";
import type { Services } from "../services.ts";
import { entryFromSpan } from "../span-entry.ts";
import { known } from "./reports.ts";

const name = z.string().trim().min(1).max(200);
const author = name.optional().describe("who changes it; else the header X-Chancery-Author");
const reason = z.string().trim().min(1).max(2000);
const by = { author, reason: reason.describe("why") };

const ChangeBody = z
  .discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("correct"),
      key: EntryKey,
      field: z.string().min(1).describe("a field of the entry, such as date or status"),
      becomes: z.unknown().describe("the right value, in the record's form"),
      ...by,
    }),
    z.strictObject({ type: z.literal("confirm"), key: EntryKey, author, reason: reason.default("It is as was read.") }),
    z.strictObject({ type: z.literal("remove"), key: EntryKey, ...by }),
    z.strictObject({
      type: z.literal("add"),
      report: ReportId,
      entryType: EntryType,
      spans: z
        .array(z.strictObject({ from: z.int().min(0), to: z.int().min(1) }))
        .min(1)
        .max(20)
        .describe("the words of the report that it rests on, as offsets into its text"),
      values: z
        .record(z.string(), z.unknown())
        .describe("fields of the entry; those left out are null, empty or usual"),
      ...by,
    }),
    z.strictObject({ type: z.literal("merge"), names: z.array(name).min(1).max(100), into: name, ...by }),
    z.strictObject({
      type: z.literal("split"),
      name,
      into: name,
      reports: z.array(ReportId).min(1).max(1000),
      ...by,
    }),
    z.strictObject({
      type: z.literal("undo"),
      layer: z.int().min(1).describe("id of the change"),
      author,
      reason: reason.default("Undone."),
    }),
  ])
  .describe("correct a value, confirm, remove or add an entry, merge or split actors, or undo a change");

const Changed = z.object({
  layer: Layer,
  entry: Entry.nullable().describe("the entry that it was about, as it stands now; null where there is none"),
});

const make = createRoute({
  method: "post",
  path: "/changes",
  tags: ["changes"],
  summary: "correct, confirm, remove, add, merge, split or undo",
  request: {
    headers: z.object({
      "x-chancery-author": z.string().optional().describe("who changes it, percent-encoded where not plain ASCII"),
    }),
    body: jsonBody(ChangeBody),
  },
  responses: { 201: json(Changed, "the change, laid over what was read") },
});

const list = createRoute({
  method: "get",
  path: "/changes",
  tags: ["changes"],
  summary: "what people changed, the newest first",
  request: {
    query: z.strictObject({
      report: ReportId.optional(),
      author: z.string().min(1).optional(),
      type: z.string().min(1).optional().describe("correct, confirm, remove, add, merge, split or undo"),
      active: Flag.describe("false: only what was undone"),
      ...pagingShape,
    }),
  },
  responses: { 200: json(pageOf(Layer), "a page of changes") },
});

const Misfits = z.object({
  items: z.array(
    z.object({ layer: z.int(), report: z.string(), problem: z.enum(["gone", "changed"]), message: z.string() }),
  ),
});

const misfits = createRoute({
  method: "get",
  path: "/changes/misfits",
  tags: ["changes"],
  summary: "changes that no longer fit what is read now; a person must look",
  responses: { 200: json(Misfits, "the changes") },
});

/** What people change. */
export const changeRoutes = ({ store, author: usual }: Services) =>
  router()
    .openapi(misfits, async (c) => c.json({ items: [...(await store.misfits())] }, 200))
    .openapi(list, async (c) => {
      const { report, author: who, type, active, ...paging } = c.req.valid("query");
      const whole = report === undefined ? undefined : (await known(store, report)).id;
      const all = (await store.layers({ report: whole }))
        .filter((layer) => who === undefined || layer.author === who)
        .filter((layer) => type === undefined || layer.body.type === type)
        .filter((layer) => active === undefined || layer.active === active)
        .reverse();
      const page = pageIn(all, (layer) => String(layer.id), paging);
      return c.json(page as z.output<ReturnType<typeof pageOf<typeof Layer>>>, 200);
    })
    .openapi(make, async (c) => {
      const body = c.req.valid("json");
      const who = body.author ?? decoded(c.req.valid("header")["x-chancery-author"]) ?? usual;
      if (!who)
        throw new ProblemError(
          "invalid-values",
          "Say who makes the change: `author` in the body, or the header X-Chancery-Author.",
        );
      const layer = await store.change(await changeOf(store, body), { author: who, reason: body.reason });
      const key = keyOf(layer.body);
      const entry = key === null ? null : await store.entry(key);
      return c.json({ layer, entry } as unknown as z.output<typeof Changed>, 201);
    });

async function changeOf(store: Services["store"], body: z.output<typeof ChangeBody>): Promise<Change> {
  switch (body.type) {
    case "add": {
      const report = await known(store, body.report);
      const entry = entryFromSpan(report.report.text, body.entryType, body.spans, body.values);
      return { type: "add", report: report.id, entryType: body.entryType, entry: entry as AnyEntry };
    }
    case "split": {
      const reports = await Promise.all(body.reports.map(async (id) => (await known(store, id)).id));
      return { type: "split", name: body.name, into: body.into, reports };
    }
    case "merge":
      return { type: "merge", names: body.names, into: body.into };
    case "undo": {
      if (!(await store.layers()).some(({ id }) => id === body.layer))
        throw new ProblemError("not-found", `There is no change ${body.layer}.`);
      return { type: "undo", layer: body.layer };
    }
    default: {
      if (!(await store.entry(body.key)))
        throw new ProblemError("not-found", `No entry ${body.key} stands; it may have been removed.`);
      if (body.type !== "correct") return { type: body.type, key: body.key };
      return { type: "correct", key: body.key, field: body.field, becomes: body.becomes };
    }
  }
}

function keyOf(body: { readonly type: string }): string | null {
  if ("target" in body) return (body.target as { readonly key: string }).key;
  return "key" in body ? (body.key as string) : null;
}

/** A header may hold only Latin-1; names of other letters come percent-encoded. */
function decoded(header: string | undefined): string | undefined {
  if (!header?.trim()) return undefined;
  try {
    return name.parse(decodeURIComponent(header));
  } catch {
    throw new ProblemError(
      "invalid-values",
      "X-Chancery-Author must be a name of 200 characters at most, percent-encoded.",
    );
  }
}
