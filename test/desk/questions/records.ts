import { encounters } from "../../../src/desk/encounters.ts";
import { besides, explain } from "../../../src/desk/explain.ts";
import { identities } from "../../../src/desk/identities.ts";
import { type Desk, makeDesk } from "../../../src/desk/questions/index.ts";
import type { KeptReport } from "../../../src/desk/types.ts";
import {
  type ActorKind,
  type Contact,
  type Event,
  type Money,
  Record,
  type Statement,
} from "../../../src/record/schema.ts";

/** A small report made by hand: its text, and what is read from it, with the quote that each entry rests on. */
export interface Made {
  readonly id?: string;
  readonly text: string;
  readonly published: string | null;
  readonly contacts?: readonly (Partial<Contact> & Pick<Contact, "kind" | "parties"> & { readonly quote: string })[];
  readonly statements?: readonly (Partial<Statement> & Pick<Statement, "speaker" | "content">)[];
  readonly events?: readonly (Partial<Event> & Pick<Event, "type" | "actors"> & { readonly quote: string })[];
  readonly money?: readonly (Partial<Money> & Pick<Money, "amount" | "currency" | "text">)[];
  /** Kinds of actors that are no persons; three capitals are a state. */
  readonly kinds?: { readonly [name: string]: ActorKind };
  /** Country and role of persons. */
  readonly roles?: { readonly [name: string]: readonly [country: string, role: string] };
}

/** A desk over reports made by hand, with the identities and encounters that Chancery finds in them. */
export function deskOf(...made: readonly Made[]): Desk {
  const reports = made.map(keptReport);
  const texts = new Map(reports.map((report, i) => [report.id, made[i]!.text]));
  const who = identities(reports);
  const all = encounters(reports, who);
  return makeDesk({
    reports,
    identities: who,
    encounters: all,
    text: (id) => texts.get(id),
    verdicts: (one) => explain(one, besides(one, all)),
  });
}

function keptReport(made: Made, i: number): KeptReport {
  const id = made.id ?? `report${i + 1}`;
  const { published } = made;
  return { id, title: `Report ${i + 1}`, published, publisher: null, address: null, record: recordOf(made) };
}

/** The record of a report made by hand. */
export function recordOf(made: Made): Record {
  const { text, published } = made;
  const contacts = (made.contacts ?? []).map(({ quote, ...given }, i) => ({
    id: `c${i + 1}`,
    status: "held",
    medium: null,
    date: null,
    place: null,
    duration: null,
    ordinal: null,
    topics: [],
    factors: [],
    trigger: quote,
    lines: [lineOf(text, quote)],
    evidence: [at(text, quote)],
    why: {},
    ...given,
  }));
  const statements = (made.statements ?? []).map((given, i) => ({
    id: `s${i + 1}`,
    via: null,
    addressee: [],
    mode: "direct",
    cue: "said",
    hedged: false,
    date: null,
    line: lineOf(text, given.content),
    evidence: [at(text, given.content)],
    why: {},
    ...given,
  }));
  const events = (made.events ?? []).map(({ quote, ...given }, i) => ({
    id: `e${i + 1}`,
    recipients: [],
    status: "actual",
    date: null,
    said_by: null,
    trigger: quote,
    line: lineOf(text, quote),
    evidence: [at(text, quote)],
    why: {},
    ...given,
  }));
  const money = (made.money ?? []).map((given, i) => ({
    id: `m${i + 1}`,
    purpose: null,
    from: null,
    to: null,
    status: "planned",
    line: lineOf(text, given.text),
    evidence: [at(text, given.text)],
    why: {},
    ...given,
  }));
  const names = new Set([
    ...contacts.flatMap(({ parties }) => parties),
    ...statements.flatMap(({ speaker, via, addressee }) => [...[speaker].flat(), ...(via ? [via] : []), ...addressee]),
    ...events.flatMap(({ actors, recipients }) => [...actors, ...recipients]),
    ...money.flatMap(({ from, to }) => [from, to].filter((name) => name !== null)),
  ]);
  return Record.parse({
    schema: "chancery-record-1",
    reader: "test",
    published,
    title: null,
    language: "en",
    actors: [...names].map((name, i) => actorOf(made, name, i)),
    contacts,
    statements,
    events,
    money,
    times: [],
    notes: [],
  });
}

