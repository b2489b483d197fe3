import { ShelvedRecord } from "../shelved.ts";
import { EncounterIndex } from "../snapshot/encounter-index.ts";
import { EntryShelf } from "../snapshot/entry-shelf.ts";
import { PagedRecord } from "../snapshot/paged-record.ts";
import type { Encounter, Identities, Identity, KeptReport, Verdict } from "../types.ts";
import { type Act, actsIn, type Paid, paidIn, type Said, saidIn } from "./entries.ts";
import { type Library, memoryLibrary } from "./library.ts";

/** What the record reaches over: how many reports, and their first and last day of publication. */
export interface Reach {
  readonly reports: number;
  readonly first: string | null;
  readonly last: string | null;
}

export type { Act, Paid, Said };

/** All that questions are asked of. A value: nothing in it changes. */
export interface Desk {
  readonly reports: ReadonlyMap<string, KeptReport>;
  readonly identities: Identities;
  readonly encounters: readonly Encounter[];
  readonly reach: Reach;
  readonly statements: readonly Said[];
  readonly acts: readonly Act[];
  readonly sums: readonly Paid[];
  readonly library: Library;
  /** The report's text, where it is at hand. */
  text(report: string): string | undefined;
  encounter(id: string): Encounter | undefined;
  /** The encounters that any of the actors is a party of, each once, in the desk's order. */
  encountersOf(actors: Iterable<string>): readonly Encounter[];
  statementsBy(actors: Iterable<string>): readonly Said[];
  /** How many statements each actor made, by its own name. */
  statementCounts(): ReadonlyMap<string, number>;
  /** The statements and the sums of one of its reports. */
  saidIn(report: KeptReport): readonly Said[];
  paidIn(report: KeptReport): readonly Paid[];
  actsBy(actors: Iterable<string>): readonly Act[];
  /** The acts that any of the actors is a recipient or doer of. */
  actsOn(actors: Iterable<string>): readonly Act[];
  /** Identities of a country, the state itself not among them. */
  ofCountry(code: string): readonly Identity[];
  /** Why the entries of an encounter are one, and its near misses are not. */
  verdicts(encounter: Encounter): readonly Verdict[];
}

/** What a desk is made of. */
export interface DeskParts {
  readonly reports: readonly KeptReport[];
  readonly identities: Identities;
  readonly encounters: readonly Encounter[];
  readonly text?: ((report: string) => string | undefined) | undefined;
  readonly library?: Library | undefined;
  readonly verdicts?: ((encounter: Encounter) => readonly Verdict[]) | undefined;
}

