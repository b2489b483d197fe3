import type { Kysely, RawBuilder, Transaction } from "kysely";
import type { Tables } from "./tables.ts";
import type { WordQuery } from "./words.ts";

/** The words of an entry or report for full text: `who` and `what` of an entry, title and text of a report. */
export interface WordRow {
  readonly id: number;
  readonly first: string;
  readonly second: string;
}

export type WordTable = "entry_words" | "report_words";

/** In what the two databases differ, and nothing else. */
export interface Flavour {
  readonly name: "sqlite" | "postgres";
  readonly types: {
    readonly id: string;
    readonly bytes: string;
    readonly double: string;
    /** What is said after the columns of a table that is all key. */
    readonly compact: string;
    /** Statements that make a table refuse changes and deletions. */
    readonly append: (table: string) => readonly string[];
  };
  /** Statements that make the full text tables. */
  readonly wordTables: readonly string[];
  /** The most values of one statement. */
  readonly maxValues: number;
  /** The names of the database's tables. */
  tables(db: Kysely<Tables>): Promise<string[]>;
  /** Keeps others from deriving the same report's rows at the same time. */
  lockReport(trx: Transaction<Tables>, hash: string): Promise<void>;
  /** Keeps merges and splits ("alone") from being made while others derive names by them ("shared"). */
  lockNames(trx: Transaction<Tables>, how: "shared" | "alone"): Promise<void>;
  indexWords(trx: Transaction<Tables>, table: WordTable, rows: readonly WordRow[]): Promise<void>;
  forgetWords(trx: Transaction<Tables>, table: "entry_words", reportId: number): Promise<void>;
  /** A query for the ids of what fits the words. With `second`, only the second column is looked at. */
  wordsFit(table: WordTable, query: WordQuery, second: boolean): RawBuilder<{ id: number }>;
  /** Reports whose words fit, the best first: id and a snippet with the words between « and ». With `among` of those kept last. */
  searchReports(
    query: WordQuery,
    limit: number,
    offset: number,
    among?: number,
  ): RawBuilder<{ id: number; snippet: string }>;
  /** Bytes that the store takes. */
  size(db: Kysely<Tables>): Promise<number>;
}
