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
  readonly all: (string | null)[];
  readonly #known: Map<string | null, number>;

  constructor(before: readonly (string | null)[] = [null]) {
    this.all = [...before];
    this.#known = new Map(this.all.map((text, i) => [text, i]));
  }

  at(text: string | null): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}

/** A column that grows: numbers in one typed array, since a list of many million of them takes several times as much. */
export class Growing {
  #values = new Uint32Array(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Uint32Array(this.#length * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#length++] = value;
  }
  get length(): number {
    return this.#length;
  }
  get all(): Uint32Array {
    return this.#values.slice(0, this.#length);
  }
}

/** Stretches that grow. */
export class GrowingStretches {
  readonly #start = new Growing();
  readonly #values = new Growing();

  push(list: Iterable<number>): void {
    this.#start.push(this.#values.length);
    for (const value of list) this.#values.push(value);
  }
  get all(): Stretches {
    const ends = new Growing();
    for (const at of this.#start.all) ends.push(at);
    ends.push(this.#values.length);
    return { start: ends.all, values: this.#values.all };
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
