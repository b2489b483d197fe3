import { fold } from "../../lexicon/fold.ts";
import { distance } from "../../lexicon/offices.ts";
import type { Person, Term, World } from "../../lexicon/world.ts";
import type { Tie, TitleUse } from "../mentions/types.ts";
import type { Published } from "../types.ts";

export const wordsOf = (name: string): string[] =>
  fold(name)
    .replace(/[^\p{L}\p{N}'-]+/gu, " ")
    .trim()
    .split(" ")
    .filter((w) => w.length > 1 && w !== "jr" && w !== "sr");

export const GENDERED: Record<string, "m" | "f"> = {
  mr: "m",
  sir: "m",
  lord: "m",
  mrs: "f",
  ms: "f",
  miss: "f",
  mme: "f",
  lady: "f",
  dame: "f",
};

const FAR = 3650;
export const nearest = (terms: readonly Term[], day: Published): number =>
  terms.reduce((best, t) => Math.min(best, distance(t, day)), Number.MAX_SAFE_INTEGER);

/** Of several people of the office files, the one nearest in office to the day. */
export function pick(
  people: readonly Person[],
  day: Published,
  fits: (t: Term) => boolean = () => true,
): Person | undefined {
  let best: Person | undefined;
  let bestGap = Number.MAX_VALUE;
  for (const p of people) {
    const gap = nearest(p.terms.filter(fits), day);
    if (gap < bestGap) [best, bestGap] = [p, gap];
  }
  return best;
}

/** The person of the office files who bears the full name, whatever initials and order of names. */
export function byFullName(lex: World, name: string, day: Published, tie?: Tie): Person | undefined {
  const plain = name.replace(/\b\p{Lu}\.\s*/gu, "").replace(/,?\s+(Jr|Sr)\.?$/, "");
  const parts = plain.split(/\s+/);
  const reversed = parts.length === 2 ? `${parts[1]} ${parts[0]}` : undefined;
  for (const spelling of [name, plain, reversed]) {
    if (!spelling?.includes(" ")) continue;
    const people = lex.names.get(spelling).flatMap((v) => (v.is === "person" ? [v.person] : []));
    const tied = people.filter((p) => p.terms.some((t) => t.country !== null && tie?.countries.includes(t.country)));
    if (people.length > 0) return pick(tied.length > 0 ? tied : people, day);
  }
  return undefined;
}

/** The office holder meant by a title and a surname: "President Bush" in a report of 2008. */
export function byOffice(
  lex: World,
  surname: string,
  titles: readonly TitleUse[],
  tie: Tie,
  day: Published,
): Person | undefined {
  const bearers = lex.bySurname.get(surname) ?? [];
  if (bearers.length === 0) return undefined;
  const offices = new Set(titles.map((t) => t.title.office));
  const country = tie.countries[0];
  const inCountry = (t: Term): boolean =>
    country === undefined || t.country === country || (t.body !== null && tie.bodies.includes(t.body));
  const inOffice = (t: Term): boolean =>
    inCountry(t) &&
    (offices.has(t.office) ||
      titles.some((u) => fold(u.title.title) === fold(t.title)) ||
      (t.office === "head-of-government" && offices.has("head-of-state")));
  return pick(
    bearers.filter((p) => nearest(p.terms.filter(inOffice), day) < FAR),
    day,
    inOffice,
  );
}

/**
 * The text's own spelling of a full name that the office files write otherwise ("Nikolay" for "Nikolai", "Antony J. Blinken"),
 * unless it is turned round or the formal name of somebody known by another ("Joseph R. Biden, Jr.").
 */
export const ownSpelling = (given: string, known: string): string | undefined => {
  const words = wordsOf(given);
  const standard = wordsOf(known);
  if (words.length < 2 || /\b(Jr|Sr)\b/.test(given) || words.at(-1)![0] !== standard.at(-1)![0]) return undefined;
  if (words.length < standard.length && words.at(-1) !== standard.at(-1)) return undefined;
  const initials = /\b\p{Lu}\.\s/u.test(given);
  const turned = words[0] === standard.at(-1) || words.at(-1) === standard[0];
  return turned || (initials && words[0] !== standard[0]) ? undefined : given.replace(/\s+/g, " ");
};

export const sharesNames = (p: Person, words: readonly string[]): boolean => {
  const names = wordsOf(p.name);
  return (
    words.filter((w) => names.includes(w)).length >= Math.min(2, words.length) ||
    (names.at(-1) === words.at(-1) && names[0]![0] === words[0]![0])
  );
};
