import type { Act, Paid, Said } from "../questions/entries.ts";
import type { Identities, KeptReport } from "../types.ts";
import { type Lists, listOf, listsOf, rowAt } from "../use-table.ts";
import { type Stretches, stretchAt } from "./columns.ts";
import type { EntryColumns } from "./entry-columns.ts";
import { PagedRecord, type Pages } from "./paged-record.ts";
import { ShelvedAct, ShelvedPaid, ShelvedSaid } from "./shelved-entries.ts";

/**
 * The statements, acts and sums of those reports of a desk that are on pages, found by whom they mean. Who is meant is
 * worked out for all at once when first needed; it hangs on the desk's identities.
 */
export class EntryShelf {
  readonly pages: Pages;
  readonly columns: EntryColumns;
  /** By row; undefined where the desk has the report otherwise. */
  readonly reports: readonly (KeptReport | undefined)[];
  readonly #identities: Identities;
  /** Identities by number: those of the table first, then names that are nobody's. */
  readonly #ids: string[];
  readonly #numbers: Map<string, number>;
  #who: Who | undefined;
  readonly #lists = new Map<Uint32Array, Lists>();

  /** The shelf of a desk's reports; undefined where none is on pages. */
  static of(reports: readonly KeptReport[], identities: Identities): EntryShelf | undefined {
    const pages = reports.find(({ record }) => record instanceof PagedRecord)?.record as PagedRecord | undefined;
    return pages && new EntryShelf(pages.pages, reports, identities);
  }

  private constructor(pages: Pages, reports: readonly KeptReport[], identities: Identities) {
    this.pages = pages;
    this.columns = pages.entries;
    const rows: (KeptReport | undefined)[] = new Array(this.columns.statements.start.length - 1).fill(undefined);
    for (const report of reports)
      if (report.record instanceof PagedRecord && report.record.pages === pages) rows[report.record.row] = report;
    this.reports = rows;
    this.#identities = identities;
    this.#ids = [...identities.table.columns.ids];
    this.#numbers = new Map(this.#ids.map((id, i) => [id, i]));
  }

  /** Whom each name in the columns means. */
  get who(): Who {
    this.#who ??= this.#workOut();
    return this.#who;
  }

  /** Statements in which any of the actors speaks, in the order of the rows. */
  saidBy(actors: Iterable<string>): Said[] {
    const { speakers } = this.columns.statements;
    const found = this.#places(this.columns.statements.start, actors, [[this.who.speakers, speakers]]);
    return found.map(([at, row]) => new ShelvedSaid(this, at, row));
  }

  /** Acts of any of the actors; with `recipients` also those done to them. */
  acts(actors: Iterable<string>, recipients: boolean): Act[] {
    const { acts } = this.columns;
    const columns: (readonly [Uint32Array, Stretches])[] = [[this.who.actors, acts.actors]];
    if (recipients) columns.push([this.who.recipients, acts.recipients]);
    return this.#places(acts.start, actors, columns).map(([at, row]) => new ShelvedAct(this, at, row));
  }

  saidIn(row: number): Said[] {
    return between(this.columns.statements.start, row).map((at) => new ShelvedSaid(this, at, row));
  }
  actsIn(row: number): Act[] {
    return between(this.columns.acts.start, row).map((at) => new ShelvedAct(this, at, row));
  }
  paidIn(row: number): Paid[] {
    return between(this.columns.sums.start, row).map((at) => new ShelvedPaid(this, at, row));
  }

