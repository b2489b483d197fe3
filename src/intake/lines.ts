/** A line of a stream, without its line end. */
export interface Line {
  /** Number of the line in the stream, from 1; empty lines count. */
  readonly number: number;
  /** Bytes of the line with its line end. */
  readonly size: number;
  /** The line's own bytes (no other buffer is shared), or null where it was longer than the limit. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

const NEWLINE = 0x0a;

/**
 * Splits chunks into lines, in time and memory that grow with the bytes alone: of a line longer than `limit` bytes
 * nothing is kept. Lines of white space are passed over.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  const add = (part: Uint8Array): void => {
    size += part.length;
    if (size > limit) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const take = (): Line | undefined => {
    number += 1;
    const line = { number, size: size + 1, bytes: size > limit ? null : joined(parts, size) };
    parts = [];
    size = 0;
    return line.bytes && blank(line.bytes) ? undefined : line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, end));
      from = end + 1;
      const line = take();
      if (line) yield line;
    }
    add(chunk.subarray(from));
  }
  if (size === 0) return;
  const last = take();
  if (last) yield last;
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const blank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
