import { fold } from "../lexicon/fold.ts";
import { inOfficeBySurname, type Known, knownByName, type Use } from "./office-people.ts";
import { nameKey, nameParts, shortens } from "./spelling.ts";
import { type ActorUse, listAt, mostUsed, type Resolved, valueAt } from "./uses.ts";

/** How many days apart two reports may be for a surname in the one to mean a full name in the other. */
const SURNAME_DAYS = 7;

const useOf = (u: ActorUse): Use => ({ published: u.published, country: u.sureCountry, role: u.role });
export const isBare = (name: string): boolean => nameParts(name).length < 2;

/** Who each use of a personal name means. Full names first, then the surnames that stand for them. */
export function resolvePeople(uses: readonly ActorUse[]): Resolved[] {
  const { full, bare } = parted(uses);
  const resolved = resolveFull(full);
  return [...resolved, ...resolveBare(bare, resolved)];
}

/** Uses that say in full whom they mean, or whom the office files know by it, and surnames alone. */
export function parted(uses: readonly ActorUse[]): { readonly full: ActorUse[]; readonly bare: ActorUse[] } {
  const known = cached(knownOf);
  const [full, bare]: [ActorUse[], ActorUse[]] = [[], []];
  for (const use of uses) (known(use) !== null || !isBare(use.name) ? full : bare).push(use);
  return { full, bare };
}

/** Those of whom the office files know; null for another. */
export const knownUse = (use: ActorUse): Resolved | null => {
  const known = knownOf(use);
  return known && { use, id: known.id, known };
};

/** Who each full name means. Only names that share their first and their last part have to do with each other. */
export function resolveFull(full: readonly ActorUse[]): Resolved[] {
  const known = cached(knownOf);
  const resolved: Resolved[] = [];
  const unknown: ActorUse[] = [];
  for (const use of full) {
    const who = known(use);
    if (who) resolved.push({ use, id: who.id, known: who });
    else unknown.push(use);
  }
  for (const one of resolveUnknown(unknown)) resolved.push(one);
  return resolved;
}

/** The first and last part of a name: full names of other ends have nothing to do with each other. */
export function endsOf(name: string): string {
  const parts = nameKey(name);
  return `${parts[0]} ${parts.at(-1)}`;
}

/** The parts by which a surname alone may mean somebody: those of the name, and of the known one's. */
export const surnamesOf = (name: string, known: Known | null): string[] => [
  ...nameKey(name).slice(1),
  ...(known ? nameKey(known.name).slice(1) : []),
];

const knownOf = (u: ActorUse): Known | null => knownByName(u.name, useOf(u));

/** The same name on the same day asks the same question. */
function cached(ask: (u: ActorUse) => Known | null): (u: ActorUse) => Known | null {
  const answers = new Map<string, Known | null>();
  return (u) => {
    const key = [u.name, u.published, u.sureCountry, u.role].join("|");
    return valueAt(answers, key, () => ask(u));
  };
}

/** People whom no office file knows: one for all spellings of a name, two where country and office are others. */
function resolveUnknown(uses: readonly ActorUse[]): Resolved[] {
  const byKey = new Map<string, ActorUse[]>();
  for (const use of uses) listAt(byKey, nameKey(use.name).join(" ")).push(use);
  return joinShortened(byKey).flatMap((group) => {
    const name = mostUsed(group.map((u) => u.name))!;
    return namesakes(group).map(({ use, suffix }) => ({ use, id: name + suffix, known: null }));
  });
}

/** "Luis Murillo" is "Luis Gilberto Murillo" where only one longer name fits and the countries agree. */
function joinShortened(byKey: ReadonlyMap<string, ActorUse[]>): ActorUse[][] {
  const ends = new Map<string, string[]>();
  for (const key of byKey.keys()) {
    const parts = key.split(" ");
    listAt(ends, `${parts[0]} ${parts.at(-1)}`).push(key);
  }
  const into = new Map<string, string>();
  for (const keys of ends.values()) {
    for (const key of keys.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
      const longer = keys.filter((k) => k !== key && k.length > key.length && shortens(key.split(" "), k.split(" ")));
      const heads = [...new Set(longer.map((k) => into.get(k) ?? k))];
      if (heads.length === 1 && agree(byKey.get(key)!, byKey.get(heads[0]!)!)) into.set(key, heads[0]!);
    }
  }
  const groups = new Map<string, ActorUse[]>();
  for (const [key, uses] of byKey) {
    const group = listAt(groups, into.get(key) ?? key);
    for (const use of uses) group.push(use);
  }
  return [...groups.values()];
}

const countriesOf = (uses: readonly ActorUse[]): Set<string> =>
  new Set(uses.map((u) => u.sureCountry).filter((c) => c !== null));

function agree(a: readonly ActorUse[], b: readonly ActorUse[]): boolean {
  const [x, y] = [countriesOf(a), countriesOf(b)];
  return x.size === 0 || y.size === 0 || [...x].some((c) => y.has(c));
}

