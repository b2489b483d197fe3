import type { Contact } from "../../record/schema.ts";
import { sourceOf } from "../compose.ts";
import { statusNow } from "../life.ts";
import type { Contradiction, Encounter, Entry } from "../types.ts";
import type { Window } from "./window.ts";

/** An encounter whose state is another by what the latest reports say. */
export interface Turned {
  readonly encounter: Encounter;
  readonly from: Contact["status"];
  readonly to: Contact["status"];
  /** The entry that told the earlier state last, and the one that told the present one first. */
  readonly before: Entry;
  readonly after: Entry;
}

/** What the latest reports did to encounters. */
export interface ContactNews {
  /** Of which no other report speaks. */
  readonly fresh: readonly Encounter[];
  readonly turned: readonly Turned[];
  readonly contradicted: readonly { readonly encounter: Encounter; readonly disagree: readonly Disagreement[] }[];
}

/** A contradiction with the entries that give each of its two values. */
export interface Disagreement {
  readonly contradiction: Contradiction;
  readonly sides: readonly { readonly value: string; readonly entry: Entry }[];
}

/** Looks at the encounters of which reports of the window speak. */
export function contactNews(encounters: readonly Encounter[], { ids }: Window): ContactNews {
  const inside = ({ report }: { readonly report: string }): boolean => ids.has(report);
  const touched = encounters.filter(({ brief }) => brief.reports.some((report) => ids.has(report)));
  return {
    fresh: touched.filter(({ brief }) => brief.reports.every((report) => ids.has(report))),
    turned: touched.flatMap((one) => turnedOf(one, inside) ?? []),
    contradicted: touched.flatMap((encounter) => {
      const disagree = disagreements(encounter).filter(({ sides }) => sides.some(({ entry }) => inside(entry)));
      return disagree.length > 0 ? [{ encounter, disagree }] : [];
    }),
  };
}

type Inside = (of: { readonly report: string }) => boolean;

function turnedOf(one: Encounter, inside: Inside): Turned | null {
  const earlier = one.life.filter((step) => !inside(step));
  if (earlier.length === 0) return null;
  const [from, to] = [statusNow(earlier), one.status];
  if (from === to) return null;
  const later = one.life.filter(inside);
  const told = earlier.findLast(({ status }) => status === from) ?? earlier.at(-1)!;
  const tells = later.find(({ status }) => status === to) ?? later.at(-1)!;
  const entryOf = (step: (typeof earlier)[number]): Entry =>
    one.entries.find(({ report, contact }) => report === step.report && contact.id === step.entry)!;
  return { encounter: one, from, to, before: entryOf(told), after: entryOf(tells) };
}

/** The value of an entry as contradictions name it. */
function valueIn(field: Contradiction["field"], { contact }: Entry): string | null {
  if (field !== "duration") return contact[field];
  const { duration, duration_mod: mod } = contact;
  return duration !== null && mod ? `${duration} ${mod}` : duration;
}

const disagreements = ({ contradictions, entries }: Encounter): Disagreement[] =>
  contradictions.map((contradiction) => ({
    contradiction,
    sides: contradiction.values.flatMap((value) =>
      entries.filter((entry) => valueIn(contradiction.field, entry) === value).map((entry) => ({ value, entry })),
    ),
  }));

/** The words on which an entry's value rests. */
export const wordsOf = (entry: Entry, field?: string) => sourceOf(entry, field);
