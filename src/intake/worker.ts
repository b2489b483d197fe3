import { parentPort } from "node:worker_threads";
import { rulesReader } from "../readers/rules.ts";
import { type Answer, readRow } from "./row.ts";

/** One row for a thread of the pool. `row` counts lines from 1. */
export interface RowRequest {
  readonly row: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a thread says: once that it is ready, then an answer to each row. */
export type WorkerMessage = "ready" | Answer;

const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

parentPort?.on("message", ({ row, bytes }: RowRequest) => say(readRow(bytes, row, rulesReader)));
say("ready");
