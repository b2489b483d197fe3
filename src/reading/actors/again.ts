import { fold } from "../../lexicon/fold.ts";
import { distance } from "../../lexicon/offices.ts";
import type { DescriptionMention } from "../mentions/types.ts";
import { stateDraft } from "./named.ts";
import { countryOf, type Resolved, type Scene } from "./scene.ts";

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
export function stateItself(m: DescriptionMention, scene: Scene): Resolved | null {
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

const ARMED_GROUP =
  /^(paramilitary|militant|rebel|armed|islamist|insurgent|extremist|guerrilla) (group|movement|force|organi[sz]ation|faction)$/i;

/** "the alliance", "the group", "the party": the last body named of that sort. */
export function bodyAgain(m: DescriptionMention, scene: Scene): Resolved | null {
  if (m.plural || (m.determiner !== "the" && m.determiner !== "this")) return null;
  if (ARMED_GROUP.test(m.words)) {
    const fighters = scene.talk.latest(
      (h) => h.names.length === 1 && h.kind !== "state" && scene.draftOf(h.names[0]!)?.sector === "REB",
      Number.MAX_SAFE_INTEGER,
      Number.MAX_SAFE_INTEGER,
    );
    return fighters ? { names: fighters.names, rule: "body-named-before" } : null;
  }
  if (m.words.toLowerCase() !== m.noun) return null;
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
