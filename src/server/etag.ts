import { createHash } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";

/** Answers that are kept for the next who asks: bytes of all, and of one at most. */
const KEPT = 32 * 1024 * 1024;
const LARGEST = 4 * 1024 * 1024;

/** What changes without the record: the stream, and which feeds are read. */
const NOT_KEPT = new Set(["/api/events", "/api/feeds"]);

interface Kept {
  readonly etag: string;
  readonly type: string;
  readonly body: ArrayBuffer;
}

/**
 * Gives answers a strong ETag from the hash of their content, and answers 304 without a body where the client has it.
 * An answer is kept and given again as long as `version` is the same, since nothing else than the record and the day
 * goes into it.
 */
export function etags(version: () => Promise<string>): MiddlewareHandler {
  const kept = new Map<string, Kept>();
  let keptVersion: string | undefined;
  let size = 0;
  return async (c, next) => {
    if (c.req.method !== "GET" || NOT_KEPT.has(c.req.path)) return next();
    const now = `${new Date().toISOString().slice(0, 10)} ${await version()}`;
    if (now !== keptVersion) {
      kept.clear();
      size = 0;
      keptVersion = now;
    }
    const { pathname, search } = new URL(c.req.url);
    const key = pathname + search;
    const known = kept.get(key);
    if (known) return answer(c, known);
    await next();
    const type = c.res.headers.get("Content-Type") ?? "";
    if (c.res.status !== 200 || !/^(?:application\/json|text\/calendar)\b/.test(type)) return;
    const body = await c.res.arrayBuffer();
    const made = { etag: etagOf(new Uint8Array(body)), type, body };
    if (body.byteLength <= LARGEST && keptVersion === now) {
      kept.set(key, made);
      size += body.byteLength;
    }
    for (const [old, { body: gone }] of kept) {
      if (size <= KEPT) break;
      kept.delete(old);
      size -= gone.byteLength;
    }
    c.res = undefined;
    c.res = answer(c, made);
  };
}

function answer(c: Context, { etag, type, body }: Kept): Response {
  const headers = { ETag: etag, "Cache-Control": "private, no-cache" };
  if (matches(c.req.header("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "Content-Type": type } });
}

/** A strong ETag of a content. */
export const etagOf = (content: Uint8Array): string =>
  `"${createHash("sha256").update(content).digest("base64url").slice(0, 27)}"`;

/** Whether an If-None-Match names the ETag; weak comparison, as RFC 9110 has it. */
export function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  return header.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === etag);
}
