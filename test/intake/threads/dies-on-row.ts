import { parentPort } from "node:worker_threads";
import type { RowRequest } from "../../../src/intake/worker.ts";

/** Answers rows with their number; dies on rows divisible by three, in one of two ways. */
parentPort?.on("message", ({ row }: RowRequest) => {
  if (row % 6 === 3) process.exit(1);
  if (row % 6 === 0) throw new Error("out of luck");
  parentPort?.postMessage({ line: String(row), failed: false });
});
parentPort?.postMessage("ready");
