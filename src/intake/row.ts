import type { Reader } from "../readers/reader.ts";
import { ChanceryError, InputError } from "../record/errors.ts";
import type { Note } from "../record/schema.ts";
import { isoDate } from "../source/dates.ts";
import { decode } from "../source/decode.ts";
import type { Report } from "../source/report.ts";
import { textContent } from "../source/text.ts";

/** One line of output. `failed` is true where it is an error row. */
export interface Answer {
  readonly line: string;
  readonly failed: boolean;
}

/** The error row of a line that could not be read. `row` counts lines from 1. */
export function errorRow(row: number, error: unknown, id?: unknown): Answer {
  const message =
    error instanceof ChanceryError ? error.message : `Internal error: ${(error as Error)?.message ?? error}`;
  return { line: JSON.stringify({ ...(id === undefined ? {} : { id }), row, error: message }), failed: true };
}

/** The output line of one row of a stream: `{"id", ...record}`, or an error row. Never throws. */
export function readRow(bytes: Uint8Array, row: number, reader: Reader): Answer {
  let id: unknown;
  try {
    const { text, notes } = decode(bytes);
    const fields = rowFields(text);
    id = fields.id;
    const record = reader.read(rowReport(fields, notes));
    return { line: JSON.stringify(id === undefined ? record : { id, ...record }), failed: false };
  } catch (error) {
    return errorRow(row, error, id);
  }
}

type Fields = { readonly [key: string]: unknown };

function rowFields(line: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new InputError("The row is not valid JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new InputError("The row is no JSON object.");
  return value as Fields;
}

function rowReport(fields: Fields, decoding: readonly Note[]): Report {
  if (typeof fields.text !== "string") throw new InputError('The row has no "text", or it is no string.');
  const content = textContent(fields.text);
  return {
    ...content,
    kind: "text",
    title: optionalString(fields, "title"),
    publisher: optionalString(fields, "publisher"),
    address: optionalString(fields, "url") ?? optionalString(fields, "address"),
    published: rowDate(optionalString(fields, "published")),
    notes: [...decoding, ...content.notes],
  };
}

function optionalString(fields: Fields, key: string): string | null {
  const value = fields[key] ?? null;
  if (value === null || typeof value === "string") return value || null;
  throw new InputError(`"${key}" must be a string or null.`);
}

/** A date, or the date part of a date and time. */
function rowDate(value: string | null): string | null {
  if (value === null) return null;
  const date = isoDate(value.replace(/[T ]\d{2}:\d{2}.*$/s, ""));
  if (date) return date;
  throw new InputError(`"published" must be a real day as YYYY-MM-DD, or null; "${value.slice(0, 40)}" is not.`);
}
