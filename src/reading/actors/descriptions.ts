import { fold } from "../../lexicon/fold.ts";
import { distance, leader } from "../../lexicon/offices.ts";
import type { World } from "../../lexicon/world.ts";
import type { Sector } from "../../record/schema.ts";
import type { DescriptionMention } from "../mentions/types.ts";
import type { Published } from "../types.ts";
import type { Discourse, Heard } from "./discourse.ts";
import { stateDraft } from "./named.ts";
import { type DocPerson, holderOf, type People } from "./people.ts";
import type { ActorDraft } from "./types.ts";

/** What a description needs to be resolved. */
export interface Scene {
  readonly lex: World;
  readonly day: Published;
  readonly people: People;
  readonly talk: Discourse;
  /** The state whose release this is, if it is one. */
  readonly home: string | null;
  /** The actors of the possessor ("his", "Macron's"), already resolved. */
  readonly possessor: readonly string[];
  readonly draftOf: (name: string) => ActorDraft | undefined;
  /** The armed force of a state that the text names ("the Israel Defense Forces"). */
  readonly forceOf: (country: string) => string | undefined;
}

/** Actors by name, the rule, and drafts of those that were not known before. */
export interface Resolved {
  readonly names: readonly string[];
  readonly rule: string;
  readonly drafts?: readonly ActorDraft[];
}

const LEADERS = new Set(["leader", "ruler", "strongman", "statesman"]);
const SIDES = new Set([
  "side",
  "party",
  "leader",
  "man",
  "woman",
  "counterpart",
  "president",
  "minister",
  "official",
  "diplomat",
  "premier",
  "politician",
  "chief",
  "head",
]);
const STATES = new Set([
  "country",
  "nation",
  "state",
  "government",
  "neighbor",
  "neighbour",
  "ally",
  "capital",
  "republic",
  "people",
]);
const singular = (noun: string): string => noun.replace(/ies$/, "y").replace(/s$/, "");

const fromPerson = (p: DocPerson, rule: string): Resolved => ({ names: [p.name], rule });

/** The country that a description is of: its own adjective, its possessor's, or none. */
function countryOf(m: DescriptionMention, scene: Scene): string | null {
  if (m.tie.countries[0]) return m.tie.countries[0];
  for (const name of scene.possessor) {
    const country = scene.draftOf(name)?.country;
    if (country) return country;
  }
  return null;
}

/** "the two leaders", "both sides", "the two countries": the last so many persons or states named. */
function joint(m: DescriptionMention, scene: Scene): Resolved | null {
  const noun = singular(m.noun);
  if (
    !m.plural &&
    m.determiner === "the" &&
    /^(delegation|team|pair|duo|trio|group|trilateral)$/.test(noun) &&
    m.tie.countries.length === 0 &&
    m.words.toLowerCase() === m.noun
  ) {
    const set = scene.talk.lastSet((s) => s.persons && s.names.length > 1);
    if (set) return { names: set.names, rule: "delegation-named-before" };
  }
  const count = m.count ?? null;
  const definite = m.determiner === "the" || m.determiner === "this" || (m.determiner === "none" && count === 2);
  if (!m.plural || !definite || (m.tie.countries.length > 0 && count === null)) return null;
  if (STATES.has(noun) && m.people?.as !== "group") {
    if (count === null && noun !== "country") return null;
    const states = scene.talk.lastDistinct(count ?? 2, "state");
    if (states.length >= 2) return { names: states, rule: "two-states" };
    return null;
  }
  if (!SIDES.has(noun) && m.titles.length === 0) return null;
  const adjectival = m.words.trim().split(/\s+/).length > 1 && count === null;
  if (adjectival) return null;
  const office = m.titles[0]?.title.office;
  if (office && office !== "other") {
    const bearers = scene.people.bearersOf(office);
    if (bearers.length === (count ?? 2)) return { names: bearers.map((p) => p.name), rule: "bearers-of-the-office" };
  }
  const set = scene.talk.lastSet((s) => (count ? s.names.length === count : true) && s.persons);
  const leads = (h: Heard): boolean =>
    h.person !== null && [...h.person.offices].some((o) => /^(head-of|monarch|vice|secretary-general)/.test(o));
  const lead = noun === "leader" ? scene.talk.lastDistinct(count ?? 2, "person", leads) : [];
  const persons =
    lead.length === (count ?? 2)
      ? lead
      : scene.talk.lastDistinct(
          count ?? 2,
          "person",
          (h) => h.person !== null && (h.person.offices.size > 0 || h.person.countries.length > 0),
        );
  const recent = set?.names.every((n) => persons.includes(n) || set.names.length > 2) ? set.names : undefined;
  if (recent) return { names: recent, rule: "named-side-by-side" };
  if (persons.length >= 2 && (count !== null || noun === "side" || noun === "leader" || noun === "party"))
    return { names: persons, rule: "two-persons" };
  if (noun === "side" || noun === "party") {
    const states = scene.talk.lastDistinct(2, "state");
    if (states.length === 2) return { names: states, rule: "two-sides" };
  }
  return null;
}

