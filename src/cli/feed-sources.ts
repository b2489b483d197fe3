import type { Outcome, Source } from "../intake/adding.ts";
import { listedIn, MOST_ITEMS } from "../intake/feeds.ts";
import { readFeeds } from "../source/feeds.ts";
import type { Bytes, LoadOptions } from "../source/load.ts";
import { Visitor } from "../source/visitor.ts";
import type { Store } from "../store/index.ts";

/** A feed that was named, with what was loaded of it; of an address that is to be fetched, itself. */
export interface LoadedFeed {
  readonly name: string;
  readonly source: string | Bytes;
}

export interface FeedOptions {
  readonly published?: string | undefined;
  readonly most?: number | undefined;
  readonly allowPrivate?: LoadOptions["allowPrivate"];
  /** Milliseconds between two requests to one host. */
  readonly delay?: number | undefined;
}

/** The articles of feeds as sources; a feed that cannot be read is one that fails. */
export async function* itemSources(
  store: Store,
  feeds: readonly LoadedFeed[],
  { published, most = MOST_ITEMS, allowPrivate, delay }: FeedOptions,
): AsyncGenerator<Source> {
  const visitor = new Visitor({ allowPrivate, delay });
  const failed = (name: string, error: unknown): Source => ({ name, size: 1, load: () => Promise.reject(error) });
  for (const { name, source } of feeds) {
    const read = await readFeeds(source, visitor).catch((error: unknown) => [{ address: name, error }]);
    for (const feed of read) {
      if ("error" in feed) {
        yield failed(feed.address, feed.error);
        continue;
      }
      for (const one of await listedIn(store, feed, visitor, most, { published })) {
        const { item, ...rest } = one;
        yield { name: item.address, size: 1, ...rest };
      }
    }
  }
}

/** Notes which report an address gave, so that it need not be fetched again. */
export const noteKept =
  (store: Store) =>
  async (outcome: Outcome): Promise<void> => {
    if ("kept" in outcome) await store.noteItems(new Map([[outcome.name, outcome.kept.id]]));
  };
