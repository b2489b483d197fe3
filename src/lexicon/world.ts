import { addTo } from "./add-to.ts";
import { fold } from "./fold.ts";
import { Phrases } from "./phrases.ts";
import { cellValues, lexiconRows } from "./tsv.ts";

/** A state or territory: lexicon/states.tsv. */
export interface State {
  readonly iso3: string;
  readonly name: string;
  readonly currency: string;
}

/** An organisation, agency, medium, party or armed group: lexicon/bodies.tsv. */
export interface Body {
  readonly name: string;
  readonly kind: "organisation" | "group";
  readonly country: string | null;
  readonly sector: string | null;
}

/** A city, building, region or wider area: lexicon/places.tsv. */
export interface Place {
  readonly name: string;
  readonly kind: string;
  readonly city: string;
  readonly country: string;
}

/** One term of office: lexicon/offices-*.tsv and its siblings. */
export interface Term {
  readonly person: string;
  /** ISO3 of the state, or null for an office of a body. */
  readonly country: string | null;
  /** Name of the body, or null for an office of a state. */
  readonly body: string | null;
  /** Canonical key ("head-of-state"), or "other". */
  readonly office: string;
  readonly title: string;
  /** EDTF dates; `to` is "" for whoever is still in office. */
  readonly from: string;
  readonly to: string;
  readonly sector: string | null;
}

/** A person whom an office file knows. */
export interface Person {
  readonly name: string;
  readonly gender: "m" | "f" | null;
  readonly terms: readonly Term[];
  /** Folded names by which news call the person alone: the last word of each spelling, the first of East Asian names. */
  readonly surnames: ReadonlySet<string>;
}

/** States whose names begin with the family's. */
const FAMILY_FIRST = new Set(["CHN", "KOR", "PRK", "TWN", "HKG", "VNM", "KHM"]);

function surnamesOf(aliases: Iterable<string>, terms: readonly Term[]): Set<string> {
  const first = terms.some((t) => t.country !== null && FAMILY_FIRST.has(t.country));
  const found = new Set<string>();
  for (const alias of aliases) {
    const words = fold(alias.replace(/,? (Jr|Sr)\.?$/, "")).split(/\s+/);
    if (words.length < 2) continue;
    found.add(words.at(-1)!);
    found.add(words.at(-1)!.replace(/^(al|el)-/, ""));
    if (first) found.add(words[0]!);
  }
  return found;
}

/** An office or title word: lexicon/titles.tsv. */
export interface Title {
  readonly title: string;
  readonly office: string;
  readonly sector: string | null;
  readonly beforeName: boolean;
  readonly plural: boolean;
  readonly gender: "m" | "f" | null;
  /** Spellings (folded) that are the title only in capitals: "Deputy", "General". */
  readonly capitalOnly: ReadonlySet<string>;
}

/** What a phrase of the gazetteer may stand for. */
export type Named =
  | {
      readonly is: "state";
      readonly how: "name" | "adjective" | "people" | "capital";
      readonly state: State;
      readonly unsure: boolean;
    }
  | { readonly is: "metonym"; readonly standsFor: string; readonly country: string; readonly sector: string | null }
  | { readonly is: "body"; readonly body: Body; readonly unsure: boolean }
  | { readonly is: "person"; readonly person: Person }
  | { readonly is: "place"; readonly place: Place };

export interface World {
  readonly states: ReadonlyMap<string, State>;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly people: ReadonlyMap<string, Person>;
  readonly names: Phrases<Named>;
  readonly titles: Phrases<Title>;
  /** Folded given name → gender. */
  readonly givenNames: ReadonlyMap<string, "m" | "f" | "u">;
  /** Folded last word of a name → the people of the office files who bear it. */
  readonly bySurname: ReadonlyMap<string, readonly Person[]>;
  /** Every term of an office, by "ISO3 office" and "body". */
  readonly termsOf: ReadonlyMap<string, readonly Term[]>;
}

const orNull = (v: string): string | null => (v === "" ? null : v);
const genderOf = (v: string): "m" | "f" | null => (v === "m" || v === "f" ? v : null);

type StateKey = "iso3" | "name" | "names" | "adjectives" | "people" | "capitals" | "currency" | "ambiguous" | "now";
type OfficeKey = "person" | "aliases" | "iso3" | "body" | "office" | "title" | "from" | "to" | "gender" | "sector";

/** The files of office holders; each has the columns person, aliases, iso3 or body, office, title, from, to, gender. */
const OFFICE_FILES = [
  "offices-europe.tsv",
  "offices-americas.tsv",
  "offices-asia.tsv",
  "offices-africa.tsv",
  "offices-oceania.tsv",
  "country-offices-other.tsv",
  "body-offices.tsv",
];

/** Spellings under which a name of the office files may stand: without initials and suffixes too. */
function spellings(name: string): string[] {
  const out = new Set([name]);
  const plain = name
    .replace(/\b[A-Z]\. ?/g, "")
    .replace(/,? (Jr|Sr)\.?$/, "")
    .trim();
  if (plain.includes(" ")) out.add(plain);
  return [...out];
}

function readStates(names: Phrases<Named>): Map<string, State> {
  const states = new Map<string, State>();
  for (const row of lexiconRows<StateKey>("states.tsv")) {
    const state: State = { iso3: row.now || row.iso3, name: row.name, currency: cellValues(row.currency)[0] ?? "" };
    states.set(row.iso3, state);
    const unsure = new Set(cellValues(row.ambiguous).map(fold));
    const add = (cell: string, how: "name" | "adjective" | "people" | "capital") => {
      for (const v of cellValues(cell)) names.add(v, { is: "state", how, state, unsure: unsure.has(fold(v)) });
    };
    add([row.name, row.iso3 === "USA" ? "USA" : "", row.names].filter(Boolean).join("|"), "name");
    add(row.adjectives, "adjective");
    add(row.people, "people");
    add(row.capitals, "capital");
  }
  return states;
}

