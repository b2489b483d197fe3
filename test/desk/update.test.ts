import fc from "fast-check";
import { expect, it } from "vitest";
import { identities } from "../../src/desk/identities.ts";
import type { Identities, KeptReport } from "../../src/desk/types.ts";
import { updateIdentities } from "../../src/desk/update-identities.ts";
import { build } from "./build.ts";

/** Namesakes, spellings, shortened names, surnames alone, and offices that part people or only seem to. */
const actor = fc.constantFrom(
  "Emmanuel Macron",
  "Emmanuel Macron, FRA, President; surface the French president",
  "Macron",
  "Macron, FRA",
  "Brigitte Macron",
  "Volodymyr Zelenskyy",
  "Zelensky, UKR",
  "Luis Murillo, COL",
  "Luis Gilberto Murillo, COL, foreign minister",
  "Luis Murillo, PAN, president",
  "Murillo",
  "Murillo, PAN",
  "John Roe, USA, secretary",
  "John Roe, GBR, secretary",
  "John Roe, GBR?",
  "John Q Roe",
  "Roe",
  "Roe, FRA?, secretary",
  "George Bush, USA, President",
  "Bush",
  "FRA",
  "Nato",
  "NATO",
  "leaders",
);
const day = fc.constantFrom("2003-03-01", "2003-03-09", "2021-05-01", "2021-05-05", "2021-06-30", null);
const report = fc.record({
  published: day,
  actors: fc.uniqueArray(actor, { maxLength: 5, selector: (one) => one.split(",")[0] }),
});
const reports = fc.array(report, { minLength: 1, maxLength: 8 });
const built = (list: readonly { published: string | null; actors: string[] }[]): KeptReport[] =>
  list.map((one, i) => build(`r${i}`, one));

/** Identities in a form that two of them can be compared by. */
const known = (ids: Identities, all: readonly KeptReport[]) => ({
  list: ids.list,
  who: all.flatMap(({ id, record }) => record.actors.map(({ name }) => [id, name, ids.of(id, name)])),
  named: ["Macron", "Roe", "Murillo", "nato"].map((name) => ids.named(name).map(({ id }) => id)),
});

it("identities are the same report by report as of all reports at once", () => {
  fc.assert(
    fc.property(reports, (given) => {
      const all = built(given);
      let now = identities([]);
      all.forEach((one, i) => {
        now = updateIdentities(now, [one]).identities;
        const upTo = all.slice(0, i + 1);
        expect(known(now, upTo)).toEqual(known(identities(upTo), upTo));
      });
    }),
    { numRuns: 400 },
  );
});

it("identities are the same after some reports were read again and others came", () => {
  fc.assert(
    fc.property(reports, reports, (given, later) => {
      const [before, after] = [built(given), built(later)];
      const fresh = after.filter((_, i) => i % 2 === 0 || i >= before.length);
      const all = [...before.filter(({ id }) => !fresh.some((one) => one.id === id)), ...fresh];
      expect(known(updateIdentities(identities(before), fresh).identities, all)).toEqual(known(identities(all), all));
    }),
    { numRuns: 400 },
  );
});
