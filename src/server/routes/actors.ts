import * as z from "zod";
import { perDesk } from "../../desk/per-desk.ts";
import type { Desk } from "../../desk/questions/desk.ts";
import { ActorRef, EncounterView } from "../../desk/questions/schemas.ts";
import { encounterView } from "../../desk/questions/views.ts";
import { inNewestOrder } from "../../desk/questions/when.ts";
import { actorRef, whoIs } from "../../desk/questions/who.ts";
import type { Identity } from "../../desk/types.ts";
import { fold } from "../../lexicon/fold.ts";
import { ActorKind } from "../../record/schema.ts";
import { pageIn, pageOf, pagingShape } from "../paging.ts";

import { ProblemError } from "../problem.ts";
import { createRoute, json, router } from "../router.ts";
import type { Services } from "../services.ts";

const Summary = z.object({
  id: z.string(),
  name: z.string().describe("as a person would write it"),
  kind: ActorKind,
  country: z.string().nullable(),
  reports: z.int().describe("how many reports name it"),
  encounters: z.int(),
  statements: z.int().describe("how many it made"),
});

const Actor = Summary.extend({
  aliases: z.array(z.object({ name: z.string(), reports: z.int() })).describe("names that reports use"),
  offices: z.array(
    z.object({
      office: z.string(),
      title: z.string(),
      country: z.string().nullable(),
      body: z.string().nullable(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      basis: z.enum(["office-file", "reports"]),
      reports: z.array(z.string()),
    }),
  ),
  decisions: z
    .array(
      z.object({
        kind: z.enum(["merge", "split"]),
        actors: z.array(z.string()),
        author: z.string(),
        time: z.string(),
        reason: z.string(),
      }),
    )
    .describe("people's merges and splits that made it what it is"),
  acting: z.array(ActorRef).describe("of a state: who acts for it; what they say and do counts below as the state's"),
  acts: z.int(),
  contacts: z.object({ held: z.int(), planned: z.int(), possible: z.int(), negated: z.int() }),
  newest: z.array(EncounterView).describe("up to ten contacts, the newest first"),
  counterparts: z
    .array(z.object({ actor: ActorRef, encounters: z.int() }))
    .describe("up to twenty, those met most first; only contacts that were held"),
  spoken_for_by: z.array(z.object({ actor: ActorRef, statements: z.int() })).describe("who relays its words"),
});

const list = createRoute({
  method: "get",
  path: "/actors",
  tags: ["actors"],
  summary: "actors of the record, those in most reports or with most statements first",
  request: {
    query: z.strictObject({
      named: z.string().trim().min(1).optional().describe("part of a name"),
      kind: ActorKind.optional(),
      country: z.string().length(3).optional().describe("ISO 3166 alpha-3"),
      order: z.enum(["reports", "statements"]).default("reports").describe("what those that stand first have most of"),
      ...pagingShape,
    }),
  },
  responses: { 200: json(pageOf(Summary), "a page of actors") },
});

const one = createRoute({
  method: "get",
  path: "/actors/{id}",
  tags: ["actors"],
  summary: "an actor with aliases, offices and contacts",
  request: { params: z.object({ id: z.string().min(1).max(300).describe("id, or what a person calls it") }) },
  responses: { 200: json(Actor, "the actor") },
});

const ranked = perDesk((desk) => {
  const { list } = desk.identities;
  return list.toSorted((a, b) => b.reports - a.reports || (a.id < b.id ? -1 : 1));
});

const bySpeaking = perDesk((desk) => {
  const spoken = desk.statementCounts();
  const count = ({ id }: Identity): number => spoken.get(id) ?? 0;
  return ranked(desk).toSorted((a, b) => count(b) - count(a));
});

const namesKnown = new WeakMap<Identity, string>();

/** All that an identity is called, folded. */
function namesOf(desk: Desk, identity: Identity): string {
  const known = namesKnown.get(identity);
  if (known !== undefined) return known;
  const { id, aliases } = identity;
  const names = fold([id, ...aliases.map(({ name }) => name), actorRef(desk, id).name].join("\n"));
  namesKnown.set(identity, names);
  return names;
}

/** Actors, each one over all reports. */
export const actorRoutes = (services: Services) =>
  router()
    .openapi(list, async (c) => {
      const { named, kind, country, order, ...paging } = c.req.valid("query");
      const desk = await services.desk();
      const wanted = named === undefined ? undefined : fold(named);
      const spoken = desk.statementCounts();
      const all = order === "reports" ? ranked(desk) : bySpeaking(desk);
      const fits = all.filter(
        (identity) =>
          (kind === undefined || identity.kind === kind) &&
          (country === undefined || identity.country === country) &&
          (wanted === undefined || namesOf(desk, identity).includes(wanted)),
      );
      const { items, next } = pageIn(fits, ({ id }) => id, paging);
      return c.json({ items: items.map((identity) => summaryOf(desk, identity, spoken)), next }, 200);
    })
    .openapi(one, async (c) => {
      const desk = await services.desk();
      return c.json(await services.cite(actorOf(desk, foundAs(desk, c.req.valid("param").id))), 200);
    });

const summaryOf = (desk: Desk, identity: Identity, spoken: ReadonlyMap<string, number>): z.output<typeof Summary> => ({
  id: identity.id,
  name: actorRef(desk, identity.id).name,
  kind: identity.kind,
  country: identity.country,
  reports: identity.reports,
  encounters: desk.encountersOf([identity.id]).length,
  statements: spoken.get(identity.id) ?? 0,
});

/** An actor, with the identities whose contacts and words count as its own. */
interface Found {
  readonly identity: Identity;
  readonly ids: ReadonlySet<string>;
}

function foundAs(desk: Desk, phrase: string): Found {
  const exact = desk.identities.get(phrase);
  if (exact && exact.kind !== "state") return { identity: exact, ids: new Set([exact.id]) };
  const { understood, ids } = whoIs(desk, phrase);
  const { id } = understood.actor;
  const identity = desk.identities.get(id) ?? unnamedState(id);
  if (ids.size === 1 && !desk.identities.get(id))
    throw new ProblemError("not-found", `${understood.actor.name} is in no report, nor is anybody who acts for it.`);
  return { identity, ids };
}

/** A state that reports know only by those who act for it. */
const unnamedState = (id: string): Identity => ({
  id,
  name: id,
  kind: "state",
  country: id,
  aliases: [],
  reports: 0,
  offices: [],
  decisions: [],
});

function actorOf(desk: Desk, { identity, ids }: Found): z.output<typeof Actor> {
  const met = inNewestOrder(desk.encountersOf(ids));
  const count = (status: string): number => met.filter((one) => one.status === status).length;
  const statements = desk.statementsBy(ids);
  const { aliases, offices, decisions } = identity;
  return {
    ...summaryOf(desk, identity, new Map()),
    encounters: met.length,
    aliases: aliases.map(({ name, count }) => ({ name, reports: count })),
    offices: offices.map((office) => ({ ...office, reports: [...office.reports] })),
    decisions: decisions.map(({ kind, actors, author, time, reason }) => ({
      kind,
      actors: [...actors],
      author,
      time,
      reason,
    })),
    acting: [...ids].filter((id) => id !== identity.id).map((id) => actorRef(desk, id)),
    statements: statements.length,
    acts: desk.actsBy(ids).length,
    contacts: {
      held: count("held"),
      planned: count("planned"),
      possible: count("possible"),
      negated: count("negated"),
    },
    newest: met.slice(0, 10).map((encounter) => encounterView(desk, encounter)),
    counterparts: mostOf(
      met
        .filter(({ status }) => status === "held")
        .flatMap(({ parties }) => parties.map(({ actor }) => actor).filter((id) => !ids.has(id))),
    ).map(([id, encounters]) => ({ actor: actorRef(desk, id), encounters })),
    spoken_for_by: mostOf(statements.flatMap(({ via }) => via ?? [])).map(([id, count]) => ({
      actor: actorRef(desk, id),
      statements: count,
    })),
  };
}

const mostOf = (ids: readonly string[]): [string, number][] =>
  [...Map.groupBy(ids, (id) => id)]
    .map(([id, all]): [string, number] => [id, all.length])
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 20);
