import type { Actor, Contact, Event, Money, Record, Statement } from "../record/schema.ts";
import type { Place, Shelf } from "./shelf.ts";

const reasons = new Map<string, Contact["why"]>();
const MOST_REASONS = 10_000;

/** A record of which the statements and events lie on a shelf: most questions need those of few reports. */
export class ShelvedRecord implements Record {
  readonly schema = "chancery-record-1";
  readonly reader = "store";
  readonly language = "en";
  readonly actors: Actor[] = [];
  readonly contacts: Contact[] = [];
  readonly money: Money[] = [];
  readonly times: Record["times"] = [];
  readonly notes: Record["notes"] = [];
  readonly title: string | null;
  readonly published: string | null;
  readonly #shelf: Shelf;
  #statements: Place | undefined;
  #events: Place | undefined;

  constructor(title: string | null, published: string | null, shelf: Shelf) {
    this.title = title;
    this.published = published;
    this.#shelf = shelf;
  }

  /** Takes in the report's entries as JSON. */
  put(bodies: {
    readonly contact: string[];
    readonly statement: string[];
    readonly event: string[];
    readonly sum: string[];
  }): void {
    for (const body of bodies.contact) this.contacts.push(this.#lean(JSON.parse(body)));
    for (const body of bodies.sum) this.money.push(JSON.parse(body));
    this.contacts.sort(inTextOrder);
    this.money.sort(inTextOrder);
    if (bodies.statement.length > 0) this.#statements = this.#shelf.put(bodies.statement);
    if (bodies.event.length > 0) this.#events = this.#shelf.put(bodies.event);
  }

  /** The names as the actors have them, and the reasons that many contacts share, once in memory. */
  #lean(contact: Contact): Contact {
    const parties = contact.parties.map((party) => this.actors.find(({ name }) => name === party)?.name ?? party);
    const key = JSON.stringify(contact.why);
    const why = reasons.get(key) ?? contact.why;
    if (reasons.size < MOST_REASONS) reasons.set(key, why);
    return { ...contact, parties, why };
  }

  get statements(): Statement[] {
    return this.#statements ? (this.#shelf.get<Statement>(this.#statements, inTextOrder) as Statement[]) : [];
  }

  /** The record with all of it in memory, as one has it whose entries people changed. */
  unshelved(): Record {
    const { schema, reader, language, actors, contacts, money, times, notes, title, published } = this;
    const [statements, events] = [this.statements.slice(), this.events.slice()];
    return { schema, reader, published, title, language, actors, contacts, statements, events, money, times, notes };
  }

  get events(): Event[] {
    return this.#events ? (this.#shelf.get<Event>(this.#events, inTextOrder) as Event[]) : [];
  }
}

type InText = { readonly evidence: readonly { readonly from: number }[] };
const inTextOrder = (a: InText, b: InText): number => (a.evidence[0]?.from ?? 0) - (b.evidence[0]?.from ?? 0);
