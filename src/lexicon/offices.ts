import type { Term, World } from "./world.ts";

/** An EDTF date padded to a day: the first day it may mean, or the last. */
const firstDay = (d: string): string =>
  d === "" ? "0000-00-00" : d.length === 4 ? `${d}-01-01` : d.length === 7 ? `${d}-01` : d;
const lastDay = (d: string): string =>
  d === "" ? "9999-12-31" : d.length === 4 ? `${d}-12-31` : d.length === 7 ? `${d}-31` : d;

/** The office files know of no change after this day: an open term says nothing of a later one. */
export const OFFICES_AS_OF = "2026-12-31";

/** True if the term may cover the day; with no day known, whether it is a term still running. */
export const covers = (term: Term, day: string | null): boolean =>
  day === null ? term.to === "" : firstDay(term.from) <= day && day <= lastDay(term.to);

/** How many days lie between a term and a day, 0 where it covers it; a measure for "who is meant". */
export function distance(term: Term, day: string | null): number {
  if (day === null) return term.to === "" ? 0 : Number.MAX_SAFE_INTEGER - Date.parse(firstDay(term.to) || "1970-01-01");
  if (covers(term, day)) return 0;
  const at = Date.parse(day);
  const gap =
    firstDay(term.from) > day
      ? Date.parse(firstDay(term.from)) - at
      : at - Date.parse(lastDay(term.to).replace("-31", "-28"));
  return Math.abs(gap) / 86_400_000;
}

/**
 * Who held an office of a state on a day, latest to begin first.
 * With no day known the office is nobody's unless only one person is recorded: nothing is guessed.
 */
export function holders(world: World, country: string, office: string, day: string | null): Term[] {
  const terms = world.termsOf.get(`${country} ${office}`) ?? [];
  if (day === null) return new Set(terms.map((t) => t.person)).size === 1 ? [...terms] : [];
  const known = (t: Term): boolean => t.to !== "" || day <= OFFICES_AS_OF;
  return terms.filter((t) => covers(t, day) && known(t)).sort((a, b) => (firstDay(a.from) < firstDay(b.from) ? 1 : -1));
}

/** The executive leader of a state on a day: the head of government where it has one that leads, else the head of state. */
export function leader(world: World, country: string, day: string | null): Term | undefined {
  const state = holders(world, country, "head-of-state", day)[0];
  const government = holders(world, country, "head-of-government", day)[0];
  if (!government) return state;
  if (!state) return government;
  return EXECUTIVE_HEADS_OF_STATE.has(country) || /supreme leader/i.test(state.title) ? state : government;
}

/** States whose head of state leads although they have a prime minister. */
const EXECUTIVE_HEADS_OF_STATE = new Set(
  (
    "FRA RUS UKR BLR KAZ UZB TJK TKM KGZ AZE GEO KOR PRK CHN TWN EGY DZA TUN SYR PSE LKA ROU SRB PER GUY HTI COD COG CMR GAB TCD CAF SEN MLI BFA NER CIV GIN TGO MRT MDG RWA UGA TZA " +
    "NAM MOZ ZWE SSD SDN YEM SAU QAT ARE OMN KWT BHR JOR MAR BRN MCO LIE VAT AGO GNB GNQ DJI SOM BDI SWZ ZMB KEN"
  ).split(" "),
);
