import { type ItemOutcome, inWords, keepFeeds, listedIn, MOST_ITEMS, takeItems } from "../intake/feeds.ts";
import { type Feed, readFeeds } from "../source/feeds.ts";
import type { Validators } from "../source/fetch.ts";
import type { LoadOptions } from "../source/load.ts";
import { Visitor } from "../source/visitor.ts";
import type { KeptFeed, Store } from "../store/index.ts";
import type { Hub } from "./hub.ts";
import type { Added, Intake } from "./intake.ts";

export interface FeedReaderOptions {
  /** Milliseconds between two requests to one host. */
  readonly delay?: number | undefined;
  readonly allowPrivate?: LoadOptions["allowPrivate"];
}

/** What reading a feed gave. */
export interface FeedReading {
  readonly address: string;
  readonly title: string | null;
  /** How many items it lists, also beyond those that were read. */
  readonly items: number;
  readonly unchanged: boolean;
  readonly outcomes: readonly ItemOutcome<Added>[];
  /** Why the feed itself could not be read; only of a feed of a list. */
  readonly error?: unknown;
}

/** Feeds that are kept are read again when so much time has passed. */
const AGAIN_MS = 30 * 60_000;
/** So often it is looked whether one is due. */
const LOOK_MS = 60_000;

/** Reads feeds and takes in the reports they list. */
export class FeedReader {
  readonly #store: Store;
  readonly #hub: Hub;
  readonly #intake: Intake;
  readonly visitor: Visitor;
  readonly #reading = new Map<number, Promise<FeedReading[]>>();

  constructor(store: Store, hub: Hub, intake: Intake, { delay, allowPrivate = false }: FeedReaderOptions) {
    this.#store = store;
    this.#hub = hub;
    this.#intake = intake;
    this.visitor = new Visitor({ delay, allowPrivate });
  }

  /** The feeds at an address. Throws InputError or FetchError where there is none. */
  async read(address: string, most = MOST_ITEMS): Promise<FeedReading[]> {
    const readings: FeedReading[] = [];
    for (const feed of await readFeeds(address, this.visitor))
      if ("error" in feed) readings.push({ ...feed, title: null, items: 0, unchanged: false, outcomes: [] });
      else readings.push(await this.#take(feed, address, most));
    return readings;
  }

  /** Keeps the feeds at an address. Throws InputError or FetchError where there is none. */
  keep(address: string): Promise<KeptFeed[]> {
    return keepFeeds(this.#store, address, this.visitor);
  }

  /** A feed that is kept; `known` lets its server answer that nothing changed. One that is being read is waited for. */
  readKept(feed: KeptFeed, most = MOST_ITEMS, known?: Validators): Promise<FeedReading[]> {
    const running = this.#reading.get(feed.id);
    if (running) return running;
    const reading = this.#readKept(feed, most, known).finally(() => this.#reading.delete(feed.id));
    this.#reading.set(feed.id, reading);
    return reading;
  }

  async #readKept({ id, address }: KeptFeed, most: number, known: Validators | undefined): Promise<FeedReading[]> {
    try {
      const readings: FeedReading[] = [];
      for (const feed of await readFeeds(address, this.visitor, known)) {
        if ("error" in feed) throw feed.error;
        readings.push(await this.#take(feed, address, most));
        const { title, validators } = feed;
        await this.#store.noteFeed(id, { ...(title === null ? {} : { title }), ...validators, problem: null });
      }
      return readings;
    } catch (error) {
      await this.#store.noteFeed(id, { problem: inWords(error) });
      throw error;
    }
  }

  async #take(feed: Feed, asked: string, most: number): Promise<FeedReading> {
    const address = feed.address ?? asked;
    const listed = await listedIn(this.#store, feed, this.visitor, most);
    const outcomes = await takeItems(this.#store, listed, (item, load) => this.#intake.take(item.address, load));
    const added = outcomes.filter((one) => "added" in one && one.added.kept.new).length;
    const failed = outcomes.filter((one) => "error" in one).length;
    this.#hub.tell({ type: "feed-read", address, items: feed.items.length, added, failed });
    const { title, unchanged } = feed;
    return { address, title, items: feed.items.length, unchanged, outcomes };
  }

  /** Reads the feeds that are kept again and again, until the signal; what fails is noted at the feed. */
  watch(stop: AbortSignal): void {
    let looking = false;
    const look = async (): Promise<void> => {
      if (looking) return;
      looking = true;
      try {
        for (const feed of await this.#store.feeds()) {
          if (stop.aborted) return;
          const due = feed.readAt === null || Date.parse(feed.readAt) + AGAIN_MS <= Date.now();
          if (due) await this.readKept(feed, MOST_ITEMS, feed).catch(() => {});
        }
      } catch {
        // A store that cannot be read says so to whoever asks; the next look tries again.
      } finally {
        looking = false;
      }
    };
    const timer = setInterval(() => void look(), LOOK_MS);
    timer.unref();
    stop.addEventListener("abort", () => clearInterval(timer), { once: true });
    void look();
  }
}
