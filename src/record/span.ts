/**
 * A stretch of the report's original text.
 * `from` and `to` are UTF-16 offsets into that text (`to` is exclusive); `quote` is exactly `text.slice(from, to)`.
 */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly quote: string;
}

/** The span of `text` between two offsets. */
export const spanOf = (text: string, from: number, to: number): Span => ({ from, to, quote: text.slice(from, to) });

/** A span with only its offsets, where the words are not needed. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export const overlaps = (a: Range, b: Range): boolean => a.from < b.to && b.from < a.to;
export const contains = (outer: Range, inner: Range): boolean => outer.from <= inner.from && inner.to <= outer.to;
