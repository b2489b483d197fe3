import { api, read } from "../../data/api.ts";
import { bare } from "./bare.ts";

/** The id under which somebody stands after a decision: namesakes that are gone take their brackets with them. */
export async function idNow(id: string): Promise<string> {
  const { items } = await read(api.actors.$get({ query: { named: bare(id), limit: 100 } }));
  const ids = items.map((one) => one.id);
  return [id, bare(id)].find((one) => ids.includes(one)) ?? id;
}
