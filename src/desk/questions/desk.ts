import type { Event, Money, Statement } from "../../record/schema.ts";
import { daysOf } from "../../store/days.ts";
import { ShelvedRecord } from "../shelved.ts";
import { PagedRecord } from "../snapshot/paged-record.ts";
import type { Encounter, Identities, Identity, KeptReport, Verdict } from "../types.ts";
import { type Library, memoryLibrary } from "./library.ts";

/** A statement of a report, its actors as identities. */
export interface Said {
  readonly report: KeptReport;
  readonly statement: Statement;
  readonly speakers: readonly string[];
  readonly via: string | null;
  readonly to: readonly string[];
  /** The day on which it was said, else the report's day; null where neither is known. */
  readonly day: string | null;
  /** True where the words give the day. */
  readonly dated: boolean;
}

/** An event of a report, its actors as identities. */
export interface Act {
  readonly report: KeptReport;
  readonly event: Event;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly saidBy: string | null;
  readonly day: string | null;
  readonly dated: boolean;
}

/** A sum of a report, its actors as identities. */
export interface Paid {
  readonly report: KeptReport;
  readonly sum: Money;
  readonly from: string | null;
  readonly to: string | null;
}

/** What the record reaches over: how many reports, and their first and last day of publication. */
export interface Reach {
  readonly reports: number;
  readonly first: string | null;
  readonly last: string | null;
}

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
  /** The encounters that any of the actors is a party of, each once. */
  encountersOf(actors: Iterable<string>): readonly Encounter[];
  statementsBy(actors: Iterable<string>): readonly Said[];
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
  const statements = lazy(() => parts.reports.flatMap((report) => saidIn(report, identities)));
  const acts = lazy(() => parts.reports.flatMap((report) => actsIn(report, identities)));
  const sums = lazy(() => parts.reports.flatMap((report) => paidIn(report, identities)));
  const byParty = lazy(() => index(encounters, (one) => one.parties.map((party) => party.actor)));
  // A report on a shelf names nobody who is not among its actors; of another the names of its entries count too.
  const naming = lazy(() =>
    index(
      parts.reports.filter(({ record }) => !isShelved(record)),
      (one) => namesIn(one.record).map((n) => identities.of(one.id, n)),
    ),
  );
  const order = lazy(() => new Map(parts.reports.map((report, i) => [report, i])));
  const reportsWith = (actors: Iterable<string>): readonly KeptReport[] => {
    const ids = [...new Set(actors)];
    const shelved = ids.flatMap((id) => identities.table.reportsOf(id)).map((id) => reports.get(id)!);
    const all = new Set([...gather(naming(), ids), ...shelved.filter(({ record }) => isShelved(record))]);
    return [...all].sort((a, b) => order().get(a)! - order().get(b)!);
  };
  const anyOf = (some: ReadonlySet<string>, ids: readonly string[]): boolean => ids.some((id) => some.has(id));
  const statementsBy = kept((actors) =>
    reportsWith(actors).flatMap((one) => saidIn(one, identities).filter(({ speakers }) => anyOf(actors, speakers))),
  );
  const actsBy = kept((actors) =>
    reportsWith(actors).flatMap((one) => actsIn(one, identities).filter((act) => anyOf(actors, act.actors))),
  );
  const actsOn = kept((actors) =>
    reportsWith(actors).flatMap((one) =>
      actsIn(one, identities).filter((act) => anyOf(actors, act.recipients) || anyOf(actors, act.actors)),
    ),
  );
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
    encountersOf: (actors) => gather(byParty(), actors),
    statementsBy,
    actsBy,
    actsOn,
    ofCountry: (code) => byCountry().get(code) ?? [],
    verdicts: parts.verdicts ?? (() => []),
  };
}

/** The statements of a report. */
export function saidIn(report: KeptReport, identities: Identities): Said[] {
  const id = (name: string): string => identities.of(report.id, name);
  return report.record.statements.map((statement) => ({
    report,
    statement,
    speakers: [statement.speaker].flat().map(id),
    via: statement.via === null ? null : id(statement.via),
    to: statement.addressee.map(id),
    ...dayOf(statement.date, report.published),
  }));
}

function actsIn(report: KeptReport, identities: Identities): Act[] {
  const id = (name: string): string => identities.of(report.id, name);
  return report.record.events.map((event) => ({
    report,
    event,
    actors: event.actors.map(id),
    recipients: event.recipients.map(id),
    saidBy: event.said_by === null ? null : id(event.said_by),
    ...dayOf(event.date, report.published),
  }));
}

/** The sums of a report. */
export function paidIn(report: KeptReport, identities: Identities): Paid[] {
  const id = (name: string | null): string | null => (name === null ? null : identities.of(report.id, name));
  return report.record.money.map((sum) => ({ report, sum, from: id(sum.from), to: id(sum.to) }));
}

/** The day that an entry tells, else the day of its report. */
export function dayOf(
  date: string | null,
  published: string | null,
): { readonly day: string | null; readonly dated: boolean } {
  const { from } = daysOf(date, published);
  return { day: from ?? published, dated: from !== null };
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
