import type { ActorKind } from "../record/schema.ts";
import { knownById } from "./office-people.ts";
import type { ActorUse, Resolved } from "./uses.ts";

/** What a report says of an actor; one object for all uses that say the same. */
export interface UseDetail {
  readonly kind: ActorKind;
  readonly country: string | null;
  readonly sureCountry: string | null;
  readonly role: string | null;
  readonly surface: readonly string[];
}

/** The columns of a table: for each report its uses, for each use its name, who is meant, and what is said of him. */
export interface UseColumns {
  /** Ids of the reports. */
  readonly reports: readonly string[];
  readonly published: readonly (string | null)[];
  /** Where each report's uses start, and after the last where they end. */
  readonly start: Uint32Array;
  readonly names: readonly string[];
  readonly name: Uint32Array;
  readonly ids: readonly string[];
  readonly who: Uint32Array;
  /** 1 where the office files know whom a use means. */
  readonly known: Uint8Array;
  readonly details: readonly UseDetail[];
  readonly detail: Uint32Array;
}

/** Who is meant by each name of each report, in columns, since a large store has millions. A value: nothing in it changes. */
export class UseTable {
  readonly columns: UseColumns;
  #rows: Map<string, number> | undefined;
  #names: Map<string, number> | undefined;
  #ids: Map<string, number> | undefined;
  #byWho: Lists | undefined;
  #byName: Lists | undefined;

  constructor(columns: UseColumns) {
    this.columns = columns;
  }

  /** The id of whom a report means by a name; the name itself where the report does not have it. */
  of(report: string, name: string): string {
    const { start, name: named, who, ids } = this.columns;
    const row = this.row(report);
    const wanted = this.nameIndex(name);
    if (row === undefined || wanted === undefined) return name;
    for (let at = start[row]!; at < start[row + 1]!; at++) if (named[at] === wanted) return ids[who[at]!]!;
    return name;
  }

  row(report: string): number | undefined {
    this.#rows ??= indexOf(this.columns.reports);
    return this.#rows.get(report);
  }

  nameIndex(name: string): number | undefined {
    this.#names ??= indexOf(this.columns.names);
    return this.#names.get(name);
  }

