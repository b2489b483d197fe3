import type { Match } from "./match.ts";
import type { Meaning } from "./meaning.ts";
import type { Item } from "./pattern.ts";
import { calendarReadings } from "./readings-calendar.ts";
import { clockReadings } from "./readings-clock.ts";
import { spanReadings } from "./readings-span.ts";

/** Two times in one phrase, each with its own items: "15–26 November 2006". What stands between them stays. */
export interface Pair {
  readonly pair: readonly [Half, Half];
}

export interface Half {
  readonly items: readonly Item[];
  readonly meaning: Meaning;
}

/** A word class made of several pieces ("p.m."), or nothing at all: what was matched is no time ("67-year-old"). */
export type Reading = Meaning | Pair | { readonly classes: ReadonlyMap<string, string | number> } | "nothing" | null;

/** Makes sense of what a rule matched; null where it makes none (31 June), so that shorter rules may try. */
export type Reader = (match: Match) => Reading;

/** The readings that rules name. */
export const READINGS: Readonly<Record<string, Reader>> = { ...calendarReadings, ...clockReadings, ...spanReadings };
