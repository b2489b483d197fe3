/** What Windows-1252 shows for the bytes 0x80 to 0x9F; "" where it has nothing. */
const UPPER = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const byteOf = new Map<string, number>([...UPPER].map((c, i) => [c, 0x80 + i]));
for (let b = 0xa0; b <= 0xff; b += 1) byteOf.set(String.fromCharCode(b), b);

const TAIL = [...byteOf]
  .filter(([, b]) => b < 0xc0)
  .map(([c]) => c)
  .join("");
/** A lead byte of UTF-8 and the bytes that may follow it, as Windows-1252 shows them. */
const RUN = new RegExp(`[\\u00C2-\\u00F4][${TAIL}]{1,3}`, "gu");
/** A closing quotation mark whose last byte, which Windows-1252 does not have, was lost on the way. */
const CUT_MARK = /â€(?=[\s.,;:!?)]|$)/g;
const strict = new TextDecoder("utf-8", { fatal: true });

/** The characters of a run that was UTF-8 before it was read as Windows-1252, or undefined where it was none. */
function decoded(run: string): string | undefined {
  for (let length = run.length; length >= 2; length -= 1) {
    const bytes = Uint8Array.from([...run.slice(0, length)].map((c) => byteOf.get(c) ?? 0));
    try {
      return strict.decode(bytes) + run.slice(length);
    } catch {
      // a shorter run may still be whole
    }
  }
  return undefined;
}

/**
 * Mends a text that was UTF-8, was read as Windows-1252 and written again ("â€œ" for “, "Ã©" for é), and counts the places.
 * A text with fewer than two such places is left alone: "Ã©" may be meant.
 */
export function mendMojibake(text: string): { readonly text: string; readonly places: number } {
  let places = 0;
  const mended = text
    .replace(RUN, (run) => {
      const right = decoded(run);
      if (right === undefined) return run;
      places += 1;
      return right;
    })
    .replace(CUT_MARK, () => {
      places += 1;
      return "”";
    });
  return places < 2 ? { text, places: 0 } : { text: mended, places };
}
