import { fold } from "../lexicon/fold.ts";
import type { ContactStatus } from "../record/schema.ts";
import { daysOf, entryDays } from "../store/days.ts";
import { daysOfRule } from "./encounter-rules.ts";
import { type Ordinal, ordinalOf } from "./ordinals.ts";
import type { Entry } from "./types.ts";
import { valueAt } from "./uses.ts";
import { type Where, whereOf } from "./where.ts";

/** Kinds that may be one encounter under two names. */
export type Form = "meeting" | "hosting" | "visit" | "call" | "video" | "letter";

/** A span of days, counted from 1970, both ends in it. `basis`: a date, bounds, or only what the publication lets suppose. */
export interface Days {
  readonly from: number;
  readonly to: number;
  readonly basis: "date" | "bounds" | "supposed";
}

/** An entry with all by which it is compared, worked out once. */
export interface Node {
  readonly entry: Entry;
  /** Sorts nodes in one way whatever the order of the reports. */
  readonly key: string;
  readonly form: Form;
  /** "talks" whose medium the words do not give. */
  readonly loose: boolean;
  /** "will speak again": a plan or proposal of which the words leave open whether it is for a call or a meeting. */
  readonly unformed: boolean;
  readonly status: ContactStatus;
  readonly published: number | null;
  readonly days: Days | null;
  readonly partOfDay: string | null;
  /** Named parties, sorted. */
  readonly firm: readonly string[];
  /** Unnamed ones: their head nouns, sorted. */
  readonly vague: readonly string[];
  /** For each firm party the state for which it may stand: itself, or that of a leader. */
  readonly sides: ReadonlyMap<string, string>;
  /** For each firm party its country. */
  readonly countries: ReadonlyMap<string, string>;
  readonly place: Where | null;
  readonly ordinal: Ordinal | null;
  readonly topicWords: ReadonlySet<string>;
  /** The first party as the report has them: the visitor of a visit. */
  readonly first: string | null;
  /** How many sides the words say there were, of whom the report may name fewer: "a trilateral meeting". */
  readonly sidesSaid: number | null;
}

const nodes = new WeakMap<Entry, Node>();

/** What an entry is compared by. */
export const nodeOf = (entry: Entry): Node => valueAt(nodes, entry, () => workOut(entry));

function workOut(entry: Entry): Node {
  const { contact } = entry;
  const { firm, vague, sides, countries } = partiesOf(entry);
  const at = contact.evidence[0];
  return {
    entry,
    key: `${entry.published ?? "9999"} ${entry.report} ${String(at?.from ?? 0).padStart(8, "0")} ${contact.id}`,
    form: formOf(entry),
    loose:
      contact.kind === "talks" &&
      !["phone", "video", "written"].includes(contact.medium ?? "") &&
      contact.why.medium?.rule !== "medium-in-words",
    unformed: contact.kind === "call" && isOpen(contact) && /\b(?:speak|talk)\b/i.test(contact.trigger),
    status: contact.status,
    published: dayNumber(entry.published),
    days: daysOfEntry(entry),
    partOfDay: /T(MO|AF|EV|NI)$/.exec(contact.date ?? "")?.[1] ?? null,
    firm,
    vague,
    sides,
    countries,
    place: contact.place === null ? null : whereOf(contact.place),
    ordinal: contact.ordinal === null ? null : ordinalOf(contact.ordinal),
    topicWords: new Set(contact.topics.flatMap(contentWords)),
    first: entry.parties[0] ?? null,
    sidesSaid: sidesSaid(entry),
  };
}

/** Planned and possible ones have not taken place. */
export const isOpen = ({ status }: Pick<Node, "status">): boolean => status === "planned" || status === "possible";

function formOf({ contact: { kind, medium } }: Entry): Form {
  if (kind === "reception") return "hosting";
  if (kind === "visit" || kind === "call" || kind === "video") return kind;
  if (kind === "letter" || kind === "message") return "letter";
  return medium === "phone" ? "call" : medium === "video" ? "video" : medium === "written" ? "letter" : "meeting";
}

/** The name of the lengths of time in the rules that hold for a node. */
export const spanName = ({ form, entry }: Pick<Node, "form" | "entry">): string =>
  form === "hosting"
    ? "visit"
    : form === "video"
      ? "call"
      : form === "meeting" && entry.contact.kind === "summit"
        ? "summit"
        : form;

