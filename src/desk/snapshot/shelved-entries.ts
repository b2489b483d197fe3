import type { Event, EventType, Money, Statement } from "../../record/schema.ts";
import type { Act, Paid, Said } from "../questions/entries.ts";
import { stemsAsked } from "../topics.ts";
import type { KeptReport } from "../types.ts";
import { stretchAt } from "./columns.ts";
import type { EntryShelf } from "./entry-shelf.ts";

/*
 * Statements, acts and sums of which only the place on a shelf is in memory. What questions choose, sort and count by
 * is in columns; the entry itself is parsed when it is asked for.
 */

/** The place of an entry on a shelf: which of its kind, and in which row's report. */
class Shelved {
  protected readonly shelf: EntryShelf;
  protected readonly at: number;
  protected readonly row: number;

  constructor(shelf: EntryShelf, at: number, row: number) {
    this.shelf = shelf;
    this.at = at;
    this.row = row;
  }
  get report(): KeptReport {
    return this.shelf.reports[this.row]!;
  }
}

/** A statement by its place on a shelf. */
export class ShelvedSaid extends Shelved implements Said {
  get #of() {
    return this.shelf.columns.statements;
  }
  get statement(): Statement {
    return this.shelf.pages.statements(this.row)[this.at - this.#of.start[this.row]!]!;
  }
  get speakers(): readonly string[] {
    return this.shelf.idsAt(this.#of.start, this.#of.speakers, this.at);
  }
  get names(): readonly string[] {
    return this.shelf.textsAt(this.#of.speakers, this.at);
  }
  get via(): string | null {
    return this.shelf.idsAt(this.#of.start, this.#of.via, this.at)[0] ?? null;
  }
  get to(): readonly string[] {
    return this.shelf.idsAt(this.#of.start, this.#of.to, this.at);
  }
  get day(): string | null {
    return this.shelf.columns.texts[this.#of.day[this.at]!]!;
  }
  get dated(): boolean {
    return this.#of.dated[this.at] === 1;
  }
  get hedged(): boolean {
    return this.#of.hedged[this.at] === 1;
  }
  get line(): number {
    return this.#of.line[this.at]!;
  }
  get from(): number {
    return this.#of.from[this.at]!;
  }
  get topics(): readonly string[] {
    return this.shelf.textsAt(this.#of.topics, this.at);
  }
  get inWords(): Said["inWords"] {
    const { polarity, strength, because } = this.#of;
    return {
      polarity: (polarity[this.at]! - 1) as -1 | 0 | 1,
      strength: strength[this.at]! as 1 | 2 | 3,
      because: because[this.at]!,
    };
  }
  hasWords(phrase: string): boolean {
    return this.shelf.hasAll(stretchAt(this.#of.words, this.at), stemsAsked(phrase));
  }
  actsBeside(): EventType[] {
    const { columns } = this.shelf;
    const { start, line, status, type, actors } = columns.acts;
    const speakers = new Set(stretchAt(this.shelf.meant(this.#of.start, this.#of.speakers), this.at));
    const doersOf = this.shelf.meant(start, actors);
    const found: EventType[] = [];
    for (let at = start[this.row]!; at < start[this.row + 1]!; at++) {
      if (line[at] !== this.line || columns.texts[status[at]!] === "negated") continue;
      if (stretchAt(doersOf, at).some((id) => speakers.has(id))) found.push(columns.texts[type[at]!] as EventType);
    }
    return found;
  }
}

/** An act by its place on a shelf. */
export class ShelvedAct extends Shelved implements Act {
  get #of() {
    return this.shelf.columns.acts;
  }
  #text(column: Uint32Array): string | null {
    return this.shelf.columns.texts[column[this.at]!]!;
  }
  get event(): Event {
    return this.shelf.pages.events(this.row)[this.at - this.#of.start[this.row]!]!;
  }
  get id(): string {
    return this.#text(this.#of.id)!;
  }
  get type(): EventType {
    return this.#text(this.#of.type) as EventType;
  }
  get status(): Event["status"] {
    return this.#text(this.#of.status) as Event["status"];
  }
  get actors(): readonly string[] {
    return this.shelf.idsAt(this.#of.start, this.#of.actors, this.at);
  }
  get recipients(): readonly string[] {
    return this.shelf.idsAt(this.#of.start, this.#of.recipients, this.at);
  }
  get saidBy(): string | null {
    return this.shelf.idsAt(this.#of.start, this.#of.saidBy, this.at)[0] ?? null;
  }
  get day(): string | null {
    return this.#text(this.#of.day);
  }
  get dated(): boolean {
    return this.#of.dated[this.at] === 1;
  }
}

/** A sum by its place on a shelf. */
export class ShelvedPaid extends Shelved implements Paid {
  get #of() {
    return this.shelf.columns.sums;
  }
  get sum(): Money {
    return this.shelf.pages.head(this.row).money[this.at - this.#of.start[this.row]!]!;
  }
  get from(): string | null {
    return this.shelf.idsAt(this.#of.start, this.#of.from, this.at)[0] ?? null;
  }
  get to(): string | null {
    return this.shelf.idsAt(this.#of.start, this.#of.to, this.at)[0] ?? null;
  }
  get amount(): number {
    return this.#of.amount[this.at]!;
  }
  get amountTo(): number | null {
    const value = this.#of.amountTo[this.at]!;
    return Number.isNaN(value) ? null : value;
  }
  get currency(): string {
    return this.shelf.columns.texts[this.#of.currency[this.at]!]!;
  }
  get status(): Money["status"] {
    return this.shelf.columns.texts[this.#of.status[this.at]!] as Money["status"];
  }
  get topics(): readonly string[] {
    return this.shelf.textsAt(this.#of.topics, this.at);
  }
  hasWords(phrase: string): boolean {
    return this.shelf.hasAll(stretchAt(this.#of.words, this.at), stemsAsked(phrase));
  }
  get purpose(): ReadonlySet<string> | null {
    if (this.#of.purposed[this.at] === 0) return null;
    return new Set(this.shelf.textsAt(this.#of.purpose, this.at));
  }
}
