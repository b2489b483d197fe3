import type { Contact, ContactKind, ContactStatus, Medium } from "../../record/schema.ts";
import { compose } from "../compose.ts";
import { identified } from "../entries.ts";
import { nodeOf } from "../node.ts";
import type { Encounter, EncounterBrief, Identities, KeptReport, Party, Source } from "../types.ts";
import { AtHand, type Stretches, stretchAt, stretches, Texts } from "./columns.ts";

/** Encounters in columns: what lists look at, and of which contacts of which reports each is made. */
export interface EncounterColumns {
  readonly texts: readonly (string | null)[];
  readonly id: readonly string[];
  readonly kind: Uint32Array;
  readonly medium: Uint32Array;
  readonly status: Uint32Array;
  readonly date: Uint32Array;
  readonly firstDay: Uint32Array;
  readonly lastDay: Uint32Array;
  readonly reported: Uint32Array;
  readonly held: Uint32Array;
  readonly last: Uint32Array;
  readonly contradicted: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly parties: Stretches;
  readonly places: Stretches;
  readonly sides: Stretches;
  readonly marks: Stretches;
  /** Two numbers for each entry: the row of its report, and which of the report's contacts it is. */
  readonly entries: Stretches;
}

/** How many encounters are kept at hand as a whole. */
const WHOLE = 20_000;

/** What encounters in columns are read with. */
export interface EncounterShelf {
  readonly columns: EncounterColumns;
  readonly reports: readonly KeptReport[];
  readonly identities: Identities;
}

/** The encounters of a shelf, each a place on it. */
export function encountersOn(shelf: EncounterShelf): ShelvedEncounter[] {
  const whole = new AtHand<Encounter>(WHOLE);
  return shelf.columns.id.map((_, at) => new ShelvedEncounter(shelf, whole, at));
}

/** An encounter with all of it in memory. */
export const wholeOf = (one: Encounter): Encounter => (one instanceof ShelvedEncounter ? one.whole : one);

/** An encounter of which only the place on the shelf is in memory; what lists do not look at is composed when asked for. */
export class ShelvedEncounter implements Encounter {
  readonly #shelf: EncounterShelf;
  readonly #atHand: AtHand<Encounter>;
  readonly #at: number;
  #parties: readonly Party[] | undefined;
  // What lists and counts look at again and again; an encounter outlives the desk that it was first in.
  #days: Encounter["days"] | undefined;
  #brief: EncounterBrief | undefined;

  constructor(shelf: EncounterShelf, atHand: AtHand<Encounter>, at: number) {
    this.#shelf = shelf;
    this.#atHand = atHand;
    this.#at = at;
  }

  /** The shelf's columns, and where it stands in them. */
  get place(): { readonly columns: EncounterColumns; readonly at: number } {
    return { columns: this.#shelf.columns, at: this.#at };
  }

  /** The encounter as it was composed. */
  get whole(): Encounter {
    return this.#atHand.get(this.#at, () => this.#compose());
  }

  #compose(): Encounter {
    const { columns, reports, identities } = this.#shelf;
    const places = stretchAt(columns.entries, this.#at);
    const nodes = [];
    for (let i = 0; i < places.length; i += 2) {
      const { id, published, record } = reports[places[i]!]!;
      const contact = record.contacts[places[i + 1]!]!;
      nodes.push(nodeOf(identified({ report: id, published, contact, parties: [], facts: [] }, identities)));
    }
    return compose(nodes);
  }

  /** Where its entries stand by other places of the reports. */
  placesIn(rows: ReadonlyMap<string, number>): number[] {
    const { columns, reports } = this.#shelf;
    const places = stretchAt(columns.entries, this.#at);
    return Array.from(places, (value, i) => (i % 2 === 0 ? rows.get(reports[value]!.id)! : value));
  }

  #text(column: Uint32Array): string | null {
    return this.#shelf.columns.texts[column[this.#at]!] ?? null;
  }

  get id(): string {
    return this.#shelf.columns.id[this.#at]!;
  }
  get kind(): ContactKind {
    return this.#text(this.#shelf.columns.kind) as ContactKind;
  }
  get medium(): Medium | null {
    return this.#text(this.#shelf.columns.medium) as Medium | null;
  }
  get status(): ContactStatus {
    return this.#text(this.#shelf.columns.status) as ContactStatus;
  }
  get date(): string | null {
    return this.#text(this.#shelf.columns.date);
  }
  get days(): Encounter["days"] {
    const { firstDay, lastDay } = this.#shelf.columns;
    this.#days ??= { from: this.#text(firstDay), to: this.#text(lastDay) };
    return this.#days;
  }
  get brief(): EncounterBrief {
    this.#brief ??= new ShelvedBrief(this.#shelf, this.#at);
    return this.#brief;
  }
  get parties(): readonly Party[] {
    this.#parties ??= textsAt(this.#shelf.columns, this.#shelf.columns.parties, this.#at).map(
      (actor, i) => new ShelvedParty(this, actor, i),
    );
    return this.#parties;
  }
  get life(): Encounter["life"] {
    return this.whole.life;
  }
  get dates(): Encounter["dates"] {
    return this.whole.dates;
  }
  get durations(): Encounter["durations"] {
    return this.whole.durations;
  }
  get places(): Encounter["places"] {
    return this.whole.places;
  }
  get ordinals(): Encounter["ordinals"] {
    return this.whole.ordinals;
  }
  get topics(): Encounter["topics"] {
    return this.whole.topics;
  }
  get factors(): Encounter["factors"] {
    return this.whole.factors;
  }
  get contradictions(): Encounter["contradictions"] {
    return this.whole.contradictions;
  }
  get sources(): Encounter["sources"] {
    return this.whole.sources;
  }
  get entries(): Encounter["entries"] {
    return this.whole.entries;
  }
}

