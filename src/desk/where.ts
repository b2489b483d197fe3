import { fold } from "../lexicon/fold.ts";
import { world } from "../lexicon/world.ts";

/** A place as it is compared. */
export interface Where {
  readonly name: string;
  /** ISO3, or null where no lexicon knows the place. */
  readonly country: string | null;
  /** Whether it is a whole country. */
  readonly whole: boolean;
}

const cache = new Map<string, Where>();

/** What a record's place is: a city with its country, a country, or a name that no lexicon knows. */
export function whereOf(place: string): Where {
  const known = cache.get(place);
  if (known) return known;
  const found = lookUp(place);
  if (cache.size > 50_000) cache.clear();
  cache.set(place, found);
  return found;
}

function lookUp(place: string): Where {
  const meanings = world().names.get(place.replace(/^the /i, ""));
  for (const m of meanings)
    if (m.is === "state" && m.how === "name") return { name: m.state.iso3, country: m.state.iso3, whole: true };
  for (const m of meanings)
    if (m.is === "place" && m.place.country)
      return { name: fold(m.place.city || m.place.name), country: m.place.country, whole: false };
  for (const m of meanings)
    if (m.is === "state" && m.how === "capital") return { name: fold(place), country: m.state.iso3, whole: false };
  return { name: fold(place), country: null, whole: false };
}

/** How two places lie to each other. `unlike`: not comparable, since no lexicon knows one of them. */
export function placesRelation(a: Where, b: Where): "same" | "inside" | "other" | "unlike" {
  if (a.name === b.name) return "same";
  if (a.country === null || b.country === null)
    return a.name.includes(b.name) || b.name.includes(a.name) ? "same" : "unlike";
  if (a.country === b.country && (a.whole || b.whole)) return "inside";
  return "other";
}
