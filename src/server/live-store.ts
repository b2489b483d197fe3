import type { By, Change, Item, Kept, LayerState, Store } from "../store/index.ts";
import { Figures } from "./figures.ts";
import type { Hub } from "./hub.ts";
import { explains, type Mark, NOTHING, sum } from "./mark.ts";

/** What was changed through this store since it was last asked. */
export interface Touched {
  /** How many readings and layers were added. */
  readonly more: Mark;
  /** The reports in which something is new, or "all" where it may concern any. */
  readonly ids: ReadonlySet<string> | "all";
}

/** A store that tells the hub what was changed through it and by others, and counts its rows only when it changed. */
export interface LiveStore extends Store {
  /** What was changed through it since the last call. */
  touched(): Touched;
}

/** Lays a LiveStore over a store. */
export function liveStore(store: Store, hub: Hub): LiveStore {
  const forDesk = new Changes();
  const watch = new Watch(store, hub);
  const figures = new Figures(store);
  const noted = (more: Mark, id: string | "all"): void => {
    forDesk.add(more, id);
    watch.expect(more);
  };
  const keepAll = async (items: readonly Item[]): Promise<Kept[]> => {
    const kept = await store.keepAll(items);
    for (const [i, item] of items.entries()) {
      const { id, new: fresh } = kept[i]!;
      if (!fresh) continue;
      const { report } = item;
      figures.kept(item);
      noted({ readings: 1, layers: 0 }, id);
      hub.tell({ type: "report-added", report: id, title: report.title, published: report.published });
    }
    return kept;
  };
  const own: Partial<LiveStore> = {
    version: () => watch.version(),
    touched: () => forDesk.take(),
    info: async () => figures.info(await watch.version()),
    keepAll,
    keep: async (report, record) => (await keepAll([{ report, record }]))[0]!,
    async change(change: Change, by: By) {
      const made = change.type === "undo" ? await store.layers() : [];
      const layer = await store.change(change, by);
      const about = subjectOf(layer, made);
      figures.changed(change, layer);
      noted({ readings: 0, layers: 1 }, about?.report ?? "all");
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

/** Sees from the version whether another process changed the store. */
class Watch {
  readonly #store: Store;
  readonly #hub: Hub;
  #seen: string | undefined;
  #own: Mark = NOTHING;

  constructor(store: Store, hub: Hub) {
    this.#store = store;
    this.#hub = hub;
  }

  expect(more: Mark): void {
    this.#own = sum(this.#own, more);
  }

  async version(): Promise<string> {
    const version = await this.#store.version();
    if (this.#seen !== undefined && version !== this.#seen && !explains(this.#seen, this.#own, version))
      this.#hub.tell({ type: "store-changed" });
    if (version !== this.#seen) this.#own = NOTHING;
    this.#seen = version;
    return version;
  }
}

class Changes {
  #more = NOTHING;
  #ids = new Set<string>();
  #all = false;

  add(more: Mark, id: string | "all"): void {
    this.#more = sum(this.#more, more);
    if (id === "all") this.#all = true;
    else this.#ids.add(id);
  }

  take(): Touched {
    const taken: Touched = { more: this.#more, ids: this.#all ? "all" : this.#ids };
    this.#more = NOTHING;
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
function subjectOf({ body }: LayerState, made: readonly LayerState[]): Subject | undefined {
  if (body.type === "undo") {
    const undone = made.find(({ id }) => id === body.layer);
    return undone && subjectOf(undone, made);
  }
  if ("target" in body) return body.target;
  return body.type === "add" ? body : undefined;
}
