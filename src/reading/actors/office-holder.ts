import { leader } from "../../lexicon/offices.ts";
import type { DescriptionMention } from "../mentions/types.ts";
import { type DocPerson, holderOf } from "./people.ts";
import { countryOf, fromPerson, LEADERS, type Resolved, type Scene } from "./scene.ts";

/** An office without a name: a person of the text who holds it, else the office files' holder on the day. */
export function officeHolder(m: DescriptionMention, scene: Scene): Resolved | null {
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
    // "her Turkish counterpart, X": X holds of Türkiye what she holds.
    if (isLead && country !== null && p.countries[0] === country && p.titles.some((t) => /counterpart/i.test(t.words)))
      return true;
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
export function personAgain(m: DescriptionMention, scene: Scene): Resolved | null {
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
        (h.person.countries.length === 0 &&
          h.person.bodies.length === 0 &&
          scene.people.termOf(h.person) === undefined)),
    Number.MAX_SAFE_INTEGER,
    Number.MAX_SAFE_INTEGER,
  );
  return last && !/spokes/.test(m.noun) ? { names: last.names, rule: "person-named-before" } : null;
}
