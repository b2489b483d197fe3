import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encounters, mergeInto } from "../../src/desk/encounters.ts";
import { identities } from "../../src/desk/identities.ts";
import type { Encounter, KeptReport } from "../../src/desk/types.ts";
import { build } from "./build.ts";

const day = fc.integer({ min: 1, max: 28 }).map((d) => `2025-03-${String(d).padStart(2, "0")}`);
const who = fc.constantFrom(
  "Emmanuel Macron",
  "Vladimir Putin",
  "Zelenskyy",
  "Volodymyr Zelenskyy",
  "FRA",
  "RUS",
  "John Roe",
  "Roe",
  "leaders",
  "G20 leaders",
  "Olaf Scholz",
);
const contact = fc
  .record({
    kind: fc.constantFrom("call", "meeting", "talks", "visit", "reception", "video", "summit"),
    status: fc.constantFrom("held", "held", "planned", "possible", "negated"),
    date: fc.oneof(day, day, fc.constantFrom("", "2025-03", "2025", "2025-W10", "PAST_REF", "2025-03-05TMO")),
    parties: fc.uniqueArray(who, { minLength: 1, maxLength: 3 }),
    place: fc.constantFrom("", "", "; place Paris", "; place France", "; place Moscow"),
    ordinal: fc.constantFrom(
      "",
      "",
      "",
      "; ordinal their second call this month",
      "; ordinal their third call this month",
    ),
  })
  .map(
    ({ kind, status, date, parties, place, ordinal }) =>
      `${kind} ${status}${date ? ` ${date}` : ""}: ${parties.join(", ")}${place}${ordinal}`,
  );
/** Two leaders and few days: entries that compete for each other. */
const crowded = fc
  .record({
    kind: fc.constantFrom("call", "call", "talks", "meeting"),
    status: fc.constantFrom("held", "held", "planned"),
    date: fc.constantFrom("", "2025-03-03", "2025-03-04", "2025-03-05", "2025-03", "2025-W10"),
    parties: fc.constantFrom("Emmanuel Macron, Olaf Scholz", "Emmanuel Macron, Olaf Scholz", "FRA, DEU"),
    place: fc.constantFrom("", "; place Paris", "; place France", "; place Berlin"),
  })
  .map(({ kind, status, date, parties, place }) => `${kind} ${status}${date ? ` ${date}` : ""}: ${parties}${place}`);
const closeDay = fc.integer({ min: 2, max: 6 }).map((d) => `2025-03-0${d}`);
const reportsOf = (one: fc.Arbitrary<string>, on: fc.Arbitrary<string | null>, most: number) =>
  fc
    .array(fc.record({ published: on, contacts: fc.array(one, { minLength: 1, maxLength: 3 }) }), {
      minLength: 1,
      maxLength: most,
    })
    .map((list) => list.map((r, i) => build(`r${i}`, r)));
const reports = fc.oneof(
  reportsOf(contact, fc.oneof(day, day, day, fc.constant(null)), 9),
  reportsOf(crowded, closeDay, 12),
);

const from = (list: readonly KeptReport[]): Encounter[] => encounters(list, identities(list));

describe("the merging of encounters", () => {
  it("does not depend on the order of the reports", () => {
    fc.assert(
      fc.property(reports, fc.infiniteStream(fc.nat()), (list, random) => {
        const keys = new Map(list.map((r) => [r, random.next().value as number]));
        const other = list.toSorted((a, b) => keys.get(a)! - keys.get(b)!);
        expect(identities(other).list).toEqual(identities(list).list);
        expect(from(other)).toEqual(from(list));
      }),
      { numRuns: 120 },
    );
  });

  it("gives the same report by report as at once", () => {
    fc.assert(
      fc.property(reports, (list) => {
        let standing: Encounter[] = [];
        list.forEach((report, i) => {
          standing = mergeInto(standing, [report], identities(list.slice(0, i + 1)));
        });
        expect(standing).toEqual(from(list));
      }),
      { numRuns: 120 },
    );
  });

  it("takes a new reading of a report in the old one's place", () => {
    fc.assert(
      fc.property(reports, contact, (list, again) => {
        const reread = build("r0", { published: list[0]!.published, contacts: [again] });
        const now = [reread, ...list.slice(1)];
        expect(mergeInto(from(list), [reread], identities(now))).toEqual(from(now));
      }),
      { numRuns: 120 },
    );
  });

  it("keeps every entry in exactly one encounter, and never two of one report in one", () => {
    fc.assert(
      fc.property(reports, (list) => {
        const found = from(list);
        const all = found.flatMap((e) => e.entries.map((x) => `${x.report} ${x.contact.id}`)).sort();
        expect(all).toEqual(list.flatMap((r) => r.record.contacts.map((c) => `${r.id} ${c.id}`)).sort());
        for (const e of found) expect(new Set(e.entries.map((x) => x.report)).size).toBe(e.entries.length);
        expect(new Set(found.map((e) => e.id)).size).toBe(found.length);
      }),
      { numRuns: 120 },
    );
  });
});
