import { type Answer, useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { Encounter, Medium, Relation } from "../../data/types.ts";

/** What the address of the relation asks for. */
export interface Asked {
  readonly a: string;
  readonly b: string;
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly medium: readonly Medium[];
}

/** The API gives no more at once. */
const PAGE = 500;
/** No picture shows more; the log does. */
const MOST = 3000;

export interface Encounters {
  readonly items: readonly Encounter[];
  readonly total: number;
}

async function everyEncounter({ a, b, since, until, medium }: Asked): Promise<Encounters> {
  const items: Encounter[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await read(
      api.encounters.$get({
        query: { actor: a, with: b, since, until, medium: [...medium], order: "oldest", limit: PAGE, after },
      }),
    );
    items.push(...page.items);
    if (page.next === null || items.length >= MOST) return { items, total: page.total };
    after = page.next;
  }
}

const period = ({ since, until }: Asked) => ({ since, until });

export const useEncounters = (asked: Asked): Answer<Encounters> =>
  useAnswer(["relation-encounters", asked], () => everyEncounter(asked));

export const useRelation = (asked: Asked): Answer<Relation> => {
  const { a, b } = asked;
  return useAnswer(["relation", a, b, period(asked)], () =>
    read(api.questions.relation.$get({ query: { a, b, ...period(asked) } })),
  );
};

export type Last = Awaited<ReturnType<typeof askLast>>;
const askLast = (a: string, b: string) => read(api.questions.last.$get({ query: { a, b } }));
export const useLast = ({ a, b }: Asked): Answer<Last> => useAnswer(["last", a, b], () => askLast(a, b));

export type Said = Awaited<ReturnType<typeof askSaid>>;
export type Statement = Said["statements"][number];

const askSaid = (query: { a: string; to?: string; about?: string; since?: string; until?: string }) =>
  read(api.questions.said.$get({ query: { ...query, limit: "200" } }));

/** What one said to the other, and of the other by name; the newest first. */
export function useSaid(asked: Asked, speaker: string, other: string, surname: string): Answer<readonly Statement[]> {
  const limits = Object.fromEntries(Object.entries(period(asked)).filter(([, value]) => value !== undefined));
  return useAnswer(["relation-said", speaker, other, surname, limits], async () => {
    const [addressed, named] = await Promise.all([
      askSaid({ a: speaker, to: other, ...limits }),
      askSaid({ a: speaker, about: surname, ...limits }),
    ]);
    const seen = new Set<string>();
    return [...addressed.statements, ...named.statements]
      .filter(({ report, entry }) => !seen.has(`${report} ${entry}`) && seen.add(`${report} ${entry}`))
      .sort((x, y) => (y.day ?? "").localeCompare(x.day ?? ""));
  });
}
