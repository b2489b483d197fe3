/** Bytes of the first piece and of the largest. */
const FIRST = 1024 * 1024;
const LARGEST = 256 * 1024 * 1024;

/**
 * Texts as bytes outside the JavaScript heap, in few and large pieces: each piece that is allocated makes V8 look
 * through the whole heap sooner, which takes seconds where it is large.
 */
export class Arena {
  #piece = Buffer.alloc(0);
  #used = 0;
  #size = FIRST / 2;

  /** Room for so many bytes, in one piece with what was put before unless `fresh`. */
  room(bytes: number): { readonly piece: Buffer; readonly from: number; readonly fresh: boolean } {
    const fresh = this.#used + bytes > this.#piece.length;
    if (fresh) {
      this.#size = Math.min(2 * this.#size, LARGEST);
      this.#piece = Buffer.allocUnsafeSlow(Math.max(this.#size, bytes));
      this.#used = 0;
    }
    const from = this.#used;
    this.#used += bytes;
    return { piece: this.#piece, from, fresh };
  }
}
