import { createHash } from "node:crypto";
import type { ContactKind, Medium } from "../record/schema.ts";
import { entryDays } from "../store/days.ts";
import { contradictionsOf } from "./contradictions.ts";
import { lifeOf, statusNow } from "./life.ts";
import type { Node } from "./node.ts";
import { type Encounter, type Entry, FAR, type Party, type Source, type Value } from "./types.ts";
import { listAt, mostUsed } from "./uses.ts";

/** An encounter of the nodes that are one, the earliest first. */
export function compose(nodes: readonly Node[]): Encounter {
  const entries = nodes.map((n) => n.entry);
  const life = lifeOf(entries);
  const status = statusNow(life);
  const telling = tellingOf(entries, status);
  const dates = datesOf(entries);
  const date = dateOf(telling);
  const parties = partiesOf(entries);
  const places = valuesOf(entries, (e) => e.contact.place, "place");
  const contradictions = contradictionsOf(entries);
  return {
    id: encounterId(entries[0]!),
    kind: kindOf(telling),
    medium: mediumOf(telling),
    parties,
    status,
    life,
    date,
    days: daysOfEncounter(telling, date),
    dates,
    durations: durationsOf(entries),
    places,
    ordinals: valuesOf(entries, (e) => e.contact.ordinal),
    topics: listed(entries, (e) => e.contact.topics),
    factors: listed(entries, (e) => e.contact.factors),
    contradictions,
    brief: {
      reported: life[0]?.published ?? null,
      held: life.find((step) => step.status === "held")?.published ?? null,
      last: life.findLast((step) => step.published)?.published ?? null,
      places: places.map(({ value }) => value),
      sides: sidesOf(entries, parties),
      contradicted: contradictions.length > 0,
      reports: entries.map(({ report }) => report),
      marks: [...new Set(entries.flatMap(marksOf))],
      ...stretchOf(nodes),
    },
    sources: entries.map((e) => sourceOf(e)),
    entries,
  };
}

/** "x" and twelve digits, from the report, the words and the parties of an entry. */
export function encounterId({ report, contact }: Entry): string {
  const at = contact.evidence[0];
  const base = JSON.stringify([report, at?.from ?? contact.id, at?.to ?? null, contact.parties]);
  return `x${createHash("sha256").update(base).digest("hex").slice(0, 12)}`;
}

/** The words of an entry: those of one of its values where the reader kept them, else the trigger. */
export function sourceOf({ report, contact }: Entry, field?: string): Source {
  const span = (field ? contact.why[field]?.span : undefined) ?? contact.evidence[0];
  return { report, entry: contact.id, quote: span?.quote ?? contact.trigger, from: span?.from ?? 0, to: span?.to ?? 0 };
}

/** The entries that tell of it as it stands: those of its status; of a plan, those of the last report. */
function tellingOf(entries: readonly Entry[], status: Encounter["status"]): Entry[] {
  const telling = entries.filter((e) => e.contact.status === status);
  if (status === "held" || status === "negated") return telling;
  const last = telling.filter((e) => e.contact.date !== null || e.contact.bounds).at(-1) ?? telling.at(-1);
  return telling.filter((e) => e.published === last?.published);
}

const KINDS: readonly ContactKind[] = [
  "summit",
  "visit",
  "call",
  "video",
  "meeting",
  "talks",
  "letter",
  "message",
  "reception",
];

function kindOf(entries: readonly Entry[]): ContactKind {
  const counts = KINDS.map((kind) => entries.filter((e) => e.contact.kind === kind).length);
  return KINDS[counts.indexOf(Math.max(...counts))]!;
}

/** A medium in the words before one that only follows from the kind. */
function mediumOf(entries: readonly Entry[]): Medium | null {
  const stated = entries.filter((e) => e.contact.why.medium?.basis === "stated");
  return (mostUsed(stated.map((e) => e.contact.medium)) ??
    mostUsed(entries.map((e) => e.contact.medium))) as Medium | null;
}

function partiesOf(entries: readonly Entry[]): Party[] {
  const sources = new Map<string, Source[]>();
  for (const entry of entries) for (const actor of new Set(entry.parties)) listAt(sources, actor).push(sourceOf(entry));
  return [...sources].map(([actor, said]) => ({ actor, sources: said }));
}

/** By what another entry may touch one: its parties, their countries and sides. */
export const marksOf = ({ parties, facts }: Entry): string[] => [
  ...parties,
  ...facts.flatMap(({ country, side }) => [country ?? [], side ?? []].flat()),
];

/** The days between which nodes may lie; those without days are told apart by the day of publication. */
export function stretchOf(nodes: readonly Node[]): { readonly from: number; readonly to: number } {
  let [from, to] = [FAR, -FAR];
  for (const { days, published } of nodes) {
    from = Math.min(from, days?.from ?? published ?? -FAR);
    to = Math.max(to, days?.to ?? published ?? FAR);
  }
  return { from, to };
}

