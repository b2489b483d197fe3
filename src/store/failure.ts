import { ChanceryError, StoreError } from "../record/errors.ts";

const READ_ONLY =
  "is read-only: what was kept stays as it was, and nothing can be added. Give this user leave to write it.";
const FULL =
  "could not grow, the disk is full: what was not acknowledged was not kept, all else is as it was. Make room and run it again.";
const DAMAGED = "is damaged. Keep a copy, then try `sqlite3 FILE .recover`.";

/** SQLite's primary result codes that a person can do something about. */
const SQLITE: Readonly<Record<number, string>> = {
  5: "is in use by another process that does not let go of it. Try again when that one has ended.",
  8: READ_ONLY,
  10: "cannot be read or written, the disk reports an error.",
  11: DAMAGED,
  13: FULL,
  14: "cannot be opened: the folder is not there, or this user may not use it.",
  26: "is no Chancery store: it is not a database. Name another file with --store.",
};

/** PostgreSQL's error codes, and Node's for connections. */
const POSTGRES: Readonly<Record<string, string>> = {
  ECONNREFUSED: "does not answer: no server listens there.",
  ENOTFOUND: "cannot be found: no such host.",
  EAI_AGAIN: "cannot be found: its host's name cannot be looked up now.",
  ETIMEDOUT: "does not answer in time.",
  ECONNRESET: "broke the connection off. What was not acknowledged was not kept.",
  "28P01": "refuses the password.",
  "28000": "refuses this user.",
  "3D000": "has no such database; make it with `createdb`.",
  "42501": "does not give this user the rights that the store needs.",
  "25006": READ_ONLY,
  "53100": FULL,
  "53300": "has no connection left.",
  "57P01": "was shut down. What was not acknowledged was not kept.",
  "57P03": "is starting up or shutting down; try again.",
};

/** Files that the system refuses. */
const FILES: Readonly<Record<string, string>> = {
  ENOENT: "does not exist. `chancery add` makes a store.",
  EACCES: "cannot be opened: permission is denied.",
  EROFS: "cannot be made: the disk is read-only.",
  ENOTDIR: "cannot be made: part of the path is no folder.",
  EEXIST: "cannot be made: part of the path is no folder.",
  ENOSPC: FULL,
};

/** The StoreError that says in plain words what a database's own error means. Chancery's own errors stay. */
export function storeError(error: unknown, where: string): Error {
  if (error instanceof ChanceryError) return error;
  const { code, errcode, message } = error as { code?: string; errcode?: number; message?: string };
  const known =
    code === "ERR_SQLITE_ERROR" ? SQLITE[(errcode ?? 0) & 0xff] : (POSTGRES[code ?? ""] ?? FILES[code ?? ""]);
  const what = known ?? brokenOff(message) ?? `failed: ${message || code || String(error)}.`;
  return new StoreError(`The store ${where} ${what}`, { cause: error });
}

const brokenOff = (message = ""): string | undefined =>
  /connection (?:terminated|ended)|not queryable/i.test(message) ? POSTGRES.ECONNRESET : undefined;

/** Whether PostgreSQL gave a transaction up only for another's sake. */
export const worthRetrying = (error: unknown): boolean =>
  ["40001", "40P01"].includes((error as { code?: string })?.code ?? "");
