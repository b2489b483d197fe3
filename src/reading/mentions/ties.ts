import type { Named } from "../../lexicon/world.ts";
import type { Tie } from "./types.ts";

/** What a gazetteer meaning ties an office or noun to. */
export function tieOf(meanings: readonly Named[]): Tie {
  const countries: string[] = [];
  const bodies: string[] = [];
  const state = meanings.find((m) => m.is === "state");
  const body = meanings.find((m) => m.is === "body");
  const metonym = meanings.find((m) => m.is === "metonym");
  if (state?.is === "state") countries.push(state.state.iso3);
  else if (body?.is === "body") {
    bodies.push(body.body.name);
    if (body.body.country) countries.push(body.body.country);
  } else if (metonym?.is === "metonym") {
    countries.push(metonym.country);
    if (metonym.standsFor !== metonym.country) bodies.push(metonym.standsFor);
  } else {
    const place = meanings.find((m) => m.is === "place");
    if (place?.is === "place" && place.place.country) countries.push(place.place.country);
  }
  return { countries, bodies };
}

/** Two ties as one, the first's values first. */
export function joinTies(a: Tie, b: Tie): Tie {
  return {
    countries: [...new Set([...a.countries, ...b.countries])],
    bodies: [...new Set([...a.bodies, ...b.bodies])],
  };
}
