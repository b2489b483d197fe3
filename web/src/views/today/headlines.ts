import type { Encounter, Status } from "../../data/types.ts";
import { listed, timeInWords } from "../../format/words.ts";
import { kindOf } from "../../ui/basics.tsx";

const NOW: Readonly<Record<Status, string>> = {
  held: "held",
  planned: "planned",
  possible: "possible",
  negated: "not held",
};

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

type Told = Pick<Encounter, "kind" | "medium" | "parties" | "place" | "status">;

/** "Arvind Deshmukh and Brazil: visit in Brasília". */
export function contactHeadline({ kind, medium, parties, place }: Omit<Told, "status">): string {
  const what = `${lower(kindOf(kind, medium))}${place ? `, ${place}` : ""}`;
  return `${upper(listed(parties.map(({ name }) => name)))}: ${what}`;
}

/** "Arvind Deshmukh and Brazil: visit not held". */
export function turnedHeadline(encounter: Told): string {
  const { kind, medium, parties, status } = encounter;
  return `${upper(listed(parties.map(({ name }) => name)))}: ${lower(kindOf(kind, medium))} ${NOW[status]}`;
}

export const CHANGE_WORDS = {
  "first-mention": "First words",
  reversal: "Reversal",
  hardening: "Hardening",
  softening: "Softening",
} as const;

/** The day of a statement, and whether it is only that of its report. */
export function saidOn(day: string | null, dated: boolean): string {
  if (!day) return "on a day not told";
  return dated ? timeInWords(day) : `reported ${timeInWords(day)}`;
}
