import type { Sector } from "../../record/schema.ts";
import type { DescriptionMention } from "../mentions/types.ts";
import { type Resolved, type Scene, singular } from "./scene.ts";
import type { ActorDraft } from "./types.ts";

const escaped = (s: string): string => s.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** CODE:noun where one state is clear, else the bare noun phrase. */
const FIGHTERS =
  /^(fighter|militant|rebel|extremist|guerrilla|insurgent|terrorist|gunman|jihadist|militiaman|combatant|movement|organi[sz]ation|group)$/;

export function unnamed(m: DescriptionMention, scene: Scene, country: string | null, words: string): Resolved {
  const people = m.people;
  // "Gunmen" at the head of a sentence are the gunmen of the next.
  const own = m.first === 0 && people && /^\p{Lu}\p{Ll}+$/u.test(words) ? words.toLowerCase() : words;
  const owner = scene.possessor.length === 1 && country === null ? scene.possessor[0]! : null;
  const personal =
    scene.possessor.length === 1 &&
    scene.draftOf(scene.possessor[0]!)?.kind === "person" &&
    /^(collaborator|aide|adviser|advisor|family|friend|supporter|team|entourage|colleague)$/.test(singular(m.noun));
  const body = m.tie.bodies[0];
  // "Hezbollah fighters", "M23 rebels": those who fight for a body are the body.
  if (body && !/^[A-Z]{3}:/.test(body) && FIGHTERS.test(singular(m.noun)) && m.titles.length === 0)
    return { names: [body], rule: "fighters-of-a-body" };
  const force = people?.sector === "MIL" && country !== null ? scene.forceOf(country) : undefined;
  if (force && /^(army|military|troop|troops|soldier|armed force|armed forces|navy|forces?)$/.test(words.toLowerCase()))
    return { names: [force], rule: "armed-force-named" };
  const prefix = personal ? scene.possessor[0]! : (country ?? owner);
  const ofBody = body !== undefined && country === null && !personal;
  const name = ofBody
    ? `${body.replace(/^[A-Z]{3}:/, "")} ${words.replace(new RegExp(`^(the )?${escaped(body)} `, "i"), "")}`
    : prefix
      ? `${prefix}:${words}`
      : own;
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
