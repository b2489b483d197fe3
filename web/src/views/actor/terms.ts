import { around, DAY, endOf, type Stretch, startOf } from "../../charts/days.ts";
import type { Ends } from "../../charts/place.ts";
import type { Actor } from "../../data/types.ts";

type Office = Actor["offices"][number];

/** An office as a bar of time. */
export interface Term extends Stretch {
  readonly office: Office;
  readonly ends: Ends;
}

/** An open end is drawn so long; how far it truly reaches, nobody says. */
const OPEN = 400 * DAY;

/**
 * Offices as bars, the earliest first. What reports give is soft at both ends: they tell only when they spoke of the
 * office. An end that the office files leave open fades. Without any day there is no bar.
 */
export function termsOf(offices: readonly Office[], today: number): Term[] {
  return offices
    .flatMap((office): Term[] => {
      const { from, to, basis } = office;
      if (from === null && to === null) return [];
      const start = from === null ? startOf(to ?? "") - OPEN : startOf(from);
      const end = to === null ? Math.max(today, start + OPEN) : endOf(to);
      const ends: Ends = basis === "reports" ? "both" : from === null ? "left" : to === null ? "right" : "firm";
      return [{ office, from: start, to: end, ends }];
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

export const stretchOf = (terms: readonly Term[]): Stretch => around(terms, 90);

/** "President, France". */
export const officeInWords = ({ title, country, body }: Office, nameOf: (code: string) => string): string =>
  [title, body, country && nameOf(country)].filter((part) => part).join(", ");
