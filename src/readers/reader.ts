import type { Record } from "../record/schema.ts";
import type { Report } from "../source/report.ts";

/** Report in, record out. */
export interface Reader {
  readonly name: string;
  /** The record of a report; its offsets point into `report.text`, and it holds the report's own notes first. */
  read(report: Report): Record;
}
