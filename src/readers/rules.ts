import { readReport } from "../reading/read.ts";
import type { Record } from "../record/schema.ts";
import type { Report } from "../source/report.ts";
import type { Reader } from "./reader.ts";

/** The reader that ships with Chancery: lexicons, rules and a small network, offline. */
export const rulesReader: Reader = {
  name: "rules",
  read(report: Report): Record {
    const { published, title, publisher } = report;
    const record = readReport(report.text, { published, title, publisher });
    return report.notes.length === 0 ? record : { ...record, notes: [...report.notes, ...record.notes] };
  },
};
