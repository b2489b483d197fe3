import type { DescriptionMention } from "../mentions/types.ts";
import type { Heard } from "./discourse.ts";
import { type Resolved, type Scene, singular } from "./scene.ts";

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
/** "the two leaders", "both sides", "the two countries": the last so many persons or states named. */
export function joint(m: DescriptionMention, scene: Scene): Resolved | null {
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
    const names = bearers.map((p) => p.name);
    const beside = scene.talk.lastSet(
      (s) => s.names.length === (count ?? 2) && s.names.every((n) => names.includes(n)),
    );
    if (beside) return { names: beside.names, rule: "bearers-of-the-office" };
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
