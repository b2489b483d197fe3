import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { InputError, UsageError } from "../record/errors.ts";
import { publishedOption } from "./dates.ts";
import { decode } from "./decode.ts";
import { type Fetched, type FetchOptions, fetchBytes } from "./fetch.ts";
import type { Content, Report, ReportKind } from "./report.ts";
import { extract } from "./sandbox.ts";
import { FeedError, sniff } from "./sniff.ts";
import { refuseUnreadable, textContent } from "./text.ts";

/** Bytes that are already at hand, with what is known of them. */
export interface Bytes {
  readonly bytes: Uint8Array;
  /** A file name or address; its ending helps where the bytes themselves do not tell HTML from text. */
  readonly name?: string;
  /** An HTTP Content-Type. */
  readonly contentType?: string;
}

export interface LoadOptions {
  /** The publication date, YYYY-MM-DD; it wins over what the page says of itself. */
  readonly published?: string | undefined;
  /** Let addresses lead to private, loopback and link-local hosts: all, or the named ones. */
  readonly allowPrivate?: FetchOptions["allowPrivate"];
  /** The most bytes read from a file or a stream. Default 64 MB; an address gives 20 MB at most. */
  readonly maxBytes?: number | undefined;
  /** How long extraction from HTML or PDF may take, in milliseconds. Default 30,000. */
  readonly timeLimit?: number | undefined;
  /** Where "-" reads from. Default standard input. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
}

/** 64 MB. */
export const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Loads a report from a path, "-" (standard input), an http or https address, or bytes.
 * Throws InputError where it cannot be read (missing, too large, empty, binary, encrypted, no article),
 * FetchError where an address is refused or does not answer, UsageError for a wrong date or scheme.
 */
export async function loadReport(where: string | Bytes, options: LoadOptions = {}): Promise<Report> {
  const published = options.published === undefined ? undefined : publishedOption(options.published);
  const source = typeof where === "string" ? await bytesAt(where, options) : where;
  const kind = kindOf(source);
  const content = await contentOf(kind, source, options);
  const address = (source as Partial<Fetched>).address ?? content.address;
  return { ...content, kind, address, published: published ?? content.published };
}

function kindOf(source: Bytes): ReportKind {
  try {
    return sniff(source.bytes, source.contentType, source.name);
  } catch (error) {
    if (error instanceof FeedError) error.source = source;
    throw error;
  }
}

/** Whether a place named on the command line is an address rather than a path. */
export const isAddress = (where: string): boolean => /^https?:\/\//i.test(where);

async function contentOf(kind: ReportKind, source: Bytes, options: LoadOptions): Promise<Content> {
  const charset = /charset\s*=\s*["']?([\w-]+)/i.exec(source.contentType ?? "")?.[1];
  if (kind !== "text") {
    const content = await extract(kind, source.bytes, { charset, timeLimit: options.timeLimit });
    refuseUnreadable(content.text);
    return content;
  }
  const decoded = decode(source.bytes, { charset });
  const content = textContent(decoded.text);
  return { ...content, notes: [...decoded.notes, ...content.notes] };
}

async function bytesAt(where: string, options: LoadOptions): Promise<Bytes | Fetched> {
  const limit = options.maxBytes ?? MAX_BYTES;
  if (where === "-") return { bytes: await gather(options.stdin ?? process.stdin, limit, "Standard input") };
  if (isAddress(where)) return fetchBytes(where, { allowPrivate: options.allowPrivate });
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(where))
    throw new UsageError(`"${where}": only paths and http or https addresses are read.`);
  return { bytes: await fileBytes(where, limit), name: where };
}

async function fileBytes(path: string, limit: number): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new InputError(`${path} is a folder; name the files in it.`);
    return await gather(createReadStream(path), limit, path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `${path} cannot be read: ${FILE_ERRORS[(error as NodeJS.ErrnoException).code ?? ""] ?? (error as Error).message}.`,
    );
  }
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "permission is denied",
  ENAMETOOLONG: "the name is too long",
  ENOTDIR: "part of the path is no folder",
  ELOOP: "its links lead in a circle",
};

async function gather(stream: AsyncIterable<Uint8Array>, limit: number, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > limit)
      throw new InputError(
        `${name} holds more than ${megabytes(limit)}; a report is seldom over 1 MB. Raise --max-size to read it all the same.`,
      );
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const megabytes = (bytes: number): string => `${Number((bytes / 1024 / 1024).toPrecision(3))} MB`;
