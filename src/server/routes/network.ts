import * as z from "zod";
import { answersPerDesk } from "../../desk/per-desk.ts";
import { ActorRef } from "../../desk/questions/schemas.ts";
import { byDay } from "../../desk/questions/when.ts";
import { actorRef } from "../../desk/questions/who.ts";
import type { Encounter } from "../../desk/types.ts";
import { stateName } from "../../formats/names.ts";
import { locationOf } from "../../lexicon/coordinates.ts";
import { world } from "../../lexicon/world.ts";
import { encounterFilter, filterEncounters } from "../filter-encounters.ts";
import { add, countsOf, DIMENSIONS, type Dimension, linksOf, spreadOf } from "../network.ts";
import { Int } from "../query.ts";
import { createRoute, json, router } from "../router.ts";
import { Count } from "../schemas.ts";
import type { Services } from "../services.ts";

const Network = z.object({
  nodes: z.array(ActorRef.extend({ country: z.string().nullable(), encounters: z.int() })),
  links: z
    .array(
      z.object({
        a: z.string().describe("id of a node"),
        b: z.string(),
        encounters: z.int(),
        media: z.array(Count),
        years: z.array(Count),
        last: z.string().nullable().describe("the last day"),
      }),
    )
    .describe("the weightiest first"),
  total: z.int().describe("links in all, also beyond `top`"),
  encounters: z.int().describe("how many encounters were counted"),
});

const network = createRoute({
  method: "get",
  path: "/network",
  tags: ["summaries"],
  summary: "who deals with whom: actors, and the encounters between every two of them",
  request: {
    query: z.strictObject({
      ...encounterFilter,
      by: z.enum(["actors", "states"]).default("actors").describe("states: people count as the state they stand for"),
      top: Int(z.int().min(1).max(5000).default(200)).describe("the weightiest links only"),
    }),
  },
  responses: { 200: json(Network, "the network; only contacts that were held where no status is asked for") },
});

const Counts = z.object({ by: z.enum(DIMENSIONS), counts: z.array(Count), encounters: z.int() });

const counts = createRoute({
  method: "get",
  path: "/counts",
  tags: ["summaries"],
  summary: "how encounters spread over years, media, kinds, places …",
  request: { query: z.strictObject({ ...encounterFilter, by: z.enum(DIMENSIONS) }) },
  responses: {
    200: json(Counts, "times in their order, else the most frequent first; “unknown” where reports do not say"),
  },
});

const Places = z.object({
  items: z.array(
    z.object({
      place: z.string(),
      name: z.string().describe("a state's name for its code"),
      kind: z.string().nullable().describe("state, city, building, region …, where the lexicon knows it"),
      country: z.string().nullable().describe("ISO 3166 alpha-3"),
      latitude: z
        .number()
        .nullable()
        .describe("degrees (WGS 84); null for states and regions, and where the lexicon has none"),
      longitude: z.number().nullable(),
      encounters: z.int(),
      last: z.string().nullable(),
      newest: z.array(z.string()).describe("ids of up to ten encounters, the latest first"),
    }),
  ),
  elsewhere: z.int().describe("encounters of which no place is told"),
  states: z
    .array(
      z.object({
        country: z.string().describe("ISO 3166 alpha-3"),
        name: z.string(),
        hosted: z.int().describe("encounters there"),
        took_part: z.int().describe("encounters in which it, or whoever stands for it, is a party"),
      }),
    )
    .describe("those of most encounters first"),
});

const places = createRoute({
  method: "get",
  path: "/places",
  tags: ["summaries"],
  summary: "where encounters were",
  request: { query: z.strictObject({ ...encounterFilter }) },
  responses: { 200: json(Places, "places, the most frequent first") },
});

