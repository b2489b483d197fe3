import { leader } from "../../lexicon/offices.ts";
import type { DescriptionMention } from "../mentions/types.ts";
import { holderOf } from "./people.ts";
import { fromPerson, type Resolved, type Scene, singular } from "./scene.ts";
import { unnamed } from "./unnamed.ts";

/** "his Russian counterpart", "his counterpart", "their Palestinian counterparts". */
export function counterpart(m: DescriptionMention, scene: Scene): Resolved | null {
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
