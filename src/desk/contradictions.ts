import { durationInWords, modified, timeInWords } from "../formats/dates.ts";
import { entryDays } from "../store/days.ts";
import type { Contradiction, Entry } from "./types.ts";
import { placesRelation, whereOf } from "./where.ts";

/** Values of an encounter's entries that cannot all be true. A plan that was moved contradicts nothing. */
export function contradictionsOf(entries: readonly Entry[]): Contradiction[] {
  const held = entries.filter((e) => e.contact.status === "held");
  const settled = held.length > 0 ? held : entries;
  return [
    ...pairs(
      settled,
      (e) => e.contact.date,
      datesExclude,
      "date",
      (a, b) => `One report says ${timeInWords(a)}, another ${timeInWords(b)}.`,
    ),
    ...pairs(
      held,
      duration,
      durationsExclude,
      "duration",
      (a, b) => `It lasted ${lastedInWords(a)} by one report, ${lastedInWords(b)} by another.`,
    ),
    ...pairs(
      settled,
      (e) => e.contact.place,
      placesExclude,
      "place",
      (a, b) => `One report says it was in ${a}, another in ${b}.`,
    ),
    ...pairs(
      held,
      statedMedium,
      (a, b) => a !== b,
      "medium",
      (a, b) => `One report says ${a}, another ${b}.`,
    ),
    ...statuses(entries),
  ];
}

/** A medium that only follows from the kind contradicts nothing. */
const statedMedium = ({ contact: { medium, why } }: Entry): string | null =>
  why.medium?.basis === "inferred" ? null : medium;

/** Every two different values that exclude each other, each pair once. */
function pairs(
  entries: readonly Entry[],
  value: (e: Entry) => string | null,
  exclude: (a: string, b: string, x: Entry, y: Entry) => boolean,
  field: Contradiction["field"],
  message: (a: string, b: string) => string,
): Contradiction[] {
  const first = new Map<string, Entry>();
  for (const e of entries) {
    const v = value(e);
    if (v !== null && !first.has(v)) first.set(v, e);
  }
  const all = [...first].sort(([a], [b]) => (a < b ? -1 : 1));
  return all.flatMap(([a, x], i) =>
    all
      .slice(i + 1)
      .flatMap(([b, y]) => (exclude(a, b, x, y) ? [{ field, values: [a, b] as const, message: message(a, b) }] : [])),
  );
}

function datesExclude(_a: string, _b: string, x: Entry, y: Entry): boolean {
  const open = (e: Entry): boolean => e.contact.status === "planned" || e.contact.status === "possible";
  if (open(x) && open(y) && x.published !== y.published) return false;
  const [d, e] = [entryDays(x.contact, x.published), entryDays(y.contact, y.published)];
  return (d.to !== null && e.from !== null && d.to < e.from) || (e.to !== null && d.from !== null && e.to < d.from);
}

const placesExclude = (a: string, b: string): boolean => placesRelation(whereOf(a), whereOf(b)) === "other";

const duration = ({ contact: { duration: value, duration_mod: mod } }: Entry): string | null =>
  value === null ? null : mod ? `${value} ${mod}` : value;

/** "PT30M MORE_THAN" is "more than 30 minutes". */
function lastedInWords(value: string): string {
  const [time = "", mod] = value.split(" ");
  return modified(durationInWords(time), mod);
}

/** "more than two hours" and 140 minutes agree; "over two hours" and 90 minutes do not. */
function durationsExclude(a: string, b: string): boolean {
  const [x, y] = [span(a), span(b)];
  return x !== null && y !== null && (x[1] < y[0] || y[1] < x[0]);
}

/** The least and the most minutes that a duration may mean; a tenth either way, for reports round. */
function span(value: string): readonly [number, number] | null {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?(?: (\w+))?$/.exec(value);
  if (!match) return null;
  const minutes = Number(match[1] ?? 0) * 1440 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  const wide = match[4] === "APPROX" ? 0.25 : 0.1;
  if (/MORE/.test(match[4] ?? "")) return [minutes * 0.9, minutes * 1.6];
  if (/LESS/.test(match[4] ?? "")) return [minutes * 0.5, minutes * 1.1];
  return [minutes * (1 - wide), minutes * (1 + wide)];
}

function statuses(entries: readonly Entry[]): Contradiction[] {
  const has = (status: string): Entry | undefined => entries.find((e) => e.contact.status === status);
  const [held, negated] = [has("held"), has("negated")];
  if (!held || !negated) return [];
  const later = entries.some((e) => e.contact.status === "held" && (e.published ?? "9999") > (negated.published ?? ""));
  const plan = entries.some(
    (e) => e.contact.status === "planned" && (e.published ?? "9999") < (negated.published ?? ""),
  );
  return later && plan
    ? []
    : [
        {
          field: "status",
          values: ["held", "negated"],
          message: "One report says it took place, another that it did not.",
        },
      ];
}
