import { api, read } from "../../data/api.ts";
import type { Holder } from "./matrix.ts";

/** So many actors are shown where nobody is chosen. */
const USUAL = "4";

export interface Wanted {
  readonly actors: readonly string[];
  readonly since: string | undefined;
  readonly until: string | undefined;
}

/** The positions of those asked for, else of those who said most. */
export async function askHolders({ actors, since, until }: Wanted, topic?: string): Promise<Holder[]> {
  const phrases = actors.length > 0 ? actors : await usualActors();
  return Promise.all(
    phrases.map(async (phrase) => {
      const query = { a: phrase, ...(topic && { topic }), ...(since && { since }), ...(until && { until }) };
      const { asked, topics } = await read(api.questions.positions.$get({ query }));
      return { actor: asked.a.actor, phrase, ledgers: topics };
    }),
  );
}

async function usualActors(): Promise<string[]> {
  const { items } = await read(api.actors.$get({ query: { kind: "person", order: "statements", limit: USUAL } }));
  return items.map(({ id }) => id);
}
