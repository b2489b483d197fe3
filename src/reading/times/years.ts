import type { Found } from "./find.ts";
import type { Meaning } from "./meaning.ts";

const LINK = /^\s{0,2}(?:-|–|—|to|and|or|until|till|through|,)\s{0,2}(?:the\s)?$/;
const APPOSED = /^\s{0,2},?\s{0,2}(?:\(|on\s|in\s)\s?$/;

type Dated = Meaning & { kind: "date" };
const isDated = (meaning: Meaning): meaning is Dated => meaning.kind === "date" && meaning.month !== undefined;
const isOpen = (meaning: Meaning): boolean =>
  (isDated(meaning) || meaning.kind === "season") &&
  meaning.year === undefined &&
  (meaning as Dated).shift === undefined &&
  (meaning as Dated).years === undefined;

/**
 * Gives a date without a year that of the date it is joined to: "from 28 December to 3 January 2006",
 * "between April and June 2009", "the start of the summer, on July 1, 2025".
 */
export function shareYears(text: string, found: readonly Found[]): Found[] {
  const out = [...found];
  // Backwards, so that in "May, June and July 2009" the year reaches the first.
  for (let i = out.length - 2; i >= 0; i--) {
    const [a, b] = [out[i]!, out[i + 1]!];
    if (b.from - a.to > 12) continue;
    const between = text.slice(a.to, b.from);
    if (isOpen(a.meaning) && isDated(b.meaning) && b.meaning.year !== undefined) {
      const year = yearBefore(a.meaning, b.meaning, between);
      if (year !== undefined)
        out[i] = { ...a, meaning: { ...a.meaning, year } as Meaning, rule: `${a.rule}.shared-year` };
    }
  }
  for (let i = 1; i < out.length; i++) {
    const [a, b] = [out[i - 1]!, out[i]!];
    if (
      b.from - a.to > 12 ||
      !isDated(a.meaning) ||
      a.meaning.year === undefined ||
      !isDated(b.meaning) ||
      !isOpen(b.meaning)
    )
      continue;
    if (!LINK.test(text.slice(a.to, b.from))) continue;
    const year = a.meaning.year + (isLater(a.meaning, b.meaning) ? 1 : 0);
    out[i] = { ...b, meaning: { ...b.meaning, year }, rule: `${b.rule}.shared-year` };
  }
  return out;
}

function yearBefore(a: Meaning, b: Dated, between: string): number | undefined {
  if (a.kind === "season") return APPOSED.test(between) ? b.year : undefined;
  if (!isDated(a) || !LINK.test(between)) return undefined;
  return b.year! - (isLater(a, b) ? 1 : 0);
}

/** Whether `a` comes later in the year than `b`. */
const isLater = (a: Dated, b: Dated): boolean =>
  a.month! > b.month! || (a.month === b.month && (a.day ?? 0) > (b.day ?? 31));
