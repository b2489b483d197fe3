import type { KeptReport } from "../../src/desk/types.ts";
import { world } from "../../src/lexicon/world.ts";
import { readReport } from "../../src/reading/read.ts";
import type { Actor, Contact, ContactKind, ContactStatus, Medium, Record } from "../../src/record/schema.ts";

/** A report of a case: a text for the reader, or what was read, in short. */
export interface CaseReport {
  readonly published?: string | null;
  readonly text?: string;
  /** "call held 2025-03-03: Emmanuel Macron, Vladimir Putin; place Paris; duration PT2H". */
  readonly contacts?: readonly string[];
  /** "Emmanuel Macron, FRA, President; surface the French president"; names of contacts need no line. */
  readonly actors?: readonly string[];
}

/** The report that a case describes. */
export function build(id: string, given: CaseReport): KeptReport {
  const published = given.published ?? null;
  const record = given.text === undefined ? recordOf(given, published) : readReport(given.text, { published });
  return { id, title: null, published, publisher: null, address: null, record };
}

function recordOf({ contacts = [], actors = [] }: CaseReport, published: string | null): Record {
  const read = contacts.map(contactOf);
  const named = actors.map(actorOf);
  const others = [...new Set(read.flatMap((c) => c.parties))].filter((p) => !named.some((a) => a.name === p));
  const all = [...named, ...others.map((name) => actorOf(name, 0))].map((a, i) => ({ ...a, id: `a${i + 1}` }));
  return {
    schema: "chancery-record-1",
    reader: "case",
    published,
    title: null,
    language: "en",
    actors: all,
    contacts: read,
    statements: [],
    events: [],
    money: [],
    times: [],
    notes: [],
  };
}

function actorOf(line: string, n: number): Actor {
  const [head, ...rest] = line.split(";").map((s) => s.trim());
  const [name, country = "", role = ""] = head!.split(",").map((s) => s.trim());
  const surface = rest.filter((r) => r.startsWith("surface ")).map((r) => r.slice(8));
  const kind = kindOf(name!);
  const supposed = country.endsWith("?");
  const known = world().people.get(name!)?.terms[0]?.country;
  const iso = kind === "state" ? name! : country.replace("?", "") || (/^([A-Z]{3}):/.exec(name!)?.[1] ?? known ?? null);
  return {
    id: `a${n + 1}`,
    name: name!,
    kind,
    country: iso,
    sector: null,
    role: role || null,
    surface,
    evidence: [],
    why: supposed ? { country: { rule: "issuing-state", basis: "inferred" } } : {},
  };
}

function kindOf(name: string): Actor["kind"] {
  if (world().states.has(name)) return "state";
  if (/^[A-Z]{3}:/.test(name) || /^\p{Ll}/u.test(name)) return "official";
  return /^[A-Z0-9]+$/.test(name) ? "organisation" : /^[A-Z][A-Z0-9]+ /.test(name) ? "group" : "person";
}

function contactOf(line: string, n: number): Contact {
  const [head, ...rest] = line.split(/;\s*/);
  const match = /^(\w+) (\w+)(?: (\S+))?: (.+)$/.exec(head!)!;
  const [, kind, status, date, parties] = match;
  const fields = new Map(rest.map((r) => [r.slice(0, r.indexOf(" ")), r.slice(r.indexOf(" ") + 1)]));
  const [earliest, latest] = (fields.get("bounds") ?? "").split("..");
  const from = n * 100;
  const trigger = fields.get("trigger") ?? kind!;
  return {
    id: `c${n + 1}`,
    kind: kind as ContactKind,
    parties: parties!.split(", "),
    status: status as ContactStatus,
    medium: (fields.get("medium") ?? null) as Medium | null,
    date: date ?? null,
    ...(fields.has("bounds") ? { bounds: { earliest: earliest || null, latest: latest || null } } : {}),
    place: fields.get("place") ?? null,
    duration: fields.get("duration") ?? null,
    ...(fields.has("mod") ? { duration_mod: fields.get("mod")! } : {}),
    ordinal: fields.get("ordinal") ?? null,
    topics: fields.get("topics")?.split(", ") ?? [],
    factors: fields.get("factors")?.split(", ") ?? [],
    trigger,
    lines: [n],
    evidence: [{ from, to: from + trigger.length, quote: trigger }],
    why: fields.has("medium") ? { medium: { rule: "medium-in-words", basis: "stated" } } : {},
  };
}
