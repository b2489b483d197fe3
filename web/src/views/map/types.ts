import type { InferResponseType } from "hono/client";
import type { api } from "../../data/api.ts";

export type PlacesAnswer = InferResponseType<(typeof api)["places"]["$get"], 200>;
/** A place, with where it is on the globe where the lexicon knows it. */
export type Place = PlacesAnswer["items"][number] & {
  readonly latitude?: number | null;
  readonly longitude?: number | null;
};
export type PlacedPlace = Place & { readonly latitude: number; readonly longitude: number };

export const isPlaced = (place: Place): place is PlacedPlace =>
  typeof place.latitude === "number" && typeof place.longitude === "number";
