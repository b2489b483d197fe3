/** What the network sees of a word. train/forms.py does the same, character for character. */

const FOLDED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."“”„‟«»″"].map((c) => [c, '"'])),
  ...Object.fromEntries([..."‘’‚‛`´′ʼ"].map((c) => [c, "'"])),
  ...Object.fromEntries([..."€£¥¤₹₽₩₴₺¢"].map((c) => [c, "$"])),
};
const DASHES = new Set(["—", "–", "―", "‒", "--", "---", "−"]);
const BUCKETS = 16384;
const LONGEST = 30;
const PLAIN = /^[\x21-\x5f\x61-\x7e]*$/;

/** The form with typographic variants folded: quotation marks, dashes, currency signs, the ellipsis. */
export function normalForm(form: string): string {
  if (form === "``" || form === "''") return '"';
  if (DASHES.has(form)) return "--";
  if (form === "…") return "...";
  if (PLAIN.test(form)) return form;
  return Array.from(form, (c) => FOLDED[c] ?? c).join("");
}

/** The lookup key of the word tables: lower case, digits as 0. */
export const wordKey = (normal: string): string => normal.toLowerCase().replace(/[0-9]/g, "0");

/** Capitals X, small letters x, digits d, other ASCII as it is; runs cut to two, twelve characters at most. */
export function shapeOf(normal: string): string {
  let out = "";
  for (const c of normal) {
    const kind = kindOf(c);
    const n = out.length;
    if (n < 2 || out[n - 1] !== kind || out[n - 2] !== kind) out += kind;
    if (n > 40) break;
  }
  return out.slice(0, 12);
}

function kindOf(c: string): string {
  if (c >= "0" && c <= "9") return "d";
  if (c.toLowerCase() !== c) return "X";
  if (c.toUpperCase() !== c) return "x";
  return c.codePointAt(0)! < 128 ? c : "?";
}

/** Buckets of the 2- to 5-grams of a key between its boundaries (2-grams only at the ends). */
export function ngramBuckets(key: string): number[] {
  let chars = Array.from(key, (c) => c.codePointAt(0)!);
  if (chars.length > LONGEST) chars = [...chars.slice(0, LONGEST / 2), ...chars.slice(-LONGEST / 2)];
  chars = [60, ...chars, 62];
  const buckets: number[] = [];
  for (let n = 2; n <= 5; n++) {
    for (let s = 0; s + n <= chars.length; s++) {
      if (n === 2 && s !== 0 && s !== chars.length - 2) continue;
      let h = 2166136261;
      for (let i = s; i < s + n; i++) h = Math.imul(h ^ chars[i]!, 16777619);
      buckets.push(((h ^ (h >>> 15)) >>> 0) % BUCKETS);
    }
  }
  return buckets;
}