  /** The places of all uses that mean an identity. */
  meaning(id: string): Uint32Array {
    this.#ids ??= indexOf(this.columns.ids);
    this.#byWho ??= listsOf(this.columns.who, this.columns.ids.length);
    return listOf(this.#byWho, this.#ids.get(id));
  }

  /** The places of all uses of a name. */
  named(name: number): Uint32Array {
    this.#byName ??= listsOf(this.columns.name, this.columns.names.length);
    return listOf(this.#byName, name);
  }

  /** The ids of the reports that name an identity. */
  reportsOf(id: string): string[] {
    return [...this.rowsOf(this.meaning(id))].map((row) => this.columns.reports[row]!);
  }

  /** The rows in which places stand, each once. */
  rowsOf(places: Uint32Array): Set<number> {
    return new Set(Array.from(places, (at) => rowAt(this.columns.start, at)));
  }

  /** A use with whom it means. It cannot be asked where people merged or split actors. */
  resolved(at: number): Resolved {
    const id = this.columns.ids[this.columns.who[at]!]!;
    return { use: this.use(at), id, known: this.columns.known[at] === 1 ? knownById(id) : null };
  }

  use(at: number): ActorUse {
    const { reports, published, names, name, details, detail, start } = this.columns;
    const row = rowAt(start, at);
    return { report: reports[row]!, published: published[row]!, name: names[name[at]!]!, ...details[detail[at]!]! };
  }
}

/** For each value the places where it stands. */
export interface Lists {
  readonly start: Uint32Array;
  readonly places: Uint32Array;
}

const NONE = new Uint32Array(0);
/** None for a value that there is not, or that came after the lists were made. */
export const listOf = ({ start, places }: Lists, index: number | undefined): Uint32Array =>
  index === undefined || index + 1 >= start.length ? NONE : places.subarray(start[index]!, start[index + 1]!);

/** For each value the places where it stands in a column. */
export function listsOf(column: Uint32Array, values: number): Lists {
  const start = new Uint32Array(values + 1);
  for (const value of column) start[value + 1]! += 1;
  for (let i = 0; i < values; i++) start[i + 1]! += start[i]!;
  const next = start.slice();
  const places = new Uint32Array(column.length);
  for (let at = 0; at < column.length; at++) places[next[column[at]!]!++] = at;
  return { start, places };
}

/** The row whose stretch holds a place. */
export function rowAt(start: Uint32Array, at: number): number {
  let [low, high] = [0, start.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (start[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}

const indexOf = (values: readonly string[]): Map<string, number> => new Map(values.map((value, i) => [value, i]));

/** A list in which each value stands once. */
export class Interned<T> {
  readonly values: T[];
  readonly #known: Map<unknown, number>;
  readonly #key: (value: T) => unknown;

  constructor(values: readonly T[] = [], key: (value: T) => unknown = (value) => value) {
    this.values = [...values];
    this.#key = key;
    this.#known = new Map(values.map((value, i) => [key(value), i]));
  }

  at(value: T): number {
    const key = this.#key(value);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}

const detailKey = ({ kind, country, sureCountry, role, surface }: UseDetail): string =>
  JSON.stringify([kind, country, sureCountry, role, surface]);

/** A report with its uses, each with whom it means. */
export interface RowOf {
  readonly report: string;
  readonly published: string | null;
  readonly uses: readonly Resolved[];
}

/** A table of rows, the ones of `before` kept that no row replaces, with other ids at some of their places. */
export function tableOf(rows: readonly RowOf[], before?: UseTable, others?: ReadonlyMap<number, Resolved>): UseTable {
  const old = before?.columns;
  const names = new Interned(old?.names);
  const ids = new Interned(old?.ids);
  const details = new Interned(old?.details, detailKey);
  const replaced = new Set(rows.map(({ report }) => before?.row(report)));
  const kept = (old?.reports ?? []).map((_, row) => row).filter((row) => !replaced.has(row));
  const stretch = (row: number): number => old!.start[row + 1]! - old!.start[row]!;
  const size = kept.reduce((sum, row) => sum + stretch(row), 0) + rows.reduce((sum, { uses }) => sum + uses.length, 0);
  const start = new Uint32Array(kept.length + rows.length + 1);
  const [name, who, detail] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
  const sure = new Uint8Array(size);
  let at = 0;
  for (const [i, row] of kept.entries()) {
    const [from, to] = [old!.start[row]!, old!.start[row + 1]!];
    name.set(old!.name.subarray(from, to), at);
    detail.set(old!.detail.subarray(from, to), at);
    for (let place = from; place < to; place++) {
      const other = others?.get(place);
      who[at + place - from] = other === undefined ? old!.who[place]! : ids.at(other.id);
      sure[at + place - from] = other === undefined ? old!.known[place]! : Number(other.known !== null);
    }
    at += to - from;
    start[i + 1] = at;
  }
  for (const [i, { uses }] of rows.entries()) {
    for (const { use, id, known } of uses) {
      const { kind, country, sureCountry, role, surface } = use;
      name[at] = names.at(use.name);
      who[at] = ids.at(id);
      sure[at] = Number(known !== null);
      detail[at] = details.at({ kind, country, sureCountry, role, surface });
      at += 1;
    }
    start[kept.length + i + 1] = at;
  }
  return new UseTable({
    reports: [...kept.map((row) => old!.reports[row]!), ...rows.map(({ report }) => report)],
    published: [...kept.map((row) => old!.published[row]!), ...rows.map(({ published }) => published)],
    start,
    names: names.values,
    name,
    ids: ids.values,
    who,
    known: sure,
    details: details.values,
    detail,
  });
}

/** The rows of resolved uses; a name that a report has twice means the last. */
export function rowsOf(
  reports: readonly { readonly id: string; readonly published: string | null }[],
  resolved: readonly Resolved[],
): RowOf[] {
  const byReport = new Map<string, Map<string, Resolved>>(reports.map(({ id }) => [id, new Map()]));
  for (const one of resolved) byReport.get(one.use.report)!.set(one.use.name, one);
  return reports.map(({ id, published }) => ({ report: id, published, uses: [...byReport.get(id)!.values()] }));
}