function actorOf({ text, kinds, roles }: Made, name: string, i: number): object {
  const unnamed = /^([A-Z]{3})(?::|$)/.exec(name);
  const kind = kinds?.[name] ?? (/^[A-Z]{3}$/.test(name) ? "state" : unnamed ? "official" : "person");
  const surname = name.split(" ").at(-1)!;
  const surface = [name, surname].filter((words) => text.includes(words));
  const [country, role] = roles?.[name] ?? [unnamed?.[1] ?? null, null];
  return {
    id: `a${i + 1}`,
    name,
    kind,
    country,
    sector: null,
    role,
    surface: [...new Set(surface)],
    evidence: surface[0] ? [at(text, surface[0])] : [],
    why: {},
  };
}

function at(text: string, quote: string): { from: number; to: number; quote: string } {
  const from = text.indexOf(quote);
  if (from < 0) throw new Error(`“${quote}” is not in the text`);
  return { from, to: from + quote.length, quote };
}

const lineOf = (text: string, quote: string): number => text.slice(0, at(text, quote).from).split("\n").length - 1;

export const MACRON = "Emmanuel Macron";
export const PUTIN = "Vladimir Putin";
const roles = {
  [MACRON]: ["FRA", "President"],
  [PUTIN]: ["RUS", "President"],
  "Dmitri Peskov": ["RUS", "spokesman"],
} as const;

/** February 2022, face to face. */
export const moscow2022: Made = {
  id: "moscow2022",
  text: "Macron met Putin in Moscow on 7 February 2022.",
  published: "2022-02-08",
  contacts: [
    {
      kind: "meeting",
      parties: [MACRON, PUTIN],
      quote: "met",
      date: "2022-02-07",
      place: "Moscow",
      medium: "in-person",
    },
  ],
  roles,
};

/** A call of 2024. */
export const call2024: Made = {
  id: "call2024",
  text: "Macron phoned Putin on 4 March 2024.\nPutin said he was not ready for a ceasefire.",
  published: "2024-03-05",
  contacts: [{ kind: "call", parties: [MACRON, PUTIN], quote: "phoned", date: "2024-03-04", medium: "phone" }],
  statements: [{ speaker: PUTIN, content: "he was not ready for a ceasefire", addressee: [MACRON], mode: "indirect" }],
  roles,
};

/** The video conference of 2025. */
export const video2025: Made = {
  id: "video2025",
  text: "Macron and Putin held a video conference of two hours on 1 July 2025.\nMacron called for a ceasefire at once.",
  published: "2025-07-02",
  contacts: [
    {
      kind: "video",
      parties: [MACRON, PUTIN],
      quote: "video conference",
      date: "2025-07-01",
      medium: "video",
      duration: "PT2H",
    },
  ],
  statements: [
    { speaker: MACRON, content: "a ceasefire at once", cue: "called for", addressee: [PUTIN], mode: "indirect" },
  ],
  events: [{ type: "REQUEST", actors: [MACRON], recipients: [PUTIN], quote: "called for" }],
  roles,
};

/** What is to come, what was said through a spokesman, and sums. */
export const december2025: Made = {
  id: "december2025",
  text:
    "Macron and Putin may meet in the coming days, which hangs on the loan.\n" +
    "Putin is ready for a ceasefire, Peskov said. Putin accused Macron of lies.\n" +
    "The EU will lend Ukraine 90 billion euros.",
  published: "2025-12-21",
  contacts: [
    {
      kind: "meeting",
      parties: [MACRON, PUTIN],
      quote: "may meet",
      status: "possible",
      bounds: { earliest: "2025-12-22", latest: "2026-01-03" },
      factors: ["the loan"],
    },
  ],
  statements: [{ speaker: PUTIN, via: "Dmitri Peskov", content: "ready for a ceasefire", hedged: false }],
  events: [{ type: "ACCUSE", actors: [PUTIN], recipients: [MACRON], quote: "accused" }],
  money: [{ amount: 90e9, currency: "EUR", text: "90 billion euros", purpose: "loan", from: "EU", to: "UKR" }],
  kinds: { EU: "organisation" },
  roles,
};
