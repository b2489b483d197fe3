/** The root of every error that Chancery raises on purpose. The message says what is wrong, where, and what to do. */
export class ChanceryError extends Error {
  override name = "ChanceryError";
}

/** The input cannot be read: empty, binary, encrypted, too large, not an article. */
export class InputError extends ChanceryError {
  override name = "InputError";
}

/** An address was refused or did not answer. */
export class FetchError extends ChanceryError {
  override name = "FetchError";
}

/** The command was called wrongly. */
export class UsageError extends ChanceryError {
  override name = "UsageError";
}

/** A lexicon or model file is missing or malformed. */
export class DataError extends ChanceryError {
  override name = "DataError";
}

/** The store cannot be opened, read or written: missing, read-only, full, newer than the program, no database. */
export class StoreError extends ChanceryError {
  override name = "StoreError";
}
