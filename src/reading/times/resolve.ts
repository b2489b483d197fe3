import { boundsAt, horizonBounds } from "./bounds.ts";
import { type Day, isoDay, quarterOf, shift, type Unit } from "./calendar.ts";
import type { Meaning } from "./meaning.ts";
import { durationValue } from "./readings-span.ts";
import { date, dayOfMonth, slashes, weekday } from "./resolve-dates.ts";
import { season, weekend } from "./resolve-periods.ts";
import { at, type Context, type Of, OPEN, type Resolved } from "./resolved.ts";
import { isOfSort } from "./verbs.ts";

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
    case "day-of-month":
      return dayOfMonth(meaning, context);
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
    case "away":
      return away(meaning, context);
    case "again":
      return again(meaning, context);
    case "undated":
      return OPEN;
  }
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

function nth(meaning: Of<"nth">, context: Context): Resolved {
  const { published, direction } = context;
  if (meaning.of) {
    const whole = sense(meaning.of, context);
    const year = /^(?:FY)?\d{4}/.exec(whole.value ?? "")?.[0];
    return year ? { ...whole, value: `${year}-${meaning.unit}${meaning.n}` } : OPEN;
  }
  if (!published) return OPEN;
  const current = meaning.unit === "Q" ? quarterOf(published) : published.month > 6 ? 2 : 1;
  let { year } = published;
  if (direction.way === "past" && meaning.n > current) year -= 1;
  if (direction.way === "future" && meaning.n < current) year += 1;
  return { type: "DATE", value: `${year}-${meaning.unit}${meaning.n}`, by: "tense" };
}

/** Weeks and days of another year are not the same days: told by the month at the finest. */
function again({ years }: Of<"again">, { previous }: Context): Resolved {
  if (!previous) return OPEN;
  if (years === 0) return at(previous.day, previous.grain, "previous");
  const grain = previous.grain === "day" || previous.grain === "week" ? "month" : previous.grain;
  return at(shift(previous.day, years, "year"), grain, "previous");
}

/** "a few hours later": open, but not before the time told last. */
function away({ way, unit }: Of<"away">, { previous }: Context): Resolved {
  const type = isClockUnit(unit) ? "TIME" : "DATE";
  if (previous?.grain !== "day") return { type, value: null };
  const told = isoDay(previous.day);
  const bounds = way > 0 ? { earliest: told, latest: null } : { earliest: null, latest: told };
  return { type, value: null, bounds, by: "previous" };
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

/** "will meet in two weeks" tells a date; "within two weeks", "fell in two weeks", "the first in two weeks" a duration. */
function duration(meaning: Of<"duration">, context: Context): Resolved {
  const { before, direction, published, verb } = context;
  const isAhead =
    direction.way === "future"
      ? direction.explicit && verb !== "" && meaning.mod === undefined
      : direction.way === "present" && isOfSort(verb, "begin-or-end");
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
