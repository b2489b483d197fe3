import { addTo } from "../../lexicon/add-to.ts";
import { fold } from "../../lexicon/fold.ts";
import { distance, holders } from "../../lexicon/offices.ts";
import type { Person, Term, World } from "../../lexicon/world.ts";
import type { Sector } from "../../record/schema.ts";
import type { PersonMention, TitleUse } from "../mentions/types.ts";
import type { Published } from "../types.ts";
import { byFullName, byOffice, GENDERED, nearest, ownSpelling, pick, sharesNames, wordsOf } from "./bearers.ts";
import type { ActorDraft } from "./types.ts";

/** A person of the document, gathered over the mentions by name. */
export interface DocPerson {
  name: string;
  words: readonly string[];
  person: Person | null;
  gender: "m" | "f" | null;
  countries: string[];
  bodies: string[];
  titles: TitleUse[];
  /** Canonical office keys that the text or the office files give. */
  offices: Set<string>;
  rule: string;
  basis: "stated" | "inferred";
  mentions: number[];
  /** Met by the speaker of a release: the state where they met, or null; undefined where they do not. */
  met?: string | null;
}

/** A text that names more people of one state is a list; descriptions are not looked up beyond. */
const MOST_OF_A_STATE = 200;

/** The registry of the people of one document. */
export class People {
  readonly #all: DocPerson[] = [];
  readonly #byName = new Map<string, DocPerson>();
  readonly #byPerson = new Map<Person, DocPerson>();
  /** People by each word of their names, and by the states that the text or their office ties them to. */
  readonly #byWord = new Map<string, DocPerson[]>();
  readonly #byCountry = new Map<string, DocPerson[]>();
  readonly #byOffice = new Map<string, DocPerson[]>();
  readonly #terms = new Map<Person, Term | undefined>();
  readonly #lex: World;
  readonly #day: Published;

  constructor(lex: World, day: Published) {
    this.#lex = lex;
    this.#day = day;
  }

