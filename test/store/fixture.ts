import type { Contact, Event, Evidence, Money, Record, Statement } from "../../src/record/schema.ts";
import type { Report } from "../../src/source/report.ts";
import type { Item } from "../../src/store/index.ts";

export const report = (text: string, more: Partial<Report> = {}): Report => ({
  text,
  title: null,
  published: "2025-12-21",
  publisher: null,
  address: null,
  kind: "text",
  notes: [],
  ...more,
});

/** Where words stand in a text. */
export function words(text: string, quote: string): Evidence {
  const from = text.indexOf(quote);
  if (from < 0) throw new Error(`"${quote}" is not in the text`);
  return { from, to: from + quote.length, quote };
}

export function record(source: Report, entries: Partial<Record> = {}): Record {
  const lists = { contacts: [], statements: [], events: [], money: [], times: [], notes: [], ...entries };
  const names = new Set<string>([
    ...lists.contacts.flatMap(({ parties }) => parties),
    ...lists.statements.flatMap(({ speaker, via, addressee }) => [speaker, via ?? [], addressee].flat()),
    ...lists.events.flatMap(({ actors, recipients }) => [...actors, ...recipients]),
    ...lists.money.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()),
  ]);
  return {
    schema: "chancery-record-1",
    reader: "test-1",
    published: source.published,
    title: source.title,
    language: "en",
    actors: [...names].map((name, i) => ({
      id: `a${i}`,
      name,
      kind: /^[A-Z]{3}$/.test(name) ? ("state" as const) : ("person" as const),
      country: null,
      sector: null,
      role: null,
      surface: [name],
      evidence: [],
      why: {},
    })),
    ...lists,
  };
}

export const contact = (text: string, trigger: string, parties: string[], more: Partial<Contact> = {}): Contact => ({
  id: "c1",
  kind: "call",
  parties,
  status: "held",
  medium: "phone",
  date: null,
  place: null,
  duration: null,
  ordinal: null,
  topics: [],
  factors: [],
  trigger,
  lines: [0],
  evidence: [words(text, trigger)],
  why: {},
  ...more,
});

export const statement = (
  text: string,
  content: string,
  speaker: string,
  more: Partial<Statement> = {},
): Statement => ({
  id: "s1",
  speaker,
  via: null,
  addressee: [],
  mode: "indirect",
  content,
  cue: "said",
  hedged: false,
  date: null,
  line: 0,
  evidence: [words(text, content)],
  why: {},
  ...more,
});

export const event = (
  text: string,
  trigger: string,
  actors: string[],
  recipients: string[],
  more: Partial<Event> = {},
): Event => ({
  id: "e1",
  type: "ACCUSE",
  actors,
  recipients,
  status: "actual",
  date: null,
  said_by: null,
  trigger,
  line: 0,
  evidence: [words(text, trigger)],
  why: {},
  ...more,
});

export const money = (text: string, quote: string, more: Partial<Money> = {}): Money => ({
  id: "m1",
  amount: 90e9,
  currency: "EUR",
  purpose: "loan",
  from: "EU",
  to: "UKR",
  status: "actual",
  text: quote,
  line: 0,
  evidence: [words(text, quote)],
  why: {},
  ...more,
});

/** A report of a call between two people on a day; words after the day make another text of it. */
export function call(a: string, b: string, date: string, more: Partial<Contact> = {}): Item {
  const text = `${a} phoned ${b} on ${date}. The ceasefire was discussed.`;
  const day = date.slice(0, 10);
  const source = report(text, { published: day, title: `${a} and ${b}` });
  return {
    report: source,
    record: record(source, { contacts: [contact(text, "phoned", [a, b], { date: day, ...more })] }),
  };
}

const TEXT = `Emmanuel Macron phoned Vladimir Putin on Friday, the Élysée said. Macron said the ceasefire must hold.
Russia condemned the sanctions of the EU. The EU gave Ukraine a loan of €90 billion.
A meeting of the two may follow in Geneva in January.`;

/** One report with an entry of every type. */
export function everyType(): Item {
  const source = report(TEXT, {
    title: "Macron phones Putin",
    publisher: "Test Wire",
    address: "https://example.org/1",
  });
  return {
    report: source,
    record: record(source, {
      contacts: [
        contact(TEXT, "phoned", ["Emmanuel Macron", "Vladimir Putin"], {
          date: "2025-12-19",
          topics: ["the ceasefire"],
        }),
        contact(TEXT, "meeting", ["Emmanuel Macron", "Vladimir Putin"], {
          id: "c2",
          kind: "meeting",
          medium: null,
          status: "possible",
          date: null,
          bounds: { earliest: "2026-01-01", latest: "2026-01-31" },
          place: "Geneva",
          factors: ["may follow"],
        }),
      ],
      statements: [statement(TEXT, "the ceasefire must hold", "Emmanuel Macron", { addressee: ["Vladimir Putin"] })],
      events: [event(TEXT, "condemned", ["RUS"], ["EU"])],
      money: [money(TEXT, "€90 billion")],
    }),
  };
}
