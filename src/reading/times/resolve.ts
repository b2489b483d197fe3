import type { Bounds } from "../../record/schema.ts";
import { boundsAt, horizonBounds } from "./bounds.ts";
import {
  compareDays,
  type Day,
  day,
  daysBetween,
  isoDay,
  quarterOf,
  seasonStart,
  shift,
  type Unit,
  valueAt,
  weekdayNear,
} from "./calendar.ts";
import type { Meaning, Mod } from "./meaning.ts";
import { durationValue } from "./readings-span.ts";
import type { Direction } from "./tense.ts";

/** A time that the text told before, from which others may count. */
export interface Anchor {
  readonly day: Day;
  readonly grain: Unit;
}

/** What a mention is resolved against. */
export interface Context {
  readonly published: Day | null;
  /** The last time told before this one. */
  readonly previous: Anchor | null;
  /** The day of which the text speaks: for clocks and mornings. */
  readonly today: Day | null;
  readonly direction: Direction;
  /** The word in front: "by", "since", "until", "in". */
  readonly before: string;
  /** The lemma of the verb on which the time hangs directly; empty where it hangs on none. */
  readonly verb: string;
  /** The day to which this one is joined: "on Saturday and Sunday". */
  readonly joined: Day | null;
}

export interface Resolved {
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  readonly value: string | null;
  readonly bounds?: Bounds;
  readonly mod?: Mod;
  /** The first day of the time with its grain, where it is known: later times may count from it. */
  readonly anchor?: Anchor;
  /** What the value rests on besides the words; undefined where the words alone settle it. */
  readonly by?: "published" | "previous" | "tense";
}

const OPEN: Resolved = { type: "DATE", value: null };

/** The value of a time: from the words alone where they settle it, else from the publication and what was told before. */
export function resolve(meaning: Meaning, context: Context): Resolved {
  const found = sense(meaning, context);
  // "by 2030" may be before; "by the end of the year" has its own mod.
  const mod =
    found.mod ??
    meaning.mod ??
    (context.before === "by" && found.type === "DATE" && found.value ? "BEFORE" : undefined);
  const bounds = found.bounds ?? boundsAt(found, meaning, context);
  return { ...found, ...(mod ? { mod } : {}), ...(bounds ? { bounds } : {}) };
}

function sense(meaning: Meaning, context: Context): Resolved {
  switch (meaning.kind) {
    case "date":
      return date(meaning, context);
    case "slashes":
      return slashes(meaning);
    case "weekday":
      return weekday(meaning, context);
    case "shift":
      return shifted(meaning, context);
    case "season":
      return season(meaning, context);
    case "weekend":
      return weekend(meaning, context);
    case "nth":
      return nth(meaning, context);
    case "fixed":
      return { type: "DATE", value: meaning.value };
    case "part":
      return part(meaning, context);
    case "clock":
      return clock(meaning, context);
    case "ref":
      return { type: "DATE", value: meaning.ref, ...horizonBounds(meaning, context.published) };
    case "duration":
      return duration(meaning, context);
    case "set":
      return { type: "SET", value: meaning.value };
    case "week-of": {
      const inner = sense(meaning.of, context);
      return inner.anchor ? at(inner.anchor.day, "week", inner.by) : OPEN;
    }
    case "again":
      return context.previous ? at(context.previous.day, context.previous.grain, "previous") : OPEN;
    case "undated":
      return OPEN;
  }
}

type Of<Kind> = Meaning & { readonly kind: Kind };

/** A time that begins on a day, told at a grain. */
const at = (on: Day, grain: Unit, by?: "published" | "previous" | "tense"): Resolved => ({
  type: "DATE",
  value: valueAt(on, grain),
  anchor: { day: on, grain },
  ...(by ? { by } : {}),
});

function date(meaning: Of<"date">, context: Context): Resolved {
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
  const on = nearestYear(published, inYear, context.direction, meaning);
  return on ? at(on, grain, "tense") : OPEN;
}

/** "last September" is over, "next September" is to come, "this September" is of this year. */
function shiftedMonth({ shift: way, month }: Of<"date">, published: Day): number {
  if (way === 0) return published.year;
  if (way! < 0) return published.year - (month! < published.month ? 0 : 1);
  return published.year + (month! > published.month ? 0 : 1);
}

/** Further than this against the tense, a day without a year is rather the one close by on the other side. */
const FAR = 345;
const CLOSE = 20;

