import type { Actor } from "../../data/types.ts";

type Office = Actor["offices"][number];

/**
 * Offices of which several titles are known ("President", "President of the Republic"), each once: they are one where
 * the office and the state are the same. What reports give joins the term of the office files that it overlaps.
 */
export function oneOffice(offices: readonly Office[]): Office[] {
  const filed = offices.filter(({ basis }) => basis !== "reports");
  const told: Office[] = [];
  for (const office of offices.filter(({ basis }) => basis === "reports")) {
    const term = filed.findIndex((one) => same(one, office) && overlap(one, office));
    const other = told.findIndex((one) => same(one, office));
    if (term >= 0) filed[term] = { ...filed[term]!, reports: union(filed[term]!, office) };
    else if (other >= 0) told[other] = joined(told[other]!, office);
    else told.push(office);
  }
  return [...filed, ...told];
}

/** A state that is not told is no other state. Offices without a key are told apart by their titles. */
function same(a: Office, b: Office): boolean {
  if (a.office !== b.office || (a.office === "other" && a.title.toLowerCase() !== b.title.toLowerCase())) return false;
  return a.country === b.country || a.country === null || b.country === null;
}

const overlap = (a: Office, b: Office): boolean => !before(a.to, b.from) && !before(b.to, a.from);

const before = (end: string | null, start: string | null): boolean => end !== null && start !== null && end < start;

/** The title of the more reports stands for both. */
function joined(a: Office, b: Office): Office {
  const [more, less] = a.reports.length >= b.reports.length ? [a, b] : [b, a];
  const days = [a.from, a.to, b.from, b.to].filter((day) => day !== null).sort();
  return {
    ...more,
    country: more.country ?? less.country,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    reports: union(a, b),
  };
}

const union = (a: Office, b: Office): string[] => [...new Set([...a.reports, ...b.reports])];
