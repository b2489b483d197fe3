import type { By, Change, Item, Kept, LayerState, Store, StoreInfo } from "../store/index.ts";
import type { Hub } from "./hub.ts";

/** How long the store's figures are taken for true before another process's changes are looked for. */
const FRESH_MS = 5_000;

/** A store that tells the hub what was changed through it, and does not count its rows anew for each question. */
export type LiveStore = Store & {
  /** What the desk is made anew for: it changes whenever reports, readings or layers do. */
  stamp(): Promise<string>;
};

/**
 * Lays a LiveStore over a store. Figures are counted again after every change made through it; every few seconds of
 * use they are counted beside a question, which does not wait for it, to see what other processes did.
 */
export function liveStore(store: Store, hub: Hub, now: () => number = Date.now): LiveStore {
  let known: { readonly info: Promise<StoreInfo>; readonly at: number } | undefined;
  let looking = false;

  const stampOf = ({ reports, readings, layers }: StoreInfo): string => `${reports} ${readings} ${layers}`;
  const count = (): Promise<StoreInfo> => {
    const info = store.info();
    known = { info, at: now() };
    info.catch(() => {
      known = undefined;
    });
    return info;
  };
  const look = async (before: Promise<StoreInfo>): Promise<void> => {
    looking = true;
    try {
      const fresh = await store.info();
      if (known?.info !== before) return;
      known = { info: Promise.resolve(fresh), at: now() };
      if (stampOf(fresh) !== stampOf(await before)) hub.tell({ type: "store-changed" });
    } catch {
      // The next question meets the same failure and says it.
    } finally {
      looking = false;
    }
  };
  const info = (): Promise<StoreInfo> => {
    if (!known) return count();
    if (now() - known.at > FRESH_MS && !looking) void look(known.info);
    return known.info;
  };
  const changed = (): void => {
    known = undefined;
  };
  const added = (items: readonly Item[], kept: readonly Kept[]): void => {
    if (!kept.some((one) => one.new)) return;
    changed();
    for (const [i, { report }] of items.entries())
      if (kept[i]!.new)
        hub.tell({ type: "report-added", report: kept[i]!.id, title: report.title, published: report.published });
  };

  const own: Partial<LiveStore> = {
    info,
    stamp: async () => stampOf(await info()),
    async keep(report, record) {
      const kept = await store.keep(report, record);
      added([{ report, record }], [kept]);
      return kept;
    },
    async keepAll(items) {
      const kept = await store.keepAll(items);
      added(items, kept);
      return kept;
    },
    async change(change: Change, by: By) {
      const layer = await store.change(change, by);
      changed();
      hub.tell(newsOf(layer, change));
      return layer;
    },
    async reread(id, record) {
      changed();
      return store.reread(id, record);
    },
    async rereadAll(items) {
      changed();
      return store.rereadAll(items);
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

function newsOf({ id, author, body }: LayerState, change: Change) {
  const target = "target" in body ? body.target : "key" in body ? body : undefined;
  return {
    type: "change-made",
    layer: id,
    change: change.type,
    author,
    report: target?.report ?? null,
    entry: target?.key ?? null,
  } as const;
}