/** The states for which the parties stand; those of whom no state is known stand for themselves. */
function sidesOf(entries: readonly Entry[], parties: readonly Party[]): string[] {
  const sides = new Map<string, string>();
  for (const { parties: all, facts } of entries)
    for (const [i, party] of all.entries()) {
      const known = facts[i];
      const side = known?.side ?? known?.country ?? (known?.named ? party : null);
      if (side !== null && side !== undefined) sides.set(party, side);
    }
  return parties.flatMap(({ actor }) => sides.get(actor) ?? []);
}

/** Each value once with all who say it, the most said first. */
function gather<V extends Value>(values: readonly V[], key: (v: V) => string = (v) => v.value): V[] {
  const byKey = new Map<string, V[]>();
  for (const v of values) listAt(byKey, key(v)).push(v);
  const merged = [...byKey.values()].map((same) => ({ ...same[0]!, sources: same.flatMap((v) => v.sources) }));
  return merged.sort((a, b) => b.sources.length - a.sources.length);
}

function valuesOf(entries: readonly Entry[], value: (e: Entry) => string | null, field?: string): Value[] {
  return gather(
    entries.flatMap((e) => {
      const v = value(e);
      return v === null ? [] : [{ value: v, sources: [sourceOf(e, field)] }];
    }),
  );
}

function listed(entries: readonly Entry[], values: (e: Entry) => readonly string[]): Value[] {
  return gather(
    entries.flatMap((e) => values(e).map((value) => ({ value, sources: [sourceOf(e)] }))),
    (v) => v.value.toLowerCase(),
  );
}

/** The dates with their bounds; a date that only bounds give stands as "earliest/latest". */
function datesOf(entries: readonly Entry[]): Value[] {
  return gather(
    entries.flatMap((e): Value[] => {
      const { date, bounds } = e.contact;
      const days = entryDays(e.contact, e.published);
      const value =
        date ??
        (bounds && (bounds.earliest ?? bounds.latest) ? `${bounds.earliest ?? ".."}/${bounds.latest ?? ".."}` : null);
      return value === null
        ? []
        : [{ value, bounds: { earliest: days.from, latest: days.to }, sources: [sourceOf(e, "date")] }];
    }),
  );
}

function durationsOf(entries: readonly Entry[]): Value[] {
  const values = entries.flatMap((e): Value[] => {
    const { duration, duration_mod: mod } = e.contact;
    return duration === null ? [] : [{ value: duration, ...(mod ? { mod } : {}), sources: [sourceOf(e, "duration")] }];
  });
  return gather(values, (v) => `${v.value} ${v.mod ?? ""}`);
}

/** The day that most entries say, else the finest value, the latest said among equals. */
function dateOf(entries: readonly Entry[]): string | null {
  const dated = entries.filter((e) => e.contact.date !== null && /\d{4}/.test(e.contact.date));
  const votes = new Map<string, number>();
  for (const e of dated) votes.set(e.contact.date!.slice(0, 10), (votes.get(e.contact.date!.slice(0, 10)) ?? 0) + 1);
  const fine = (v: string): number =>
    /^\d{4}-\d\d-\d\d/.test(v) ? (v.includes("/") ? 2 : 3 + v.length / 100) : v.length > 4 ? 1 : 0;
  const better = (a: Entry, b: Entry): number =>
    Math.floor(fine(b.contact.date!)) - Math.floor(fine(a.contact.date!)) ||
    votes.get(b.contact.date!.slice(0, 10))! - votes.get(a.contact.date!.slice(0, 10))! ||
    fine(b.contact.date!) - fine(a.contact.date!) ||
    dated.indexOf(b) - dated.indexOf(a);
  return dated.toSorted(better)[0]?.contact.date ?? null;
}

/** The days of the date; without one those that all bounds leave; of what was told without either, until the report. */
function daysOfEncounter(entries: readonly Entry[], date: string | null): Encounter["days"] {
  if (date !== null) {
    const said = entries.find((e) => e.contact.date === date)!;
    const days = entryDays(said.contact, said.published);
    if (days.from || days.to) return days;
  }
  let [from, to] = [null, null] as (string | null)[];
  for (const e of entries) {
    const open = e.contact.status === "planned" || e.contact.status === "possible";
    const days = entryDays(e.contact, e.published);
    const [first, last] = [
      days.from ?? (open ? e.published : null),
      days.to ?? (e.contact.status === "held" ? e.published : null),
    ];
    if (first && (!from || first > from)) from = first;
    if (last && (!to || last < to)) to = last;
  }
  return from && to && from > to ? { from: null, to } : { from: from ?? null, to: to ?? null };
}
