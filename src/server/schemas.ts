import * as z from "zod";
import { Evidence, Note, Record } from "../record/index.ts";
import { Contact, Event, Money, Statement } from "../record/schema.ts";

/** The forms of reports, entries and layers in answers. */

export const EntryType = z.enum(["contact", "statement", "event", "sum"]);
export const ReportKind = z.enum(["text", "html", "pdf"]);
export const Day = z.iso.date().describe("ISO day, YYYY-MM-DD");
export const ReportId = z
  .string()
  .regex(/^[0-9a-f]{6,64}$/, "it must be a report's id, or a start of it of 6 characters or more")
  .describe("SHA-256 of the report's normalised text, or a start of it that only one has");
export const EntryKey = z
  .string()
  .regex(/^[0-9a-f]{20}$/, "it must be an entry's key of 20 hexadecimal digits")
  .describe("key of an entry");

export const ReportSummary = z.object({
  id: z.string(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  publisher: z.string().nullable(),
  address: z.string().nullable(),
  kind: ReportKind,
  addedAt: z.string().describe("ISO instant"),
});

const standing = {
  key: z.string(),
  layers: z.array(z.int()).describe("layers that made or changed it"),
  confirmed: z.boolean(),
  added: z.boolean().describe("true: a person added it"),
};

/** An entry with what it says, by its type. */
const byType = <T extends z.ZodRawShape>(more: T) =>
  z.discriminatedUnion("type", [
    z.object({ type: z.literal("contact"), ...standing, entry: Contact, ...more }),
    z.object({ type: z.literal("statement"), ...standing, entry: Statement, ...more }),
    z.object({ type: z.literal("event"), ...standing, entry: Event, ...more }),
    z.object({ type: z.literal("sum"), ...standing, entry: Money, ...more }),
  ]);

export const CurrentEntry = byType({});

export const Entry = byType({
  report: z.string(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  from: z.string().nullable().describe("first day on which it may lie"),
  to: z.string().nullable(),
  parts: z.array(
    z.object({ role: z.string(), name: z.string(), actor: z.string().describe("after merges and splits") }),
  ),
});

export const Report = ReportSummary.extend({
  text: z.string().describe("plain text; every offset points into it"),
  notes: z.array(Note).describe("what had to be mended to read it"),
  record: Record.describe("as it was read; corrections are in `entries`"),
  readings: z.array(z.object({ reader: z.string(), readAt: z.string() })).describe("the newest first"),
  entries: z.array(CurrentEntry).describe("as they stand, with the layers applied"),
});

const target = z.object({ report: z.string(), key: z.string(), type: EntryType, read: z.unknown() });

export const Layer = z
  .object({
    id: z.int(),
    author: z.string(),
    at: z.string().describe("ISO instant"),
    reason: z.string(),
    active: z.boolean().describe("false: it was undone"),
    body: z.discriminatedUnion("type", [
      z.object({ type: z.literal("correct"), target, field: z.string(), becomes: z.unknown() }),
      z.object({ type: z.literal("confirm"), target }),
      z.object({ type: z.literal("remove"), target }),
      z.object({
        type: z.literal("add"),
        report: z.string(),
        key: z.string(),
        entryType: EntryType,
        entry: z.unknown(),
      }),
      z.object({ type: z.literal("merge"), names: z.array(z.string()), into: z.string() }),
      z.object({
        type: z.literal("split"),
        name: z.string(),
        into: z.string(),
        reports: z.array(z.string()),
      }),
      z.object({ type: z.literal("undo"), layer: z.int() }),
    ]),
  })
  .describe("what a person changed, when and why; nothing is overwritten");

export const Count = z.object({ value: z.string(), count: z.int() });

export { Evidence };
