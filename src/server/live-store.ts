import type { By, Change, Item, Kept, LayerState, Store, StoreInfo } from "../store/index.ts";
import type { Hub } from "./hub.ts";

/** How long the store's figures are taken for true before another process's changes are looked for. */
const FRESH_MS = 5_000;

/** How much a store holds; it differs whenever something in it is another. */
export interface Stamp {
  readonly reports: number;
  readonly readings: number;
  readonly layers: number;
}

/** What was changed through this store since it was last asked. */
export interface Touched extends Stamp {
  /** The reports in which something is new, or "all" where it may concern any. */
  readonly ids: ReadonlySet<string> | "all";
}

/** A store that tells the hub what was changed through it, and does not count its rows anew for each question. */
export interface LiveStore extends Store {
  stamp(): Promise<Stamp>;
  /** What was changed since the last call; how many of each were added. */
  touched(): Touched;
}

export const sameStamp = (a: Stamp, b: Stamp): boolean =>
  a.reports === b.reports && a.readings === b.readings && a.layers === b.layers;

/**
 * Lays a LiveStore over a store. Figures are counted again after every change made through it; every few seconds of
 * use they are counted beside a question, which does not wait for it, to see what other processes did.
 */
export function liveStore(store: Store, hub: Hub, now: () => number = Date.now): LiveStore {
  const figures = countedFigures(store, hub, now);
  const changes = new Changes();
  const keepAll = async (items: readonly Item[]): Promise<Kept[]> => {
    const kept = await store.keepAll(items);
    const fresh = items.flatMap(({ report }, i) => (kept[i]!.new ? [{ report, id: kept[i]!.id }] : []));
    if (fresh.length > 0) figures.forget();
    for (const { id, report } of fresh) {
      changes.add({ reports: 1, readings: 1, layers: 0 }, id);
      hub.tell({ type: "report-added", report: id, title: report.title, published: report.published });
    }
    return kept;
  };
  const own: Partial<LiveStore> = {
    info: figures.get,
    stamp: figures.get,
    touched: () => changes.take(),
    keepAll,
    keep: async (report, record) => (await keepAll([{ report, record }]))[0]!,
    async change(change: Change, by: By) {
      const layer = await store.change(change, by);
      figures.forget();
      const about = await subjectOf(store, layer);
      changes.add({ reports: 0, readings: 0, layers: 1 }, about?.report ?? "all");
      const { report = null, key: entry = null } = about ?? {};
      hub.tell({ type: "change-made", layer: layer.id, change: change.type, author: layer.author, report, entry });
      return layer;
    },
  };
  return new Proxy(store, {
    get(target, name) {
      const mine = own[name as keyof LiveStore];
      if (mine !== undefined) return mine;
      const value = Reflect.get(target, name) as unknown;
      return typeof value === "function" ? value.bind(target) : value;
    },
  }) as LiveStore;
}

/** The store's figures, counted when they are not known or may be old. */
function countedFigures(store: Store, hub: Hub, now: () => number) {
  let known: { readonly info: Promise<StoreInfo>; readonly at: number } | undefined;
  let looking = false;
  const look = async (before: Promise<StoreInfo>): Promise<void> => {
    looking = true;
    try {
      const fresh = await store.info();
      if (known?.info !== before) return;
      known = { info: Promise.resolve(fresh), at: now() };
      if (!sameStamp(fresh, await before)) hub.tell({ type: "store-changed" });
    } catch {
      // The next question meets the same failure and says it.
    } finally {
      looking = false;
    }
  };
  return {
    get(): Promise<StoreInfo> {
      if (!known) {
        const info = store.info();
        known = { info, at: now() };
        info.catch(() => {
          known = undefined;
        });
      } else if (now() - known.at > FRESH_MS && !looking) void look(known.info);
      return known.info;
    },
    forget(): void {
      known = undefined;
    },
  };
}

class Changes {
  #sum: Stamp = { reports: 0, readings: 0, layers: 0 };
  #ids = new Set<string>();
  #all = false;

  add(more: Stamp, id: string | "all"): void {
    const { reports, readings, layers } = this.#sum;
    this.#sum = {
      reports: reports + more.reports,
      readings: readings + more.readings,
      layers: layers + more.layers,
    };
    if (id === "all") this.#all = true;
    else this.#ids.add(id);
  }

  take(): Touched {
    const taken: Touched = { ...this.#sum, ids: this.#all ? "all" : this.#ids };
    this.#sum = { reports: 0, readings: 0, layers: 0 };
    this.#ids = new Set();
    this.#all = false;
    return taken;
  }
}

interface Subject {
  readonly report: string;
  readonly key: string;
}

/** The entry that a layer is about; of an undoing, the one of what it undid. Undefined for merges and splits. */
async function subjectOf(store: Store, layer: LayerState): Promise<Subject | undefined> {
  let { body } = layer;
  const all = body.type === "undo" ? new Map((await store.layers()).map((one) => [one.id, one.body])) : undefined;
  while (body.type === "undo") {
    const undone = all?.get(body.layer);
    if (!undone) return undefined;
    body = undone;
  }
  if ("target" in body) return body.target;
  return body.type === "add" ? body : undefined;
}
