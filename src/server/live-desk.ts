import { deskOf, whyOf } from "../desk/desk.ts";
import { inOrder, mergeInto } from "../desk/encounters.ts";
import { entriesOf } from "../desk/entries.ts";
import { besides, explain } from "../desk/explain.ts";
import { identities } from "../desk/identities.ts";
import { type Desk, makeDesk } from "../desk/questions/desk.ts";
import type { Decision, Encounter, Entry, KeptReport } from "../desk/types.ts";
import type { Contact, Event, Money, Statement } from "../record/schema.ts";
import type { StoredReport } from "../store/index.ts";
import { explains, type LiveStore } from "./live-store.ts";

/**
 * The desk over a store as it now is. What was changed through the server is taken into the desk that stands: only the
 * encounters that it may touch are merged again, and who is who is settled anew only where a report came. After anything else it is made anew.
 */
export function liveDesk(store: LiveStore): () => Promise<Desk> {
  let current: { readonly version: string; readonly desk: Promise<Desk> } | undefined;
  return async () => {
    const version = await store.version();
    if (current?.version === version) return current.desk;
    const { ids, more } = store.touched();
    const before = current && explains(current.version, more, version) ? current.desk : undefined;
    const desk = before && ids !== "all" ? before.then((known) => updated(known, store, ids)) : deskOf(store);
    const made = { version, desk };
    current = made;
    desk.catch(() => {
      if (current === made) current = undefined;
    });
    return desk;
  };
}

/** A desk with some reports as the store now has them. */
async function updated(before: Desk, store: LiveStore, ids: ReadonlySet<string>): Promise<Desk> {
  const reports = new Map(before.reports);
  const fresh: KeptReport[] = [];
  for (const id of ids) {
    const stored = await store.report(id);
    if (!stored) continue;
    const kept = keptOf(stored);
    reports.set(id, kept);
    fresh.push(kept);
  }
  const all = [...reports.values()];
  // Corrections change no report's actors, so that only another report makes it unsure who is who.
  const grown = reports.size > before.reports.size;
  const who = grown ? identities(all, decisionsIn(before)) : before.identities;
  const near = grown ? before.encounters : nearTo(before, fresh);
  const rest = grown ? [] : besidesThese(before.encounters, near);
  const encounters = inOrder([...rest, ...mergeInto(near, fresh, who)]);
  return makeDesk({
    reports: all,
    identities: who,
    encounters,
    library: before.library,
    verdicts: (one) => explain(one, besides(one, encounters)),
  });
}

/** The encounters that entries of some reports may touch: those with a party, a country or a side in common. */
function nearTo({ encounters, identities: who }: Desk, fresh: readonly KeptReport[]): Encounter[] {
  const changed = new Set(fresh.map(({ id }) => id));
  const owners = encounters.filter(({ entries }) => entries.some(({ report }) => changed.has(report)));
  const seeds = [...entriesOf(fresh, who), ...owners.flatMap(({ entries }) => entries)];
  const marks = new Set(seeds.flatMap(marksOf));
  return encounters.filter(({ entries }) => entries.some((entry) => marksOf(entry).some((mark) => marks.has(mark))));
}

const marksOf = ({ parties, facts }: Entry): string[] => [
  ...parties,
  ...facts.flatMap(({ country, side }) => [country ?? [], side ?? []].flat()),
];

function besidesThese(all: readonly Encounter[], some: readonly Encounter[]): Encounter[] {
  const taken = new Set(some);
  return all.filter((one) => !taken.has(one));
}

/** A report with the record that holds of it now. */
function keptOf({ id, title, published, publisher, address, record, entries }: StoredReport): KeptReport {
  const of = <T extends { readonly evidence: readonly { readonly from: number }[] }>(type: string): T[] =>
    entries
      .filter((one) => one.type === type)
      .map(({ entry }) => entry as unknown as T)
      .sort((a, b) => (a.evidence[0]?.from ?? 0) - (b.evidence[0]?.from ?? 0));
  const now = {
    contacts: of<Contact>("contact"),
    statements: of<Statement>("statement"),
    events: of<Event>("event"),
    money: of<Money>("sum"),
  };
  // As the desk has actors that it takes from the store's tables.
  const actors = record.actors.map((actor) => ({
    ...actor,
    evidence: [],
    why: whyOf(actor.why.country?.rule ?? null),
  }));
  return { id, title, published, publisher, address, record: { ...record, actors, ...now } };
}

/** People's decisions about actors, in the order in which they were made. */
function decisionsIn({ identities: { list, unfit } }: Desk): Decision[] {
  const all = new Set([...list.flatMap(({ decisions }) => decisions), ...unfit]);
  return [...all].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}
