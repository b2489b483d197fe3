import type { Change, Item, LayerState, Store, StoreInfo } from "../store/index.ts";
import { explains, type Mark, NOTHING, sum } from "./mark.ts";

type Entries = StoreInfo["entries"];

/**
 * What a store holds, asked of it once for each state. Its entries are counted one by one only where nobody knows how
 * many came: what is kept and changed through the server is added to what was counted before.
 */
export class Figures {
  readonly #store: Store;
  #known: { readonly version: string; readonly info: Promise<StoreInfo> } | undefined;
  /** What came since, of readings and layers and of entries; null where it is not known how many entries. */
  #more: Mark = NOTHING;
  #entries: Entries | null = NONE;

  constructor(store: Store) {
    this.#store = store;
  }

  kept({ record }: Item): void {
    this.#note(
      { readings: 1, layers: 0 },
      {
        contact: record.contacts.length,
        statement: record.statements.length,
        event: record.events.length,
        sum: record.money.length,
      },
    );
  }

  changed(change: Change, { body }: LayerState): void {
    this.#note({ readings: 0, layers: 1 }, change.type === "undo" ? null : entriesOf(body));
  }

  #note(more: Mark, entries: Entries | null): void {
    this.#more = sum(this.#more, more);
    this.#entries = entries && this.#entries && plus(this.#entries, entries);
  }

  async info(version: string): Promise<StoreInfo> {
    if (this.#known?.version === version) return this.#known.info;
    const [before, more, entries] = [this.#known, this.#more, this.#entries];
    [this.#more, this.#entries] = [NOTHING, NONE];
    const counted = before && entries && explains(before.version, more, version) ? before.info : undefined;
    const info = counted ? counted.then((old) => this.#store.info(plus(old.entries, entries!))) : this.#store.info();
    const made = { version, info };
    this.#known = made;
    info.catch(() => {
      if (this.#known === made) this.#known = undefined;
    });
    return info;
  }
}

const NONE: Entries = { contact: 0, statement: 0, event: 0, sum: 0 };

/** By how many entries a layer alters what stands. */
function entriesOf(body: LayerState["body"]): Entries {
  if (body.type === "add") return { ...NONE, [body.entryType]: 1 };
  return body.type === "remove" ? { ...NONE, [body.target.type]: -1 } : NONE;
}

const plus = (a: Entries, b: Entries): Entries => ({
  contact: a.contact + b.contact,
  statement: a.statement + b.statement,
  event: a.event + b.event,
  sum: a.sum + b.sum,
});
