import { type Named, type World, world } from "../../lexicon/world.ts";
import type { Sector } from "../../record/schema.ts";
import type { Token } from "../../syntax/types.ts";
import type { NamedMention, UnknownMention } from "../mentions/types.ts";
import type { ActorDraft } from "./types.ts";

const base = { role: null, gender: null, basis: "stated" as const };

export const stateDraft = (iso3: string, rule = "state-name"): ActorDraft => ({
  ...base,
  name: iso3,
  kind: "state",
  country: iso3,
  sector: "GOV",
  rule,
  countryRule: "state-name",
});

function bodyDraft(
  name: string,
  country: string | null,
  kind: "organisation" | "group",
  sector: string | null,
): ActorDraft {
  return {
    ...base,
    name,
    kind,
    country,
    sector: sector as Sector | null,
    rule: "body-name",
    countryRule: country ? "body-file" : null,
  };
}

/** The draft of a state, or of a group or office of one ("GBR:sailors"), that only its code tells of. */
export function draftOfCode(name: string): ActorDraft | undefined {
  const [, code, noun] = /^([A-Z]{3})(?::(.+))?$/.exec(name) ?? [];
  if (!code || !world().states.has(code)) return undefined;
  const state = { ...stateDraft(code, "state-of-place"), basis: "inferred" as const };
  return noun ? { ...state, name, kind: "group", sector: null, rule: "code-and-noun" } : state;
}

/** Which meaning of a name is meant: a state before a body, a body before a place, unsure names only with a reason. */
export function meaningOf(m: NamedMention, weight: (country: string) => number = () => 0): Named | undefined {
  const bodies = m.meanings.filter((v) => v.is === "body");
  if (bodies.length > 1) {
    const rank = (v: Named): number => (v.is !== "body" ? -1 : v.body.country === null ? 0.5 : weight(v.body.country));
    const sure = bodies.filter((v) => !v.unsure);
    const best = [...(sure.length > 0 ? sure : bodies)].sort((a, b) => rank(b) - rank(a))[0];
    if (!m.meanings.some((v) => v.is === "state")) return best;
  }
  const find = (is: Named["is"], sure = true): Named | undefined =>
    m.meanings.find((v) => v.is === is && !(sure && "unsure" in v && v.unsure));
  const state = m.meanings.find((v) => v.is === "state" && v.how !== "capital");
  return (
    state ??
    find("body") ??
    find("metonym") ??
    m.meanings.find((v) => v.is === "state") ??
    find("body", false) ??
    find("place", false)
  );
}

/** The people of a state as a plural noun ("Palestinians"), the state itself otherwise. */
function stateMeaning(meaning: Named & { is: "state" }, head: Token, text: string): ActorDraft {
  const iso3 = meaning.state.iso3;
  const isPeople =
    (head.xpos === "NNPS" || head.xpos === "NNS" || meaning.how === "people") &&
    !/^(JJ|NNP)$/.test(head.xpos) &&
    meaning.how !== "name" &&
    meaning.how !== "capital";
  if (isPeople && text.endsWith("s"))
    return {
      ...base,
      name: `${iso3}:${text}`,
      kind: "group",
      country: iso3,
      sector: "CVL",
      rule: "people-of-state",
      countryRule: "people-of-state",
    };
  return stateDraft(
    iso3,
    meaning.how === "capital" ? "capital-for-state" : meaning.how === "adjective" ? "adjective-of-state" : "state-name",
  );
}

/**
 * The actor that a gazetteer name stands for.
 * Cities and regions are no actors; a capital is its state unless it is only where something happens.
 */
export function namedDraft(
  lex: World,
  m: NamedMention,
  head: Token,
  text: string,
  weight: (country: string) => number,
): ActorDraft | null {
  if (/^Europe$/.test(text) && !m.locative) {
    const eu = lex.bodies.get("EU");
    if (eu) return { ...bodyDraft(eu.name, eu.country, eu.kind, eu.sector), rule: "europe-for-eu", basis: "inferred" };
  }
  const meaning = meaningOf(m, weight);
  if (!meaning) return null;
  if (meaning.is === "state") {
    if (meaning.how === "capital" && m.locative) return null;
    return stateMeaning(meaning, head, text);
  }
  if (meaning.is === "body")
    return bodyDraft(meaning.body.name, meaning.body.country, meaning.body.kind, meaning.body.sector);
  if (meaning.is === "metonym") {
    if (m.locative) return null;
    const body = lex.bodies.get(meaning.standsFor);
    if (body) return bodyDraft(body.name, body.country, body.kind, body.sector);
    return meaning.standsFor === meaning.country
      ? stateDraft(meaning.country, "seat-for-state")
      : bodyDraft(meaning.standsFor, meaning.country, "organisation", meaning.sector);
  }
  return null;
}

/** A ministry or force that the lexicon knows only of other states: "Norway's Foreign Ministry". */
export function serviceOf(iso3: string, m: NamedMention, text: string): ActorDraft | null {
  const bodies = m.meanings.flatMap((v) => (v.is === "body" ? [v.body] : []));
  if (bodies.some((b) => b.country === iso3 || b.country === null) || !MINISTRY.test(text)) return null;
  const known = bodies[0];
  if (!known?.name.includes(":")) return null;
  return bodyDraft(`${iso3}:${text}`, iso3, known.kind, known.sector);
}

/** The state in which a place lies, for what is done "in Brussels" to whoever is there. */
export function placeState(m: NamedMention): string | null {
  for (const v of m.meanings) {
    if (v.is === "state") return v.state.iso3;
    if (v.is === "place" && v.place.country) return v.place.country;
    if (v.is === "metonym") return v.country;
  }
  return null;
}

/** Last words of the names of bodies; a name without any of them and without a guess is nobody's. */
const ORGANISATION =
  /(party|council|committee|commission|ministry|agency|institute|university|corps|army|navy|force|forces|group|front|movement|union|organi[sz]ation|association|network|bank|fund|court|parliament|assembly|department|office|bureau|company|corporation|foundation|alliance|league|brigades?|guards?|church|news|radio|television|tv|press|borders|airlines|airways|congress|senate|police|military)$/i;

const MINISTRY =
  /(ministry|department|agency|navy|army|force|forces|police|court|parliament|embassy|office|council|command|corps|guard)s?$/i;

/** A name that no lexicon knows: an organisation, with the state of its adjective where that is one of its services. */
export function unknownDraft(m: UnknownMention): ActorDraft | null {
  if (m.guess === "place" || m.name.length < 2) return null;
  if (/^[\p{Lu}\s]+$/u.test(m.name) && m.name.includes(" ")) return null;
  if (m.guess === null && !/^\p{Lu}[\p{Lu}&-]+$/u.test(m.name) && !ORGANISATION.test(m.name)) return null;
  const country = m.tie.countries[0] ?? null;
  const service = country !== null && MINISTRY.test(m.name);
  const sector: Sector | null = service ? (/navy|army|force|command|corps/i.test(m.name) ? "MIL" : "GOV") : null;
  return {
    ...base,
    name: service ? `${country}:${m.name}` : m.name,
    kind: "organisation",
    country,
    sector,
    rule: "unknown-name",
    countryRule: country ? "adjective" : null,
  };
}
