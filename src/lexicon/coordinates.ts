import { fold } from "./fold.ts";
import { lexiconRows } from "./tsv.ts";
import { world } from "./world.ts";

/** Where a place lies. */
export interface Location {
  /** What the lexicon knows it as: state, city, building, region, area; null where it does not know it. */
  readonly kind: string | null;
  /** ISO 3166 alpha-3; null where none or several. */
  readonly country: string | null;
  /** Degrees (WGS 84); null for states, regions, areas, and whatever the lexicon has no coordinates of. */
  readonly point: Point | null;
}

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

let loaded: ReadonlyMap<string, Point> | undefined;

const keyOf = (place: string, country: string): string => `${fold(place)}\t${country}`;

/** lexicon/coordinates.tsv, by folded name and country. */
function points(): ReadonlyMap<string, Point> {
  loaded ??= new Map(
    lexiconRows<"place" | "country" | "latitude" | "longitude">("coordinates.tsv").map((row) => [
      keyOf(row.place, row.country),
      { latitude: Number(row.latitude), longitude: Number(row.longitude) },
    ]),
  );
  return loaded;
}

/** What a record's place is and where it lies. A building without coordinates of its own lies where its city does. */
export function locationOf(place: string): Location {
  const state = world().states.get(place);
  if (state) return { kind: "state", country: state.iso3, point: null };
  const meanings = world().names.get(place);
  for (const one of meanings) {
    if (one.is !== "place") continue;
    const { name, kind, city, country } = one.place;
    const point = points().get(keyOf(name, country)) ?? (city ? points().get(keyOf(city, country)) : undefined);
    return { kind, country: country || null, point: point ?? null };
  }
  for (const one of meanings)
    if (one.is === "state" && one.how === "capital")
      return { kind: "city", country: one.state.iso3, point: points().get(keyOf(place, one.state.iso3)) ?? null };
  for (const one of meanings)
    if (one.is === "state" && one.how === "name") return { kind: "state", country: one.state.iso3, point: null };
  return { kind: null, country: null, point: null };
}
