import { Arena } from "./arena.ts";

/** How many parsed lists are kept at hand. */
const AT_HAND = 5000;

/** Where a list stands on a shelf. */
export interface Place {
  readonly piece: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Lists of JSON values that are seldom asked for, kept as bytes outside the JavaScript heap and parsed when they are.
 * What it gives must not be changed.
 */
export class Shelf {
  readonly #pieces: Buffer[] = [];
  readonly #arena = new Arena();
  /** The least lately used first. */
  readonly #atHand = new Map<Place, readonly unknown[]>();

  put(values: readonly string[]): Place {
    const text = `[${values.join(",")}]`;
    const bytes = Buffer.byteLength(text);
    const { piece: buffer, from, fresh } = this.#arena.room(bytes);
    if (fresh) this.#pieces.push(buffer);
    const piece = this.#pieces.length - 1;
    buffer.write(text, from, "utf8");
    return { piece, from, to: from + bytes };
  }

  /** The list at a place; `order` is laid over it once. */
  get<T>(place: Place, order: (a: T, b: T) => number): readonly T[] {
    const known = this.#atHand.get(place) as readonly T[] | undefined;
    const list =
      known ?? (JSON.parse(this.#pieces[place.piece]!.toString("utf8", place.from, place.to)) as T[]).sort(order);
    this.#atHand.delete(place);
    this.#atHand.set(place, list);
    if (this.#atHand.size > AT_HAND) this.#atHand.delete(this.#atHand.keys().next().value!);
    return list;
  }
}
