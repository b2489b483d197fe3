import { fold } from "../lexicon/fold.ts";
import { covers, distance } from "../lexicon/offices.ts";
import { lexiconRows } from "../lexicon/tsv.ts";
import { type Person, type Term, world } from "../lexicon/world.ts";
import { nameKey, nameParts } from "./spelling.ts";

/** Somebody whom the office files know; `id` tells namesakes apart. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly countries: ReadonlySet<string>;
  readonly terms: readonly Term[];
}

interface Index {
  readonly byName: ReadonlyMap<string, readonly Known[]>;
  readonly byKey: ReadonlyMap<string, readonly Known[]>;
  readonly bySurname: ReadonlyMap<string, readonly Known[]>;
  readonly byId: ReadonlyMap<string, Known>;
}

const FILES = [
  "offices-europe.tsv",
  "offices-americas.tsv",
  "offices-asia.tsv",
  "offices-africa.tsv",
  "offices-oceania.tsv",
];
const NAMESAKE = /not the .+ of the same name/;

/** Terms of office that belong to another bearer of the name, as a note of the office files says. */
function namesakeTerms(): ReadonlySet<string> {
  const out = new Set<string>();
  for (const file of FILES) {
    for (const row of lexiconRows<"person" | "iso3" | "office" | "from" | "note">(file))
      if (NAMESAKE.test(row.note ?? "")) out.add(termKey(row.person, row.iso3, row.office, row.from));
  }
  return out;
}

const termKey = (person: string, country: string | null, office: string, from: string): string =>
  [fold(person), country ?? "", office, from].join("|");

function known(person: Person, terms: readonly Term[], suffix: string): Known {
  const countries = new Set(terms.map((t) => t.country).filter((c) => c !== null));
  return { id: person.name + suffix, name: person.name, countries, terms };
}

/** A person of the files as one, or as the several who bear the name. */
function bearers(person: Person, apart: ReadonlySet<string>): Known[] {
  const own = person.terms.filter((t) => !apart.has(termKey(t.person, t.country, t.office, t.from)));
  const others = person.terms.filter((t) => !own.includes(t));
  if (others.length === 0) return [known(person, person.terms, "")];
  const out = others.map((t) => known(person, [t], ` (${[t.country, t.title].filter(Boolean).join(" ")})`));
  return own.length > 0 ? [known(person, own, ""), ...out] : out;
}

let loaded: Index | undefined;

function index(): Index {
  if (loaded) return loaded;
  const byName = new Map<string, Known[]>();
  const byKey = new Map<string, Known[]>();
  const bySurname = new Map<string, Known[]>();
  const byId = new Map<string, Known>();
  const add = (map: Map<string, Known[]>, key: string, who: Known): void => {
    const list = map.get(key);
    if (!list) map.set(key, [who]);
    else if (!list.includes(who)) list.push(who);
  };
  const apart = namesakeTerms();
  for (const person of world().people.values()) {
    for (const who of bearers(person, apart)) {
      byId.set(who.id, who);
      add(byName, fold(person.name), who);
      add(byKey, nameKey(person.name).join(" "), who);
      const parts = nameKey(person.name);
      for (const part of new Set([parts.at(-1)!, ...nameParts(person.name).slice(1)])) add(bySurname, part, who);
      for (const part of new Set(parts.slice(1))) add(bySurname, part, who);
    }
  }
  loaded = { byName, byKey, bySurname, byId };
  return loaded;
}

/** When, where and as what a name is used: what tells namesakes apart. */
export interface Use {
  readonly published: string | null;
  /** The country that the words or the office files say; one that was only supposed is null. */
  readonly country: string | null;
  readonly role: string | null;
}

const near = (who: Known, day: string | null): number => Math.min(...who.terms.map((t) => distance(t, day)));

const hasRole = (who: Known, role: string | null): boolean =>
  role !== null && who.terms.some((t) => fold(t.title).includes(fold(role)) || fold(role).includes(fold(t.title)));

/** Of several bearers of a name the one who is meant: of the country, in the office, on the day; null where that leaves two. */
function meant(bearers: readonly Known[], { published, country, role }: Use): Known | null {
  let left = [...bearers];
  const narrow = (fits: (who: Known) => boolean): void => {
    const kept = left.filter(fits);
    if (kept.length > 0) left = kept;
  };
  if (country !== null) narrow((who) => who.countries.has(country));
  if (published !== null) narrow((who) => who.terms.some((t) => covers(t, published)));
  narrow((who) => hasRole(who, role));
  if (left.length > 1 && published !== null) {
    const least = Math.min(...left.map((who) => near(who, published)));
    narrow((who) => near(who, published) === least);
  }
  return left.length === 1 ? left[0]! : null;
}

/** How long before and after an office its holder's name still means him where only spelling or country agree. */
const YEARS_AROUND = 15 * 366;

/** Names that the office files have for nobody, whenever and wherever they are used. */
const strangers = new Set<string>();
const MOST_STRANGERS = 100_000;

/** The person of the office files whom a full name means, or null. */
export function knownByName(name: string, use: Use): Known | null {
  if (strangers.has(name)) return null;
  const { byName, byKey } = index();
  const exact = byName.get(fold(name));
  if (exact) return meant(exact, use);
  const people = world()
    .names.get(name)
    .flatMap((n) => (n.is === "person" ? (byName.get(fold(n.person.name)) ?? []) : []));
  if (people.length > 0) return meant([...new Set(people)], use);
  const written = byKey.get(nameKey(name).join(" "));
  if (!written && strangers.size < MOST_STRANGERS) strangers.add(name);
  const spelt = (written ?? []).filter(
    (who) =>
      (use.country === null || who.countries.size === 0 || who.countries.has(use.country)) &&
      (use.published === null || near(who, use.published) < YEARS_AROUND),
  );
  return spelt.length > 0 ? meant(spelt, use) : null;
}

/** Whom of the office files an id is of. */
export const knownById = (id: string): Known | null => index().byId.get(id) ?? null;

/** The people of the office files who bear a surname and are in an office on the day: of the country if any of them is. */
export function inOfficeBySurname(surname: string, use: Use): Known[] {
  const { bySurname } = index();
  const key = nameKey(surname);
  const all = [...new Set(key.flatMap((part) => bySurname.get(part) ?? []))];
  const serving = all.filter((who) => use.published !== null && who.terms.some((t) => covers(t, use.published)));
  const here = serving.filter((who) => use.country !== null && who.countries.has(use.country));
  const left = here.length > 0 ? here : serving;
  return use.role !== null && left.length > 1 && left.some((w) => hasRole(w, use.role))
    ? left.filter((w) => hasRole(w, use.role))
    : left;
}
