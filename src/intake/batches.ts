/** When a batch is full. */
export interface BatchLimit {
  readonly items: number;
  readonly weight: number;
  /** The longest that an item waits, in milliseconds. */
  readonly wait: number;
}

/**
 * Gathers items and hands them on in batches, one batch at a time, in their order. A slow source is not waited for:
 * after a while what has come is handed on. The first failure of `work` is thrown by the next `add`, or by `end`.
 */
export class Batches<Item> {
  readonly #work: (items: readonly Item[]) => Promise<void>;
  readonly #limit: BatchLimit;
  #items: Item[] = [];
  #weight = 0;
  #timer: NodeJS.Timeout | undefined;
  #last: Promise<void> = Promise.resolve();
  #failure: { readonly error: unknown } | undefined;

  constructor(limit: BatchLimit, work: (items: readonly Item[]) => Promise<void>) {
    this.#limit = limit;
    this.#work = work;
  }

  /** Returns when there is room for the next item. */
  async add(item: Item, weight: number): Promise<void> {
    if (this.#failure) throw this.#failure.error;
    this.#items.push(item);
    this.#weight += weight;
    this.#timer ??= setTimeout(() => void this.#flush().catch(() => {}), this.#limit.wait);
    if (this.#items.length >= this.#limit.items || this.#weight >= this.#limit.weight) await this.#flush();
  }

  /** Hands on what is left. */
  async end(): Promise<void> {
    await this.#flush();
  }

  #flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const items = this.#items;
    this.#items = [];
    this.#weight = 0;
    this.#last = this.#last.then(async () => {
      if (this.#failure) throw this.#failure.error;
      if (items.length === 0) return;
      try {
        await this.#work(items);
      } catch (error) {
        this.#failure = { error };
        throw error;
      }
    });
    this.#last.catch(() => {});
    return this.#last;
  }
}