/** "his Russian counterpart", "his counterpart", "their Palestinian counterparts". */
function counterpart(m: DescriptionMention, scene: Scene): Resolved | null {
  if (singular(m.noun) !== "counterpart") return null;
  const own = scene.possessor[0];
  const self = own === undefined ? undefined : scene.people.named(own);
  const country = m.tie.countries[0];
  const offices = self ? [...self.offices].filter((o) => o !== "other" && o !== "") : [];
  if (m.plural) {
    const others = country
      ? scene.people
          .of(country)
          .filter((p) => p.countries[0] === country || scene.people.termOf(p)?.country === country)
          .map((p) => p.name)
      : (scene.talk.lastSet((s) => s.persons && !s.names.some((n) => scene.possessor.includes(n)))?.names ?? []);
    return others.length > 0 ? { names: others, rule: "counterparts" } : null;
  }
  if (country) {
    const there = scene.people.of(country).filter((p) => p.name !== own && p.mentions.length > 0);
    const same =
      there.find((p) => offices.some((o) => p.offices.has(o))) ??
      (there.length === 1
        ? there[0]
        : there.find((p) => p.offices.has("head-of-state") || p.offices.has("head-of-government")));
    if (same) return fromPerson(same, "counterpart");
    for (const office of offices) {
      const leads = office === "head-of-state" || office === "head-of-government";
      const term = leads ? leader(scene.lex, country, scene.day) : holderOf(scene.lex, country, office, scene.day);
      if (term) return fromPerson(scene.people.ofTerm(term, "counterpart-in-office"), "counterpart-in-office");
    }
    const unnamedOffice = /^[A-Z]{3}:(.+)/.exec(own ?? "")?.[1];
    const noun = unnamedOffice ?? (offices[0] === "foreign-minister" ? "foreign minister" : "counterpart");
    return unnamed(m, scene, country, noun);
  }
  const other = scene.talk.last(
    (h) =>
      h.kind === "person" &&
      h.names.length === 1 &&
      h.names[0] !== own &&
      (offices.length === 0 ||
        (h.person !== null && [...h.person.offices].some((o) => offices.includes(o) || o.startsWith("head-of")))),
  );
  return other ? { names: other.names, rule: "counterpart" } : null;
}

/** An office without a name: a person of the text who holds it, else the office files' holder on the day. */
function officeHolder(m: DescriptionMention, scene: Scene): Resolved | null {
  if (m.plural) return null;
  const title = m.titles[0]?.title;
  const leads = LEADERS.has(m.noun);
  if (!title && !leads) return null;
  if (m.determiner === "a") return null;
  const office = leads ? "" : (title?.office ?? "");
  const country = countryOf(m, scene);
  const isLead = leads || office === "head-of-state" || office === "head-of-government";
  const body = m.tie.bodies[0];
  const words = m.titles[0]?.words.toLowerCase() ?? m.noun;
  const holds = (p: DocPerson): boolean => {
    if (leads)
      return (
        p.offices.has("head-of-state") ||
        p.offices.has("head-of-government") ||
        p.offices.has("monarch") ||
        p.titles.some((t) => /leader|president|premier|king/i.test(t.words))
      );
    if (office !== "" && office !== "other")
      return p.offices.has(office) || (isLead && p.titles.some((t) => t.words.toLowerCase().endsWith(words)));
    return p.titles.some(
      (t) =>
        t.words.toLowerCase() === words ||
        t.words.toLowerCase().endsWith(` ${words}`) ||
        (title && t.title.title === title.title),
    );
  };
  const inCountry = (p: DocPerson): boolean =>
    country === null || p.countries.includes(country) || scene.people.termOf(p)?.country === country;
  const spoken = scene.talk.last(
    (h) =>
      h.person !== null &&
      h.names.length === 1 &&
      holds(h.person) &&
      inCountry(h.person) &&
      (body === undefined || h.person.bodies.includes(body) || country !== null),
  );
  if (spoken) return { names: spoken.names, rule: "office-named-before" };
  const later = country === null ? undefined : scene.people.of(country).find((p) => p.mentions.length > 0 && holds(p));
  if (later) return fromPerson(later, "office-named-later");
  const of = country ?? (body === undefined && m.determiner === "the" ? scene.home : null);
  if (of && isLead) {
    const term = leads
      ? leader(scene.lex, of, scene.day)
      : (holderOf(scene.lex, of, office, scene.day) ??
        (office === "head-of-government" ? undefined : leader(scene.lex, of, scene.day)));
    if (term) return fromPerson(scene.people.ofTerm(term, "office-file"), "office-file");
  }
  if (country !== null && m.tie.countries.length === 0) {
    const any = scene.talk.last(
      (h) => h.person !== null && h.names.length === 1 && holds(h.person) && !scene.possessor.includes(h.names[0]!),
    );
    if (any) return { names: any.names, rule: "office-named-before" };
  }
  if (of && office === "vice") {
    const term = holderOf(scene.lex, of, office, scene.day);
    if (term) return fromPerson(scene.people.ofTerm(term, "office-file"), "office-file");
  }
  if (body !== undefined) {
    const terms = (scene.lex.termsOf.get(body) ?? []).filter(
      (t) =>
        scene.day !== null &&
        t.from <= scene.day &&
        (t.to === "" || t.to >= scene.day) &&
        t.title.toLowerCase() === words,
    );
    if (terms[0]) return fromPerson(scene.people.ofTerm(terms[0], "office-file"), "office-file");
  }
  return null;
}