/** A desk over reports and what was made of them. Indexes are built when first needed. */
export function makeDesk(parts: DeskParts): Desk {
  const { identities, encounters } = parts;
  const reports = new Map(parts.reports.map((report) => [report.id, report]));
  const text = parts.text ?? (() => undefined);
  const shelf = lazy(() => EntryShelf.of(parts.reports, identities));
  const rowOf = ({ record }: KeptReport): number | undefined =>
    record instanceof PagedRecord && record.pages === shelf()?.pages ? record.row : undefined;
  const entriesOf =
    <T>(shelved: (from: EntryShelf, row: number) => T[], read: (report: KeptReport, ids: Identities) => T[]) =>
    (report: KeptReport): T[] => {
      const row = rowOf(report);
      return row === undefined ? read(report, identities) : shelved(shelf()!, row);
    };
  const said = entriesOf((from, row) => from.saidIn(row), saidIn);
  const done = entriesOf((from, row) => from.actsIn(row), actsIn);
  const paid = entriesOf((from, row) => from.paidIn(row), paidIn);
  const statements = lazy(() => parts.reports.flatMap(said));
  const acts = lazy(() => parts.reports.flatMap(done));
  const sums = lazy(() => parts.reports.flatMap(paid));
  const byParty = lazy(() => new EncounterIndex(encounters));
  // A report on a shelf names nobody who is not among its actors; of another the names of its entries count too.
  const naming = lazy(() =>
    index(
      loose().filter(({ record }) => !isShelved(record)),
      (one) => namesIn(one.record).map((n) => identities.of(one.id, n)),
    ),
  );
  const order = lazy(() => new Map(parts.reports.map((report, i) => [report, i])));
  // Reports that are not on the shelf.
  const loose = lazy(() => parts.reports.filter((report) => rowOf(report) === undefined));
  /** Reports that are not on the shelf, at least those that name any of the actors. */
  const looseWith = (actors: ReadonlySet<string>): readonly KeptReport[] => {
    if (loose().length <= FEW) return loose();
    const shelved = [...actors].flatMap((id) => identities.table.reportsOf(id)).map((id) => reports.get(id)!);
    return [...new Set([...gather(naming(), actors), ...shelved.filter(({ record }) => isShelved(record))])].filter(
      (one) => rowOf(one) === undefined,
    );
  };
  /** Those of the shelf, which are many, and of other reports, which are few, in the order of the reports. */
  const together = <T extends { readonly report: KeptReport }>(shelved: readonly T[], others: readonly T[]): T[] => {
    if (others.length === 0) return [...shelved];
    const place = ({ report }: T): number => order().get(report)!;
    const all: T[] = [];
    let from = 0;
    for (const one of others.toSorted((a, b) => place(a) - place(b))) {
      const to = firstBeyond(shelved, (other) => place(other) > place(one), from);
      for (; from < to; from++) all.push(shelved[from]!);
      all.push(one);
    }
    for (; from < shelved.length; from++) all.push(shelved[from]!);
    return all;
  };
  const anyOf = (some: ReadonlySet<string>, ids: readonly string[]): boolean => ids.some((id) => some.has(id));
  const statementsBy = kept((actors) =>
    together(
      shelf()?.saidBy(actors) ?? [],
      looseWith(actors).flatMap((one) => saidIn(one, identities).filter(({ speakers }) => anyOf(actors, speakers))),
    ),
  );
  const statementCounts = lazy(() => {
    const counts = new Map(shelf()?.spoken());
    for (const report of loose())
      for (const { names, speakers } of saidIn(report, identities))
        for (const [i, id] of speakers.entries())
          if (names.indexOf(names[i]!) === i) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  });
  const actsOf = (actors: ReadonlySet<string>, recipients: boolean): Act[] =>
    together(
      shelf()?.acts(actors, recipients) ?? [],
      looseWith(actors).flatMap((one) =>
        actsIn(one, identities).filter(
          (act) => anyOf(actors, act.actors) || (recipients && anyOf(actors, act.recipients)),
        ),
      ),
    );
  const actsBy = kept((actors) => actsOf(actors, false));
  const actsOn = kept((actors) => actsOf(actors, true));
  const byCountry = lazy(() =>
    index(identities.list, (one) => (one.country && one.id !== one.country ? [one.country] : [])),
  );
  const byId = lazy(() => new Map(encounters.map((one) => [one.id, one])));
  return {
    reports,
    identities,
    encounters,
    reach: reachOf(parts.reports),
    get statements() {
      return statements();
    },
    get acts() {
      return acts();
    },
    get sums() {
      return sums();
    },
    library: parts.library ?? memoryLibrary(parts.reports, text),
    text,
    encounter: (id) => byId().get(id),
    encountersOf: (actors) => byParty().of(actors),
    statementsBy,
    statementCounts,
    saidIn: said,
    paidIn: paid,
    actsBy,
    actsOn,
    ofCountry: (code) => byCountry().get(code) ?? [],
    verdicts: parts.verdicts ?? (() => []),
  };
}

function reachOf(reports: readonly KeptReport[]): Reach {
  let [first, last]: [string | null, string | null] = [null, null];
  for (const { published } of reports) {
    if (published === null) continue;
    if (first === null || published < first) first = published;
    if (last === null || published > last) last = published;
  }
  return { reports: reports.length, first, last };
}

const isShelved = (record: KeptReport["record"]): boolean =>
  record instanceof ShelvedRecord || (record instanceof PagedRecord && !record.loose);

/** Who is named in a record. */
function namesIn(record: KeptReport["record"]): string[] {
  const actors = record.actors.map(({ name }) => name);
  const speakers = record.statements.flatMap(({ speaker }) => speaker);
  return [...actors, ...speakers, ...record.events.flatMap((event) => [...event.actors, ...event.recipients])];
}

/** So many reports are looked at sooner than it is found out which of them name somebody. */
const FEW = 50;

/** How many found things the answers that are kept at hand may have in all. */
const MOST_KEPT = 300_000;

/** Keeps what was last found for sets of actors, up to a size. */
function kept<T>(find: (actors: ReadonlySet<string>) => readonly T[]): (actors: Iterable<string>) => readonly T[] {
  const found = new Map<string, readonly T[]>();
  let size = 0;
  return (actors) => {
    const ids = new Set(actors);
    const key = [...ids].sort().join("\n");
    const list = found.get(key) ?? find(ids);
    if (found.delete(key)) size -= list.length + 1;
    found.set(key, list);
    size += list.length + 1;
    for (const [oldest, other] of found) {
      if (size <= MOST_KEPT || oldest === key) break;
      found.delete(oldest);
      size -= other.length + 1;
    }
    return list;
  };
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Where the first one lies that is beyond something; all that follow it are, too. */
function firstBeyond<T>(all: readonly T[], beyond: (one: T) => boolean, from: number): number {
  let [low, high] = [from, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (beyond(all[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function index<T>(all: readonly T[], keys: (one: T) => readonly string[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    for (const key of new Set(keys(one))) {
      const list = found.get(key);
      if (list) list.push(one);
      else found.set(key, [one]);
    }
  }
  return found;
}

function gather<T>(found: ReadonlyMap<string, readonly T[]>, keys: Iterable<string>): readonly T[] {
  const lists = [...new Set(keys)].flatMap((key) => {
    const list = found.get(key);
    return list ? [list] : [];
  });
  return lists.length < 2 ? (lists[0] ?? []) : [...new Set(lists.flat())];
}
