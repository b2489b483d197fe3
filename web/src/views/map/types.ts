import type { InferResponseType } from "hono/client";
import type { api } from "../../data/api.ts";

export type PlacesAnswer = InferResponseType<(typeof api)["places"]["$get"], 200>;
export type Place = PlacesAnswer["items"][number];
export type PlacedPlace = Place & { readonly latitude: number; readonly longitude: number };
export type StateCounts = PlacesAnswer["states"][number];

/** By which encounters states are shaded: those that they are a party of, or those that were there. */
export type Shading = "took_part" | "hosted";

export const isPlaced = (place: Place): place is PlacedPlace => place.latitude !== null && place.longitude !== null;