  idsAt(who: Uint32Array, { start }: Stretches, at: number): string[] {
    const found: string[] = [];
    for (let i = start[at]!; i < start[at + 1]!; i++) found.push(this.#ids[who[i]!]!);
    return found;
  }

  textsAt(column: Stretches, at: number): string[] {
    return Array.from(stretchAt(column, at), (value) => this.columns.texts[value]!);
  }

  /** Whether all the words are among those of a stretch. */
  hasAll(words: Uint32Array, wanted: readonly string[]): boolean {
    return wanted.length > 0 && wanted.every((word) => words.includes(this.#textNumber(word)));
  }

  #textNumbers: Map<string | null, number> | undefined;
  #textNumber(word: string): number {
    this.#textNumbers ??= new Map(this.columns.texts.map((text, i) => [text, i]));
    return this.#textNumbers.get(word) ?? -1;
  }

  /** Places of entries and their rows, each once, in their order. */
  #places(
    entries: Uint32Array,
    actors: Iterable<string>,
    columns: readonly (readonly [Uint32Array, Stretches])[],
  ): (readonly [at: number, row: number])[] {
    const found: number[] = [];
    for (const id of new Set(actors)) {
      const number = this.#numbers.get(id);
      for (const [who, { start }] of columns)
        for (const slot of listOf(this.#listsOf(who), number)) found.push(rowAt(start, slot));
    }
    const places = Uint32Array.from(found).sort();
    const kept: (readonly [number, number])[] = [];
    let row = 0;
    for (const [i, at] of places.entries()) {
      if (i > 0 && at === places[i - 1]) continue;
      while (entries[row + 1]! <= at) row++;
      if (this.reports[row]) kept.push([at, row]);
    }
    return kept;
  }

  #listsOf(who: Uint32Array): Lists {
    const known = this.#lists.get(who) ?? listsOf(who, this.#ids.length);
    this.#lists.set(who, known);
    return known;
  }

  #workOut(): Who {
    const { statements, acts, sums } = this.columns;
    const table = this.#identities.table;
    const names = new Int32Array(this.columns.texts.length).fill(UNKNOWN);
    const { start, name, who } = table.columns;
    const resolved = (entries: Uint32Array, column: Stretches): Uint32Array => {
      const found = new Uint32Array(column.values.length);
      for (const [row, report] of this.reports.entries()) {
        const [from, to] = [column.start[entries[row]!]!, column.start[entries[row + 1]!]!];
        if (!report || from === to) continue;
        const uses = table.row(report.id);
        for (let slot = from; slot < to; slot++) {
          const text = column.values[slot]!;
          if (names[text] === UNKNOWN) names[text] = table.nameIndex(this.columns.texts[text]!) ?? NOBODY;
          const wanted = names[text]!;
          let use = uses === undefined ? 0 : start[uses]!;
          const end = uses === undefined || wanted === NOBODY ? use : start[uses + 1]!;
          while (use < end && name[use] !== wanted) use++;
          found[slot] = use < end ? who[use]! : this.#numberOf(this.columns.texts[text]!);
        }
      }
      return found;
    };
    return {
      speakers: resolved(statements.start, statements.speakers),
      via: resolved(statements.start, statements.via),
      to: resolved(statements.start, statements.to),
      actors: resolved(acts.start, acts.actors),
      recipients: resolved(acts.start, acts.recipients),
      saidBy: resolved(acts.start, acts.saidBy),
      from: resolved(sums.start, sums.from),
      paidTo: resolved(sums.start, sums.to),
    };
  }

  /** The number of a name that a report's actors do not have: it means whoever is called so. */
  #numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#ids.length);
    return this.#ids.push(name) - 1;
  }
}

const UNKNOWN = -2;
const NOBODY = -1;

/** For each list of names in the columns the numbers of those whom they mean. */
interface Who {
  readonly speakers: Uint32Array;
  readonly via: Uint32Array;
  readonly to: Uint32Array;
  readonly actors: Uint32Array;
  readonly recipients: Uint32Array;
  readonly saidBy: Uint32Array;
  readonly from: Uint32Array;
  readonly paidTo: Uint32Array;
}

const between = (start: Uint32Array, row: number): number[] =>
  Array.from({ length: start[row + 1]! - start[row]! }, (_, i) => start[row]! + i);
