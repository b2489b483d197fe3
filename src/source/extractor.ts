import { parentPort, workerData } from "node:worker_threads";
import { InputError } from "../record/errors.ts";
import type { Content } from "./report.ts";
import type { Extracted, Extraction } from "./sandbox.ts";

/** The thread behind sandbox.ts: one HTML page or PDF in, its content or the reason why not out. */
async function run({ kind, bytes, charset }: Extraction): Promise<Content> {
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
