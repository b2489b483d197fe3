import type { Unit } from "./calendar.ts";
import type { Match } from "./match.ts";
import type { Meaning, Mod, Ref } from "./meaning.ts";
import type { Reader, Reading } from "./readings.ts";

const NUMBERS = ["NO"] as const;

const duration = (amount: number | "X", unit: Unit, toward?: -1 | 1): Meaning => ({
  kind: "duration",
  amount,
  unit,
  ...(toward ? { toward } : {}),
});

/** "the past two days" lies before the publication, "the next two days" after it. */
function toward(match: Match): -1 | 1 {
  const shift = match.numbers("SHIFT").find((n) => n !== 0) ?? (match.has("following") ? 1 : -1);
  return shift > 0 ? 1 : -1;
}

/** "between 60 and 90 days": two durations; the unit of the second holds for both. */
function durationRange(match: Match): Reading {
  const [low, high] = match.numbers(...NUMBERS) as [number, number];
  if (low >= high) return null;
  const places = match.items.flatMap((item, i) => (item.classes.has("NO") ? [i] : []));
  return {
    pair: [
      { items: [match.items[places[0]!]!], meaning: duration(low, match.unit) },
      { items: match.items.slice(places[1]!), meaning: duration(high, match.unit) },
    ],
  };
}

/** "three days ago" is told to the day, "two years ago" to the year. */
function away(match: Match, anchor: "published" | "previous"): Reading {
  const inner = match.inner[0];
  if (inner?.kind !== "duration") return null;
  const sign = match.setting("n")!;
  const isHours = inner.unit === "hour" || inner.unit === "minute" || inner.unit === "second";
  if (anchor === "previous" && (inner.amount === "X" || isHours))
    return { kind: "away", way: sign < 0 ? -1 : 1, unit: inner.unit };
  if (inner.amount === "X") return { kind: "ref", ref: sign < 0 ? "PAST_REF" : "FUTURE_REF", unit: inner.unit };
  const mod = inner.mod ? MOD_OF_DISTANCE[inner.mod] : undefined;
  return {
    kind: "shift",
    n: sign * inner.amount,
    unit: inner.unit,
    // "two decades ago" is told to the year.
    grain: inner.unit === "decade" || inner.unit === "century" ? "year" : inner.unit,
    anchor,
    ...(mod ? { mod } : {}),
  };
}

/** "more than 45 years ago" is before the year of 45 years ago. */
const MOD_OF_DISTANCE: Partial<Record<Mod, Mod>> = {
  MORE_THAN: "BEFORE",
  EQUAL_OR_MORE: "BEFORE",
  LESS_THAN: "AFTER",
  EQUAL_OR_LESS: "AFTER",
  APPROX: "APPROX",
};

const CODE: Readonly<Record<Unit, string>> = {
  second: "S",
  minute: "M",
  hour: "H",
  day: "D",
  week: "W",
  month: "M",
  quarter: "Q",
  year: "Y",
  decade: "DE",
  century: "CE",
};

/** An ISO 8601 duration: PT2H, P3D, PXM, and PT150M for two and a half hours. Decades and centuries are told in years where they are counted. */
export function durationValue(amount: number | "X", unit: Unit): string {
  const clock = unit === "hour" || unit === "minute" || unit === "second";
  if (amount !== "X" && (unit === "decade" || unit === "century"))
    return `P${amount * (unit === "decade" ? 10 : 100)}Y`;
  if (unit === "hour" && amount !== "X" && !Number.isInteger(amount)) return `PT${Math.round(amount * 60)}M`;
  return `${clock ? "PT" : "P"}${amount}${CODE[unit]}`;
}

const SMALLER: Partial<Record<Unit, readonly [Unit, number]>> = {
  hour: ["minute", 60],
  day: ["hour", 24],
  week: ["day", 7],
  year: ["month", 12],
};

/** "one hour and 20 minutes" is 80 minutes; "two years and six days" are no whole number of days. */
function summed(match: Match): Reading {
  const [large, small] = match.inner;
  if (large?.kind !== "duration" || small?.kind !== "duration" || large.toward || small.toward) return null;
  const [unit, times] = SMALLER[large.unit] ?? [];
  if (large.amount === "X" || small.amount === "X" || unit !== small.unit || !times || small.amount >= times)
    return null;
  const mod = (match.settings.mod ?? match.value("APPROX") ?? large.mod) as Mod | undefined;
  return { ...duration(large.amount * times + small.amount, small.unit), ...(mod ? { mod } : {}) };
}

const every = (match: Match, amount = match.number(...NUMBERS) ?? 1): Meaning => ({
  kind: "set",
  value: durationValue(amount, match.unit),
});

const ref = (match: Match): Meaning => {
  const unit = (match.settings.unit ?? match.value("UNITS")) as Unit | undefined;
  return { kind: "ref", ref: match.settings.ref as Ref, ...(unit ? { unit } : {}) };
};

const modified = (match: Match): Reading => {
  const inner = match.inner[0];
  return inner ? { ...inner, mod: (match.settings.mod ?? match.value("APPROX")) as Mod } : null;
};

export const spanReadings: Readonly<Record<string, Reader>> = {
  none: () => "nothing",
  duration: (m) => duration(m.number(...NUMBERS)!, m.unit),
  half: (m) => duration(0.5, (m.value("UNIT") ?? "hour") as Unit),
  "unit-and-half": (m) => duration(1.5, m.unit),
  "duration-range": durationRange,
  summed,
  "hours-minutes": (m) => duration(m.numbers("N2")[0]! * 60 + m.numbers("N2")[1]!, "minute"),
  one: (m) => duration(1, m.unit),
  "long-word": (m) => duration(1, m.items[0]!.lower.replace("long", "") as Unit),
  vague: (m) => duration("X", m.unit),
  couple: (m) => ({ ...duration(2, m.unit), mod: "APPROX" }),
  span: (m) => duration(m.number(...NUMBERS)!, m.unit, toward(m)),
  "vague-span": (m) => duration("X", m.unit, toward(m)),
  "unit-span": (m) => duration(1, m.unit, toward(m)),
  ref,
  every: (m) => every(m, m.value("TIMES") === undefined && !m.has("times") ? undefined : 1),
  "every-other": (m) => every(m, 2),
  "set-word": (m) => ({ kind: "set", value: String(m.value("SETWORD")) }),
  modified,
  ago: (m) => away(m, "published"),
  away: (m) => away(m, "previous"),
};
