import { InputError } from "../record/errors.ts";
import type { FeedContent, FeedItem } from "./feed-text.ts";
import type { Fetched, Validators } from "./fetch.ts";
import { type Bytes, type LoadOptions, loadReport } from "./load.ts";
import type { Report } from "./report.ts";
import { extractFeed } from "./sandbox.ts";
import type { Visitor } from "./visitor.ts";

export type { FeedContent, FeedItem } from "./feed-text.ts";

/** A feed as it was read. */
export interface Feed {
  /** After redirects; of one that a page names, its own. Null for one that came as bytes. */
  readonly address: string | null;
  readonly title: string | null;
  readonly items: readonly FeedItem[];
  readonly validators: Validators;
  /** True where its server says that nothing changed since it was last read. */
  readonly unchanged: boolean;
}

const NOTHING_KNOWN: Validators = { etag: null, modified: null };

/**
 * The feeds at an address or in bytes: one; the first that an HTML page names; all of a list (OPML), of which those
 * that cannot be read stand as errors. Throws InputError or FetchError where there is none.
 */
export async function readFeeds(
  where: string | Bytes,
  visitor: Visitor,
  known?: Validators,
): Promise<(Feed | { readonly address: string; readonly error: unknown })[]> {
  const source = typeof where === "string" ? await visitor.fetch(where, known) : where;
  const address = (source as Partial<Fetched>).address ?? null;
  const { validators = known ?? NOTHING_KNOWN, unchanged = false } = source as Partial<Fetched>;
  if (unchanged) return [{ address, title: null, items: [], validators: known ?? NOTHING_KNOWN, unchanged }];
  const content = await contentOf(source, address);
  if (content.kind === "feed") return [{ address, title: content.title, items: content.items, validators, unchanged }];
  if (content.kind === "page") return [await feedAt(content.feeds[0]!.address, visitor)];
  const feeds: (Feed | { readonly address: string; readonly error: unknown })[] = [];
  for (const one of content.feeds)
    feeds.push(await feedAt(one.address, visitor).catch((error: unknown) => ({ address: one.address, error })));
  if (feeds.length === 0) throw new InputError("The list names no feed.");
  return feeds;
}

async function feedAt(where: string, visitor: Visitor): Promise<Feed> {
  const { address, validators = NOTHING_KNOWN, ...source } = await visitor.fetch(where);
  const content = await contentOf(source, address);
  if (content.kind !== "feed") throw new InputError(`${where} is no feed.`);
  return { address, title: content.title, items: content.items, validators, unchanged: false };
}

function contentOf({ bytes, contentType }: Bytes, base: string | null): Promise<FeedContent> {
  const charset = /charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? "")?.[1];
  return extractFeed(bytes, base, { charset });
}

/** The report at an item's address; what its page does not say of itself is taken from the feed. */
export async function loadItem(item: FeedItem, visitor: Visitor, options: LoadOptions = {}): Promise<Report> {
  const report = await loadReport(await visitor.visit(item.address), options);
  return { ...report, title: report.title ?? item.title, published: report.published ?? item.published };
}
