import type { Generated } from "kysely";

/** A text as it was kept. Never changed. */
export interface ReportsTable {
  id: Generated<number>;
  hash: string;
  text: string;
  title: string | null;
  published: string | null;
  publisher: string | null;
  address: string | null;
  kind: string;
  notes: string;
  added_at: string;
}

/** What one reader read in a report; the newest is the one that counts. Never changed. */
export interface RecordsTable {
  id: Generated<number>;
  report_id: number;
  reader: string;
  read_at: string;
  /** The record's JSON, deflated. */
  body: Uint8Array;
}

/** What people changed. Never changed itself. */
export interface LayersTable {
  id: Generated<number>;
  type: string;
  /** Hash of the report that it is about; null for merges. */
  report: string | null;
  author: string;
  at: string;
  reason: string;
  body: string;
}

/** The entries as they stand now. Derived from records and layers, and made anew whenever one of them is added. */
export interface EntriesTable {
  id: Generated<number>;
  report_id: number;
  key: string;
  type: string;
  kind: string;
  status: string | null;
  medium: string | null;
  from_day: string | null;
  to_day: string | null;
  /** Never empty where anything is known, for order and filters: from, else to, else the day of publication. */
  first_day: string;
  /** The same: to, else from, else the day of publication. */
  last_day: string;
  place: string | null;
  currency: string | null;
  amount: number | null;
  confirmed: number;
  added: number;
  layers: string;
  body: string;
}

/** Who is in an entry. Derived. */
export interface PartiesTable {
  entry_id: number;
  role: string;
  /** As the entry has it. */
  name: string;
  /** The name under which the actor is kept, after merges and splits. */
  actor: string;
  /** Of the entry, here with its days so that one index answers "the last contacts of A". */
  type: string;
  first_day: string;
  last_day: string;
}

/** The actors of a report by its present record. Derived. */
export interface ActorsTable {
  report_id: number;
  name: string;
  actor: string;
  kind: string;
  country: string | null;
  /** The rule by which the reader gave the country. */
  country_rule: string | null;
  sector: string | null;
  role: string | null;
  surface: string;
}

/** What the desk derived from all reports together, in parts; see `src/desk/snapshot.ts`. Dropping it loses nothing. */
export interface DeskPartsTable {
  part: string;
  number: number;
  body: Uint8Array;
}

/** A feed that is read again and again. */
export interface FeedsTable {
  id: Generated<number>;
  address: string;
  title: string | null;
  added_at: string;
  read_at: string | null;
  etag: string | null;
  modified: string | null;
  /** Why it could not be read last time. */
  problem: string | null;
}

/** The report that an item of a feed gave, by the item's address: a page may be kept under another one. */
export interface FeedItemsTable {
  address: string;
  report: string;
}

/** Full text. In SQLite FTS5 tables whose rowid is `id`; in PostgreSQL a tsvector. Only raw SQL reads them. */
export interface WordsTable {
  id: number;
}

export interface Tables {
  reports: ReportsTable;
  records: RecordsTable;
  layers: LayersTable;
  entries: EntriesTable;
  parties: PartiesTable;
  actors: ActorsTable;
  desk_parts: DeskPartsTable;
  feeds: FeedsTable;
  feed_items: FeedItemsTable;
  entry_words: WordsTable;
  report_words: WordsTable;
}
