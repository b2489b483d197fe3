import { readFile, realpath } from "node:fs/promises";
import { extname, join, resolve, sep } from "node:path";
import type { Context, MiddlewareHandler } from "hono";
import { etagOf, matches } from "./etag.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".map": "application/json; charset=utf-8",
};

/** Vite puts a hash of the content into the names of these. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

/**
 * Serves the built web app. An address that names no file is one of the app's own views and gives its page; without a
 * build, a page says how to make one.
 */
export function webApp(folder: string): MiddlewareHandler {
  return async (c) => {
    const path = pathOf(c);
    const file = path === undefined ? undefined : await fileIn(folder, path);
    if (file) return send(c, file, extname(path!) || ".html", HASHED.test(path!));
    const isView = path !== undefined && extname(path) === "" && !path.startsWith("/assets/");
    const page = isView ? await fileIn(folder, "/index.html") : undefined;
    if (page) return send(c, page, ".html", false);
    const built = (await fileIn(folder, "/index.html")) !== undefined;
    return c.html(built ? NO_PAGE : NO_BUILD, 404);
  };
}

function pathOf(c: Context): string | undefined {
  try {
    const path = decodeURIComponent(new URL(c.req.url).pathname);
    if (/[\0\\]/.test(path) || path.split("/").some((part) => part.startsWith("."))) return undefined;
    return path === "/" ? "/index.html" : path;
  } catch {
    return undefined;
  }
}

/** The bytes of a file that lies in the folder, by its real path: links do not lead out. */
async function fileIn(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const root = await realpath(resolve(folder));
    const real = await realpath(join(root, path));
    if (!real.startsWith(root + sep)) return undefined;
    return new Uint8Array(await readFile(real));
  } catch {
    return undefined;
  }
}

function send(c: Context, bytes: Uint8Array<ArrayBuffer>, ending: string, hashed: boolean): Response {
  const etag = etagOf(bytes);
  c.header("ETag", etag);
  c.header("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
  if (matches(c.req.header("if-none-match"), etag)) return c.body(null, 304);
  return c.body(bytes, 200, { "Content-Type": TYPES[ending] ?? "application/octet-stream" });
}

const page = (title: string, text: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Chancery</title><link rel="stylesheet" href="/api/docs/style.css"></head>
<body><main><h1>${title}</h1>${text}<p>The API is here all the same: <a href="/api/docs">its documentation</a>.</p></main></body></html>
`;

const NO_BUILD = page(
  "The desk is not built yet",
  "<p>Its pages are made from <code>web/</code>. In the checkout, run <code>npm run build</code>, then load this page again.</p>",
);
const NO_PAGE = page("There is no such page", '<p>Begin at <a href="/">the desk</a>.</p>');
