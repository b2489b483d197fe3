import { parseFeed, parseOpml } from "feedsmith";
import { parseHTML } from "linkedom";
import { InputError } from "../record/errors.ts";
import { metadataDate } from "./dates.ts";
import { decode } from "./decode.ts";
import type { Page } from "./dom.ts";

/** An article that a feed lists. */
export interface FeedItem {
  readonly title: string | null;
  readonly address: string;
  /** ISO day, in the feed's own time zone. */
  readonly published: string | null;
  /** Plain text. */
  readonly summary: string | null;
}

/** What a feed, a list of feeds or a page that names feeds holds. */
export interface FeedContent {
  readonly title: string | null;
  readonly items: readonly FeedItem[];
  /** The feeds of a list (OPML) or of a page, whose items these are not. */
  readonly feeds: readonly { readonly address: string; readonly title: string | null }[];
  readonly kind: "feed" | "list" | "page";
}

const MOST_ITEMS = 1000;
const LONGEST = 2000;

/**
 * Reads RSS, Atom, RDF, JSON Feed or OPML, or the feeds that an HTML page names. `base` is the address they came from.
 * Throws InputError where it is none of them.
 */
export function feedContent(bytes: Uint8Array, base: string | null, charset?: string): FeedContent {
  const { text } = decode(bytes, { charset, html: true });
  const start = text.slice(0, 4096);
  if (/<opml\b/i.test(start)) return listOf(text, base);
  if (/<(?:rss|feed|rdf:RDF)\b/i.test(start) || /^\s*\{/.test(start)) return itemsOf(text, base);
  if (/<(?:!doctype html|html|head|body|link|meta)\b/i.test(start)) return pageOf(text, base);
  throw new InputError("This is no feed: neither RSS, Atom, JSON Feed, OPML, nor a page that names one.");
}

type Loose = { readonly [key: string]: unknown };

function itemsOf(text: string, base: string | null): FeedContent {
  const feed = parsed(() => parseFeed(text, { maxItems: MOST_ITEMS }).feed as Loose);
  const all = (feed.items ?? feed.entries ?? []) as readonly Loose[];
  const items = all.slice(0, MOST_ITEMS).flatMap((one): FeedItem[] => {
    const address = addressOf(one, base);
    if (address === null) return [];
    const published = [one.date_published, one.published, one.pubDate, dublinDate(one), one.updated, one.date_modified]
      .flatMap((value) => (typeof value === "string" ? (metadataDate(value) ?? []) : []))
      .at(0);
    return [
      {
        title: plain(one.title),
        address,
        published: published ?? null,
        summary: plain(one.summary ?? one.description),
      },
    ];
  });
  const once = new Map(items.toReversed().map((item) => [item.address, item]));
  return { title: plain(feed.title), items: [...once.values()].reverse(), feeds: [], kind: "feed" };
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch {
    throw new InputError("The feed is malformed and cannot be read.");
  }
}

/** The page of an item: its link, of Atom's links the one to a page, else an id that is an address. */
function addressOf(item: Loose, base: string | null): string | null {
  const links = (item.links ?? []) as readonly { readonly href?: string; readonly rel?: string }[];
  const guid = item.guid as { readonly value?: string; readonly isPermaLink?: boolean } | undefined;
  const page = links.find(({ rel }) => rel === undefined || rel === "alternate")?.href;
  const said = [item.link, item.url, page, guid?.isPermaLink === false ? undefined : guid?.value, item.external_url];
  for (const one of said) {
    const address = typeof one === "string" ? httpAddress(one, base) : null;
    if (address !== null) return address;
  }
  return null;
}

function httpAddress(where: string, base: string | null): string | null {
  const url = URL.parse(where.trim(), base ?? undefined);
  if (!url || !/^https?:$/.test(url.protocol) || url.href.length > LONGEST) return null;
  url.hash = "";
  return url.href;
}

const dublinDate = ({ dc }: Loose): unknown => (dc as { readonly dates?: readonly unknown[] } | undefined)?.dates?.[0];

/** Text without its tags, one line. */
function plain(value: unknown): string | null {
  const text = typeof value === "object" && value !== null && "value" in value ? value.value : value;
  if (typeof text !== "string") return null;
  const { document } = parseHTML(`<!doctype html><html><body>${text.slice(0, 20_000)}</body></html>`) as unknown as {
    readonly document: { readonly body: { readonly textContent: string | null } };
  };
  return (document.body.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, LONGEST) || null;
}

function listOf(text: string, base: string | null): FeedContent {
  const { head, body } = parsed(() => parseOpml(text) as { readonly head?: Loose; readonly body?: Loose });
  const feeds: { address: string; title: string | null }[] = [];
  const open = [...((body?.outlines ?? []) as Loose[])];
  for (let one = open.shift(); one && feeds.length < MOST_ITEMS; one = open.shift()) {
    open.push(...((one.outlines ?? []) as Loose[]));
    const address = typeof one.xmlUrl === "string" ? httpAddress(one.xmlUrl, base) : null;
    if (address !== null) feeds.push({ address, title: plain(one.title ?? one.text) });
  }
  return { title: plain(head?.title), items: [], feeds, kind: "list" };
}

const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)\b/i;

function pageOf(text: string, base: string | null): FeedContent {
  const { document } = parseHTML(text) as unknown as { readonly document: Page };
  const feeds = [...document.querySelectorAll("link[href]")]
    .filter((link) => /(?:^|\s)alternate(?:\s|$)/i.test(link.getAttribute("rel") ?? ""))
    .filter((link) => FEED_TYPES.test(link.getAttribute("type") ?? ""))
    .flatMap((link) => {
      const address = httpAddress(link.getAttribute("href")!, base);
      return address === null ? [] : [{ address, title: plain(link.getAttribute("title")) }];
    });
  if (feeds.length === 0) throw new InputError("This page is no feed and names none; give the address of its feed.");
  return { title: plain(document.querySelector("title")?.textContent), items: [], feeds, kind: "page" };
}
