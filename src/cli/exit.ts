import { ChanceryError, FetchError, InputError, StoreError, UsageError } from "../record/errors.ts";

/** The exit codes of every command; docs/cli.md and `chancery --help` list them. */
export const EXIT = {
  ok: 0,
  internal: 1,
  usage: 2,
  input: 3,
  rows: 4,
  store: 5,
} as const;

export const EXIT_HELP = `Exit codes:
  0  all went well
  1  an error inside Chancery
  2  the command was called wrongly
  3  an input could not be read (other files named with it were)
  4  some rows of a --jsonl stream could not be read; their lines say why
  5  the store could not be opened, read or written`;

/** The exit code that an error stands for. */
export function exitCode(error: unknown): number {
  if (error instanceof UsageError) return EXIT.usage;
  if (error instanceof InputError || error instanceof FetchError) return EXIT.input;
  if (error instanceof StoreError) return EXIT.store;
  return EXIT.internal;
}

/** Says an error on standard error: the message alone, with the stack where CHANCERY_DEBUG is set. */
export function complain(error: unknown, about?: string): void {
  const known = error instanceof ChanceryError;
  const message = (error instanceof Error ? error.message : String(error)).replace(/[.\s]*$/, ".");
  const place = about && !message.includes(about) ? `${about}: ` : "";
  const plea = known ? "" : " This is a defect in Chancery; CHANCERY_DEBUG=1 shows where.";
  process.stderr.write(`chancery: ${known ? "" : "internal error: "}${place}${message}${plea}\n`);
  if (process.env.CHANCERY_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
}
