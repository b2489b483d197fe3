import type { Record } from "../record/schema.ts";
import type { Report, ReportKind } from "../source/report.ts";
import type { AnyEntry, EntryType } from "./keys.ts";
import type { CurrentEntry, Layer } from "./layers.ts";
import type { Part, Role } from "./rows.ts";

/** A report with its record, to be kept. */
export interface Item {
  readonly report: Report;
  readonly record: Record;
}

export interface Kept {
  /** SHA-256 of the report's normalised text. */
  readonly id: string;
  /** False where the store had the report already; then nothing was changed. */
  readonly new: boolean;
}

/** A report without its text. */
export interface ReportSummary {
  readonly id: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly address: string | null;
  readonly kind: ReportKind;
  /** ISO instant at which it was kept. */
  readonly addedAt: string;
}

export interface Reading {
  readonly reader: string;
  /** ISO instant. */
  readonly readAt: string;
}

/** A report with all that is known of it. */
export interface StoredReport extends ReportSummary {
  readonly report: Report;
  /** The present reading, exactly as it was read. */
  readonly record: Record;
  /** All readings, the newest first. */
  readonly readings: readonly Reading[];
  /** The entries as they stand, with the layers applied. */
  readonly entries: readonly CurrentEntry[];
}

/** An entry as it stands, with where it is from. */
export interface StoredEntry extends CurrentEntry {
  readonly report: string;
  readonly title: string | null;
  readonly published: string | null;
  /** Days between which it lies, from its date or bounds; null is open or not known. */
  readonly from: string | null;
  readonly to: string | null;
  readonly parts: readonly StoredPart[];
}

export interface StoredPart extends Part {
  /** The name under which the actor is kept, after merges and splits. */
  readonly actor: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Give it as `after` for the next page; null at the end. */
  readonly next: string | null;
}

export interface Paging {
  /** The most items of a page. Default 100. */
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

export interface Search extends Paging {
  /** Only among so many of those that fit that were kept last: what very many have is then found as quickly. */
  readonly among?: number | undefined;
}

export interface ReportFilter extends Paging {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Words of the title or text; see `wordQuery`. */
  readonly words?: string | undefined;
  /** Name of an actor in it. */
  readonly actor?: string | undefined;
  readonly order?: "newest" | "oldest" | undefined;
}

/** Who must be in an entry: a name, or a name in one of the given roles. */
export type Who = string | { readonly actor: string; readonly roles: readonly Role[] };

export interface EntryFilter extends Paging {
  readonly types?: readonly EntryType[] | undefined;
  /** Contact kinds, PLOVER types, statement modes. */
  readonly kinds?: readonly string[] | undefined;
  readonly statuses?: readonly string[] | undefined;
  readonly mediums?: readonly string[] | undefined;
  /** All of them must be in it. */
  readonly actors?: readonly Who[] | undefined;
  readonly place?: string | undefined;
  /** ISO days. An entry counts whose days overlap; one without days counts on its report's day of publication. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Only entries whose own days are known (not taken from the publication). */
  readonly dated?: boolean | undefined;
  /** Words of what it says or of who is in it; see `wordQuery`. */
  readonly words?: string | undefined;
  /** Of entries whose words fit, only so many that were kept last: what very many have is then found as quickly. */
  readonly among?: number | undefined;
  /** Words of what it says alone. */
  readonly topic?: string | undefined;
  /** Id of a report. */
  readonly report?: string | undefined;
  readonly confirmed?: boolean | undefined;
  readonly order?: "newest" | "oldest" | undefined;
}

/** An entry as it stands, as JSON. */
export interface EntryBody {
  readonly report: string;
  readonly type: EntryType;
  readonly body: string;
}

/** How many entries stand under each value. */
export interface Facets {
  /** How many entries were counted: all, or the newest of more than 10,000. */
  readonly counted: number;
  readonly types: Counts;
  readonly kinds: Counts;
  readonly statuses: Counts;
  readonly years: Counts;
  /** The 20 most frequent. */
  readonly actors: Counts;
}
export type Counts = readonly { readonly value: string; readonly count: number }[];

/** A report whose words fit; `snippet` shows them between « and ». */
export interface Hit extends ReportSummary {
  readonly snippet: string;
}

/** An actor in one report. */
export interface ActorUse {
  readonly report: string;
  readonly published: string | null;
  readonly name: string;
  readonly actor: string;
  readonly kind: string;
  readonly country: string | null;
  /** The reader's rule by which it has that country ("issuing-state": only supposed from who issued the report). */
  readonly countryRule: string | null;
  readonly sector: string | null;
  readonly role: string | null;
  readonly surface: readonly string[];
}

/** An actor over all reports. */
export interface ActorCount {
  readonly actor: string;
  readonly reports: number;
  readonly kinds: readonly string[];
  /** The names that reports have for it. */
  readonly names: readonly string[];
}

/** What a person changes. Entries are named by their keys. */
export type Change =
  | { readonly type: "correct"; readonly key: string; readonly field: string; readonly becomes: unknown }
  | { readonly type: "confirm"; readonly key: string }
  | { readonly type: "remove"; readonly key: string }
  | { readonly type: "add"; readonly report: string; readonly entryType: EntryType; readonly entry: AnyEntry }
  | { readonly type: "merge"; readonly names: readonly string[]; readonly into: string }
  | { readonly type: "split"; readonly name: string; readonly into: string; readonly reports: readonly string[] }
  | { readonly type: "undo"; readonly layer: number };

/** Who changes it, and why. */
export interface By {
  readonly author: string;
  readonly reason: string;
}

/** How far a store has come. The counts tell whether an older reading or layer came in late. */
export interface StoreMark {
  /** Numbers of the newest reading and layer, 0 where there is none. */
  readonly reading: number;
  readonly layer: number;
  readonly readings: number;
  readonly layers: number;
}

/** What came after a mark. */
export interface Changed {
  /** Reports that are new, were read again, or of which people changed something. */
  readonly reports: readonly string[];
  /** Whether actors were merged or split, or that was undone. */
  readonly naming: boolean;
}

/** A piece of what the desk derived from all reports together. */
export interface DeskPart {
  readonly part: string;
  readonly number: number;
  readonly body: Uint8Array;
}

export interface LayerState extends Layer {
  /** False where it was undone. */
  readonly active: boolean;
}

/** A feed that is read again and again. */
export interface KeptFeed {
  readonly id: number;
  readonly address: string;
  readonly title: string | null;
  /** ISO instants. */
  readonly addedAt: string;
  readonly readAt: string | null;
  /** What its server said of it last time. */
  readonly etag: string | null;
  readonly modified: string | null;
  /** Why it could not be read last time. */
  readonly problem: string | null;
}

/** How a feed's last reading went. */
export type FeedNote = Partial<Pick<KeptFeed, "title" | "etag" | "modified">> & Pick<KeptFeed, "problem">;

export interface StoreInfo {
  readonly where: string;
  readonly schema: string;
  readonly bytes: number;
  readonly reports: number;
  readonly readings: number;
  readonly entries: { readonly [type in EntryType]: number };
  readonly actors: number;
  readonly layers: number;
  /** Reports whose present reading is of that reader. */
  readonly readers: Counts;
  readonly firstPublished: string | null;
  readonly lastPublished: string | null;
}
