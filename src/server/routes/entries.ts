import * as z from "zod";
import type { EntryFilter } from "../../store/index.ts";
import { pageOf, pagingShape } from "../paging.ts";
import { ProblemError } from "../problem.ts";
import { Flag, Many } from "../query.ts";
import { createRoute, json, router } from "../router.ts";
import { Count, Day, Entry, EntryKey, EntryType, ReportId } from "../schemas.ts";
import type { Services } from "../services.ts";

const filters = {
  type: Many(EntryType).describe("one or several types"),
  kind: Many(z.string().min(1)).describe("contact kinds, PLOVER types, statement modes"),
  status: Many(z.string().min(1)),
  medium: Many(z.string().min(1)),
  actor: Many(z.string().min(1)).describe("names of actors as the store has them; all must be in it"),
  place: z.string().min(1).optional(),
  since: Day.optional().describe("an entry without days counts on its report's day"),
  until: Day.optional(),
  dated: Flag.describe("only entries whose own days are known"),
  words: z.string().min(1).optional().describe("words of what it says or of who is in it"),
  topic: z.string().min(1).optional().describe("words of what it says alone"),
  report: ReportId.optional(),
  confirmed: Flag,
} as const;

const Filter = z.strictObject(filters);

const list = createRoute({
  method: "get",
  path: "/entries",
  tags: ["entries"],
  summary: "entries as they stand, the newest first",
  request: { query: z.strictObject({ ...filters, order: z.enum(["newest", "oldest"]).optional(), ...pagingShape }) },
  responses: { 200: json(pageOf(Entry), "a page of entries") },
});

const Facets = z.object({
  total: z.int(),
  counted: z.int().describe("how many were counted below: all, or the newest of more than 10,000"),
  types: z.array(Count),
  kinds: z.array(Count),
  statuses: z.array(Count),
  years: z.array(Count),
  actors: z.array(Count).describe("the 20 most frequent"),
});

const facets = createRoute({
  method: "get",
  path: "/entries/facets",
  tags: ["entries"],
  summary: "how many entries of a filter stand under each type, kind, status, year and actor",
  request: { query: Filter },
  responses: { 200: json(Facets, "the counts") },
});

const one = createRoute({
  method: "get",
  path: "/entries/{key}",
  tags: ["entries"],
  summary: "an entry as it stands",
  request: { params: z.object({ key: EntryKey }) },
  responses: { 200: json(Entry, "the entry") },
});

type Asked = z.output<typeof Filter>;

const filterOf = ({ type, kind, status, medium, actor, ...rest }: Asked): EntryFilter => ({
  ...rest,
  types: type,
  kinds: kind,
  statuses: status,
  mediums: medium,
  actors: actor,
});

/** Entries of all reports. */
export const entryRoutes = ({ store }: Services) =>
  router()
    .openapi(list, async (c) => {
      const { order, limit, after, ...asked } = c.req.valid("query");
      const page = await store.entries({ ...filterOf(asked), order, limit, after });
      return c.json(page as unknown as z.output<ReturnType<typeof pageOf<typeof Entry>>>, 200);
    })
    .openapi(facets, async (c) => {
      const filter = filterOf(c.req.valid("query"));
      const found = await store.facets(filter);
      const total = await store.countEntries(filter);
      return c.json({ total, ...found } as z.output<typeof Facets>, 200);
    })
    .openapi(one, async (c) => c.json(await standing(store, c.req.valid("param").key), 200));

/** The entry of a key as it stands. Throws a problem where there is none. */
export async function standing(store: Services["store"], key: string): Promise<z.output<typeof Entry>> {
  const entry = await store.entry(key);
  if (!entry) throw new ProblemError("not-found", `No entry ${key} stands; it may have been removed.`);
  return entry as unknown as z.output<typeof Entry>;
}
