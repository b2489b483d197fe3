import * as z from "zod";
import { MOST_ITEMS } from "../../intake/feeds.ts";
import type { KeptFeed } from "../../store/index.ts";
import type { FeedReading } from "../feed-reader.ts";
import { BODY } from "../limits.ts";
import { Problem, ProblemError, problemOf } from "../problem.ts";
import { createRoute, json, jsonBody, router } from "../router.ts";
import type { Services } from "../services.ts";
import { AddedView, limited, viewOf } from "./adding.ts";

const Address = z.url({ protocol: /^https?$/ }).max(2000);
const Most = z.int().min(1).max(500).default(MOST_ITEMS).describe("the most items of a feed that are looked at");

const FeedView = z.object({
  id: z.int(),
  address: z.string(),
  title: z.string().nullable(),
  addedAt: z.string().describe("ISO instant"),
  readAt: z.string().nullable().describe("ISO instant at which it was read last"),
  problem: z.string().nullable().describe("why it could not be read last time"),
});

const Reading = z.object({
  address: z.string(),
  title: z.string().nullable(),
  items: z.int().describe("how many it lists, also beyond those that were looked at"),
  unchanged: z.boolean().describe("its server said that nothing changed since it was read last"),
  outcomes: z.array(
    z.object({
      name: z.string().describe("the item's title, else its address"),
      address: z.string(),
      published: z.string().nullable().describe("as the feed has it"),
      added: AddedView.nullable(),
      problem: Problem.nullable().describe("why its page could not be read"),
    }),
  ),
  problem: Problem.nullable().describe("why the feed itself could not be read; only of a list's feeds"),
});

const Readings = z.object({ feeds: z.array(Reading).describe("one, or all feeds of a list (OPML)") });
const Feeds = z.object({ items: z.array(FeedView) });
const id = z.object({ id: z.coerce.number<string>().int().positive() });

const readNow = createRoute({
  method: "post",
  path: "/feeds/read",
  tags: ["feeds"],
  summary: "add the reports that a feed lists (RSS, Atom, JSON Feed, OPML, or a page that names one)",
  description:
    "Every page is fetched politely: one at a time, with a delay, and only what robots.txt allows. What the store has by its address is not fetched again; one item that cannot be read does not stop the others.",
  request: { body: jsonBody(z.strictObject({ address: Address, most: Most })) },
  responses: { 200: json(Readings, "what became of each item") },
});

const list = createRoute({
  method: "get",
  path: "/feeds",
  tags: ["feeds"],
  summary: "feeds that are read again every 30 minutes while the server runs",
  responses: { 200: json(Feeds, "the feeds in the order in which they were added") },
});

const add = createRoute({
  method: "post",
  path: "/feeds",
  tags: ["feeds"],
  summary: "keep a feed, to be read again and again; its items are read at the next reading",
  request: { body: jsonBody(z.strictObject({ address: Address })) },
  responses: { 201: json(Feeds, "the feeds that were found there: one, or those of a list") },
});

const remove = createRoute({
  method: "delete",
  path: "/feeds/{id}",
  tags: ["feeds"],
  summary: "read a feed no more; reports that it gave stay",
  request: { params: id },
  responses: { 204: { description: "it is gone" } },
});

const readKept = createRoute({
  method: "post",
  path: "/feeds/{id}/read",
  tags: ["feeds"],
  summary: "read a feed that is kept now",
  request: {
    params: id,
    query: z.strictObject({ most: z.coerce.number<string>().pipe(z.int().min(1).max(500)).optional() }),
  },
  responses: { 200: json(Readings, "what became of each item") },
});

/** Feeds: read once, or kept and read again. */
export function feedRoutes({ store, feeds }: Services) {
  const routes = router();
  for (const path of ["/feeds", "/feeds/*"]) routes.use(path, limited(BODY));
  const known = async (wanted: number): Promise<KeptFeed> => {
    const feed = (await store.feeds()).find((one) => one.id === wanted);
    if (!feed) throw new ProblemError("not-found", `No feed ${wanted} is kept.`);
    return feed;
  };
  return routes
    .openapi(readNow, async (c) => {
      const { address, most } = c.req.valid("json");
      return c.json({ feeds: (await feeds.read(address, most)).map(readingView) }, 200);
    })
    .openapi(list, async (c) => c.json({ items: (await store.feeds()).map(feedView) }, 200))
    .openapi(add, async (c) => c.json({ items: (await feeds.keep(c.req.valid("json").address)).map(feedView) }, 201))
    .openapi(remove, async (c) => {
      const feed = await known(c.req.valid("param").id);
      await store.removeFeed(feed.id);
      return c.body(null, 204);
    })
    .openapi(readKept, async (c) => {
      const feed = await known(c.req.valid("param").id);
      return c.json({ feeds: (await feeds.readKept(feed, c.req.valid("query").most)).map(readingView) }, 200);
    });
}

const feedView = ({ id, address, title, addedAt, readAt, problem }: KeptFeed): z.output<typeof FeedView> => ({
  id,
  address,
  title,
  addedAt,
  readAt,
  problem,
});

const readingView = ({ outcomes, error, ...feed }: FeedReading): z.output<typeof Reading> => ({
  ...feed,
  problem: error === undefined ? null : problemOf(error),
  outcomes: outcomes.map((one) => {
    const { title, address, published } = one.item;
    const known = "kept" in one ? { ...viewOf({ kept: one.kept, item: null }), title, published } : null;
    return {
      name: title ?? address,
      address,
      published,
      added: "added" in one ? viewOf(one.added) : known,
      problem: "error" in one ? problemOf(one.error) : null,
    };
  }),
});
