import type { Note, Time } from "../record/schema.ts";
import type { Range } from "../record/span.ts";

/** What is known of the day a report was published: an ISO date, or null when no one knows. Never today's date. */
export type Published = string | null;

/** A quotation in the text. `from`/`to` take in the marks, `inner` leaves them out. */
export interface Quotation extends Range {
  readonly inner: Range;
  /** False where the closing mark is missing and the end was inferred; a note says so. */
  readonly closed: boolean;
  /** 0 for a quotation that stands in none, 1 for one inside another, and so on. */
  readonly depth: number;
}

/** What the quotation stage gives. */
export interface Quotations {
  readonly quotations: readonly Quotation[];
  readonly notes: readonly Note[];
}

/** What the times stage gives. */
export interface Times {
  readonly times: readonly Time[];
  readonly notes: readonly Note[];
}

/** A sum of money as it stands in the text, before anyone knows who gives it to whom. */
export interface SumMention extends Range {
  /** In units of the currency: 90e9, not 90. For a range ("$2-3 billion") the lower end; `amountTo` has the upper. */
  readonly amount: number;
  readonly amountTo?: number;
  /** ISO 4217. */
  readonly currency: string;
  /** True where the sign was ambiguous or broken and the currency had to be inferred. */
  readonly inferred: boolean;
  /** "more than", "up to", "about": TIMEX3-like modifier. */
  readonly mod?: "MORE_THAN" | "LESS_THAN" | "APPROX" | "EQUAL_OR_LESS" | "EQUAL_OR_MORE";
  /** "90 billion euros ($105 billion)": the conversion in brackets, which is not a sum of its own. */
  readonly conversion?: { readonly amount: number; readonly currency: string } & Range;
  readonly rule: string;
}

/** What the sums stage gives. */
export interface Sums {
  readonly sums: readonly SumMention[];
  readonly notes: readonly Note[];
}