/**
 * Two people of one name: they hold offices of different countries. A use that says no country is the one whose
 * office it says; where that does not tell either, of the one whom most reports mean.
 */
function namesakes(uses: readonly ActorUse[]): { use: ActorUse; suffix: string }[] {
  const sides = [
    ...new Set(uses.filter((u) => u.role !== null && u.sureCountry !== null).map((u) => u.sureCountry!)),
  ].sort();
  if (sides.length < 2) return uses.map((use) => ({ use, suffix: "" }));
  const most = mostUsed(uses.map((u) => u.sureCountry))!;
  const roles = new Map<string, Set<string>>();
  for (const u of uses) {
    if (u.role === null || u.sureCountry === null) continue;
    const key = fold(u.role);
    const countries = roles.get(key);
    if (countries) countries.add(u.sureCountry);
    else roles.set(key, new Set([u.sureCountry]));
  }
  return uses.map((use) => {
    const byRole = use.role === null ? undefined : roles.get(fold(use.role));
    const side =
      use.sureCountry !== null && sides.includes(use.sureCountry)
        ? use.sureCountry
        : byRole?.size === 1
          ? [...byRole][0]!
          : most;
    return { use, suffix: ` (${side})` };
  });
}

/** Those who bear a surname in full: by report, and by day of publication. */
interface Bearers {
  readonly byReport: Map<string, Resolved[]>;
  readonly byDay: Map<number, Resolved[]>;
}

const dayNumber = (day: string | null): number | null =>
  day === null ? null : Date.parse(day.slice(0, 10)) / 86_400_000;

/** Surnames alone: whoever bears it in full in the same report, in one of the same days, or holds such an office then. */
export function resolveBare(uses: readonly ActorUse[], full: readonly Resolved[]): Resolved[] {
  const bySurname = bearersOf(new Set(uses.map(surnameOf)), full);
  const left: ActorUse[] = [];
  const out: Resolved[] = [];
  for (const use of uses) {
    const who = bearerOf(use, bySurname.get(surnameOf(use)));
    if (who) out.push({ use, ...who });
    else left.push(use);
  }
  const byName = new Map<string, ActorUse[]>();
  for (const use of left) listAt(byName, fold(use.name)).push(use);
  for (const group of byName.values()) {
    const name = mostUsed(group.map((u) => u.name))!;
    for (const { use, suffix } of namesakes(group)) out.push({ use, id: name + suffix, known: null });
  }
  return out;
}

/** The surname that a use of one alone is of. */
export const surnameOf = ({ name }: Pick<ActorUse, "name">): string => nameKey(name).at(-1)!;

function bearersOf(surnames: ReadonlySet<string>, full: readonly Resolved[]): Map<string, Bearers> {
  const found = new Map<string, Bearers>();
  for (const resolved of full) {
    for (const part of new Set(surnamesOf(resolved.use.name, resolved.known))) {
      if (!surnames.has(part)) continue;
      const { byReport, byDay } = valueAt(found, part, () => ({ byReport: new Map(), byDay: new Map() }));
      listAt(byReport, resolved.use.report).push(resolved);
      const day = dayNumber(resolved.use.published);
      if (day !== null) listAt(byDay, day).push(resolved);
    }
  }
  return found;
}

type Bearer = Pick<Resolved, "id" | "known">;

function bearerOf(use: ActorUse, full: Bearers | undefined): Bearer | null {
  const here = one(full?.byReport.get(use.report) ?? []);
  if (here) return here;
  const serving = inOfficeBySurname(use.name, useOf(use)).filter((who) => fits(use, who));
  if (serving.length === 1) return { id: serving[0]!.id, known: serving[0]! };
  const day = dayNumber(use.published);
  if (day === null || !full) return null;
  const near: Resolved[] = [];
  for (let other = day - SURNAME_DAYS; other <= day + SURNAME_DAYS; other++)
    for (const resolved of full.byDay.get(other) ?? []) if (sameCountry(use, resolved.use)) near.push(resolved);
  return one(near);
}

/** An office holder of the day fits a surname that comes with his country or his title; a surname alone fits nobody. */
function fits(use: ActorUse, who: Known): boolean {
  if (use.sureCountry !== null) return who.countries.has(use.sureCountry);
  const role = use.role === null ? null : fold(use.role);
  return role !== null && who.terms.some((t) => fold(t.title).includes(role) || role.includes(fold(t.title)));
}

const sameCountry = (a: ActorUse, b: ActorUse): boolean =>
  a.sureCountry === null || b.country === null || a.sureCountry === b.country;

function one(found: readonly Resolved[]): Bearer | null {
  const ids = new Map(found.map(({ id, known }) => [id, known] as const));
  const [first] = ids;
  return ids.size === 1 && first ? { id: first[0], known: first[1] } : null;
}
