import type { Record } from "../record/schema.ts";
import type { Misfit } from "./layers.ts";
import type {
  ActorCount,
  ActorUse,
  By,
  Change,
  Changed,
  DeskPart,
  EntryBody,
  EntryFilter,
  Facets,
  FeedNote,
  Hit,
  Item,
  Kept,
  KeptFeed,
  LayerState,
  Page,
  Paging,
  ReportFilter,
  ReportSummary,
  Search,
  StoredEntry,
  StoredReport,
  StoreInfo,
  StoreMark,
} from "./types.ts";

/**
 * The store: reports, what was read in them, and what people changed. Reports are named by the SHA-256 of their
 * normalised text, or a start of it of at least six characters that only one has; entries by their keys.
 *
 * Every change is one transaction: what a method has returned is kept, what it has not is not there at all. Every
 * method throws StoreError where the database cannot do it (gone, read-only, full, damaged).
 */
export interface Store {
  /** Path of the file, or address of the server without its password. */
  readonly where: string;

  keep(report: Item["report"], record: Record): Promise<Kept>;
  /** Keeps all or none, in one transaction. The answers stand in the order of the items. */
  keepAll(items: readonly Item[]): Promise<Kept[]>;
  /** Which of these reports the store has. */
  known(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Puts another reading beside the older ones, if it says anything else. Throws StoreError for an unknown report. */
  reread(id: string, record: Record): Promise<{ readonly new: boolean }>;
  /** The same for many reports, in one transaction; the answers stand in their order. */
  rereadAll(items: readonly { readonly id: string; readonly record: Record }[]): Promise<{ readonly new: boolean }[]>;

  /** Null where there is none; throws StoreError where a short id fits several. */
  report(id: string): Promise<StoredReport | null>;
  reports(filter?: ReportFilter): Promise<Page<ReportSummary>>;
  /** Every report without its text, in the order in which they were kept. */
  eachReport(): AsyncIterable<ReportSummary>;
  /** The texts of reports by their whole ids; unknown ones are left out. */
  texts(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Reports by their words, the best first. Empty where the query holds no word to look for. */
  search(words: string, paging?: Search): Promise<Page<Hit>>;

  entry(key: string): Promise<StoredEntry | null>;
  /** Entries as they stand, the newest first unless asked otherwise. */
  entries(filter?: EntryFilter): Promise<Page<StoredEntry>>;
  /** All entries of a filter, page by page. */
  eachEntry(filter?: EntryFilter): AsyncIterable<StoredEntry>;
  /** Every entry as JSON, report by report; for whoever needs them all and parses few. */
  eachBody(): AsyncIterable<EntryBody>;
  countEntries(filter?: EntryFilter): Promise<number>;
  facets(filter?: EntryFilter): Promise<Facets>;

  /** Actors by how many reports name them; `named` is a part of one of their names. */
  actors(filter?: Paging & { readonly named?: string | undefined }): Promise<Page<ActorCount>>;
  /** Each actor of each report; of one actor where `actor` is given. */
  eachActor(filter?: { readonly actor?: string | undefined }): AsyncIterable<ActorUse>;

  /**
   * Lays a change over what was read, and returns its layer. Throws UsageError where it makes no sense: no such entry,
   * a value that the record's schema refuses, words that the report does not have, no reason.
   */
  change(change: Change, by: By): Promise<LayerState>;
  /** Layers in the order in which they were made; of one report where `report` is given. */
  layers(filter?: { readonly report?: string | undefined }): Promise<LayerState[]>;
  /** Layers that do not fit what is read now. */
  misfits(): Promise<Misfit[]>;

  /** The feeds in the order in which they were added. */
  feeds(): Promise<KeptFeed[]>;
  /** Keeps a feed; one that is there already stays as it is. */
  addFeed(feed: Pick<KeptFeed, "address" | "title">): Promise<KeptFeed>;
  /** False where there is none. */
  removeFeed(id: number): Promise<boolean>;
  /** Notes that a feed was read now, and how it went. */
  noteFeed(id: number, note: FeedNote): Promise<void>;
  /** The reports that addresses gave, as the addresses of reports or of feeds' items; unknown ones are left out. */
  addressed(addresses: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Notes which reports the items of a feed gave. */
  noteItems(items: ReadonlyMap<string, string>): Promise<void>;
  /** How far the store has come. */
  mark(): Promise<StoreMark>;
  /** What came after a mark; null where that cannot be told any more. */
  changedSince(mark: StoreMark): Promise<Changed | null>;
  /** What the desk derived and kept, piece by piece. Dropping it loses nothing. */
  deskParts(part: string): AsyncIterable<Uint8Array>;
  /**
   * Keeps pieces of what the desk derived, in one transaction, and drops what comes after each part's last. Also where
   * the store was opened to be read, if its file or server may be written. With `head` only where the part "head" is
   * still that: what goes on from what was kept is of no use beside what another process kept since.
   */
  keepDeskParts(parts: readonly DeskPart[], head?: Uint8Array): Promise<void>;

  /** What the store holds. With `entries`, their counts are taken from there instead of being counted. */
  info(entries?: StoreInfo["entries"]): Promise<StoreInfo>;
  /** Another text whenever something was kept, read again or changed; cheap. */
  version(): Promise<string>;
  close(): Promise<void>;
}
