import type { Record } from "../record/schema.ts";
import type { Report } from "../source/report.ts";
import { dayWithWeekday } from "./dates.ts";
import { putActor, putContact, putEvent, putMoney, putNote, putStatement, putTime } from "./entries.ts";
import { Lines } from "./excerpt.ts";
import { listed } from "./names.ts";
import { Sheet } from "./sheet.ts";

export interface TextOptions {
  /** Columns of a line, 40 at least. */
  readonly width: number;
  readonly colour: boolean;
  /** Add the rule behind each value, and whether it was stated or inferred. */
  readonly why?: boolean;
  /** Put above the record, where several are printed. */
  readonly heading?: string;
}

/**
 * A record for eyes: contacts, statements, events, sums, times, notes and actors, each with the report's own words
 * behind a bar and the number of their line (from 1). Ends with a line end.
 */
export function textFormat(report: Report, record: Record, options: TextOptions): string {
  const sheet = new Sheet(new Lines(report.text), options);
  const why = options.why === true;
  putHead(sheet, report, record, options);
  section(sheet, "Contacts", record.contacts, (contact) => putContact(sheet, contact, why));
  section(sheet, "Statements", record.statements, (statement) => putStatement(sheet, statement, why));
  section(sheet, "Events", record.events, (event) => putEvent(sheet, event, why));
  section(sheet, "Sums", record.money, (money) => putMoney(sheet, money, why));
  section(sheet, "Times", record.times, (time) => putTime(sheet, time, why), "dense");
  section(sheet, "Notes", record.notes, (note) => putNote(sheet, note), "dense");
  section(sheet, "Actors", record.actors, (actor) => putActor(sheet, actor, why), "dense");
  putMissing(sheet, record);
  return `${sheet.lines.join("\n")}\n`;
}

function putHead(sheet: Sheet, report: Report, record: Record, options: TextOptions): void {
  if (options.heading) sheet.paragraph(sheet.faint(options.heading));
  const title = record.title ?? report.title;
  if (title) sheet.paragraph(sheet.strong(title));
  const published = record.published
    ? `published ${dayWithWeekday(record.published)}`
    : "day of publication not known: days of the week and “yesterday” stay unsettled";
  sheet.paragraph({ text: [report.publisher, published, report.address].filter(Boolean).join(" · ") });
}

function section<T extends object>(
  sheet: Sheet,
  title: string,
  entries: readonly T[],
  put: (entry: T) => void,
  spacing: "airy" | "dense" = "airy",
): void {
  if (entries.length === 0) return;
  sheet.heading(title, tally(entries));
  entries.forEach((entry, i) => {
    if (i > 0 && spacing === "airy") sheet.blank();
    put(entry);
  });
}

const STATUS_WORDS: Readonly<{ [status: string]: string }> = { actual: "done" };

/** "3 held, 1 negated" where the entries have a status, or their number. */
function tally(entries: readonly object[]): string {
  const counts = Map.groupBy(entries, (entry) => ("status" in entry ? String(entry.status) : ""));
  return [...counts].map(([status, all]) => `${all.length} ${STATUS_WORDS[status] ?? status}`.trim()).join(", ");
}

function putMissing(sheet: Sheet, record: Record): void {
  const kinds = [
    ["contacts", record.contacts],
    ["statements", record.statements],
    ["events", record.events],
    ["sums of money", record.money],
  ] as const;
  const missing = kinds.filter(([, entries]) => entries.length === 0).map(([name]) => name);
  if (missing.length === 0) return;
  sheet.blank();
  const all = missing.length === kinds.length;
  const names = listed(missing);
  sheet.paragraph({
    text: all
      ? `Nothing for the record: this report was searched for ${names}, and none was found.`
      : `Searched for and not found in this report: ${names}.`,
  });
}