  /** Names in full first, so that a lone surname anywhere in the text finds its person. */
  enter(mentions: readonly PersonMention[]): Map<number, DocPerson> {
    const found = new Map<number, DocPerson>();
    const full = mentions.filter((m) => wordsOf(m.name).length > 1);
    const short = mentions.filter((m) => wordsOf(m.name).length <= 1);
    for (const m of [...full, ...short]) {
      const p = this.#find(m) ?? this.#create(m);
      p.mentions.push(m.index);
      this.#learn(p, m);
      found.set(m.index, p);
    }
    for (const p of this.#all) {
      p.mentions.sort((a, b) => a - b);
      this.#tie(p);
      for (const office of new Set(p.titles.map((t) => t.title.office))) addTo(this.#byOffice, office, p);
    }
    return found;
  }

  /** The first person entered under a name. */
  named(name: string): DocPerson | undefined {
    return this.#byName.get(name);
  }

  /** The people of a state, in the order in which they were entered; of a great many only the first. */
  of(country: string): readonly DocPerson[] {
    return this.#byCountry.get(country) ?? [];
  }

  /** The people to whom the text itself gives an office. */
  bearersOf(office: string): readonly DocPerson[] {
    return this.#byOffice.get(office) ?? [];
  }

  #enter(p: DocPerson): void {
    this.#all.push(p);
    if (!this.#byName.has(p.name)) this.#byName.set(p.name, p);
    if (p.person && !this.#byPerson.has(p.person)) this.#byPerson.set(p.person, p);
    for (const word of new Set(p.words)) addTo(this.#byWord, word, p);
  }

  #tie(p: DocPerson): void {
    const country = this.termOf(p)?.country;
    for (const c of new Set([...p.countries, ...(country ? [country] : [])]))
      if (this.of(c).length < MOST_OF_A_STATE) addTo(this.#byCountry, c, p);
  }

  /** The person, entered by the office files alone, of an office that the text names without its holder. */
  ofTerm(term: Term, rule: string): DocPerson {
    const person = this.#lex.people.get(term.person) ?? null;
    const known = this.#byName.get(term.person) ?? (person ? this.#byPerson.get(person) : undefined);
    if (known) return known;
    const p: DocPerson = {
      name: term.person,
      words: wordsOf(term.person),
      person,
      gender: person?.gender ?? null,
      countries: term.country ? [term.country] : [],
      bodies: term.body ? [term.body] : [],
      titles: [],
      offices: new Set([term.office]),
      rule,
      basis: "inferred",
      mentions: [],
    };
    this.#enter(p);
    this.#tie(p);
    return p;
  }

  #find(m: PersonMention): DocPerson | undefined {
    const words = wordsOf(m.name);
    const last = words.at(-1);
    if (!last) return undefined;
    const known = words.length > 1 ? byFullName(this.#lex, m.name, this.#day, m.tie) : undefined;
    if (known) {
      const same = this.#byPerson.get(known);
      if (same) return same;
    }
    const alike = (this.#byWord.get(last) ?? []).filter((p) =>
      words.length > 1
        ? p.words.at(-1) === last &&
          p.words[0]![0] === words[0]![0] &&
          (p.words[0] === words[0] || words[0]!.length <= 2 || p.words[0]!.length <= 2 || p.person === null) &&
          !known
        : true,
    );
    if (alike.length <= 1) return alike[0];
    const gender = GENDERED[(m.honorific ?? "").replace(".", "").toLowerCase()];
    const fits = alike.filter(
      (p) =>
        (!gender || !p.gender || p.gender === gender) &&
        (m.tie.countries.length === 0 || p.countries.length === 0 || p.countries.includes(m.tie.countries[0]!)) &&
        (m.titles.length === 0 || p.titles.length === 0 || m.titles.some((t) => p.offices.has(t.title.office))),
    );
    const surname = fits.filter((p) => p.words.at(-1) === last);
    return surname.at(-1) ?? fits.at(-1) ?? alike.at(-1);
  }

  #create(m: PersonMention): DocPerson {
    const words = wordsOf(m.name);
    const last = words.at(-1) ?? fold(m.name);
    let person = words.length > 1 ? byFullName(this.#lex, m.name, this.#day, m.tie) : undefined;
    let rule = person ? "office-file-name" : "name-as-given";
    let basis: "stated" | "inferred" = "stated";
    if (!person && m.titles.length > 0) {
      for (const word of words.length === 1 ? [last] : [last, words[0]!]) {
        const candidate = byOffice(this.#lex, word, m.titles, m.tie, this.#day);
        if (candidate && (words.length === 1 || sharesNames(candidate, words))) {
          person = candidate;
          rule = "office-and-surname";
          basis = "inferred";
          break;
        }
      }
    }
    const spouse = /^(mrs|miss|mme|lady)\.?$/i.test(m.honorific ?? "");
    if (!person && words.length === 1 && !spouse) {
      const bearers = (this.#lex.bySurname.get(last) ?? []).filter((p) => p.surnames.has(last));
      const near = bearers.filter(
        (p) =>
          nearest(p.terms, this.#day) < 1500 &&
          (!m.titles.some((t) => t.title.office === "head-of-state") ||
            p.terms.some((t) => /^(head-of|monarch)/.test(t.office))) &&
          (m.tie.countries.length === 0 || p.terms.some((t) => t.country === m.tie.countries[0])),
      );
      if (near.length > 0) {
        person = pick(near, this.#day);
        rule = "surname-in-office";
        basis = "inferred";
      }
    }
    const name =
      (person && ownSpelling(m.name, person.name)) ??
      person?.name ??
      (spouse ? `${m.honorific} ${m.name}` : m.name.replace(/\s+/g, " "));
    const p: DocPerson = {
      name,
      words: person ? wordsOf(person.name) : words,
      person: person ?? null,
      gender: null,
      countries: [],
      bodies: [],
      titles: [],
      offices: new Set(),
      rule,
      basis,
      mentions: [],
    };
    if (spouse && !person) p.words = [];
    this.#enter(p);
    return p;
  }

  #learn(p: DocPerson, m: PersonMention): void {
    const honorific = GENDERED[(m.honorific ?? "").replace(".", "").toLowerCase()];
    const given = this.#lex.givenNames.get(wordsOf(m.name)[0] ?? "");
    p.gender ??=
      p.person?.gender ??
      honorific ??
      m.titles.find((t) => t.title.gender)?.title.gender ??
      (given === "m" || given === "f" ? given : null);
    for (const c of m.tie.countries) if (!p.countries.includes(c)) p.countries.push(c);
    for (const b of m.tie.bodies) if (!p.bodies.includes(b)) p.bodies.push(b);
    for (const t of m.titles) {
      if (!p.titles.some((u) => u.words === t.words && u.title === t.title)) p.titles.push(t);
      p.offices.add(t.title.office);
    }
    if (p.person && p.offices.size === 0) {
      const term = [...p.person.terms].sort((a, b) => distance(a, this.#day) - distance(b, this.#day))[0];
      if (term && distance(term, this.#day) < 400) p.offices.add(term.office);
    }
  }

  /** The term of the office files that this person held, or was nearest to holding, on the day. */
  termOf(p: DocPerson): Term | undefined {
    if (!p.person) return undefined;
    if (!this.#terms.has(p.person))
      this.#terms.set(p.person, [...p.person.terms].sort((a, b) => distance(a, this.#day) - distance(b, this.#day))[0]);
    return this.#terms.get(p.person);
  }

  /** The person as an actor. `home` is the state whose release this is, for offices that name no state. */
  draft(p: DocPerson, home: string | null): ActorDraft {
    const term = this.termOf(p);
    const bodyOnly = p.bodies.length > 0 && p.countries.length === 0;
    const fromHome =
      !term &&
      !bodyOnly &&
      p.countries.length === 0 &&
      p.titles.some((t) => t.title.sector === "GOV" || t.title.sector === "MIL")
        ? p.met === undefined
          ? home
          : p.met
        : null;
    const country = term
      ? p.countries.includes(term.country ?? "")
        ? term.country
        : (term.country ?? (p.bodies.length ? null : (p.countries[0] ?? null)))
      : (p.countries[0] ?? fromHome);
    const sector = p.titles.find((t) => t.title.sector)?.title.sector ?? term?.sector ?? null;
    const isBody = (term?.body && !term.country) || bodyOnly;
    return {
      name: p.name,
      kind: "person",
      country,
      sector: (isBody ? "IGO" : sector) as Sector | null,
      role: p.titles[0]?.words ?? null,
      gender: p.gender,
      rule: p.rule,
      basis: p.basis,
      countryRule:
        country === null
          ? null
          : p.countries.includes(country)
            ? "country-of-title"
            : term
              ? "office-file"
              : p.met
                ? "state-of-place"
                : "issuing-state",
    };
  }
}

/** Who holds an office of a state on the day, for a description that names nobody. */
export const holderOf = (lex: World, country: string, office: string, day: Published): Term | undefined =>
  holders(lex, country, office, day)[0];
