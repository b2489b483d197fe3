import { leadsLine } from "./dateline.ts";
import type { Found } from "./find.ts";
import type { Meaning } from "./meaning.ts";
import type { Context } from "./resolved.ts";
import { type Direction, directionAt, isSetDate, verbOver } from "./tense.ts";
import type { Spot } from "./tokens.ts";

/** What the words around a time say of it. */
export type Clause = Pick<Context, "direction" | "verb" | "before" | "isSetDate">;

export const UNSAID: Direction = { way: "past", explicit: false };

/** What the words around a mention say of it. */
export function clauseOf(text: string, mention: Found, spot: Spot | undefined): Clause {
  const { meaning } = mention;
  // "followed by July's": no term.
  const before = spot?.token.deprel === "nmod:poss" && mention.before === "by" ? "" : mention.before;
  if (!spot) return { direction: UNSAID, verb: "", before, isSetDate: false };
  // A date in front of the report's first words belongs to no verb: it is simply the nearest.
  const leads = meaning.kind === "date" && leadsLine(text, mention);
  return {
    direction: leads ? { way: "present", explicit: false } : directionAt(spot, before),
    verb: verbOver(spot),
    isSetDate: isSetDate(spot),
    before,
  };
}

/** "on Saturday and Sunday", "from 4 to 6 March": the second lies on the same side as the first. */
export const areJoined = (text: string, first: Found, second: Found): boolean =>
  second.from - first.to < 12 &&
  isDayOrMonth(first) &&
  isDayOrMonth(second) &&
  /^\s{0,2}(?:and|or|to|until|through|&|-|–|—|,)\s{0,2}(?:the\s)?$/.test(text.slice(first.to, second.from));

const isDayOrMonth = ({ meaning }: Found): boolean => meaning.kind === "weekday" || meaning.kind === "date";

/** "at 16:15 UTC, June 1", "11 a.m. local time (0900 GMT) Friday": the day that follows is that of the clock. */
export function withDayAfter(text: string, found: readonly Found[], at: number): Meaning {
  const { meaning } = found[at]!;
  if (meaning.kind !== "clock" || meaning.of) return meaning;
  for (let i = at + 1; i < Math.min(at + 3, found.length); i++) {
    const next = found[i]!;
    const start = found[i - 1]!.to;
    if (next.from - start > 3 || !/^[\s(),]+$/.test(text.slice(start, next.from))) return meaning;
    if (next.meaning.kind === "weekday" || (next.meaning.kind === "date" && next.meaning.day !== undefined))
      return { ...meaning, of: next.meaning };
    if (next.meaning.kind !== "clock") return meaning;
  }
  return meaning;
}
