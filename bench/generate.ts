import { world } from "../src/lexicon/world.ts";
import type { Actor, Contact, Event, Evidence, Money, Record, Statement } from "../src/record/schema.ts";
import type { Item } from "../src/store/index.ts";

/** How many entries a report has in the mean, as the filled store has them. */
export interface Density {
  readonly contacts: number;
  readonly statements: number;
  readonly events: number;
  readonly sums: number;
}

export interface GenerateOptions {
  readonly seed: number;
  readonly reports: number;
  readonly density: Density;
  /** The last day of the 25 years. */
  readonly until: string;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const DAY = 86_400_000;
const YEARS = 25;
const TOPICS = [
  "ceasefire",
  "grain exports",
  "nuclear programme",
  "border dispute",
  "frozen assets",
  "visa rules",
  "air defence",
  "climate finance",
  "trade tariffs",
  "prisoner exchange",
  "fishing rights",
  "territorial integrity",
  "energy supply",
  "refugees",
];
const KINDS = [
  { kind: "call", medium: "phone", verb: "spoke by phone with" },
  { kind: "meeting", medium: null, verb: "met" },
  { kind: "visit", medium: null, verb: "visited" },
  { kind: "video", medium: "video", verb: "held a video call with" },
  { kind: "talks", medium: null, verb: "held talks with" },
] as const;
const CUES = ["said", "stressed", "warned", "insisted", "told reporters", "announced"];
const VIEWS = [
  "we support the agreement on",
  "we will never accept a deal on",
  "there must be progress on",
  "it is ready to talk about",
  "nobody should doubt its position on",
  "it opposes any change on",
];
const ACTS = [
  { type: "SUPPORT", verb: "backed" },
  { type: "ACCUSE", verb: "accused" },
  { type: "REQUEST", verb: "called on" },
  { type: "REJECT", verb: "rejected the demands of" },
  { type: "THREATEN", verb: "threatened" },
  { type: "AGREE", verb: "signed an agreement with" },
  { type: "SANCTION", verb: "imposed sanctions on" },
] as const;
const ROLES = ["President", "Prime Minister", "Foreign Minister", "Defence Minister", "special envoy"];
const SYLLABLES =
  "ba be bo da de do fa ga gu ha ja ka ke ko la le lo ma me mi mo na ne no pa ra re ri ro sa se so ta te to va ve vo za zo".split(
    " ",
  );

interface Person {
  readonly name: string;
  readonly country: string;
  readonly role: string;
  /** Days from the first one between which reports name it. */
  readonly from: number;
  readonly to: number;
}

/** One contact of the invented world, of which several reports tell. */
interface Occasion {
  readonly day: number;
  readonly a: Person;
  readonly b: Person;
  readonly kind: (typeof KINDS)[number];
  readonly topic: string;
}

/**
 * Reports of an invented world: people with invented names who hold an office of a state for some years, contacts of
 * two of them that several reports tell within days, statements, acts and sums. A few are named very often, most
 * seldom (Zipf). The texts hold the words that the entries rest on. The same options give the same reports.
 */
export function* generate({ seed, reports, density, until }: GenerateOptions): Generator<Item> {
  const next = random(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const days = YEARS * 365;
  const start = Date.parse(until) - days * DAY;
  const iso = (day: number): string => new Date(start + day * DAY).toISOString().slice(0, 10);
  const people = cast(next, days);
  const recent: Occasion[] = [];
  for (let n = 0; n < reports; n++) {
    const day = Math.floor((n / reports) * days);
    while (recent.length > 0 && recent[0]!.day < day - 3) recent.shift();
    const inOffice = people.at(day);
    const anyone = (): Person => inOffice[zipf(next, inOffice.length)]!;
    const other = (one: Person): Person => {
      for (;;) {
        const found = anyone();
        if (found.country !== one.country) return found;
      }
    };
    const author = anyone();
    const shortened = next() < BARE ? author.name : "";
    const build = new Builder(iso(day), `Report ${n}, ${author.country}`, (name) => name === shortened);
    for (let i = count(next, density.contacts); i > 0; i--) {
      const known = next() < 0.6 && recent.length > 0 ? pick(recent) : undefined;
      const a = i === 1 ? author : anyone();
      const told = known ?? { day, a, b: other(a), kind: pick(KINDS), topic: pick(TOPICS) };
      if (!known) recent.push(told);
      const dated = next();
      const status = next() < 0.8 ? "held" : pick(["planned", "possible", "negated"] as const);
      build.contact(told, status, dated < 0.6 ? iso(status === "planned" ? day + 1 + below(20) : told.day) : null);
    }
    for (let i = count(next, density.statements); i > 0; i--) {
      const speaker = next() < 0.7 ? author : anyone();
      build.statement(speaker, next() < 0.3 ? other(speaker) : null, pick(CUES), `${pick(VIEWS)} ${pick(TOPICS)}`);
    }
    for (let i = count(next, density.events); i > 0; i--) {
      const doer = next() < 0.6 ? author : anyone();
      build.event(doer, other(doer), pick(ACTS), next() < 0.5);
    }
    for (let i = count(next, density.sums); i > 0; i--)
      build.sum(author, other(author), (1 + below(900)) * 1_000_000, pick(TOPICS));
    yield build.item();
  }
}

const PEOPLE = 3000;
/** The share of reports that name their first actor by the surname alone. */
const BARE = 0.04;

function cast(next: () => number, days: number): { at(day: number): readonly Person[] } {
  const states = [...world().states.keys()].sort();
  const name = (): string => {
    const word = Array.from(
      { length: 2 + Math.floor(next() * 2) },
      () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]!,
    );
    return `${word.join("").replace(/^./, (c) => c.toUpperCase())}x`;
  };
  const names = new Set<string>();
  while (names.size < PEOPLE) names.add(`${name()} ${name()}`);
  const all = [...names].map((full): Person => {
    const from = Math.floor(next() * (days + 2000)) - 2000;
    return {
      name: full,
      country: states[zipf(next, states.length)]!,
      role: ROLES[Math.floor(next() * ROLES.length)]!,
      from,
      to: from + 700 + Math.floor(next() * 3500),
    };
  });
  let from = -1;
  let known: readonly Person[] = [];
  return {
    at(day) {
      const month = Math.floor(day / 30);
      if (month !== from) {
        from = month;
        known = all.filter((one) => one.from <= day && one.to >= day);
      }
      return known;
    },
  };
}

/** A place in a list of which the first is taken twice as often as the second, thrice as often as the third. */
const zipf = (next: () => number, length: number): number =>
  Math.min(length - 1, Math.floor((length + 1) ** next()) - 1);

/** A whole number with that mean. */
const count = (next: () => number, mean: number): number => Math.floor(mean + next());

const why = (rule: string): Record["contacts"][number]["why"] => ({
  kind: { rule, basis: "stated" },
  parties: { rule: "roles-of-frame", basis: "stated" },
  status: { rule: "past", basis: "inferred" },
});

/** Writes a report sentence by sentence with the entries that rest on it. */
class Builder {
  readonly #published: string;
  readonly #title: string;
  readonly #bare: (name: string) => boolean;
  #text: string;
  #line = 1;
  readonly #actors = new Map<string, Actor>();
  readonly #contacts: Contact[] = [];
  readonly #statements: Statement[] = [];
  readonly #events: Event[] = [];
  readonly #money: Money[] = [];

