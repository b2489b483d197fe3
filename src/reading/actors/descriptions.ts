import type { DescriptionMention } from "../mentions/types.ts";
import { bodyAgain, stateItself } from "./again.ts";
import { counterpart } from "./counterpart.ts";
import { joint } from "./joint.ts";
import { officeHolder, personAgain } from "./office-holder.ts";
import { countryOf, type Resolved, type Scene, singular } from "./scene.ts";
import { unnamed } from "./unnamed.ts";

export type { Resolved, Scene } from "./scene.ts";

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

/** "the army", "government troops", "security forces": a service of the state spoken of, though it is not named again. */
function isOfState(m: DescriptionMention): boolean {
  const words = m.words.toLowerCase().replace(/s$/, "");
  if (m.people?.as === "organisation" && m.determiner === "the")
    return /^(military|army|navy|police|parliament|air force|armed force)$/.test(words);
  return /^(government|security|state|riot|military|army|police) (troop|force|soldier|police|official|spokesman|spokeswoman|source|officer|minister|negotiator)$/.test(
    words,
  );
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
  if (/^(either|neither) /i.test(m.words)) return null;
  if (m.people === null && m.titles.length === 0) return null;
  if (m.people?.as === "country" && m.titles.length === 0)
    return m.plural && m.words.includes(" ") ? unnamed(m, scene, null, m.words) : null;
  const country = countryOf(m, scene);
  if (/^(the )?sides?$/i.test(m.words)) return null;
  if (country === null && isOfState(m)) {
    const state = scene.talk.latest(
      (h) => h.kind === "state" && h.names.length === 1,
      Number.MAX_SAFE_INTEGER,
      Number.MAX_SAFE_INTEGER,
    );
    if (state) return unnamed(m, scene, state.names[0]!, m.words);
  }
  return unnamed(m, scene, country, m.words);
}
