import { holders, leader } from "../lexicon/offices.ts";
import { world } from "../lexicon/world.ts";
import { stateDraft } from "./actors/named.ts";
import type { ActorDraft } from "./actors/types.ts";
import type { Mentions } from "./mentions.ts";
import type { Voice } from "./participants.ts";
import { outerQuotations, quotationsIn } from "./statements/content.ts";
import type { Published, Quotations } from "./types.ts";

/** What a text says of who releases it. */
export interface Release {
  /** The state, or null where the text is no release of one. */
  readonly home: string | null;
  readonly firstPerson: boolean;
  readonly voice: Voice;
}

/** The releaser's office holder and state as actors, for a text that never names them. */
export function draftsOfVoice({ person, state }: Voice): ActorDraft[] {
  const drafts: ActorDraft[] = [];
  if (person)
    drafts.push({
      name: person,
      kind: "person",
      country: state,
      sector: "GOV",
      role: null,
      gender: world().people.get(person)?.gender ?? null,
      rule: "implied-speaker",
      basis: "inferred",
      countryRule: "issuing-state",
    });
  if (state) drafts.push({ ...stateDraft(state, "issuing-state"), basis: "inferred" });
  return drafts;
}

/**
 * Whether the text speaks in its own first person (outside quotation marks), and for which state: the one whose office
 * holders it names without their country, whose government it names, and to which foreigners come.
 */
export function readRelease(mentions: Mentions, quotes: Quotations, published: Published): Release {
  const outer = outerQuotations(quotes.quotations);
  const scores = new Map<string, number>();
  const add = (state: string | undefined, n: number): void => {
    if (state) scores.set(state, (scores.get(state) ?? 0) + n);
  };
  let first = 0;
  let singular = 0;
  let lone = false;
  for (const m of mentions.mentions) {
    const quoted = quotationsIn(outer, m).length > 0;
    if (m.is === "pronoun" && !quoted && /^(i|we|us|our|ours|me|my)$/.test(m.pronoun)) {
      first += 1;
      if (/^(i|me|my)$/.test(m.pronoun)) singular += 1;
    }
    if (m.is === "named") {
      const state = m.meanings.find((v) => v.is === "state" && v.how !== "capital");
      if (state?.is === "state") add(state.state.iso3, 1);
    }
    if (m.is === "description" && m.people?.as === "state" && m.people.noun !== "authorities")
      add(m.tie.countries[0], 1);
    if (m.is === "person" && m.titles.length > 0) add(m.tie.countries[0], -5);
    if (m.is === "description" && m.titles.length > 0 && m.tie.countries.length > 0)
      add(m.tie.countries[0], m.determiner === "a" ? 3 : -3);
    if (
      m.is === "description" &&
      m.sentence === 0 &&
      m.first <= 1 &&
      m.titles.length > 0 &&
      m.tie.countries.length === 0 &&
      m.tie.bodies.length === 0 &&
      m.determiner === "the"
    )
      lone = true;
    if (
      m.is === "person" &&
      m.sentence === 0 &&
      m.first <= 1 &&
      m.titles.length > 0 &&
      m.tie.countries.length === 0 &&
      m.tie.bodies.length === 0
    )
      lone = true;
  }
  const isRelease = first > 0 || lone;
  const [best] = [...scores.entries()].sort((a, b) => b[1] - a[1]);
  const home = isRelease && best && best[1] > 0 ? best[0] : null;
  if (!home) return { home: null, firstPerson: first > 0, voice: { person: null, state: null } };
  const lex = world();
  const head = published
    ? (leader(lex, home, published) ?? holders(lex, home, "head-of-government", published)[0])
    : undefined;
  return {
    home,
    firstPerson: first > 0,
    voice: { person: (singular > 0 || first > 1) && head ? head.person : null, state: home },
  };
}
