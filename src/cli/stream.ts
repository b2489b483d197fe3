import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { splitLines } from "../intake/lines.ts";
import { inOrder } from "../intake/ordered.ts";
import { Pool } from "../intake/pool.ts";
import { type Answer, errorRow } from "../intake/row.ts";
import { DataError, InputError } from "../record/errors.ts";
import { EXIT } from "./exit.ts";
import { print } from "./output.ts";
import { progressOn } from "./progress.ts";

export interface StreamOptions {
  /** Threads that read. */
  readonly workers: number;
  /** The most bytes of a row. */
  readonly maxRow: number;
}

/** Rows under way for each thread, and bytes of rows under way in all. */
const WINDOW = { rows: 8, bytes: 64 * 1024 * 1024 };

/**
 * Reads a stream of JSON rows from a path or "-" and prints one line for each row, in order.
 * Returns the exit code: 4 where some rows failed, else 0. Throws InputError where the stream cannot be read, and
 * DataError where the reader cannot start.
 */
export async function readStream(where: string, options: StreamOptions): Promise<number> {
  const { chunks, bytes } = await source(where);
  const progress = progressOn(process.stderr, bytes);
  const pool = new Pool(options.workers);
  let failed = 0;
  try {
    await inOrder(
      splitLines(chunks, options.maxRow),
      { items: WINDOW.rows * options.workers, weight: WINDOW.bytes },
      (line) => line.bytes?.length ?? 0,
      (line): Promise<Answer> => {
        if (!line.bytes) return Promise.resolve(errorRow(line.number, tooLong(options.maxRow)));
        return pool.read({ row: line.number, bytes: line.bytes }).catch((error) => {
          if (error instanceof DataError) throw error;
          return errorRow(line.number, error);
        });
      },
      async (answer, line) => {
        if (answer.failed) failed += 1;
        progress.row(answer.failed, line.size);
        await print(`${answer.line}\n`);
      },
    );
  } finally {
    progress.stop();
    await pool.close();
    if (where === "-") process.stdin.destroy();
  }
  if (failed > 0) {
    const rows = failed === 1 ? "1 row" : `${failed} rows`;
    process.stderr.write(`chancery: ${rows} could not be read; their lines say why.\n`);
  }
  return failed > 0 ? EXIT.rows : EXIT.ok;
}

const tooLong = (limit: number): InputError =>
  new InputError(`The row is longer than ${Math.round(limit / 1024 / 1024)} MB; --max-size raises the limit.`);

async function source(where: string): Promise<{ chunks: AsyncIterable<Uint8Array>; bytes: number | undefined }> {
  if (where === "-") return { chunks: process.stdin, bytes: undefined };
  const found = await stat(where).catch(() => undefined);
  if (!found) throw new InputError(`${where} cannot be read: there is no such file.`);
  if (found.isDirectory()) throw new InputError(`${where} is a folder; name a file of rows.`);
  return {
    chunks: createReadStream(where, { highWaterMark: 256 * 1024 }),
    bytes: found.isFile() ? found.size : undefined,
  };
}
