import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readReport } from "../../src/reading/read.ts";
import type { Contact } from "../../src/record/schema.ts";

interface Case {
  readonly text: string;
  readonly published?: string | null;
  readonly contacts?: readonly Partial<Contact>[];
  readonly nothing?: true;
}

const cases = parse(readFileSync(new URL("../cases/contacts.yaml", import.meta.url), "utf8")) as Case[];

/** Only the fields that the case tells, parties in one order. */
const shape = (contact: Partial<Contact>, like: Partial<Contact>): Partial<Contact> =>
  Object.fromEntries(
    Object.keys(like).map((field) => {
      const value = contact[field as keyof Contact];
      return [field, field === "parties" ? [...(value as string[])].sort() : value];
    }),
  );

describe("readContacts", () => {
  it("has a case for every mechanism", () => expect(cases.length).toBeGreaterThanOrEqual(70));

  it.each(cases.map((c) => [c.text, c] as const))("%s", (text, { published = "2024-05-17", contacts = [] }) => {
    const found = readReport(text, { published }).contacts;
    expect(found.map((c) => `${c.kind} ${c.trigger}`)).toHaveLength(contacts.length);
    for (const wanted of contacts) expect(found.map((c) => shape(c, wanted))).toContainEqual(shape(wanted, wanted));
  });
});
