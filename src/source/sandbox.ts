import { Worker } from "node:worker_threads";
import { InputError } from "../record/errors.ts";
import type { FeedContent } from "./feed-text.ts";
import type { Content } from "./report.ts";

/** What the extraction thread is asked. */
export interface Extraction {
  readonly kind: keyof typeof LABEL;
  readonly bytes: Uint8Array;
  readonly charset: string | undefined;
  /** Of a feed: the address against which its own are resolved. */
  readonly base?: string | null;
}

/** What it answers. `refused` is the message of an InputError, `failed` that of anything else. */
export type Extracted =
  | { readonly content: Content | FeedContent }
  | { readonly refused: string }
  | { readonly failed: string };

const LABEL = { html: "HTML page", pdf: "PDF", feed: "feed" } as const;

const LIMIT_MS = 30_000;

/**
 * Extracts a report from HTML or PDF in a thread of its own, with a limit on time (milliseconds) and memory,
 * because pages and PDFs come from strangers and their parsers cannot be interrupted.
 * Throws InputError where there is nothing to read or a limit was passed.
 */
export async function extract(
  kind: "html" | "pdf",
  bytes: Uint8Array,
  options: { charset?: string | undefined; timeLimit?: number | undefined } = {},
): Promise<Content> {
  return (await inThread({ kind, bytes, charset: options.charset }, options.timeLimit ?? LIMIT_MS)) as Content;
}

/** Reads a feed, a list of feeds or the feeds that a page names, in a thread as well. Throws InputError as `extract`. */
export async function extractFeed(
  bytes: Uint8Array,
  base: string | null,
  options: { charset?: string | undefined; timeLimit?: number | undefined } = {},
): Promise<FeedContent> {
  const request: Extraction = { kind: "feed", bytes, base, charset: options.charset };
  return (await inThread(request, options.timeLimit ?? LIMIT_MS)) as FeedContent;
}

async function inThread(request: Extraction, limit: number): Promise<Content | FeedContent> {
  const worker = new Worker(new URL("./extractor.ts", import.meta.url), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
    stdout: true,
    stderr: true,
    execArgv: [],
  });
  try {
    return answer(request.kind, await settled(worker, limit));
  } finally {
    await worker.terminate();
  }
}

function answer(kind: Extraction["kind"], extracted: Extracted | "late" | "memory"): Content | FeedContent {
  if (extracted === "late") throw new InputError(`The ${LABEL[kind]} took too long to read and was given up.`);
  if (extracted === "memory") throw new InputError(`The ${LABEL[kind]} needs too much memory and was given up.`);
  if ("content" in extracted) return extracted.content;
  if ("refused" in extracted) throw new InputError(extracted.refused);
  throw new InputError(`The ${LABEL[kind]} cannot be read: ${extracted.failed}`);
}

function settled(worker: Worker, limit: number): Promise<Extracted | "late" | "memory"> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve("late"), limit);
    const settle = (value: Extracted | "memory"): void => {
      clearTimeout(timer);
      resolve(value);
    };
    worker.once("message", (message: Extracted) => settle(message));
    worker.once("error", (error: NodeJS.ErrnoException) =>
      settle(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : { failed: error.message }),
    );
    worker.once("exit", () => settle({ failed: "its reader stopped without an answer" }));
  });
}
