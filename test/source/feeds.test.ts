import { describe, expect, it } from "vitest";
import { feedContent } from "../../src/source/feed-text.ts";
import { loadItem, readFeeds } from "../../src/source/feeds.ts";
import { robotsOf } from "../../src/source/robots.ts";
import { Visitor } from "../../src/source/visitor.ts";
import { feedSite } from "./feed-site.ts";

const read = (text: string, base: string | null = "https://example.org/feed") => feedContent(Buffer.from(text), base);
const ONE = { title: "A & B", address: "https://example.org/1", published: "2025-01-06", summary: "Hi you" };

describe("a feed's items", () => {
  it.each([
    [
      "RSS",
      `<rss version="2.0"><channel><title>T</title><item><title>A &amp; B</title><link>/1#x</link>
       <pubDate>Mon, 06 Jan 2025 23:01:00 -0500</pubDate><description><![CDATA[<p>Hi <b>you</b></p>]]></description></item></channel></rss>`,
    ],
    [
      "Atom",
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title type="html">A &amp;amp; B</title>
       <link rel="self" href="/x"/><link href="/1"/><published>2025-01-06T23:00:00-05:00</published><updated>2025-02-01T00:00:00Z</updated>
       <summary>Hi you</summary></entry></feed>`,
    ],
    [
      "RDF",
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
       <channel><title>T</title></channel><item><title>A &amp; B</title><link>https://example.org/1</link><description>Hi you</description><dc:date>2025-01-06</dc:date></item></rdf:RDF>`,
    ],
    [
      "JSON Feed",
      `{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "url": "/1", "title": "A & B", "date_published": "2025-01-06T23:00:00Z", "summary": "Hi you"}]}`,
    ],
  ])("of %s", (_, text) => {
    expect(read(text)).toEqual({ title: "T", items: [ONE], feeds: [], kind: "feed" });
  });

  it("an item without a page, or on another protocol, is left out; one listed twice stands once", () => {
    const items = ["<item><title>x</title></item>", "<item><link>ftp://example.org/1</link></item>"];
    const again = '<item><guid isPermaLink="true">https://example.org/2</guid></item>';
    const { items: found } = read(`<rss version="2.0"><channel>${items.join("")}${again}${again}</channel></rss>`);
    expect(found).toEqual([{ title: null, address: "https://example.org/2", published: null, summary: null }]);
  });

  it("a list of feeds, and a page that names one", () => {
    const list = '<opml version="2.0"><body><outline text="g"><outline text="a" xmlUrl="/f"/></outline></body></opml>';
    expect(read(list)).toMatchObject({ kind: "list", feeds: [{ title: "a", address: "https://example.org/f" }] });
    const page =
      '<html><head><link rel="Alternate" type="application/atom+xml" href="f.atom" title="News"></head></html>';
    expect(read(page)).toMatchObject({
      kind: "page",
      feeds: [{ title: "News", address: "https://example.org/f.atom" }],
    });
  });

  it.each(["hello", "<rss><channel>", "{", "<html><body>Nothing here</body></html>"])("%s is no feed", (text) => {
    expect(() => read(text)).toThrow(/feed/);
  });
});

describe("robots.txt", () => {
  const robots = robotsOf(
    "User-agent: a\nUser-agent: Chancery\nDisallow: /x\nAllow: /x/y\nDisallow: /*.pdf$\nCrawl-delay: 2\n\nUser-agent: *\nDisallow: /",
    "chancery",
  );
  it.each([
    ["/", true],
    ["/x", false],
    ["/x/y", true],
    ["/a/b.pdf", false],
    ["/a/b.pdf?c", true],
    ["/robots.txt", true],
  ])("%s: %s", (path, allowed) => {
    expect(robots.allows(`https://example.org${path}`)).toBe(allowed);
  });

  it("the delay; an empty rule allows all; without an own group, that of all counts", () => {
    expect(robots.delay).toBe(2);
    expect(robotsOf("User-agent: *\nDisallow:", "chancery").allows("https://example.org/x")).toBe(true);
    expect(robotsOf("User-agent: *\nDisallow: /x", "chancery").allows("https://example.org/x")).toBe(false);
  });
});

describe("reading a feed", () => {
  it("takes what the page does not say from the feed; robots.txt is asked for once", async () => {
    const { origin, asked } = await feedSite();
    const visitor = new Visitor({ delay: 0, allowPrivate: true });
    const [feed] = await readFeeds(`${origin}/page`, visitor);
    if (!feed || "error" in feed) throw new Error("no feed");
    expect(feed).toMatchObject({ address: `${origin}/rss`, title: "Wire & Co", unchanged: false });
    expect(await loadItem(feed.items[0]!, visitor)).toMatchObject({
      title: "Call 1",
      published: "2025-01-06",
      address: `${origin}/1`,
    });
    await expect(loadItem(feed.items[2]!, visitor)).rejects.toThrow("robots.txt");
    await expect(loadItem(feed.items[1]!, visitor)).rejects.toThrow("404");
    expect(asked).toEqual(["/page", "/rss", "/robots.txt", "/1", "/gone"]);
    const [again] = await readFeeds(feed.address!, visitor, feed.validators);
    expect(again).toMatchObject({ unchanged: true, items: [] });
  });

  it("of a list, a feed that is dead stands as an error", async () => {
    const { origin } = await feedSite();
    const feeds = await readFeeds(`${origin}/list.opml`, new Visitor({ delay: 0, allowPrivate: true }));
    expect(feeds).toMatchObject([{ title: "Wire & Co" }, { address: `${origin}/none`, error: { status: 404 } }]);
  });

  it("waits between two requests to one host, and refuses private ones", async () => {
    const { origin } = await feedSite();
    const visitor = new Visitor({ delay: 60, allowPrivate: true });
    const start = performance.now();
    await Promise.all([visitor.fetch(`${origin}/1`), visitor.fetch(`${origin}/3`), visitor.visit(`${origin}/4`)]);
    expect(performance.now() - start).toBeGreaterThan(3 * 60 - 5);
    await expect(readFeeds(`${origin}/rss`, new Visitor({ delay: 0 }))).rejects.toThrow("loopback");
  });
});
