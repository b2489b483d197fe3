import { describe, expect, test } from "vitest";
import { cellValues, lexiconRows } from "../../src/lexicon/tsv.ts";
import { Sector } from "../../src/record/schema.ts";

type Row = Readonly<Record<string, string>>;

const file = (name: string): Row[] => lexiconRows<string>(name);
const states = file("states.tsv");
const bodies = file("bodies.tsv");
const places = file("places.tsv");
const titles = file("titles.tsv");
const metonyms = file("metonyms.tsv");
const givenNames = file("given-names.tsv");
const bodyOffices = file("body-offices.tsv");
const countryOffices = file("country-offices-other.tsv");

const values = (row: Row, ...columns: string[]): string[] => columns.flatMap((column) => cellValues(row[column]!));
const codes = new Set(states.map((row) => row.iso3));
const bodyNames = new Set(bodies.map((row) => row.name));
const sectors = new Set<string>(Sector.options);
const officeKeys = new Set(titles.map((row) => row.office));

/** The values that occur more than once. */
const twice = (all: readonly string[]): string[] => all.filter((value, at) => all.indexOf(value) !== at);

/** Values of a column that are not among those allowed; an empty cell counts only if "" is allowed. */
const strangers = (rows: readonly Row[], column: string, allowed: { has(value: string): boolean }): string[] =>
  rows.map((row) => row[column]!).filter((value) => !allowed.has(value));

const orNone = (known: ReadonlySet<string | undefined>) => ({
  has: (value: string) => value === "" || known.has(value),
});

/** Words that stand in several rows though not every one of these rows marks them as ambiguous. */
function unmarked(rows: readonly Row[], ...columns: string[]): string[] {
  const seen = new Map<string, { rows: number; marked: number }>();
  for (const row of rows) {
    const marked = new Set(values(row, "ambiguous"));
    for (const word of new Set(values(row, ...columns))) {
      const count = seen.get(word) ?? { rows: 0, marked: 0 };
      seen.set(word, { rows: count.rows + 1, marked: count.marked + (marked.has(word) ? 1 : 0) });
    }
  }
  return [...seen].filter(([, count]) => count.rows > 1 && count.marked < count.rows).map(([word]) => word);
}

/** Words marked as ambiguous that their row does not have. */
const strayMarks = (rows: readonly Row[], ...columns: string[]): string[] =>
  rows.flatMap((row) => values(row, "ambiguous").filter((word) => !values(row, ...columns).includes(word)));

const stateWords = ["names", "adjectives", "people", "capitals"];

