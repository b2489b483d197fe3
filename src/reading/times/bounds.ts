import type { Bounds } from "../../record/schema.ts";
import { type Day, day, shift, type Unit } from "./calendar.ts";
import type { Meaning } from "./meaning.ts";
import type { Context, Resolved } from "./resolved.ts";

/**
 * How far "the coming days" reach and "recent months" go back: short of the next larger unit's plural.
 * Days, less than two weeks; weeks, two months; months, a year; years, a decade. Without a unit ("soon") a year.
 */
const HORIZON: Readonly<Record<Unit, readonly [number, Unit]>> = {
  second: [1, "day"],
  minute: [1, "day"],
  hour: [1, "day"],
  day: [13, "day"],
  week: [2, "month"],
  month: [12, "month"],
  quarter: [8, "quarter"],
  year: [10, "year"],
  decade: [50, "year"],
  century: [500, "year"],
};

/** The bounds of a reference to past or future, or of a span that ends or begins with the publication. */
export function horizonBounds(meaning: Meaning, published: Day | null): { bounds?: Bounds } {
  const [toward, far] = horizonOf(meaning) ?? [];
  if (!toward || !far) return {};
  return { bounds: published ? beside(published, toward, far) : { earliest: null, latest: null } };
}

/** On which side of the publication a time lies, and how far it reaches. */
function horizonOf(meaning: Meaning): readonly [-1 | 1, readonly [number, Unit]] | null {
  if (meaning.kind === "duration" && meaning.toward) return [meaning.toward, reach(meaning)];
  if (meaning.kind !== "ref" || !meaning.unit || meaning.ref === "PRESENT_REF") return null;
  return [meaning.ref === "FUTURE_REF" ? 1 : -1, HORIZON[meaning.unit]];
}

function reach({ amount, unit }: Meaning & { kind: "duration" }): readonly [number, Unit] {
  if (amount === "X") return HORIZON[unit];
  if (unit === "hour" || unit === "minute" || unit === "second")
    return [unit === "hour" ? Math.ceil(amount / 24) : 1, "day"];
  return [Math.ceil(amount), unit];
}

/** From the day after the publication on, or up to the publication. */
function beside(published: Day, toward: -1 | 1, [n, unit]: readonly [number, Unit]): Bounds {
  const far = shift(published, toward * n, unit);
  return toward > 0
    ? { earliest: published.add({ days: 1 }).toString(), latest: far.toString() }
    : { earliest: far.toString(), latest: published.toString() };
}

/** The bounds that a preposition or "earlier", "early" sets around a value that is known. */
export function boundsAt(found: Resolved, meaning: Meaning, { published, before }: Context): Bounds | undefined {
  const whole = extentOf(found.value);
  if (!whole) return undefined;
  const [first, last] = whole;
  const now = published?.toString() ?? null;
  if (meaning.side === "earlier") return { earliest: first, latest: now };
  if (meaning.side === "later") return { earliest: now, latest: last };
  if (before === "by" || before === "until" || before === "till") return { earliest: null, latest: last };
  if (before === "since") return { earliest: first, latest: now };
  return undefined;
}

/** The first and the last day of a value at the grain of a day or coarser. */
export function extentOf(value: string | null): readonly [string, string] | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value ?? "");
  if (match) {
    const [year, month, dayOfMonth] = match.slice(1).map((n) => (n === undefined ? undefined : Number(n)));
    const first = day(year!, month ?? 1, dayOfMonth ?? 1);
    if (!first) return null;
    const last =
      dayOfMonth !== undefined ? first : shift(first, 1, month !== undefined ? "month" : "year").subtract({ days: 1 });
    return [first.toString(), last.toString()];
  }
  return extentOfPart(value ?? "");
}

function extentOfPart(value: string): readonly [string, string] | null {
  const part = /^(\d{4})-(Q|H|W)(\d{1,2})/.exec(value);
  if (!part) return null;
  const [year, n] = [Number(part[1]), Number(part[3])];
  if (part[2] === "W") {
    const fourth = day(year, 1, 4)!;
    const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: n - 1 });
    return [monday.toString(), monday.add({ days: 6 }).toString()];
  }
  const months = part[2] === "Q" ? 3 : 6;
  const first = day(year, (n - 1) * months + 1, 1);
  return first ? [first.toString(), first.add({ months }).subtract({ days: 1 }).toString()] : null;
}
