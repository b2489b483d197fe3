import type { Act, Paid, Said } from "../questions/entries.ts";
import type { Identities, KeptReport } from "../types.ts";
import { type Lists, listOf, listsOf, rowAt } from "../use-table.ts";
import { type Stretches, stretchAt } from "./columns.ts";
import type { EntryColumns } from "./entry-columns.ts";
import { PagedRecord, type Pages } from "./paged-record.ts";
import { ShelvedAct, ShelvedPaid, ShelvedSaid } from "./shelved-entries.ts";

/**
 * The statements, acts and sums of those reports of a desk that are on pages, found by whom they mean. Who is meant is
 * worked out column by column when first needed; it hangs on the desk's identities.
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
  readonly #meant = new Map<Stretches, Stretches>();
  readonly #lists = new Map<Stretches, Lists>();
  /** The table's number of each text as a name, and the table's row of each report. */
  #names: Int32Array | undefined;
  #uses: Int32Array | undefined;

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

  /** A column of names as the numbers of those whom they mean; `entries` says where each report's entries start. */
  meant(entries: Uint32Array, column: Stretches): Stretches {
    const known = this.#meant.get(column) ?? { start: column.start, values: this.#resolved(entries, column) };
    this.#meant.set(column, known);
    return known;
  }

  /** Statements in which any of the actors speaks, in the order of the rows. */
  saidBy(actors: Iterable<string>): Said[] {
    const { start, speakers } = this.columns.statements;
    return this.#places(start, actors, [speakers]).map(([at, row]) => new ShelvedSaid(this, at, row));
  }

  /** Acts of any of the actors; with `recipients` also those done to them. */
  acts(actors: Iterable<string>, recipients: boolean): Act[] {
    const { acts } = this.columns;
    const columns = recipients ? [acts.actors, acts.recipients] : [acts.actors];
    return this.#places(acts.start, actors, columns).map(([at, row]) => new ShelvedAct(this, at, row));
  }

  /** How many statements each actor makes, a name that stands twice in one counted once. */
  spoken(): Map<string, number> {
    const { start, speakers } = this.columns.statements;
    const { values: who } = this.meant(start, speakers);
    const counts = new Uint32Array(this.#ids.length);
    for (let row = 0; row < this.reports.length; row++) {
      if (!this.reports[row]) continue;
      for (let at = start[row]!; at < start[row + 1]!; at++) {
        const [from, to] = [speakers.start[at]!, speakers.start[at + 1]!];
        for (let slot = from; slot < to; slot++)
          if (speakers.values.indexOf(speakers.values[slot]!, from) === slot) counts[who[slot]!]! += 1;
      }
    }
    const found = new Map<string, number>();
    for (const [i, id] of this.#ids.entries()) if (counts[i]! > 0) found.set(id, counts[i]!);
    return found;
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

  idsAt(entries: Uint32Array, column: Stretches, at: number): string[] {
    // Asked of every entry that a question sorts; a view of the array would take several times as long.
    const { start, values } = this.meant(entries, column);
    const found: string[] = [];
    for (let i = start[at]!; i < start[at + 1]!; i++) found.push(this.#ids[values[i]!]!);
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
    columns: readonly Stretches[],
  ): (readonly [at: number, row: number])[] {
    const found: number[] = [];
    for (const column of columns) {
      // First, since it numbers names that are nobody's.
      const lists = this.#listsOf(this.meant(entries, column));
      for (const id of new Set(actors))
        for (const slot of listOf(lists, this.#numbers.get(id))) found.push(rowAt(column.start, slot));
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

  #listsOf(meant: Stretches): Lists {
    const known = this.#lists.get(meant) ?? listsOf(meant.values, this.#ids.length);
    this.#lists.set(meant, known);
    return known;
  }

  /** Whom the names of a column mean, each by the actors of its report. */
  #resolved(entries: Uint32Array, column: Stretches): Uint32Array {
    const table = this.#identities.table;
    const { start, name, who } = table.columns;
    this.#names ??= Int32Array.from(this.columns.texts, (text) =>
      text === null ? NOBODY : (table.nameIndex(text) ?? NOBODY),
    );
    this.#uses ??= Int32Array.from(this.reports, (report) => (report && table.row(report.id)) ?? NOBODY);
    const [names, rows] = [this.#names, this.#uses];
    const found = new Uint32Array(column.values.length);
    for (let row = 0; row < rows.length; row++) {
      const [from, to] = [column.start[entries[row]!]!, column.start[entries[row + 1]!]!];
      if (from === to || !this.reports[row]) continue;
      const uses = rows[row]!;
      for (let slot = from; slot < to; slot++) {
        const text = column.values[slot]!;
        const wanted = names[text]!;
        let use = uses === NOBODY ? 0 : start[uses]!;
        const end = uses === NOBODY || wanted === NOBODY ? use : start[uses + 1]!;
        while (use < end && name[use] !== wanted) use++;
        found[slot] = use < end ? who[use]! : this.#numberOf(this.columns.texts[text]!);
      }
    }
    return found;
  }

  /** The number of a name that a report's actors do not have: it means whoever is called so. */
  #numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#ids.length);
    return this.#ids.push(name) - 1;
  }
}

const NOBODY = -1;

const between = (start: Uint32Array, row: number): number[] =>
  Array.from({ length: start[row + 1]! - start[row]! }, (_, i) => start[row]! + i);