describe("states", () => {
  test("codes are ISO 3166 alpha-3 in form and unique", () => {
    expect(states.filter((row) => !/^[A-Z]{3}$/.test(row.iso3!))).toEqual([]);
    expect(twice(states.map((row) => row.iso3!))).toEqual([]);
    expect(strangers(states, "now", orNone(codes))).toEqual([]);
  });

  test("names begin with the name", () => {
    expect(states.filter((row) => values(row, "names")[0] !== row.name)).toEqual([]);
  });

  test("a word of two living states is marked as ambiguous in both", () => {
    expect(
      unmarked(
        states.filter((row) => row.until === ""),
        ...stateWords,
      ),
    ).toEqual([]);
    expect(strayMarks(states, ...stateWords)).toEqual([]);
  });

  test("a historic state marks the words that a living one has", () => {
    const living = new Set(states.filter((row) => row.until === "").flatMap((row) => values(row, ...stateWords)));
    const historic = states.filter((row) => row.until !== "");
    const missing = historic.flatMap((row) =>
      values(row, ...stateWords).filter((word) => living.has(word) && !values(row, "ambiguous").includes(word)),
    );
    expect(missing).toEqual([]);
  });

  test("memberships add up", () => {
    const count = (column: string) => states.filter((row) => row[column] === "1").length;
    expect([count("un"), count("g7"), count("g20")]).toEqual([193, 7, 19]);
    expect(states.filter((row) => row.eu_from && !row.eu_to)).toHaveLength(27);
    expect(states.filter((row) => row.nato_from)).toHaveLength(32);
  });

  test("currencies are ISO 4217 in form", () => {
    expect(states.flatMap((row) => values(row, "currency")).filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
  });
});

describe("bodies", () => {
  test("names are unique, kinds, sectors and states known", () => {
    expect(bodies.length).toBeGreaterThanOrEqual(500);
    expect(twice(bodies.map((row) => row.name!))).toEqual([]);
    expect(strangers(bodies, "kind", new Set(["organisation", "group"]))).toEqual([]);
    expect(strangers(bodies, "sector", orNone(sectors))).toEqual([]);
    expect(strangers(bodies, "country", orNone(codes))).toEqual([]);
  });

  test("a coded name has the code of its state", () => {
    const coded = bodies.filter((row) => /^[A-Z]{3}:/.test(row.name!));
    expect(coded.filter((row) => row.name!.slice(0, 3) !== row.country)).toEqual([]);
  });

  test("a name of two bodies is marked as ambiguous in both", () => {
    expect(unmarked(bodies, "name", "aliases")).toEqual([]);
    expect(strayMarks(bodies, "name", "aliases")).toEqual([]);
  });
});

describe("places", () => {
  test("kinds and states are known, a place stands once in a state", () => {
    expect(places.length).toBeGreaterThanOrEqual(1500);
    expect(strangers(places, "kind", new Set(["city", "building", "region", "area"]))).toEqual([]);
    expect(strangers(places, "country", orNone(codes))).toEqual([]);
    expect(twice(places.map((row) => `${row.name}, ${row.country}`))).toEqual([]);
  });

  test("a name of two places is marked as ambiguous in both", () => {
    expect(unmarked(places, "name", "aliases")).toEqual([]);
    expect(strayMarks(places, "name", "aliases")).toEqual([]);
  });

  test("a building stands in a city of its state", () => {
    const cities = new Set(places.filter((row) => row.kind === "city").map((row) => `${row.name}, ${row.country}`));
    const buildings = places.filter((row) => row.kind === "building");
    expect(buildings.filter((row) => !cities.has(`${row.city}, ${row.country}`))).toEqual([]);
  });
});

describe("titles", () => {
  test("sectors, genders and the flag are known, no form stands twice", () => {
    expect(titles.length).toBeGreaterThanOrEqual(300);
    expect(strangers(titles, "sector", orNone(sectors))).toEqual([]);
    expect(strangers(titles, "gender", new Set(["", "m", "f"]))).toEqual([]);
    expect(strangers(titles, "can_precede_name", new Set(["0", "1"]))).toEqual([]);
    expect(twice(titles.flatMap((row) => values(row, "title", "aliases").map((form) => form.toLowerCase())))).toEqual(
      [],
    );
  });

  test("what needs a capital is one of the forms", () => {
    const stray = titles.flatMap((row) =>
      values(row, "capital").filter((form) => !values(row, "title", "aliases").includes(form)),
    );
    expect(stray).toEqual([]);
  });
});

describe("metonyms", () => {
  test("stand for a state or a body, each word once", () => {
    expect(strangers(metonyms, "iso3", orNone(codes))).toEqual([]);
    expect(strangers(metonyms, "sector", sectors)).toEqual([]);
    expect(metonyms.filter((row) => !codes.has(row.stands_for) && !bodyNames.has(row.stands_for))).toEqual([]);
    expect(twice(metonyms.flatMap((row) => values(row, "words")))).toEqual([]);
  });
});

test("given names are unique and have a gender", () => {
  expect(givenNames.length).toBeGreaterThanOrEqual(2500);
  expect(twice(givenNames.map((row) => row.name!))).toEqual([]);
  expect(strangers(givenNames, "gender", new Set(["m", "f", "u"]))).toEqual([]);
});

const edtf = /^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/;

/** True unless the first date lies wholly after the second. */
const ordered = (from: string, to: string): boolean =>
  from === "" || to === "" || from.slice(0, to.length) <= to.slice(0, from.length);

describe.each([
  ["body-offices.tsv", bodyOffices],
  ["country-offices-other.tsv", countryOffices],
])("%s", (_name, rows) => {
  test("bodies and office keys are known", () => {
    expect(rows.filter((row) => row.office !== "head" && !officeKeys.has(row.office))).toEqual([]);
    expect(strangers(rows, "body", orNone(bodyNames))).toEqual([]);
    expect(rows.filter((row) => row.title === "")).toEqual([]);
  });

  test("dates are EDTF and in order", () => {
    expect(rows.filter((row) => !edtf.test(row.from!) || !edtf.test(row.to!))).toEqual([]);
    expect(rows.filter((row) => !ordered(row.from!, row.to!))).toEqual([]);
  });

  test("a term stands once", () => {
    const terms = rows.map((row) => [row.person, row.iso3, row.body, row.title, row.from].join("; "));
    expect(twice(terms)).toEqual([]);
  });

  test("a person has one gender and one set of aliases, an alias one person", () => {
    const persons = new Map<string, string>();
    const owner = new Map<string, string>();
    for (const row of rows) {
      const facts = `${row.gender}; ${row.aliases}`;
      expect(persons.get(row.person!) ?? facts, row.person).toBe(facts);
      persons.set(row.person!, facts);
      for (const name of values(row, "person", "aliases")) {
        expect(owner.get(name) ?? row.person, name).toBe(row.person);
        owner.set(name, row.person!);
      }
    }
    expect([...persons.values()].filter((facts) => !/^[mf];/.test(facts))).toEqual([]);
  });
});

test("every body of body-offices is named", () => {
  expect(bodyOffices.filter((row) => row.body === "")).toEqual([]);
});

test("country-offices-other knows its states and sectors", () => {
  expect(strangers(countryOffices, "iso3", orNone(codes))).toEqual([]);
  expect(strangers(countryOffices, "sector", sectors)).toEqual([]);
});
