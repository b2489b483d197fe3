import { ChanceryError, StoreError } from "../record/errors.ts";
import { type Feed, type FeedItem, loadItem, readFeeds } from "../source/feeds.ts";
import type { LoadOptions } from "../source/load.ts";
import type { Report } from "../source/report.ts";
import type { Visitor } from "../source/visitor.ts";
import type { Kept, KeptFeed, Store } from "../store/index.ts";

/** So many items of a feed are read where nothing else is asked. */
export const MOST_ITEMS = 50;

/** An item of a feed that is to be read, or that was read before. */
export type Listed = { readonly item: FeedItem } & ({ readonly kept: Kept } | { readonly load: () => Promise<Report> });

/** The first items of a feed. What the store has by its address is not fetched again. */
export async function listedIn(
  store: Store,
  { items }: Pick<Feed, "items">,
  visitor: Visitor,
  most: number,
  options: LoadOptions = {},
): Promise<Listed[]> {
  const some = items.slice(0, most);
  const known = await store.addressed(some.map(({ address }) => address));
  return some.map((item) => {
    const id = known.get(item.address);
    if (id !== undefined) return { item, kept: { id, new: false } };
    return { item, load: () => loadItem(item, visitor, options) };
  });
}

/** What became of an item. */
export type ItemOutcome<Added> = { readonly item: FeedItem } & (
  | { readonly kept: Kept }
  | { readonly added: Added }
  | { readonly error: unknown }
);

/** Takes the items of a feed in, one by one; one that cannot be read does not stop the others. */
export async function takeItems<Added extends { readonly kept: Kept }>(
  store: Store,
  listed: readonly Listed[],
  take: (item: FeedItem, load: () => Promise<Report>) => Promise<Added>,
): Promise<ItemOutcome<Added>[]> {
  const outcomes: ItemOutcome<Added>[] = [];
  for (const one of listed) {
    const { item } = one;
    if ("kept" in one) {
      outcomes.push(one);
      continue;
    }
    try {
      const added = await take(item, one.load);
      await store.noteItems(new Map([[item.address, added.kept.id]]));
      outcomes.push({ item, added });
    } catch (error) {
      if (error instanceof StoreError) throw error;
      outcomes.push({ item, error });
    }
  }
  return outcomes;
}

/** A failure in words for whoever reads it later. */
export const inWords = (error: unknown): string =>
  error instanceof ChanceryError ? error.message : `Internal error: ${(error as Error)?.message ?? error}`;

/** Keeps the feeds at an address, to be read again. Throws InputError or FetchError where there is none. */
export async function keepFeeds(store: Store, address: string, visitor: Visitor): Promise<KeptFeed[]> {
  const kept: KeptFeed[] = [];
  for (const feed of await readFeeds(address, visitor))
    kept.push(await store.addFeed({ address: feed.address ?? address, title: "title" in feed ? feed.title : null }));
  return kept;
}
