import { type Command, Option } from "commander";
import { keepFeeds } from "../intake/feeds.ts";
import { ChanceryError, UsageError } from "../record/errors.ts";
import { Visitor } from "../source/visitor.ts";
import type { KeptFeed, Store } from "../store/index.ts";
import { addSources, say, Tally } from "./add.ts";
import { EXIT } from "./exit.ts";
import { itemSources, noteKept } from "./feed-sources.ts";
import { print } from "./output.ts";
import { positive, STORE_HELP, storeOption, withStore } from "./store.ts";

interface Options {
  readonly store?: string;
  readonly json?: true;
  readonly most?: number;
  readonly workers?: number;
  readonly allowPrivate?: true;
}

const HELP = `${STORE_HELP}

Examples:
  chancery feeds add https://example.org/news.rss
  chancery feeds list
  chancery feeds read
  chancery feeds remove 1

\`chancery serve\` reads the feeds that are kept every 30 minutes; \`chancery add\` reads one without keeping it.`;

/** `chancery feeds`: the feeds that are read again and again. */
export function addFeeds(program: Command): void {
  program
    .command("feeds")
    .summary("keep feeds (RSS, Atom, JSON Feed) and read them again and again")
    .description("Keep feeds, list them, read the reports that they list, or remove them.")
    .argument("<action>", "add, list, read or remove")
    .argument("[which...]", "addresses to add; ids to read (default: all) or to remove")
    .addOption(storeOption())
    .option("--json", "print JSON")
    .addOption(new Option("--most <n>", "the most articles of a feed (default: 50)").argParser(positive))
    .addOption(new Option("--workers <n>", "threads that read (default: one a core)").argParser(positive))
    .option("--allow-private", "let addresses lead to private and loopback hosts")
    .addHelpText("after", HELP)
    .action(async (action: string, which: string[], options: Options) => {
      const act = ACTIONS[action];
      if (!act) throw new UsageError(`"${action}" is not known; feeds can do ${Object.keys(ACTIONS).join(", ")}.`);
      process.exitCode = await withStore(options.store, {}, (store) => act(store, which, options));
    });
}

type Action = (store: Store, which: readonly string[], options: Options) => Promise<number>;

const ACTIONS: Readonly<{ [action: string]: Action }> = { add, list, read, remove };

async function add(store: Store, which: readonly string[], options: Options): Promise<number> {
  if (which.length === 0) throw new UsageError("Name the address of a feed, or of a page that names one.");
  const visitor = new Visitor({ allowPrivate: options.allowPrivate });
  for (const address of which) await show(await keepFeeds(store, address, visitor), options);
  return EXIT.ok;
}

async function list(store: Store, _which: readonly string[], options: Options): Promise<number> {
  const feeds = await store.feeds();
  if (feeds.length === 0 && !options.json) await print("No feed is kept; `chancery feeds add ADDRESS` keeps one.\n");
  await show(feeds, options);
  return EXIT.ok;
}

async function read(store: Store, which: readonly string[], options: Options): Promise<number> {
  const feeds = await chosen(store, which);
  const tally = new Tally();
  const heard = noteKept(store);
  for (const { id, address } of feeds) {
    let problem: string | null = null;
    const sources = itemSources(store, [{ name: address, source: address }], options);
    await addSources(store, { sources, size: undefined }, tally, {
      ...options,
      async heard(outcome) {
        // The feed itself could not be read.
        if (outcome.name === address && "error" in outcome && outcome.error instanceof ChanceryError)
          problem = outcome.error.message;
        await heard(outcome);
      },
    });
    await store.noteFeed(id, { problem });
  }
  await say(tally.text(store.where), options);
  return tally.failed > 0 ? EXIT.input : EXIT.ok;
}

async function remove(store: Store, which: readonly string[], options: Options): Promise<number> {
  if (which.length === 0)
    throw new UsageError("Name the ids of the feeds to remove; `chancery feeds list` shows them.");
  for (const feed of await chosen(store, which)) {
    await store.removeFeed(feed.id);
    await say(`${feed.address} is read no more; its reports stay.\n`, options);
  }
  return EXIT.ok;
}

async function chosen(store: Store, which: readonly string[]): Promise<KeptFeed[]> {
  const feeds = await store.feeds();
  return which.length === 0 ? feeds : which.map((one) => feedOf(feeds, one));
}

function feedOf(feeds: readonly KeptFeed[], which: string): KeptFeed {
  const found = feeds.find(({ id, address }) => String(id) === which || address === which);
  if (found) return found;
  throw new UsageError(`No feed ${which} is kept; \`chancery feeds list\` shows them.`);
}

async function show(feeds: readonly KeptFeed[], { json }: Options): Promise<void> {
  for (const feed of feeds) {
    const { id, address, title, readAt, problem } = feed;
    const when = readAt === null ? "not read yet" : `read ${readAt.slice(0, 16).replace("T", " ")}`;
    const text = `${id}  ${address}${title ? `  ${title}` : ""}  ${problem ?? when}\n`;
    await print(json ? `${JSON.stringify(feed)}\n` : text);
  }
}