  /** `bare` says of whom the report gives the surname alone. */
  constructor(published: string, title: string, bare: (name: string) => boolean) {
    this.#published = published;
    this.#title = title;
    this.#text = `${title}\n`;
    this.#bare = bare;
  }

  contact({ a, b, kind, topic }: Occasion, status: Contact["status"], date: string | null): void {
    const verb =
      status === "held" ? kind.verb : status === "negated" ? `cancelled: ${kind.verb}` : `may yet: ${kind.verb}`;
    const evidence = this.#say(
      `${a.role} ${a.name} `,
      verb,
      ` ${b.role} ${b.name} about ${topic}${date ? ` (${date})` : ""}.`,
    );
    this.#contacts.push({
      id: `c${this.#contacts.length + 1}`,
      kind: kind.kind,
      parties: [this.#name(a), this.#name(b)],
      status,
      medium: kind.medium,
      date,
      place: null,
      duration: null,
      ordinal: null,
      topics: [topic],
      factors: [],
      trigger: verb,
      lines: [this.#line - 1],
      evidence: [evidence],
      why: why(`contact-${kind.kind}`),
    });
  }

  statement(speaker: Person, to: Person | null, cue: string, content: string): void {
    const evidence = this.#say(`${speaker.name} ${cue} `, content, to ? ` to ${to.name}.` : ".");
    this.#statements.push({
      id: `s${this.#statements.length + 1}`,
      speaker: this.#name(speaker),
      via: null,
      addressee: to ? [this.#name(to)] : [],
      mode: "indirect",
      content,
      cue,
      hedged: false,
      date: null,
      line: this.#line - 1,
      evidence: [evidence],
      why: { speaker: { rule: "subject", basis: "stated" }, content: { rule: `cue-${cue}`, basis: "stated" } },
    });
  }

  event(doer: Person, to: Person, { type, verb }: (typeof ACTS)[number], asState: boolean): void {
    const evidence = this.#say(`${doer.name} `, verb, ` ${asState ? to.country : to.name}.`);
    this.#events.push({
      id: `e${this.#events.length + 1}`,
      type,
      actors: [this.#name(doer)],
      recipients: [asState ? this.#state(to.country) : this.#name(to)],
      status: "actual",
      date: null,
      said_by: null,
      trigger: verb,
      line: this.#line - 1,
      evidence: [evidence],
      why: { type: { rule: "lexicon", basis: "stated" }, actors: { rule: "doer", basis: "stated" } },
    });
  }

  sum(from: Person, to: Person, amount: number, purpose: string): void {
    const text = `$${amount / 1_000_000} million`;
    const evidence = this.#say(`${from.country} gave ${to.country} `, text, ` for ${purpose}.`);
    this.#money.push({
      id: `m${this.#money.length + 1}`,
      amount,
      currency: "USD",
      purpose,
      from: this.#state(from.country),
      to: this.#state(to.country),
      status: "actual",
      text,
      line: this.#line - 1,
      evidence: [evidence],
      why: { amount: { rule: "sum-sign", basis: "stated" } },
    });
  }

  item(): Item {
    const published = this.#published;
    const title = this.#title;
    return {
      report: {
        text: this.#text,
        title,
        published,
        publisher: "generated",
        address: null,
        kind: "text",
        notes: [],
      },
      record: {
        schema: "chancery-record-1",
        reader: "generated",
        published,
        title,
        language: "en",
        actors: [...this.#actors.values()],
        contacts: this.#contacts,
        statements: this.#statements,
        events: this.#events,
        money: this.#money,
        times: [],
        notes: [],
      },
    };
  }

  #say(before: string, quote: string, after: string): Evidence {
    const from = this.#text.length + before.length;
    this.#text += `${before}${quote}${after}\n`;
    this.#line += 1;
    return { from, to: from + quote.length, quote };
  }

  #name({ name: full, country, role }: Person): string {
    const name = this.#bare(full) ? full.split(" ")[1]! : full;
    this.#actor(name, "person", country, role);
    return name;
  }

  #state(code: string): string {
    this.#actor(code, "state", code, null);
    return code;
  }

  #actor(name: string, kind: Actor["kind"], country: string, role: string | null): void {
    if (this.#actors.has(name)) return;
    const id = `a${this.#actors.size + 1}`;
    const surface = [...new Set([name, name.split(" ").at(-1)!])];
    this.#actors.set(name, { id, name, kind, country, sector: "GOV", role, surface, evidence: [], why: {} });
  }
}