/**
 * The year that a date without one means: the one on which its weekday falls; else the nearest in the direction of the
 * verb, or simply the nearest where the tense says nothing. The month of the publication counts for both directions.
 */
function nearestYear(
  published: Day,
  inYear: (year: number) => Day | null,
  direction: Direction,
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
  const isAmiss = dayOfMonth !== undefined && Math.abs(distance(directed)) > FAR && Math.abs(distance(nearest)) < CLOSE;
  return isAmiss ? nearest : directed;
}

/** "01/07/2025": January or July; the value stays open and the bounds tell both. */
function slashes({ a, b, year }: Of<"slashes">): Resolved {
  const [first, second] = [day(year, a, b), day(year, b, a)].sort((x, y) => compareDays(x!, y!));
  return { type: "DATE", value: null, bounds: { earliest: isoDay(first!), latest: isoDay(second!) } };
}

function weekday(meaning: Of<"weekday">, { published, direction, verb, joined }: Context): Resolved {
  if (!published) return OPEN;
  if (joined && direction.way !== "past") return at(weekdayNear(joined, meaning.weekday, 1), "day", "tense");
  if (meaning.weeks !== undefined) {
    const monday = published.subtract({ days: published.dayOfWeek - 1 });
    return at(monday.add({ days: meaning.weekday - 1, weeks: meaning.weeks }), "day", "published");
  }
  if (meaning.shift === -1) return at(weekdayNear(published, meaning.weekday, -1, true), "day", "published");
  if (meaning.shift === 1) return at(weekdayNear(published, meaning.weekday, 1, true), "day", "published");
  // "leaves on Friday", "this Thursday is": still to come; "the attack on Friday shows": whichever is nearer.
  const present = meaning.shift === 0 || verb !== "" ? 1 : 0;
  const way = direction.way === "future" ? 1 : direction.way === "present" ? present : -1;
  return at(
    weekdayNear(published, meaning.weekday, meaning.shift === 0 && !direction.explicit ? 1 : way),
    "day",
    "tense",
  );
}

const GRAINS: readonly Unit[] = [
  "second",
  "minute",
  "hour",
  "day",
  "week",
  "month",
  "quarter",
  "year",
  "decade",
  "century",
];
const isFiner = (a: Unit, b: Unit): boolean => GRAINS.indexOf(a) < GRAINS.indexOf(b);

function shifted(meaning: Of<"shift">, { published, previous, today }: Context): Resolved {
  const fromText = meaning.anchor === "previous";
  let anchor = fromText ? (previous?.day ?? null) : published;
  // "the same day" of a text that has named no day is the day of the report.
  if (fromText && meaning.n === 0 && meaning.unit === "day") anchor = today;
  // "the next day" cannot count from a month.
  else if (fromText && previous && isFiner(meaning.unit, previous.grain)) anchor = null;
  if (!anchor) return isClockUnit(meaning.unit) ? { type: "TIME", value: null } : OPEN;
  const by = fromText ? "previous" : "published";
  // Hours ago: the day is not certain, so the time is only in the past.
  if (isClockUnit(meaning.unit)) return { type: "TIME", value: meaning.n < 0 ? "PAST_REF" : "FUTURE_REF", by };
  if (!Number.isInteger(meaning.n))
    return at(
      anchor.add({ days: Math.round(meaning.n * DAYS[meaning.unit]!) }),
      meaning.unit === "year" ? "month" : "day",
      by,
    );
  return at(shift(anchor, meaning.n, meaning.unit), meaning.grain, by);
}

const DAYS: Partial<Record<Unit, number>> = {
  day: 1,
  week: 7,
  month: 30.44,
  quarter: 91.3,
  year: 365.25,
  decade: 3652.5,
  century: 36525,
};
const isClockUnit = (unit: Unit): boolean => unit === "hour" || unit === "minute" || unit === "second";

