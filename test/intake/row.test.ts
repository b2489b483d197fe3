import { describe, expect, test } from "vitest";
import { readRow } from "../../src/intake/row.ts";
import type { Reader } from "../../src/readers/reader.ts";
import { Record } from "../../src/record/schema.ts";
import type { Report } from "../../src/source/report.ts";

const record = (report: Report): Record => ({
  schema: "chancery-record-1",
  reader: "test",
  published: report.published,
  title: report.title,
  language: "en",
  actors: [],
  contacts: [],
  statements: [],
  events: [],
  money: [],
  times: [],
  notes: [...report.notes],
});
const seen: Report[] = [];
const reader: Reader = {
  name: "test",
  read(report) {
    if (report.text === "crash") throw new TypeError("undefined is not a function");
    seen.push(report);
    return record(report);
  },
};
const row = (value: unknown) => {
  const bytes = typeof value === "string" ? Buffer.from(value) : Buffer.from(JSON.stringify(value));
  const answer = readRow(bytes, 7, reader);
  return { ...answer, value: JSON.parse(answer.line) as { [key: string]: unknown } };
};

describe("a row", () => {
  test("gives its id and its record", () => {
    const { value, failed } = row({
      id: "a",
      text: "Hello",
      published: "2025-12-21",
      title: "T",
      url: "https://a.example",
    });
    expect(failed).toBe(false);
    const { id, ...rest } = value;
    expect(id).toBe("a");
    expect(Record.parse(rest)).toMatchObject({ published: "2025-12-21", title: "T" });
    expect(seen.at(-1)).toMatchObject({ address: "https://a.example", kind: "text" });
  });

  test("may leave out all but its text, and give a time with its date", () => {
    expect(row({ text: "Hello" }).value).not.toHaveProperty("id");
    expect(row({ id: null, text: "x", published: "2025-12-21T23:59:00Z" }).value).toMatchObject({
      id: null,
      published: "2025-12-21",
    });
    expect(row({ text: "x", published: null, title: "" }).value).toMatchObject({ published: null, title: null });
  });

  test("keeps the places of its characters", () => {
    row({ text: "a\r\nb\u0000c" });
    expect(seen.at(-1)?.text).toBe("a \nb c");
  });

  test.each([
    ["no JSON", "{oops", /not valid JSON/],
    ["a list", [1], /no JSON object/],
    ["null", "null", /no JSON object/],
    ["no text", { id: 3 }, /no "text"/],
    ["text of another kind", { id: 3, text: 4 }, /no "text"/],
    ["an empty text", { id: 3, text: " \n" }, /empty/],
    ["a day that is none", { id: 3, text: "x", published: "2025-02-30" }, /"2025-02-30" is not/],
    ["a number for a date", { id: 3, text: "x", published: 2025 }, /must be a string/],
    ["a crash of the reader", { id: 3, text: "crash" }, /Internal error: undefined is not/],
  ])("%s gives an error row", (_, value, message) => {
    const answer = row(value);
    expect(answer.failed).toBe(true);
    expect(answer.value).toMatchObject({ row: 7, error: expect.stringMatching(message) });
    if (typeof value === "object" && "id" in value) expect(answer.value.id).toBe(3);
  });

  test("a million brackets are an error, not a crash", () => {
    expect(row("[".repeat(1_000_000)).failed).toBe(true);
    expect(row(`{"text":${"[".repeat(1_000_000)}`).failed).toBe(true);
  });

  test("bytes that are no UTF-8 are mended and noted", () => {
    const answer = readRow(Buffer.from('{"text":"caf\xe9"}', "latin1"), 1, reader);
    expect(JSON.parse(answer.line).notes[0].kind).toBe("encoding-mended");
    expect(seen.at(-1)?.text).toBe("café");
  });
});
