import type { Match } from "./match.ts";
import type { Meaning, PartOfDay } from "./meaning.ts";
import type { Reader, Reading } from "./readings.ts";

function clock(match: Match): Reading {
  const [first, second] = match.numbers("N2", "NUMWORD");
  const fixed = match.setting("hour");
  const half = match.value("AMPM");
  return clockTime(hourOf(fixed ?? first!, half), fixed === undefined ? (second ?? 0) : 0, match.value("ZONE"));
}

const hourOf = (hour: number, half: string | number | undefined): number => {
  if (half === undefined) return hour;
  if (hour > 12) return half === "pm" ? hour : Number.NaN;
  return (hour % 12) + (half === "pm" ? 12 : 0);
};

function clockTime(hour: number, minute: number, zone: string | number | undefined): Meaning | null {
  if (!(hour >= 0 && hour <= 24 && minute >= 0 && minute <= 59)) return null;
  return { kind: "clock", hour, minute, ...(zone ? { zone: String(zone) } : {}) };
}

function hhmm(match: Match): Reading {
  const digits = match.items[0]!.text;
  if (digits.length !== 4) return null;
  return clockTime(Number(digits.slice(0, 2)), Number(digits.slice(2)), match.value("ZONE"));
}

/** "GMT +8" counts from Greenwich; "local time" says nothing of where. */
function zone(match: Match): Reading {
  const hours = match.number("DIGITS");
  const known = match.value("TZ");
  if (known === undefined) return { classes: new Map([["ZONE", ""]]) };
  if (hours === undefined) return { classes: new Map([["ZONE", known]]) };
  const sign = match.has("-") ? "-" : "+";
  if (hours > 14) return null;
  return { classes: new Map([["ZONE", `${sign}${String(hours).padStart(2, "0")}:00`]]) };
}

/** "3 p.m. on Friday", "Friday at 3 p.m.", "7:15 on Monday evening". */
function clockOf(match: Match): Reading {
  const time = match.inner.find((m) => m.kind === "clock");
  const of = match.inner.find((m) => m.kind !== "clock");
  if (!time || !of) return null;
  if (of.kind !== "part") return { ...time, of } as Meaning;
  return { ...inPart(time, of.part), ...(of.of ? { of: of.of } : {}) } as Meaning;
}

/** A clock read in a part of the day: seven in the evening is 19:00. */
function inPart(time: Meaning & { kind: "clock" }, part: PartOfDay): Meaning {
  const isEarly = part === "MO" || time.hour >= 12 || (part === "NI" && time.hour < 6);
  return { ...time, hour: time.hour + (isEarly ? 0 : 12) };
}

/** "two o'clock in the morning", "eight in the evening". */
function clockPart(match: Match): Reading {
  const time = match.inner[0];
  if (time?.kind !== "clock") return null;
  return inPart(time, match.value("PART") as PartOfDay);
}

const partOf = (match: Match): PartOfDay => (match.settings.part ?? match.value("PART")) as PartOfDay;

const dayAway = (n: number): Meaning => ({ kind: "shift", n, unit: "day", grain: "day", anchor: "published" });

export const clockReadings: Readonly<Record<string, Reader>> = {
  "half-day": (m) => ({ classes: new Map([["AMPM", m.settings.value!]]) }),
  zone,
  clock,
  hhmm,
  "clock-of": clockOf,
  "clock-part": clockPart,
  part: (m) => ({ kind: "part", part: partOf(m) }),
  "part-of": (m) => ({ kind: "part", part: partOf(m), of: m.inner[0]! }),
  "part-of-today": (m) => ({ kind: "part", part: partOf(m), of: dayAway(m.setting("n")!) }),
  // The night that ended on the day of the report.
  overnight: () => ({ kind: "part", part: "NI", of: dayAway(-1) }),
};
