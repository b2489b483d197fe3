import { fileURLToPath } from "node:url";
import type { Desk } from "../desk/questions/desk.ts";
import type { Store } from "../store/index.ts";
import { type Ask, answering, type Cite, citing } from "./answer.ts";
import { FeedReader, type FeedReaderOptions } from "./feed-reader.ts";
import type { GuardOptions } from "./guard.ts";
import { Hub } from "./hub.ts";
import { type Intake, type IntakeOptions, makeIntake } from "./intake.ts";
import { liveDesk } from "./live-desk.ts";
import { type LiveStore, liveStore } from "./live-store.ts";

/** All that the routes work with. */
export interface Services {
  readonly store: LiveStore;
  /** The desk over the store as it now is. */
  readonly desk: () => Promise<Desk>;
  readonly ask: Ask;
  /** Puts the citations of an answer that is no question's into their texts. */
  readonly cite: Cite;
  readonly hub: Hub;
  readonly intake: Intake;
  readonly feeds: FeedReader;
  readonly guard: GuardOptions;
  /** Who changes things where a request does not say: the account's name on one's own machine, else nobody. */
  readonly author: string | null;
  /** Folder of the built web app. */
  readonly web: string;
  /** Aborted when the server stops: streams end. */
  readonly stop: AbortSignal;
}

export interface ServiceOptions extends IntakeOptions, FeedReaderOptions {
  readonly guard?: GuardOptions | undefined;
  readonly author?: string | null | undefined;
  readonly web?: URL | string | undefined;
  readonly stop?: AbortSignal | undefined;
}

const WEB = new URL("../../web/dist/", import.meta.url);

/** The services of a server over a store. */
export function makeServices(store: Store, options: ServiceOptions = {}): Services {
  const hub = new Hub();
  const live = liveStore(store, hub);
  const desk = liveDesk(live);
  const cite = citing(live);
  const intake = makeIntake(live, hub, options);
  const web = options.web ?? WEB;
  return {
    store: live,
    desk,
    ask: answering(desk, cite),
    cite,
    hub,
    intake,
    feeds: new FeedReader(live, hub, intake, options),
    guard: options.guard ?? { host: "127.0.0.1" },
    author: options.author ?? null,
    web: typeof web === "string" ? web : fileURLToPath(web),
    stop: options.stop ?? new AbortController().signal,
  };
}
