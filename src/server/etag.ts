import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";

/**
 * Gives answers a strong ETag from the hash of their content, and answers 304 without a body where the client has it.
 * What is read is checked again each time: it may have been corrected.
 */
export const etags = (): MiddlewareHandler => async (c, next) => {
  await next();
  if (c.req.method !== "GET" || c.res.status !== 200) return;
  if (!/^(?:application\/json|text\/calendar)\b/.test(c.res.headers.get("Content-Type") ?? "")) return;
  const body = await c.res.arrayBuffer();
  const etag = etagOf(new Uint8Array(body));
  const headers = new Headers(c.res.headers);
  headers.set("ETag", etag);
  headers.set("Cache-Control", "private, no-cache");
  const known = matches(c.req.header("if-none-match"), etag);
  if (known) for (const name of ["Content-Type", "Content-Length"]) headers.delete(name);
  c.res = undefined;
  c.res = new Response(known ? null : body, { status: known ? 304 : 200, headers });
};

/** A strong ETag of a content. */
export const etagOf = (content: Uint8Array): string =>
  `"${createHash("sha256").update(content).digest("base64url").slice(0, 27)}"`;

/** Whether an If-None-Match names the ETag; weak comparison, as RFC 9110 has it. */
export function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  return header.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === etag);
}
