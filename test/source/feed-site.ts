import { onTestFinished } from "vitest";
import { serve } from "./server.ts";

/** A site with a feed in every format, a page that names one, articles, and a robots.txt. */
export interface FeedSite {
  readonly origin: string;
  /** The paths that were asked for, in their order. */
  readonly asked: string[];
  /** What the RSS feed lists beside its usual articles. */
  readonly more: string[];
}

const article = (n: number): string => `<!doctype html><html><head><title>Call ${n}</title></head><body><article>
<h1>Call ${n}</h1><p>Ada Lind phoned Boris Vale on day ${n}, the ministry said in a long statement to the press.</p>
<p>They spoke of the ceasefire and of what is to follow from it in the coming weeks, number ${n}.</p></article></body></html>`;

const rss = (
  paths: readonly string[],
): string => `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire &amp; Co</title>
<link>/</link>${paths
  .map(
    (path) =>
      `<item><title>About ${path}</title><link>${path}#top</link><pubDate>Mon, 06 Jan 2025 23:01:00 +0100</pubDate><description><![CDATA[<p>A <b>call</b></p>]]></description></item>`,
  )
  .join("")}</channel></rss>`;

export async function feedSite(): Promise<FeedSite> {
  const asked: string[] = [];
  const more: string[] = [];
  const pages: { readonly [path: string]: () => readonly [type: string, body: string] } = {
    "/robots.txt": () => ["text/plain", "User-agent: *\nDisallow: /private\n\nUser-agent: other\nDisallow: /\n"],
    "/rss": () => ["application/rss+xml", rss(["/1", "/gone", "/private/2", "/3", ...more])],
    "/page": () => [
      "text/html",
      '<!doctype html><html><head><title>Site</title><link rel="alternate" type="application/rss+xml" href="/rss"></head><body>Hello</body></html>',
    ],
    "/list.opml": () => [
      "text/x-opml",
      '<opml version="2.0"><head><title>Two</title></head><body><outline text="g"><outline text="a" xmlUrl="/rss"/><outline text="b" xmlUrl="/none"/></outline></body></opml>',
    ],
    "/1": () => ["text/html", article(1)],
    "/private/2": () => ["text/html", article(2)],
    "/3": () => ["text/html", article(3)],
    "/4": () => ["text/html", article(4)],
  };
  const site = await serve((request, response) => {
    const path = request.url!;
    asked.push(path);
    const page = pages[path]?.();
    if (!page) return void response.writeHead(404).end();
    const etag = `"${page[1].length}"`;
    if (request.headers["if-none-match"] === etag) return void response.writeHead(304).end();
    const body =
      path === "/list.opml" ? page[1].replaceAll('xmlUrl="', `xmlUrl="http://${request.headers.host}`) : page[1];
    response.writeHead(200, { "Content-Type": page[0], ETag: etag }).end(body);
  });
  onTestFinished(() => site.close());
  return { origin: site.origin, asked, more };
}