function season(meaning: Of<"season">, { published, direction }: Context): Resolved {
  const value = (year: number, by?: "published" | "tense"): Resolved => ({
    type: "DATE",
    value: `${year}-${meaning.season}`,
    ...(by ? { by } : {}),
  });
  if (meaning.year !== undefined) return value(meaning.year);
  if (!published) return OPEN;
  const { year } = published;
  const starts = (n: number): Day => seasonStart(n, meaning.season);
  const begun = (n: number): boolean => compareDays(starts(n), published) <= 0;
  const over = (n: number): boolean => compareDays(starts(n).add({ months: 3 }), published) <= 0;
  if (meaning.shift === 0) return value(year, "published");
  if (meaning.shift === -1) return value(over(year) ? year : year - 1, "published");
  if (meaning.shift === 1) return value(begun(year) ? year + 1 : year, "published");
  if (direction.way === "future") return value(over(year) ? year + 1 : year, "tense");
  if (direction.way === "past") return value(begun(year) ? year : begun(year - 1) ? year - 1 : year, "tense");
  return value(year, "tense");
}

function weekend(meaning: Of<"weekend">, { published, direction }: Context): Resolved {
  if (!published) return OPEN;
  const saturday = published.subtract({ days: published.dayOfWeek - 1 }).add({ days: 5 });
  let weeks = meaning.shift ?? 0;
  // On a Monday to Thursday, what happened "at the weekend" happened at the one before.
  if (!meaning.shift && direction.way === "past" && published.dayOfWeek < 5) weeks = -1;
  const on = saturday.add({ weeks });
  return { type: "DATE", value: `${valueAt(on, "week")}-WE`, by: "published", anchor: { day: on, grain: "week" } };
}

function nth(meaning: Of<"nth">, context: Context): Resolved {
  const { published, direction } = context;
  if (meaning.of) {
    const whole = sense(meaning.of, context);
    return whole.value ? { ...whole, value: `${whole.value.slice(0, 4)}-${meaning.unit}${meaning.n}` } : whole;
  }
  if (!published) return OPEN;
  const current = meaning.unit === "Q" ? quarterOf(published) : published.month > 6 ? 2 : 1;
  let { year } = published;
  if (direction.way === "past" && meaning.n > current) year -= 1;
  if (direction.way === "future" && meaning.n < current) year += 1;
  return { type: "DATE", value: `${year}-${meaning.unit}${meaning.n}`, by: "tense" };
}

/** The day on which a clock time or a part of the day falls. */
function dayUnder(of: Meaning | undefined, context: Context): Resolved & { readonly on: Day | null } {
  if (!of) return { ...OPEN, on: context.today, by: "previous" };
  const whole = sense(of, context);
  return { ...whole, on: whole.anchor?.grain === "day" ? whole.anchor.day : null };
}

function part(meaning: Of<"part">, context: Context): Resolved {
  const { on, by } = dayUnder(meaning.of, context);
  if (!on) return { type: "TIME", value: null };
  return {
    type: "TIME",
    value: `${isoDay(on)}T${meaning.part}`,
    anchor: { day: on, grain: "day" },
    ...(by ? { by } : {}),
  };
}

function clock(meaning: Of<"clock">, context: Context): Resolved {
  const { on, by } = dayUnder(meaning.of, context);
  if (!on) return { type: "TIME", value: null };
  const two = (n: number): string => String(n).padStart(2, "0");
  const value = `${isoDay(on)}T${two(meaning.hour)}:${two(meaning.minute)}${meaning.zone ?? ""}`;
  return { type: "TIME", value, anchor: { day: on, grain: "day" }, ...(by ? { by } : {}) };
}

const BEGIN_OR_END = new Set([
  "begin",
  "start",
  "open",
  "end",
  "close",
  "expire",
  "leave",
  "arrive",
  "return",
  "resume",
  "finish",
  "run",
]);

/** "will meet in two weeks" tells a date; "within two weeks", "fell in two weeks", "the first in two weeks" a duration. */
function duration(meaning: Of<"duration">, context: Context): Resolved {
  const { before, direction, published, verb } = context;
  const isAhead =
    direction.way === "future"
      ? direction.explicit && verb !== ""
      : direction.way === "present" && BEGIN_OR_END.has(verb);
  if (before === "in" && meaning.amount !== "X" && !meaning.toward && isAhead && !isClockUnit(meaning.unit)) {
    if (!published) return OPEN;
    return {
      ...sense(
        { kind: "shift", n: meaning.amount, unit: meaning.unit, grain: meaning.unit, anchor: "published" },
        context,
      ),
      by: "tense",
    };
  }
  return {
    type: "DURATION",
    value: durationValue(meaning.amount, meaning.unit),
    ...(meaning.toward ? horizonBounds(meaning, published) : {}),
  };
}
