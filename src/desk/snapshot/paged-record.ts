import type { Contact, Event, Money, Record, Statement } from "../../record/schema.ts";
import { recallStance, type Stance, stanceInWords } from "../questions/stance.ts";
import { type FoundTopic, recallTopics, topicsOf } from "../topics.ts";
import { whyOf } from "../why-country.ts";
import { AtHand } from "./columns.ts";
import type { EntryColumns } from "./entry-columns.ts";

type Actor = Record["actors"][number];
type BareActor = readonly [
  Actor["name"],
  Actor["kind"],
  Actor["country"],
  Actor["sector"],
  Actor["role"],
  string[],
  string | null,
];
type BareTopic = readonly [topic: string, basis: FoundTopic["basis"], words: FoundTopic["words"]];
/** What was worked out of a statement: its topics and what its words say of its stance; null where that is still to be done. */
type Facts = readonly [topics: readonly BareTopic[], stance: Stance] | null;

interface Head {
  readonly actors: Actor[];
  readonly contacts: Contact[];
  readonly money: Money[];
}

/** The places of a report within its page: where actors, contacts and sums start, then statements, then events, and the end. */
export const PLACES = 5;

/** How many parsed lists are kept at hand, of each kind. */
const AT_HAND = 10_000;

/** Pages of reports' records as bytes, outside the JavaScript heap; parsed when they are asked for. */
export class Pages {
  readonly all: readonly Buffer[];
  /** For each report its page, and its places in it. */
  readonly at: Uint32Array;
  /** What questions look at of all entries. */
  readonly entries: EntryColumns;
  readonly #heads = new AtHand<Head>(AT_HAND);
  readonly #statements = new AtHand<Statement[]>(AT_HAND);
  readonly #events = new AtHand<Event[]>(AT_HAND);

  constructor(pages: readonly Buffer[], at: Uint32Array, entries: EntryColumns) {
    this.all = pages;
    this.at = at;
    this.entries = entries;
  }

  head(row: number): Head {
    return this.#heads.get(row, () => {
      const [actors, contacts, money] = this.#part(row, 1) as [BareActor[], Contact[], Money[]];
      return { actors: actors.map(actorOf), contacts, money };
    });
  }

  statements(row: number): Statement[] {
    return this.#statements.get(row, () => (this.#part(row, 2) as [Statement, Facts][]).map(recalled));
  }

  events(row: number): Event[] {
    return this.#events.get(row, () => (this.#part(row, 3) as Event[]).map((event) => ({ ...event, why: NONE })));
  }

  #part(row: number, nth: number): unknown {
    const first = row * PLACES;
    const page = this.all[this.at[first]!]!;
    return JSON.parse(page.toString("utf8", this.at[first + nth], this.at[first + nth + 1]));
  }
}

const NONE = {};

function actorOf([name, kind, country, sector, role, surface, rule]: BareActor, i: number): Actor {
  return { id: `a${i + 1}`, name, kind, country, sector, role, surface, evidence: [], why: whyOf(rule) };
}

function recalled([bare, facts]: [Statement, Facts]): Statement {
  const statement = { ...bare, why: NONE };
  if (facts) {
    const [topics, stance] = facts;
    recallTopics(
      statement,
      topics.map(([topic, basis, words]) => ({ topic, basis, words })),
    );
    recallStance(statement, stance);
  }
  return statement;
}

/** The record of a report of which only the place on a page is in memory. Statements and events come without reasons. */
export class PagedRecord implements Record {
  readonly schema = "chancery-record-1";
  readonly reader = "store";
  readonly language = "en";
  readonly times: Record["times"] = [];
  readonly notes: Record["notes"] = [];
  readonly title: string | null;
  readonly published: string | null;
  /** Whether its entries name anybody who is not among its actors: people corrected it. */
  readonly loose: boolean;
  readonly pages: Pages;
  readonly row: number;

  constructor(title: string | null, published: string | null, loose: boolean, pages: Pages, row: number) {
    this.loose = loose;
    this.title = title;
    this.published = published;
    this.pages = pages;
    this.row = row;
  }

  /** Its places on those pages; undefined where it is on others. */
  placesOn(pages: Pages): Uint32Array | undefined {
    return pages === this.pages ? pages.at.subarray(this.row * PLACES, (this.row + 1) * PLACES) : undefined;
  }

  get actors(): Actor[] {
    return this.pages.head(this.row).actors;
  }
  get contacts(): Contact[] {
    return this.pages.head(this.row).contacts;
  }
  get money(): Money[] {
    return this.pages.head(this.row).money;
  }
  get statements(): Statement[] {
    return this.pages.statements(this.row);
  }
  get events(): Event[] {
    return this.pages.events(this.row);
  }
}

/** A record's three parts as JSON. `facts` says whether what statements are about is to be worked out, where it is not known. */
export function partsOf(record: Record, facts: () => boolean): [string, string, string] {
  const actors = record.actors.map(
    ({ name, kind, country, sector, role, surface, why }): BareActor => [
      name,
      kind,
      country,
      sector,
      role,
      surface,
      why.country?.rule ?? null,
    ],
  );
  const bare = <T extends { readonly why: unknown }>({ why: _, ...rest }: T): Omit<T, "why"> => rest;
  return [
    JSON.stringify([actors, record.contacts, record.money]),
    JSON.stringify(record.statements.map((one) => [bare(one), facts() ? factsOf(one) : null])),
    JSON.stringify(record.events.map(bare)),
  ];
}

const factsOf = (statement: Statement): Facts => [
  topicsOf(statement).map(({ topic, basis, words }): BareTopic => [topic, basis, words]),
  stanceInWords(statement),
];