class ShelvedParty implements Party {
  readonly actor: string;
  readonly #of: ShelvedEncounter;
  readonly #nth: number;

  constructor(of: ShelvedEncounter, actor: string, nth: number) {
    this.#of = of;
    this.actor = actor;
    this.#nth = nth;
  }
  get sources(): readonly Source[] {
    return this.#of.whole.parties[this.#nth]!.sources;
  }
}

class ShelvedBrief implements EncounterBrief {
  readonly #shelf: EncounterShelf;
  readonly #at: number;
  #places: readonly string[] | undefined;
  #sides: readonly string[] | undefined;
  #reports: readonly string[] | undefined;

  constructor(shelf: EncounterShelf, at: number) {
    this.#shelf = shelf;
    this.#at = at;
  }
  #text(column: Uint32Array): string | null {
    return this.#shelf.columns.texts[column[this.#at]!] ?? null;
  }
  get reported(): string | null {
    return this.#text(this.#shelf.columns.reported);
  }
  get held(): string | null {
    return this.#text(this.#shelf.columns.held);
  }
  get last(): string | null {
    return this.#text(this.#shelf.columns.last);
  }
  get contradicted(): boolean {
    return this.#shelf.columns.contradicted[this.#at] === 1;
  }
  get from(): number {
    return this.#shelf.columns.from[this.#at]!;
  }
  get to(): number {
    return this.#shelf.columns.to[this.#at]!;
  }
  get places(): readonly string[] {
    this.#places ??= textsAt(this.#shelf.columns, this.#shelf.columns.places, this.#at);
    return this.#places;
  }
  get sides(): readonly string[] {
    this.#sides ??= textsAt(this.#shelf.columns, this.#shelf.columns.sides, this.#at);
    return this.#sides;
  }
  get marks(): readonly string[] {
    return textsAt(this.#shelf.columns, this.#shelf.columns.marks, this.#at);
  }
  get reports(): readonly string[] {
    this.#reports ??= this.#reportsAt();
    return this.#reports;
  }
  #reportsAt(): string[] {
    const { reports, columns } = this.#shelf;
    const { start, values } = columns.entries;
    const found: string[] = [];
    for (let i = start[this.#at]!; i < start[this.#at + 1]!; i += 2) found.push(reports[values[i]!]!.id);
    return found;
  }
}

const textsAt = ({ texts }: EncounterColumns, column: Stretches, at: number): string[] => {
  const { start, values } = column;
  const found: string[] = [];
  for (let i = start[at]!; i < start[at + 1]!; i++) found.push(texts[values[i]!]!);
  return found;
};

const isSame = (a: Contact, b: Contact): boolean =>
  a.id === b.id && JSON.stringify(a.evidence) === JSON.stringify(b.evidence);

/** Encounters as columns; `rows` are the places of the reports, in which each entry's contact is looked up. */
export function columnsOf(
  all: readonly Encounter[],
  reports: ReadonlyMap<string, KeptReport>,
  rows: ReadonlyMap<string, number>,
): EncounterColumns {
  const texts = new Texts();
  const column = (value: (one: Encounter) => string | null): Uint32Array =>
    Uint32Array.from(all, (one) => texts.at(value(one)));
  const lists = (values: (one: Encounter) => readonly string[]): Stretches =>
    stretches(all.map((one) => values(one).map((value) => texts.at(value))));
  return {
    id: all.map(({ id }) => id),
    kind: column(({ kind }) => kind),
    medium: column(({ medium }) => medium),
    status: column(({ status }) => status),
    date: column(({ date }) => date),
    firstDay: column(({ days }) => days.from),
    lastDay: column(({ days }) => days.to),
    reported: column(({ brief }) => brief.reported),
    held: column(({ brief }) => brief.held),
    last: column(({ brief }) => brief.last),
    contradicted: Uint8Array.from(all, ({ brief }) => Number(brief.contradicted)),
    from: Int32Array.from(all, ({ brief }) => brief.from),
    to: Int32Array.from(all, ({ brief }) => brief.to),
    parties: lists(({ parties }) => parties.map(({ actor }) => actor)),
    places: lists(({ brief }) => brief.places),
    sides: lists(({ brief }) => brief.sides),
    marks: lists(({ brief }) => brief.marks),
    entries: stretches(all.map((one) => entriesIn(one, reports, rows))),
    texts: texts.all,
  };
}

function entriesIn(
  one: Encounter,
  reports: ReadonlyMap<string, KeptReport>,
  rows: ReadonlyMap<string, number>,
): number[] {
  if (one instanceof ShelvedEncounter) return one.placesIn(rows);
  return one.entries.flatMap(({ report, contact }) => {
    const { contacts } = reports.get(report)!.record;
    const at = contacts.indexOf(contact);
    return [rows.get(report)!, at >= 0 ? at : contacts.findIndex((other) => isSame(other, contact))];
  });
}
