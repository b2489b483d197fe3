import { compareDays, type Day, day, daysBetween, isoDay, shift, type Unit, weekdayNear } from "./calendar.ts";
import { at, type Context, type Of, OPEN, type Resolved } from "./resolved.ts";

/** A date of the calendar; without a year, the one that fits the tense and the publication. */
export function date(meaning: Of<"date">, context: Context): Resolved {
  const grain: Unit = meaning.day !== undefined ? "day" : meaning.month !== undefined ? "month" : "year";
  if (meaning.year !== undefined) {
    const on = day(meaning.year, meaning.month ?? 1, meaning.day ?? 1);
    return on ? at(on, grain) : OPEN;
  }
  const { published } = context;
  if (!published) return OPEN;
  const inYear = (year: number): Day | null => day(year, meaning.month!, meaning.day ?? 1);
  if (meaning.shift !== undefined || meaning.years !== undefined) {
    const settled = inYear(
      meaning.years !== undefined ? published.year + meaning.years : shiftedMonth(meaning, published),
    );
    return settled ? at(settled, grain, "published") : OPEN;
  }
  const on = nearestYear(published, inYear, context, meaning);
  return on ? at(on, grain, "tense") : OPEN;
}

/** "last September" is over, "next September" is to come, "this September" is of this year. */
function shiftedMonth({ shift: way, month }: Of<"date">, published: Day): number {
  if (way === 0) return published.year;
  if (way! < 0) return published.year - (month! < published.month ? 0 : 1);
  return published.year + (month! > published.month ? 0 : 1);
}

/** Further than this in the tense's direction, a day without a year is rather the one close by on the other side. */
const FAR = { days: 345, close: 20 };
/** The same for what is held at a date set before, of which the tense says little: "prepared the summit in July". */
const FAR_IF_SET = { days: 180, close: 75 };

/**
 * The year that a date without one means: the one on which its weekday falls; else the nearest in the direction of the
 * verb, or simply the nearest where the tense says nothing. The month of the publication counts for both directions.
 */
function nearestYear(
  published: Day,
  inYear: (year: number) => Day | null,
  { direction, isSetDate }: Context,
  { day: dayOfMonth, weekday }: Of<"date">,
): Day | null {
  const years = [-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap((n) => inYear(published.year + n) ?? []);
  const fitting = years.filter((d) => d.dayOfWeek === weekday);
  const near = fitting.length > 0 ? fitting : years;
  const isNow = (d: Day): boolean =>
    dayOfMonth === undefined && d.month === published.month && d.year === published.year;
  const distance = (d: Day): number => (isNow(d) ? 0 : daysBetween(published, d));
  const closest = (list: Day[]): Day | undefined =>
    list.sort((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)))[0];
  const nearest = closest([...near]);
  if (!nearest || direction.way === "present" || fitting.length > 0) return nearest ?? null;
  const directed = closest(near.filter((d) => distance(d) * (direction.way === "past" ? -1 : 1) >= 0));
  if (!directed) return nearest;
  const far = isSetDate ? FAR_IF_SET : FAR;
  const isAmiss = Math.abs(distance(directed)) > far.days && Math.abs(distance(nearest)) < far.close;
  return isAmiss && (isSetDate || dayOfMonth !== undefined) ? nearest : directed;
}

/** "01/07/2025": January or July; the value stays open and the bounds tell both. */
export function slashes({ a, b, year }: Of<"slashes">): Resolved {
  const [first, second] = [day(year, a, b), day(year, b, a)].sort((x, y) => compareDays(x!, y!));
  return { type: "DATE", value: null, bounds: { earliest: isoDay(first!), latest: isoDay(second!) } };
}

export function dayOfMonth({ day: n, shift: months }: Of<"day-of-month">, { published }: Context): Resolved {
  const month = published && shift(published, months, "month");
  const on = month && day(month.year, month.month, n);
  return on ? at(on, "day", "published") : OPEN;
}

/** A weekday: on or before the publication in the past, on or after it in the future. */
export function weekday(meaning: Of<"weekday">, { published, direction, verb, joined }: Context): Resolved {
  if (!published) return OPEN;
  if (meaning.weeks !== undefined) {
    const monday = published.subtract({ days: published.dayOfWeek - 1 });
    return at(monday.add({ days: meaning.weekday - 1, weeks: meaning.weeks }), "day", "published");
  }
  if (meaning.shift === -1) return at(weekdayNear(published, meaning.weekday, -1, true), "day", "published");
  if (meaning.shift === 1) return at(weekdayNear(published, meaning.weekday, 1, true), "day", "published");
  if (joined && meaning.shift === undefined && direction.way !== "past")
    return at(weekdayNear(joined, meaning.weekday, 1), "day", "tense");
  // "leaves on Friday", "this Thursday is": still to come; "the attack on Friday shows": whichever is nearer.
  const present = meaning.shift === 0 || verb !== "" ? 1 : 0;
  const way = direction.way === "future" ? 1 : direction.way === "present" ? present : -1;
  return at(
    weekdayNear(published, meaning.weekday, meaning.shift === 0 && !direction.explicit ? 1 : way),
    "day",
    "tense",
  );
}
