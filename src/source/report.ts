import type { Note } from "../record/schema.ts";

/** What the bytes were read as. */
export type ReportKind = "text" | "html" | "pdf";

/** A text with its source and publication date. Every offset in a record points into `text`. */
export interface Report {
  readonly text: string;
  readonly title: string | null;
  /** ISO date (YYYY-MM-DD) of publication, or null where nobody knows. Never today's date. */
  readonly published: string | null;
  readonly publisher: string | null;
  /** The address that the report was fetched from, or the one that its page names as its own. */
  readonly address: string | null;
  readonly kind: ReportKind;
  /** What had to be mended to read it. */
  readonly notes: readonly Note[];
}

/** What one of the formats gives: a report without what only the caller knows. */
export type Content = Omit<Report, "kind">;
