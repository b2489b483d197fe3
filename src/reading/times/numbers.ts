import { type Item, join } from "./pattern.ts";

/**
 * Puts the pieces of each number together: "2,000", "2.5", "twenty-five", "two and a half", "1st", "one hundred".
 * Such an item has the class NO (ORDN for "1st"). Single digits keep their classes.
 */
export function joinNumbers(text: string, items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let at = 0; at < items.length; ) {
    const read = ordinalAt(items, at) ?? digitsAt(items, at) ?? wordsAt(items, at);
    const item = items[at]!;
    if (!read || read.end === at + 1) {
      out.push(item);
      at += 1;
      continue;
    }
    out.push(join(text, items.slice(at, read.end), { classes: new Map([[read.ordinal ? "ORDN" : "NO", read.value]]) }));
    at = read.end;
  }
  return out;
}

interface NumberRead {
  readonly value: number;
  readonly end: number;
  readonly ordinal?: boolean;
}

const isDigits = (item: Item | undefined): item is Item => item?.classes.has("DIGITS") ?? false;
const SUFFIXES = new Set(["st", "nd", "rd", "th"]);

function ordinalAt(items: readonly Item[], at: number): NumberRead | null {
  const [number, suffix] = [items[at], items[at + 1]];
  if (!isDigits(number) || !suffix?.glued || !SUFFIXES.has(suffix.lower)) return null;
  return { value: Number(number.text), end: at + 2, ordinal: true };
}

function digitsAt(items: readonly Item[], at: number): NumberRead | null {
  if (!isDigits(items[at])) return null;
  let end = at + 1;
  let digits = items[at]!.text;
  while (
    items[end]?.lower === "," &&
    items[end]!.glued &&
    items[end + 1]?.glued &&
    isDigits(items[end + 1]) &&
    items[end + 1]!.text.length === 3
  ) {
    digits += items[end + 1]!.text;
    end += 2;
  }
  if (
    isPoint(items, end) &&
    !isPoint(items, end + 2) &&
    items[end + 1]!.text.length <= 2 &&
    items[at]!.text.length <= 2
  ) {
    const next = items[end + 2]?.lower;
    // "2.5 hours" is a number, "10.30 a.m." a clock.
    if (next !== "a" && next !== "p" && next !== "am" && next !== "pm") {
      digits += `.${items[end + 1]!.text}`;
      end += 2;
    }
  }
  const half = halfAt(items, end);
  return half > 0 ? { value: Number(digits) + 0.5, end: half } : { value: Number(digits), end };
}

const isPoint = (items: readonly Item[], at: number): boolean =>
  items[at]?.lower === "." && items[at]!.glued && items[at + 1]?.glued === true && isDigits(items[at + 1]);

function wordsAt(items: readonly Item[], at: number): NumberRead | null {
  let value = smallWord(items[at]);
  if (value === undefined) return null;
  let end = at + 1;
  if (value >= 20 && value % 10 === 0 && value < 100) {
    const dash = items[end]?.lower === "-" && items[end]!.glued ? 1 : 0;
    const ones = smallWord(items[end + dash]);
    if (ones !== undefined && ones < 10) {
      value += ones;
      end += dash + 1;
    }
  }
  const scale = items[end]?.classes.get("SCALE");
  if (scale !== undefined) {
    value *= Number(scale);
    end += 1;
  }
  const half = halfAt(items, end);
  return half > 0 ? { value: value + 0.5, end: half } : { value, end };
}

const smallWord = (item: Item | undefined): number | undefined => {
  const value = item?.classes.get("NUMWORD");
  return value === undefined ? undefined : Number(value);
};

/** The position after "and a half" (or "-and-a-half") that begins at `at`, or -1. */
function halfAt(items: readonly Item[], at: number): number {
  let i = at;
  for (const word of ["and", "a", "half"]) {
    if (items[i]?.lower === "-" && items[i]!.glued) i += 1;
    if (items[i]?.lower !== word) return -1;
    i += 1;
  }
  return i;
}
