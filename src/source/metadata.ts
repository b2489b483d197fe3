import { metadataDate } from "./dates.ts";
import type { Page } from "./dom.ts";

/** What a page says of itself; null where it does not. */
export interface PageMetadata {
  readonly title: string | null;
  /** ISO date, in the page's own time zone. */
  readonly published: string | null;
  readonly publisher: string | null;
  readonly address: string | null;
}

const DATE_NAMES = [
  "article:published_time",
  "og:article:published_time",
  "og:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "publishdate",
  "publish_date",
  "publication_date",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date",
  "dcterms.date",
  "citation_publication_date",
  "date",
  "article.published",
];

/** Title, day of publication, publisher and address from JSON-LD, meta elements and `time`. */
export function pageMetadata(document: Page): PageMetadata {
  const article = jsonLdArticle(document);
  const meta = metaValues(document);
  const named = (...names: string[]): string | null => names.map((name) => meta.get(name)).find(Boolean) ?? null;
  return {
    title: unescaped(article?.headline) ?? named("og:title", "twitter:title", "dc.title"),
    published: publishedDate(document, article, meta),
    publisher: unescaped(nameOf(article?.publisher)) ?? named("og:site_name", "dc.publisher", "application-name"),
    address: webAddress(attribute(document, 'link[rel="canonical"]', "href")) ?? webAddress(named("og:url")),
  };
}

function publishedDate(document: Page, article: Article | undefined, meta: ReadonlyMap<string, string>): string | null {
  const itemprop = document.querySelector('[itemprop="datePublished"]');
  const stated = [
    asText(article?.datePublished),
    ...DATE_NAMES.map((name) => meta.get(name)),
    itemprop?.getAttribute("content") ?? itemprop?.getAttribute("datetime"),
    attribute(document, "time[pubdate]", "datetime"),
    attribute(document, "article time[datetime], main time[datetime], header time[datetime]", "datetime"),
  ];
  for (const value of stated) {
    const date = value ? metadataDate(value) : undefined;
    if (date) return date;
  }
  return soleTime(document);
}

/** The day of all `time` elements, where there is but one: of several, any may be another article's. */
function soleTime(document: Page): string | null {
  const dates = new Set<string>();
  for (const time of document.querySelectorAll("time[datetime]")) {
    const date = metadataDate(time.getAttribute("datetime") ?? "");
    if (date) dates.add(date);
  }
  return dates.size === 1 ? [...dates][0]! : null;
}

function metaValues(document: Page): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const name = (
      element.getAttribute("property") ??
      element.getAttribute("name") ??
      element.getAttribute("itemprop") ??
      ""
    ).toLowerCase();
    const content = element.getAttribute("content")?.trim();
    if (name && content && !values.has(name)) values.set(name, content);
  }
  return values;
}

interface Article {
  readonly headline?: unknown;
  readonly datePublished?: unknown;
  readonly publisher?: unknown;
}

const ARTICLE_TYPE = /(?:Article|BlogPosting|PressRelease|Report|Statement|SocialMediaPosting|LiveBlogPosting)$/;
const MAX_NODES = 10_000;

/** The first article among the page's JSON-LD blocks, whether it stands alone, in a list or in a graph. */
function jsonLdArticle(document: Page): Article | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const queue: unknown[] = [parsed(script.textContent ?? "")];
    for (let i = 0; i < queue.length && i < MAX_NODES; i++) {
      const value = queue[i];
      if (typeof value !== "object" || value === null) continue;
      const type = (value as { "@type"?: unknown })["@type"];
      if ([type].flat().some((name) => typeof name === "string" && ARTICLE_TYPE.test(name))) return value as Article;
      queue.push(...(Array.isArray(value) ? value : Object.values(value)).slice(0, 1000));
    }
  }
  return undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ""));
  } catch {
    return undefined;
  }
}

const asText = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

function nameOf(value: unknown): unknown {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === "object" && one !== null ? (one as { name?: unknown }).name : one;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  quot: '"',
  apos: "'",
  "#39": "'",
  "#039": "'",
  lt: "<",
  gt: ">",
  nbsp: " ",
};

/** JSON-LD often holds HTML entities, which no parser undoes there. */
function unescaped(value: unknown): string | null {
  const text = asText(value)
    ?.replace(/&(amp|quot|apos|#0?39|lt|gt|nbsp);/g, (_, name: string) => ENTITIES[name] ?? "")
    .trim();
  return text || null;
}

const attribute = (document: Page, selector: string, name: string): string | null =>
  document.querySelector(selector)?.getAttribute(name) ?? null;

function webAddress(value: string | null): string | null {
  const url = value ? URL.parse(value) : null;
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}
