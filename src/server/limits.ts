/** How much the server takes at once. */

export const MEGABYTE = 1024 * 1024;

export const UPLOAD = {
  /** Bytes of a body with a report's text. */
  text: 4 * MEGABYTE,
  /** Bytes of one file. */
  file: 20 * MEGABYTE,
  /** Bytes of an upload in all. */
  all: 64 * MEGABYTE,
  files: 20,
} as const;

/** Bytes of any other body. */
export const BODY = MEGABYTE;

/** Milliseconds until an answer is given up; the fetcher and PDFs alone may take 30 seconds each. */
export const ANSWER_MS = 30_000;
export const READING_MS = 180_000;

/** Connections to the stream of events. */
export const LISTENERS = 64;
