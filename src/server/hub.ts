/** What is new, as it is told to those who listen. */
export type News =
  | {
      readonly type: "report-added";
      readonly report: string;
      readonly title: string | null;
      readonly published: string | null;
    }
  | { readonly type: "reading"; readonly name: string }
  | { readonly type: "reading-failed"; readonly name: string; readonly detail: string }
  | {
      readonly type: "change-made";
      readonly layer: number;
      readonly change: string;
      readonly author: string;
      readonly report: string | null;
      readonly entry: string | null;
    }
  | {
      readonly type: "feed-read";
      readonly address: string;
      /** How many it lists, how many of them were new, and how many could not be read. */
      readonly items: number;
      readonly added: number;
      readonly failed: number;
    }
  /** Another process changed the store. */
  | { readonly type: "store-changed" };

export interface Told {
  readonly id: number;
  readonly at: string;
  readonly news: News;
}

/** So much is kept for those whose connection broke. */
const KEPT = 200;

/** Tells what is new to all who listen. */
export class Hub {
  #id = 0;
  readonly #recent: Told[] = [];
  readonly #listeners = new Set<(told: Told) => void>();

  tell(news: News): void {
    const told: Told = { id: ++this.#id, at: new Date().toISOString(), news };
    this.#recent.push(told);
    if (this.#recent.length > KEPT) this.#recent.shift();
    for (const listener of this.#listeners) listener(told);
  }

  /** What was told after a number, as far as it is still known. */
  since(id: number): readonly Told[] {
    return id > this.#id ? [] : this.#recent.filter((told) => told.id > id);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** Listens until the returned function is called. */
  listen(listener: (told: Told) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