export const dayNumber = (day: string | null): number | null => {
  const time = day === null ? Number.NaN : Date.parse(day.slice(0, 10));
  return Number.isNaN(time) ? null : Math.round(time / 86_400_000);
};

/** The days by the date, else by the bounds, else by what the publication lets suppose; null where nothing does. */
function daysOfEntry(entry: Entry): Days | null {
  const { contact, published } = entry;
  const dated = daysOf(contact.date, published);
  const { from, to } = entryDays(contact, published);
  const [first, last, pub] = [dayNumber(from), dayNumber(to), dayNumber(published)];
  const basis = dated.from || dated.to ? "date" : "bounds";
  if (first !== null && last !== null) return { from: first, to: last, basis };
  if (contact.date === "PAST_REF" && first === null) return null;
  if (pub === null) return null;
  if (contact.status === "planned" || contact.status === "possible") {
    const form = formOf(entry);
    const horizon = daysOfRule(`plan-${spanName({ form, entry })}`);
    return { from: first ?? pub + 1, to: last ?? pub + horizon, basis: last !== null ? "bounds" : "supposed" };
  }
  if (contact.status === "negated")
    return first !== null || last !== null
      ? { from: first ?? pub, to: last ?? pub, basis }
      : {
          from: pub - daysOfRule("told-after"),
          to: pub + daysOfRule(`plan-${spanName({ form: formOf(entry), entry })}`),
          basis: "supposed",
        };
  if (first !== null) return { from: first, to: Math.max(first, pub), basis };
  if (last !== null) return null;
  return { from: pub - daysOfRule("told-after"), to: pub, basis: "supposed" };
}

/** Where nobody in particular is named, "G20 leaders" are somebody. */
function partiesOf({ parties, facts, contact }: Entry): Pick<Node, "firm" | "vague" | "sides" | "countries"> {
  const firm = new Set<string>();
  const vague = new Set<string>();
  const sides = new Map<string, string>();
  const countries = new Map<string, string>();
  parties.forEach((party, i) => {
    const { named, country, side } = facts[i]!;
    if (!named) {
      vague.add(headNoun(party));
      return;
    }
    firm.add(party);
    if (country !== null) countries.set(party, country);
    if (side !== null) sides.set(party, side);
  });
  if (contact.kind !== "visit") dropStates(firm, countries);
  if (firm.size === 0 && contact.kind === "summit")
    for (const party of parties) if (/^[A-Z][A-Z0-9]+ \p{L}/u.test(party)) firm.add(party);
  return { firm: [...firm].sort(), vague: [...vague].sort(), sides, countries };
}

/** A state beside somebody of that state says nothing more: "the presidents of Russia and the USA, Putin and Biden". */
function dropStates(firm: Set<string>, countries: ReadonlyMap<string, string>): void {
  const states = [...firm].filter((p) => countries.get(p) === p);
  for (const state of states)
    if (firm.size > 2 && [...firm].some((p) => p !== state && countries.get(p) === state)) firm.delete(state);
}

/** "USA:senior White House officials" → "official". */
const headNoun = (name: string): string =>
  fold(name)
    .replace(/^[a-z]{3}:/, "")
    .split(/\s+/)
    .at(-1)!
    .replace(/ies$/, "y")
    .replace(/s$/, "");

const COUNTED: readonly (readonly [RegExp, number])[] = [
  [/\b(?:trilateral|three-way|tripartite)\b/i, 3],
  [/\b(?:quadrilateral|four-way)\b/i, 4],
];

const sidesSaid = ({ contact }: Entry): number | null =>
  COUNTED.find(([words]) =>
    words.test([contact.trigger, contact.ordinal, ...contact.evidence.map((e) => e.quote)].join(" ")),
  )?.[1] ?? null;

const DULL = new Set(
  "their about other issues issue efforts importance relationship relations cooperation bilateral between shared continued ongoing support challenges global range united states leaders leader commitment".split(
    " ",
  ),
);
const contentWords = (topic: string): string[] =>
  fold(topic)
    .split(/[^\p{L}]+/u)
    .filter((w) => w.length > 4 && !DULL.has(w));
