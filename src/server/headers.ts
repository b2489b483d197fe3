import type { MiddlewareHandler } from "hono";

/** What pages of the desk may load: their own files, nothing else; no inline script or style. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Answers that are data load nothing, even where a browser is made to show them. */
const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

const FIXED: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** Puts the security headers on every answer, errors too. */
export const securityHeaders = (): MiddlewareHandler => async (c, next) => {
  await next();
  // By the path, not the type: a 304 has no type, and its policy takes the place of the one that the page came with.
  const page = !c.req.path.startsWith("/api/") || c.req.path.startsWith("/api/docs");
  c.res.headers.set("Content-Security-Policy", page ? PAGE_POLICY : DATA_POLICY);
  for (const [name, value] of Object.entries(FIXED)) c.res.headers.set(name, value);
};
