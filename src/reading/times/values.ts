import type { Time } from "../../record/schema.ts";

/**
 * The value that an entry's date takes from a time: the TIMEX3 value of a date or hour, or PRESENT_REF. Null where it is
 * open or only "recently" or "in the coming days"; the time's bounds tell the rest.
 */
export function dateValue(time: Time | null | undefined): string | null {
  if (!time || time.value === null || time.value === "PAST_REF" || time.value === "FUTURE_REF") return null;
  return time.type === "DATE" || time.type === "TIME" ? time.value : null;
}

/** The same without a part of the day or hour: "2025-12-19TMO" is 2025-12-19. */
export const dayValue = (time: Time | null | undefined): string | null => dateValue(time)?.replace(/T.*$/, "") ?? null;

/** The duration of an entry in whole units: PT2H, P3D; "two and a half hours" is PT150M. Null for no duration or a vague one. */
export function durationValueOf(time: Time | null | undefined): string | null {
  if (time?.type !== "DURATION" || time.value === null || time.value.includes("X")) return null;
  const match = /^P(T?)(\d+)\.(\d+)([A-Z]+)$/.exec(time.value);
  if (!match) return time.value;
  const [, clock, whole, part, unit] = match;
  const [n, smaller] = SMALLER[`${clock}${unit}`] ?? [1, unit!];
  const amount = Math.round(Number(`${whole}.${part}`) * n);
  return `P${clock}${amount}${smaller}`;
}

const SMALLER: Readonly<Record<string, readonly [number, string]>> = {
  TH: [60, "M"],
  TM: [60, "S"],
  Y: [12, "M"],
  W: [7, "D"],
};

/** The place of the first time that begins at or after an offset; times stand in the order of the text. */
export function firstFrom(times: readonly Time[], offset: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]!.evidence.from < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Two times joined: "15–26 November 2006" is 2006-11-15/2006-11-26. */
export interface Interval {
  readonly value: string;
  readonly first: Time;
  readonly last: Time;
}

const LINK = /^\s{0,2}(?:-|–|—|to|through|until|till)\s{0,2}(?:the\s)?$/i;
const AND = /^\s{0,2}(?:and|&)\s{0,2}(?:the\s)?$/i;

/**
 * The interval of which a time is an end: joined by a dash or "to", or by "and" after "between". Two days that
 * follow each other may also be joined by "and" alone ("on 4 and 5 February"). Null where there is none.
 */
export function intervalAt(text: string, times: readonly Time[], time: Time): Interval | null {
  const at = firstFrom(times, time.evidence.from);
  if (times[at]?.id !== time.id) return null;
  return joined(text, time, times[at + 1]) ?? joined(text, times[at - 1], time);
}

function joined(text: string, first: Time | undefined, last: Time | undefined): Interval | null {
  if (
    !first?.value ||
    !last?.value ||
    first.type !== "DATE" ||
    last.type !== "DATE" ||
    last.evidence.from - first.evidence.to > 12
  )
    return null;
  if (!/^\d{4}/.test(first.value) || first.value.length !== last.value.length || first.value >= last.value) return null;
  const between = text.slice(first.evidence.to, last.evidence.from);
  const isLinked =
    LINK.test(between) || (AND.test(between) && (afterBetween(text, first) || areNeighbours(first.value, last.value)));
  return isLinked ? { value: `${first.value}/${last.value}`, first, last } : null;
}

const afterBetween = (text: string, { evidence }: Time): boolean =>
  /\bbetween\s+(?:the\s+)?$/i.test(text.slice(Math.max(0, evidence.from - 16), evidence.from));

const DAY = 86_400_000;
const areNeighbours = (a: string, b: string): boolean => a.length === 10 && Date.parse(b) - Date.parse(a) === DAY;