/** "the Colombian politician", "the diplomat": a definite person of the country who was named last. */
function personAgain(m: DescriptionMention, scene: Scene): Resolved | null {
  if (
    m.plural ||
    (m.determiner !== "the" && m.determiner !== "this") ||
    m.people?.as === "organisation" ||
    m.people?.as === "state" ||
    m.people?.as === "country"
  )
    return null;
  if (
    m.titles.length === 0 &&
    m.people?.as !== "official" &&
    !/^(hostage|prisoner|journalist|activist|man|woman|politician|dissident|scientist|lawyer)$/.test(m.noun)
  )
    return null;
  const country = m.tie.countries[0];
  if (!country) return null;
  const last = scene.talk.latest(
    (h) =>
      h.person !== null &&
      h.names.length === 1 &&
      !h.plural &&
      (h.person.countries.includes(country) ||
        scene.people.termOf(h.person)?.country === country ||
        h.person.countries.length === 0),
    Number.MAX_SAFE_INTEGER,
    Number.MAX_SAFE_INTEGER,
  );
  return last && !/spokes/.test(m.noun) ? { names: last.names, rule: "person-named-before" } : null;
}

/** "the Bush administration", "the Biden-Harris Administration": the state of the leader whose name it bears. */
function countryOfLeader(m: DescriptionMention, scene: Scene): string | null {
  if (m.people?.as !== "state") return null;
  const surname = /^\p{Lu}[\p{L}']+/u.exec(m.words)?.[0];
  const people = surname ? (scene.lex.bySurname.get(fold(surname)) ?? []) : [];
  let best: { country: string; gap: number } | null = null;
  for (const t of people.flatMap((p) => p.terms)) {
    if (!/^(head-of|vice)/.test(t.office) || t.country === null) continue;
    const gap = distance(t, scene.day);
    if (gap < 4000 && (!best || gap < best.gap)) best = { country: t.country, gap };
  }
  return best?.country ?? null;
}

/** "the government", "the country", "the Bush administration": the state itself. */
function stateItself(m: DescriptionMention, scene: Scene): Resolved | null {
  const as = m.people?.as;
  if (as !== "state" && as !== "country") return null;
  if (m.plural && m.tie.countries.length !== 1 && m.noun !== "authority" && m.noun !== "authorities") return null;
  if (m.determiner === "a" && m.tie.countries.length === 0) return null;
  const named = m.tie.countries[0] ?? countryOfLeader(m, scene) ?? countryOf(m, scene);
  if (named)
    return {
      names: [named],
      rule: as === "state" ? "government-for-state" : "country-for-state",
      drafts: [stateDraft(named, "government-for-state")],
    };
  if (as === "country" && m.determiner !== "the" && m.determiner !== "this" && m.determiner !== "own") return null;
  const last = scene.talk.last((h) => h.kind === "state" && h.names.length === 1) ?? undefined;
  const home = m.determiner === "own" ? scene.home : null;
  const name = home ?? last?.names[0] ?? scene.home;
  return name ? { names: [name], rule: "last-state-named", drafts: [stateDraft(name, "last-state-named")] } : null;
}

/** "the alliance", "the group", "the party": the last body named of that sort. */
function bodyAgain(m: DescriptionMention, scene: Scene): Resolved | null {
  if (m.plural || (m.determiner !== "the" && m.determiner !== "this") || m.words.toLowerCase() !== m.noun) return null;
  if (
    !/^(alliance|bloc|group|organi[sz]ation|party|movement|faction|union|agency|committee|commission|council|court|company|militia|newspaper|broadcaster|coalition|body|institution|ministry|parliament)$/.test(
      m.noun,
    )
  )
    return null;
  const last = scene.talk.latest(
    (h) => h.kind === "organisation" && h.names.length === 1,
    Number.MAX_SAFE_INTEGER,
    Number.MAX_SAFE_INTEGER,
  );
  return last ? { names: last.names, rule: "body-named-before" } : null;
}

const escaped = (s: string): string => s.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** CODE:noun where one state is clear, else the bare noun phrase. */
function unnamed(m: DescriptionMention, scene: Scene, country: string | null, words: string): Resolved {
  const people = m.people;
  const owner = scene.possessor.length === 1 && country === null ? scene.possessor[0]! : null;
  const personal =
    scene.possessor.length === 1 &&
    scene.draftOf(scene.possessor[0]!)?.kind === "person" &&
    /^(collaborator|aide|adviser|advisor|family|friend|supporter|team|entourage|colleague)$/.test(singular(m.noun));
  const body = m.tie.bodies[0];
  const force = people?.sector === "MIL" && country !== null ? scene.forceOf(country) : undefined;
  if (force && /^(army|military|troop|troops|soldier|armed force|armed forces|navy|forces?)$/.test(words.toLowerCase()))
    return { names: [force], rule: "armed-force-named" };
  const prefix = personal ? scene.possessor[0]! : (country ?? owner);
  const ofBody = body !== undefined && country === null && !personal;
  const name = ofBody
    ? `${body.replace(/^[A-Z]{3}:/, "")} ${words.replace(new RegExp(`^(the )?${escaped(body)} `, "i"), "")}`
    : prefix
      ? `${prefix}:${words}`
      : words;
  const kind =
    people?.as === "organisation"
      ? "organisation"
      : people?.as === "group" && !m.titles.length
        ? "group"
        : m.titles.length || people?.as === "official"
          ? "official"
          : "group";
  const sector = (m.titles[0]?.title.sector ?? people?.sector ?? null) as Sector | null;
  const ofCountry = country ?? (prefix ? (scene.draftOf(prefix)?.country ?? null) : null);
  const draft: ActorDraft = {
    name,
    kind,
    country: ofCountry,
    sector,
    role: null,
    gender: null,
    rule: prefix ? "code-and-noun" : "noun-as-given",
    basis: "stated",
    countryRule: ofCountry ? "adjective-or-possessor" : null,
  };
  return { names: [name], rule: draft.rule, drafts: [draft] };
}

/** "the Polish and Latvian presidents", "officials of Chad and Niger": those of each state. */
function ofEach(m: DescriptionMention, scene: Scene): Resolved | null {
  if (!m.plural || m.count !== null || m.each.length < 2 || m.tie.bodies.length > 0) return null;
  if (m.people?.as === "country" || singular(m.noun) === "counterpart") return null;
  const office = m.titles.some((t) => t.title.office !== "other");
  const each = m.each.map((country) =>
    resolveDescription(
      {
        ...m,
        plural: !office,
        noun: office ? singular(m.noun) : m.noun,
        words: office ? singular(m.words) : m.words,
        titles: office ? m.titles.map((t) => ({ ...t, words: singular(t.words) })) : m.titles,
        determiner: "the",
        each: [],
        tie: { countries: [country], bodies: [] },
      },
      scene,
    ),
  );
  if (each.some((r) => r === null)) return null;
  return {
    names: [...new Set(each.flatMap((r) => r!.names))],
    rule: "of-each-state",
    drafts: each.flatMap((r) => r!.drafts ?? []),
  };
}

/** Resolves a description to the actors meant; an unnamed official or group becomes an actor of its own. */
export function resolveDescription(m: DescriptionMention, scene: Scene): Resolved | null {
  const certain =
    ofEach(m, scene) ??
    counterpart(m, scene) ??
    joint(m, scene) ??
    officeHolder(m, scene) ??
    personAgain(m, scene) ??
    stateItself(m, scene) ??
    bodyAgain(m, scene);
  if (certain) return certain;
  if (m.people === null && m.titles.length === 0) return null;
  if (m.people?.as === "country" && m.titles.length === 0)
    return m.plural && m.words.includes(" ") ? unnamed(m, scene, null, m.words) : null;
  const country = countryOf(m, scene);
  if (m.people?.as === "organisation" && country === null && m.determiner === "the" && scene.talk.heard.length > 0) {
    const state = scene.talk.latest(
      (h) => h.kind === "state" && h.names.length === 1,
      Number.MAX_SAFE_INTEGER,
      Number.MAX_SAFE_INTEGER,
    );
    if (state && /^(military|army|navy|police|parliament|air force|armed force)s?$/.test(m.noun))
      return unnamed(m, scene, state.names[0]!, m.words);
  }
  return unnamed(m, scene, country, m.words);
}
