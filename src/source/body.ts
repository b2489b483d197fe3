import type { IncomingMessage } from "node:http";
import type { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { FetchError } from "../record/errors.ts";

/** A page that repeats itself a thousandfold when unpacked is a bomb; real pages stay below fifty. */
const MAX_RATIO = 200;
const RATIO_FROM = 1024 * 1024;

/**
 * The body of an answer, unpacked, at most `limit` bytes.
 * Throws FetchError where it is larger, unpacks to many times its size, or is packed in an unknown way.
 */
export async function readBody(
  response: IncomingMessage,
  limit: number,
  host: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const announced = Number(response.headers["content-length"]);
  if (announced > limit) throw tooLarge(response, host, limit);
  const parts: Uint8Array[] = [];
  let size = 0;
  let packed = 0;
  response.on("data", (part: Uint8Array) => {
    packed += part.length;
  });
  const collect = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const part of source) {
      size += part.length;
      if (size > limit) throw tooLarge(response, host, limit);
      if (size > RATIO_FROM && size > packed * MAX_RATIO) {
        throw new FetchError(`The answer of ${host} unpacks to many times its size; it was refused.`);
      }
      parts.push(part);
    }
  };
  try {
    const unpack = unpacker(response.headers["content-encoding"], host);
    if (unpack) await pipeline(response, unpack, collect, { signal });
    else await pipeline(response, collect, { signal });
  } catch (error) {
    response.destroy();
    if (String((error as NodeJS.ErrnoException).code).startsWith("Z_")) {
      throw new FetchError(`The answer of ${host} is packed wrongly.`);
    }
    throw error;
  }
  return Buffer.concat(parts);
}

function unpacker(encoding: string | undefined, host: string): Transform | undefined {
  switch ((encoding ?? "identity").trim().toLowerCase()) {
    case "":
    case "identity":
      return undefined;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      throw new FetchError(`The answer of ${host} is packed as "${encoding?.slice(0, 40)}", which is not read.`);
  }
}

function tooLarge(response: IncomingMessage, host: string, limit: number): FetchError {
  response.destroy();
  return new FetchError(`The answer of ${host} is larger than ${Math.round(limit / 1024 / 1024)} MB.`);
}
