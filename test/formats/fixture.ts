import { Record } from "../../src/record/schema.ts";
import type { Report } from "../../src/source/report.ts";

const TEXT = `President Anna Berg of Norland hopes to meet Prime Minister Omar Said of Sudland in the coming days. On Friday, her spokesman said she was "ready for talks."
Norland will not pay the promised $2 billion to Sudland. Sudland condemned the "threat" and called off a visit by the Norlandic minister.`;

/** A report and a record of it, made by hand: every kind of entry, each status. */
export const report: Report = {
  text: TEXT,
  title: "Berg hopes to meet Said",
  published: "2025-12-21",
  publisher: "The Amber Post",
  address: null,
  kind: "text",
  notes: [],
};

const at = (quote: string) => {
  const from = TEXT.indexOf(quote);
  return { from, to: from + quote.length, quote };
};
const stated = { rule: "frames", basis: "stated" } as const;
const inferred = { rule: "weekday", basis: "inferred", span: at("On Friday") } as const;

export const empty: Record = {
  schema: "chancery-record-1",
  reader: "test",
  published: "2025-12-21",
  title: null,
  language: "en",
  actors: [],
  contacts: [],
  statements: [],
  events: [],
  money: [],
  times: [],
  notes: [],
};

export const record: Record = Record.parse({
  ...empty,
  actors: [
    {
      id: "a1",
      name: "Anna Berg",
      kind: "person",
      country: "FRA",
      sector: "GOV",
      role: "President",
      surface: ["President Anna Berg", "she"],
      evidence: [],
      why: {},
    },
    {
      id: "a2",
      name: "FRA:spokesman",
      kind: "official",
      country: "FRA",
      sector: "GOV",
      role: null,
      surface: [],
      evidence: [],
      why: {},
    },
    {
      id: "a3",
      name: "USA",
      kind: "state",
      country: "USA",
      sector: "GOV",
      role: null,
      surface: Array.from({ length: 11 }, (_, i) => `s${i}`),
      evidence: [],
      why: {},
    },
  ],
  contacts: [
    {
      id: "c1",
      kind: "meeting",
      parties: ["Anna Berg", "Omar Said"],
      status: "possible",
      medium: null,
      date: null,
      bounds: { earliest: "2025-12-21", latest: null },
      place: null,
      duration: null,
      ordinal: null,
      topics: [],
      factors: ["in the coming days"],
      trigger: "meet",
      lines: [0],
      evidence: [at("hopes to meet")],
      why: { status: stated },
    },
    {
      id: "c2",
      kind: "visit",
      parties: ["FRA:minister", "USA"],
      status: "negated",
      medium: "in-person",
      date: "2025-12",
      place: "USA",
      duration: "P2D",
      duration_mod: "MORE_THAN",
      ordinal: "the first",
      topics: ["trade", "borders"],
      factors: [],
      trigger: "visit",
      lines: [1],
      evidence: [at("called off a visit")],
      why: {},
    },
  ],
  statements: [
    {
      id: "s1",
      speaker: "Anna Berg",
      via: "FRA:spokesman",
      addressee: ["Omar Said", "USA"],
      mode: "mixed",
      content: 'she was "ready for talks."',
      cue: "said",
      hedged: true,
      date: "2025-12-19",
      line: 0,
      evidence: [at('she was "ready for talks."'), at("said")],
      why: { date: inferred },
    },
  ],
  events: [
    {
      id: "e1",
      type: "ACCUSE",
      actors: ["USA"],
      recipients: [],
      status: "actual",
      date: null,
      said_by: "Anna Berg",
      trigger: "condemned",
      line: 1,
      evidence: [at("condemned")],
      why: {},
    },
    {
      id: "e2",
      type: "REJECT",
      actors: [],
      recipients: ["EU"],
      status: "planned",
      date: null,
      said_by: null,
      trigger: "called off",
      line: 1,
      evidence: [at("called off")],
      why: {},
    },
  ],
  money: [
    {
      id: "m1",
      amount: 2e9,
      currency: "USD",
      purpose: "aid",
      from: "FRA",
      to: "USA",
      status: "negated",
      text: "$2 billion",
      line: 1,
      evidence: [at("$2 billion")],
      why: { currency: inferred },
    },
  ],
  times: [
    { id: "t1", type: "DATE", value: "2025-12-19", evidence: at("On Friday"), why: inferred },
    {
      id: "t2",
      type: "DATE",
      value: null,
      bounds: { earliest: "2025-12-21", latest: "2026-01-04" },
      evidence: at("in the coming days"),
      why: stated,
    },
  ],
  notes: [{ kind: "quotation-mended", message: "A mark was missing.", evidence: at('"threat"') }],
});
