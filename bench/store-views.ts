import { createApp, makeServices } from "../src/server/index.ts";
import type { Store } from "../src/store/index.ts";

/** Milliseconds until a view of the web desk is answered: first, and asked once more; and of processor time. */
export interface Seen {
  readonly path: string;
  readonly status: number;
  readonly first: number;
  readonly again: number;
  readonly cpu: number;
  readonly cpuAgain: number;
}

/** What the views of the web desk ask the server for. `{actor}` and `{state}` are the most named ones. */
const PATHS = [
  "/api/info",
  "/api/encounters?limit=50",
  "/api/encounters?actor={actor}&limit=50",
  "/api/encounters?kind=call&since=2020-01-01&until=2020-12-31&limit=50",
  "/api/actors?limit=50",
  "/api/actors?named=mar&limit=50",
  "/api/actors/{actor}",
  "/api/actors/{state}",
  "/api/network?top=200",
  "/api/network?by=states&top=200",
  "/api/network?actor={actor}",
  "/api/places",
  "/api/counts?by=month",
  "/api/counts?by=kind",
  "/api/entries?limit=50",
  "/api/entries?type=statement&actor={actor}&limit=50",
  "/api/entries?words=ceasefire&limit=50",
  "/api/entries?until=2012-01-01&limit=50",
  "/api/entries/facets",
  "/api/entries/facets?words=ceasefire",
  "/api/reports?limit=50",
  "/api/calendar.ics",
  "/api/questions/upcoming",
] as const;

/** Asks the server for each view, without a socket. The desk is open already. */
export async function views(store: Store): Promise<Seen[]> {
  const app = createApp(makeServices(store));
  const most = (await store.actors({ limit: 200 })).items;
  const actor = most.find(({ kinds }) => kinds.includes("person"))?.actor ?? "nobody";
  const state = most.find(({ kinds }) => kinds.includes("state"))?.actor ?? "USA";
  const asked = async (path: string): Promise<{ status: number; ms: number; cpu: number }> => {
    const [start, before] = [performance.now(), process.cpuUsage()];
    const answer = await app.request(path, { headers: { host: "127.0.0.1" } });
    await answer.arrayBuffer();
    const { user, system } = process.cpuUsage(before);
    return { status: answer.status, ms: performance.now() - start, cpu: (user + system) / 1000 };
  };
  await asked("/api/encounters?limit=1");
  const seen: Seen[] = [];
  for (const template of PATHS) {
    const path = template.replace("{actor}", encodeURIComponent(actor)).replace("{state}", encodeURIComponent(state));
    const [first, again] = [await asked(path), await asked(path)];
    seen.push({
      path: template,
      status: first.status,
      first: first.ms,
      again: again.ms,
      cpu: first.cpu,
      cpuAgain: again.cpu,
    });
  }
  return seen;
}