function readOffices(names: Phrases<Named>): { people: Map<string, Person>; termsOf: Map<string, Term[]> } {
  const people = new Map<string, { name: string; gender: "m" | "f" | null; terms: Term[]; aliases: Set<string> }>();
  const termsOf = new Map<string, Term[]>();
  /** Names of persons, and other spellings of them; two persons may share a spelling, never a name. */
  const canonical = new Map<string, string>();
  const spelled = new Map<string, string>();
  for (const file of OFFICE_FILES) {
    for (const row of lexiconRows<OfficeKey>(file)) {
      const all = [row.person, ...cellValues(row.aliases ?? "")].filter((n) => n.includes(" ") || n === row.person);
      const name =
        all.map((n) => canonical.get(fold(n))).find((n) => n !== undefined) ??
        spelled.get(fold(row.person)) ??
        row.person;
      canonical.set(fold(row.person), name);
      for (const n of all) if (!spelled.has(fold(n))) spelled.set(fold(n), name);
      const person = people.get(name) ?? { name, gender: genderOf(row.gender), terms: [], aliases: new Set() };
      people.set(name, person);
      for (const alias of cellValues(row.aliases ?? "")) person.aliases.add(alias);
      person.aliases.add(row.person);
      const country = orNull(row.iso3 ?? "");
      const body = orNull(row.body ?? "");
      const office = body && !country ? "head-of-body" : row.office || "other";
      const title = row.title || row.office;
      const term: Term = {
        person: name,
        country,
        body,
        office,
        title,
        from: row.from,
        to: row.to,
        sector: orNull(row.sector ?? "") ?? (country ? "GOV" : "IGO"),
      };
      person.terms.push(term);
      addTo(termsOf, country ? `${country} ${office}` : (body ?? ""), term);
    }
  }
  const out = new Map<string, Person>();
  for (const { aliases, ...held } of people.values()) {
    const person: Person = { ...held, surnames: surnamesOf(aliases, held.terms) };
    out.set(person.name, person);
    const named: Named = { is: "person", person };
    const all = new Set([...aliases].flatMap(spellings));
    for (const alias of all) if (alias.includes(" ")) names.add(alias, named);
  }
  return { people: out, termsOf };
}

function load(): World {
  const names = new Phrases<Named>();
  const states = readStates(names);
  const bodies = new Map<string, Body>();
  const rows = lexiconRows<"name" | "aliases" | "kind" | "country" | "sector" | "ambiguous">("bodies.tsv");
  const explicit = new Set(rows.flatMap((r) => cellValues(r.aliases)).map(fold));
  for (const row of rows) {
    const body: Body = {
      name: row.name,
      kind: row.kind === "group" ? "group" : "organisation",
      country: orNull(row.country),
      sector: orNull(row.sector),
    };
    bodies.set(body.name, body);
    const unsure = new Set(cellValues(row.ambiguous).map(fold));
    const bare = row.name.replace(/^[A-Z]{3}:/, "");
    const own =
      bare === row.name || (bare.includes(" ") && /^\p{Lu}/u.test(bare) && !explicit.has(fold(bare))) ? [bare] : [];
    for (const v of new Set([...own, ...cellValues(row.aliases)]))
      names.add(v.replace(/^the /, ""), { is: "body", body, unsure: unsure.has(fold(v)) });
  }
  for (const row of lexiconRows<"words" | "iso3" | "stands_for" | "sector">("metonyms.tsv")) {
    const standsFor = row.stands_for === "state" ? row.iso3 : row.stands_for;
    for (const v of cellValues(row.words))
      names.add(v.replace(/^the /, ""), { is: "metonym", standsFor, country: row.iso3, sector: orNull(row.sector) });
  }
  for (const row of lexiconRows<"name" | "aliases" | "kind" | "city" | "country">("places.tsv")) {
    const place: Place = { name: row.name, kind: row.kind, city: row.city, country: row.country };
    for (const v of [row.name, ...cellValues(row.aliases)]) names.add(v.replace(/^the /, ""), { is: "place", place });
  }
  const titles = new Phrases<Title>();
  for (const row of lexiconRows<
    "title" | "aliases" | "office" | "sector" | "can_precede_name" | "plural" | "gender" | "capital"
  >("titles.tsv")) {
    const title = {
      title: row.title,
      office: row.office,
      sector: orNull(row.sector),
      beforeName: row.can_precede_name === "1",
      gender: genderOf(row.gender),
      capitalOnly: new Set(cellValues(row.capital ?? "").map(fold)),
    };
    for (const v of [row.title, ...cellValues(row.aliases)]) titles.add(v, { ...title, plural: false });
    for (const v of cellValues(row.plural)) titles.add(v, { ...title, plural: true });
  }
  const givenNames = new Map<string, "m" | "f" | "u">();
  for (const row of lexiconRows<"name" | "gender">("given-names.tsv"))
    givenNames.set(fold(row.name), row.gender as "m" | "f" | "u");
  const { people, termsOf } = readOffices(names);
  const bySurname = new Map<string, Person[]>();
  for (const person of people.values()) {
    const words = fold(person.name).split(/\s+/);
    for (const word of new Set([...words, ...person.surnames])) if (word.length > 1) addTo(bySurname, word, person);
  }
  return { states, bodies, people, names, titles, givenNames, bySurname, termsOf };
}

let loaded: World | undefined;

/** The lexicon of the world, read once. Throws DataError where a file is missing or malformed. */
export function world(): World {
  loaded ??= load();
  return loaded;
}
