import { createApp, makeServices } from "../src/server/index.ts";
import type { Item, Store } from "../src/store/index.ts";

/**
 * Milliseconds until a view of the web desk is answered: first, asked once more, and asked after a report was added;
 * and of processor time. `added` is null where none was.
 */
export interface Seen {
  readonly path: string;
  readonly status: number;
  readonly first: number;
  readonly again: number;
  readonly cpu: number;
  readonly cpuAgain: number;
  readonly added: number | null;
  readonly cpuAdded: number | null;
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
  "/api/questions/today?limit=20",
  "/api/questions/brief?a={state}&b={other}",
] as const;

/**
 * Asks the server for each view, without a socket. The desk is open already. With `more` that report is then kept
 * through the server, the desk brought up to date, and each view asked once again.
 */
export async function views(store: Store, more?: Item): Promise<Seen[]> {
  const services = makeServices(store);
  const app = createApp(services);
  const most = (await store.actors({ limit: 200 })).items;
  const actor = most.find(({ kinds }) => kinds.includes("person"))?.actor ?? "nobody";
  const states = most.filter(({ kinds }) => kinds.includes("state")).map((one) => one.actor);
  const [state = "USA", other = "FRA"] = states;
  const asked = async (path: string): Promise<{ status: number; ms: number; cpu: number }> => {
    const [start, before] = [performance.now(), process.cpuUsage()];
    const answer = await app.request(path, { headers: { host: "127.0.0.1" } });
    await answer.arrayBuffer();
    const { user, system } = process.cpuUsage(before);
    return { status: answer.status, ms: performance.now() - start, cpu: (user + system) / 1000 };
  };
  await asked("/api/encounters?limit=1");
  const pathOf = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent({ actor, state, other }[name as "actor" | "state" | "other"]),
    );
  const seen: Omit<Seen, "added" | "cpuAdded">[] = [];
  for (const path of PATHS) {
    const [first, again] = [await asked(pathOf(path)), await asked(pathOf(path))];
    const { status, ms, cpu } = first;
    seen.push({ path, status, first: ms, again: again.ms, cpu, cpuAgain: again.cpu });
  }
  if (!more) return seen.map((one) => ({ ...one, added: null, cpuAdded: null }));
  const start = performance.now();
  await services.store.keepAll([more]);
  const kept = performance.now();
  await services.desk();
  console.log(
    `a report kept in ${(kept - start).toFixed(0)} ms, the desk up to date ${(performance.now() - kept).toFixed(0)} ms later`,
  );
  const all: Seen[] = [];
  for (const one of seen) {
    const { ms, cpu } = await asked(pathOf(one.path));
    all.push({ ...one, added: ms, cpuAdded: cpu });
  }
  return all;
}
