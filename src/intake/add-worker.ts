import { parentPort } from "node:worker_threads";
import type { Reader } from "../readers/reader.ts";
import { rulesReader } from "../readers/rules.ts";
import type { Report } from "../source/report.ts";
import type { Item } from "../store/index.ts";
import { REPORT } from "./report-request.ts";
import { type Answer, errorRow, readRow } from "./row.ts";
import type { RowRequest, WorkerMessage } from "./worker.ts";

/** An answer whose line is an Item as JSON, or an error row. */
function readItem({ row, bytes }: RowRequest): Answer {
  if (row !== REPORT) return rowItem(row, bytes);
  try {
    const report = JSON.parse(Buffer.from(bytes).toString("utf8")) as Report;
    return { line: JSON.stringify({ report, record: rulesReader.read(report) } satisfies Item), failed: false };
  } catch (error) {
    return errorRow(row, error);
  }
}

function rowItem(row: number, bytes: Uint8Array): Answer {
  let item: Item | undefined;
  const reader: Reader = {
    name: rulesReader.name,
    read(report) {
      const record = rulesReader.read(report);
      item = { report, record };
      return record;
    },
  };
  const answer = readRow(bytes, row, reader);
  return item && !answer.failed ? { line: JSON.stringify(item), failed: false } : answer;
}

const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

parentPort?.on("message", (request: RowRequest) => say(readItem(request)));
say("ready");
