import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import * as z from "zod";
import type { Told } from "../hub.ts";
import { LISTENERS } from "../limits.ts";
import { ProblemError } from "../problem.ts";
import { createRoute, router } from "../router.ts";
import type { Services } from "../services.ts";

/**
 * So often something is sent even where nothing is new, since proxies close what is silent, and the store is asked
 * whether another process changed it.
 */
const BEAT_MS = 10_000;

const NewsView = z
  .string()
  .describe(
    "server-sent events; `data` is JSON with `at` and the fields of the event: report-added {report, title, published}, change-made {layer, change, author, report, entry}, reading {name}, reading-failed {name, detail}, feed-read {address, items, added, failed}, store-changed {} (by another process)",
  );

const route = createRoute({
  method: "get",
  path: "/events",
  tags: ["server"],
  summary: "what is new, as it happens (server-sent events)",
  description: "After a break, Last-Event-ID gives what was missed, as far as it is kept (the last 200).",
  request: { headers: z.object({ "last-event-id": z.string().optional() }) },
  responses: { 200: { description: "the stream", content: { "text/event-stream": { schema: NewsView } } } },
});

/** The stream of what is new. */
export const eventRoutes = (services: Services) => router().openapi(route, (c) => stream(c, services));

function stream(c: Context, { hub, stop, store }: Services): Response {
  if (hub.listeners >= LISTENERS)
    throw new ProblemError("too-many", `${LISTENERS} listen already; close some pages of the desk.`);
  const last = Number(c.req.header("last-event-id") ?? Number.NaN);
  c.header("X-Accel-Buffering", "no");
  return streamSSE(c, async (sse) => {
    const waiting: Told[] = Number.isInteger(last) ? [...hub.since(last)] : [];
    let wake = (): void => {};
    const silence = hub.listen((told) => {
      waiting.push(told);
      wake();
    });
    const end = (): void => wake();
    stop.addEventListener("abort", end);
    sse.onAbort(end);
    try {
      await sse.writeSSE({ event: "hello", data: "{}", retry: 3000 });
      while (!stop.aborted && !sse.aborted) {
        for (const { id, at, news } of waiting.splice(0)) {
          const { type, ...fields } = news;
          await sse.writeSSE({ id: String(id), event: type, data: JSON.stringify({ at, ...fields }) });
        }
        const heard = await new Promise<boolean>((resolve) => {
          const timer = setTimeout(() => resolve(false), BEAT_MS);
          wake = () => {
            clearTimeout(timer);
            resolve(true);
          };
          if (waiting.length > 0 || stop.aborted || sse.aborted) wake();
        });
        if (heard) continue;
        await store.version().catch(() => {});
        await sse.write(": still here\n\n");
      }
    } finally {
      silence();
      stop.removeEventListener("abort", end);
    }
  });
}
