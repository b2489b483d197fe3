import { parentPort, workerData } from "node:worker_threads";
import { InputError } from "../record/errors.ts";
import type { FeedContent } from "./feed-text.ts";
import type { Content } from "./report.ts";
import type { Extracted, Extraction } from "./sandbox.ts";

/** The thread behind sandbox.ts: one HTML page, PDF or feed in, its content or the reason why not out. */
async function run({ kind, bytes, charset, base = null }: Extraction): Promise<Content | FeedContent> {
  if (kind === "feed") return (await import("./feed-text.ts")).feedContent(bytes, base, charset);
  if (kind === "pdf") return (await import("./pdf.ts")).pdfContent(bytes);
  return (await import("./html.ts")).htmlContent(bytes, charset);
}

const outcome = await run(workerData as Extraction).then(
  (content): Extracted => ({ content }),
  (error: unknown): Extracted => {
    if (error instanceof InputError) return { refused: error.message };
    if (error instanceof RangeError) return { failed: "it is nested too deep" };
    return { failed: error instanceof Error ? error.message : String(error) };
  },
);
parentPort?.postMessage(outcome);