/** Summaries for charts and maps. */
export const networkRoutes = (services: Services) =>
  router()
    .openapi(network, async (c) => {
      const { by, top, ...asked } = c.req.valid("query");
      const desk = await services.desk();
      const { links, total, encounters } = linked(desk, { ...asked, by, top, status: asked.status ?? ["held"] });
      const weights = new Map<string, number>();
      for (const { a, b, encounters: n } of links) for (const id of [a, b]) weights.set(id, (weights.get(id) ?? 0) + n);
      const nodes = [...weights].map(([id, weight]) => {
        const country = /^[A-Z]{3}$/.test(id) && world().states.has(id) ? id : null;
        return { ...actorRef(desk, id), country: desk.identities.get(id)?.country ?? country, encounters: weight };
      });
      const views = links.map(({ media, years, ...link }) => ({
        ...link,
        media: countsOf(media, "count"),
        years: countsOf(years, "value"),
      }));
      return c.json(
        {
          nodes: nodes.sort((x, y) => y.encounters - x.encounters),
          links: views,
          total,
          encounters,
        },
        200,
      );
    })
    .openapi(counts, async (c) => {
      const { by, ...asked } = c.req.valid("query");
      return c.json(spread(await services.desk(), { ...asked, by }), 200);
    })
    .openapi(places, async (c) => {
      return c.json(where(await services.desk(), c.req.valid("query")), 200);
    });

type Filter = Parameters<typeof filterEncounters>[1];

type Linked = Filter & { readonly by: "actors" | "states"; readonly top: number };

const linked = answersPerDesk((desk, { by, top, ...asked }: Linked) => {
  const chosen = filterEncounters(desk, asked);
  return { ...linksOf(chosen, by, top), encounters: chosen.length };
});

const spread = answersPerDesk((desk, { by, ...asked }: Filter & { readonly by: Dimension }) => {
  const chosen = filterEncounters(desk, asked);
  const inTime = by === "year" || by === "quarter" || by === "month";
  return { by, counts: countsOf(spreadOf(chosen, by), inTime ? "value" : "count"), encounters: chosen.length };
});

const where = answersPerDesk((desk, asked: Filter) => {
  const chosen = filterEncounters(desk, asked);
  const placed = Map.groupBy(chosen, (one) => one.brief.places[0]);
  const elsewhere = placed.get(undefined)?.length ?? 0;
  const items = [...placed].flatMap(([place, all]) => (place === undefined ? [] : [placeOf(place, all)]));
  items.sort((a, b) => b.encounters - a.encounters || (a.place < b.place ? -1 : 1));
  return { items, elsewhere, states: statesOf(chosen, items) };
});

function placeOf(place: string, all: readonly Encounter[]): z.output<typeof Places>["items"][number] {
  const { kind, country, point } = locationOf(place);
  const dayOf = ({ days }: Encounter): string => days.to ?? days.from ?? "";
  const newest = all
    .map((one) => ({ one, day: dayOf(one) }))
    .sort((a, b) => byDay(b.day, a.day) || (a.one.id < b.one.id ? -1 : 1));
  return {
    place,
    name: stateName(place),
    kind,
    country,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    encounters: all.length,
    last: newest[0]!.day || null,
    newest: newest.slice(0, 10).map(({ one }) => one.id),
  };
}

type PlacesView = z.output<typeof Places>;

function statesOf(chosen: readonly Encounter[], items: PlacesView["items"]): PlacesView["states"] {
  const [hosted, parties] = [new Map<string, number>(), new Map<string, number>()];
  for (const { country, encounters } of items)
    if (country !== null) hosted.set(country, (hosted.get(country) ?? 0) + encounters);
  for (const one of chosen)
    for (const side of new Set(one.brief.sides)) if (world().states.has(side)) add(parties, side);
  return [...new Set([...hosted.keys(), ...parties.keys()])]
    .map((country) => ({
      country,
      name: stateName(country),
      hosted: hosted.get(country) ?? 0,
      took_part: parties.get(country) ?? 0,
    }))
    .sort((a, b) => b.took_part - a.took_part || b.hosted - a.hosted || (a.country < b.country ? -1 : 1));
}
