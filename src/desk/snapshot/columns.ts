/** Lists of numbers, each a stretch of one column. */
export interface Stretches {
  readonly start: Uint32Array;
  readonly values: Uint32Array;
}

export function stretches(lists: readonly (readonly number[])[]): Stretches {
  const start = new Uint32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) start[i + 1] = start[i]! + list.length;
  const values = new Uint32Array(start.at(-1)!);
  for (const [i, list] of lists.entries()) values.set(list, start[i]!);
  return { start, values };
}

export const stretchAt = ({ start, values }: Stretches, at: number): Uint32Array =>
  values.subarray(start[at]!, start[at + 1]!);

/** Texts by number, each once; 0 is none. */
export class Texts {
  readonly all: (string | null)[] = [null];
  readonly #known = new Map<string | null, number>([[null, 0]]);

  at(text: string | null): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}

/** The last used of things that are dear to make, up to a number of them. */
export class AtHand<T> {
  readonly #most: number;
  readonly #known = new Map<number, T>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: number, make: () => T): T {
    const known = this.#known.get(key);
    if (known !== undefined) {
      this.#known.delete(key);
      this.#known.set(key, known);
      return known;
    }
    const made = make();
    this.#known.set(key, made);
    if (this.#known.size > this.#most) this.#known.delete(this.#known.keys().next().value!);
    return made;
  }
}
