import { cluster, groupsOf, Neighbours } from "./cluster.ts";
import { compose } from "./compose.ts";
import { entriesOf, identified } from "./entries.ts";
import { type Node, nodeOf } from "./node.ts";
import type { Encounter, Entry, Identities, KeptReport } from "./types.ts";

/**
 * The encounters of a set of reports, in order of their days. Pure, and the same in whatever order the reports come.
 * `ids` are the identities of the same reports.
 */
export const encounters = (reports: readonly KeptReport[], ids: Identities): Encounter[] =>
  inOrder(cluster(groupsOf(entriesOf(reports, ids).map(nodeOf))).map(compose));

/**
 * Takes reports into encounters that stand: the same as `encounters` of all reports together. Only what the new
 * entries may touch is merged again; the rest stays as it is. `existing` may be all encounters or, where a store holds
 * very many, those that share a party with the new reports: what is not given is not touched. `ids` must be the
 * identities of the old and the new reports together.
 */
export const mergeInto = (
  existing: readonly Encounter[],
  reports: readonly KeptReport[],
  ids: Identities,
): Encounter[] => {
  const { kept, made } = merge(existing, reports, ids);
  return inOrder([...kept, ...made]);
};

/** What merging reports into encounters comes to. */
export interface Merged {
  /** Those that stay as they were. */
  readonly kept: readonly Encounter[];
  /** Those that were merged again, as they were and as they are. */
  readonly touched: ReadonlySet<Encounter>;
  readonly made: readonly Encounter[];
}

/** The same as `mergeInto`, with what it touched. */
export function merge(existing: readonly Encounter[], reports: readonly KeptReport[], ids: Identities): Merged {
  const replaced = new Set(reports.map((r) => r.id));
  const owner = new Map<Entry, Encounter>();
  const fresh = new Set<Entry>(entriesOf(reports, ids));
  const entries: Entry[] = [...fresh];
  const unsettled = new Set<Encounter>();
  /** Entries as they no longer are: what they touched must be merged again without them. */
  const gone = new Set<Entry>();
  for (const encounter of existing) {
    for (const entry of encounter.entries) {
      const now = replaced.has(entry.report) ? null : identified(entry, ids);
      if (now !== entry) {
        unsettled.add(encounter);
        gone.add(entry);
        entries.push(entry);
        if (now === null) continue;
        fresh.add(now);
      }
      owner.set(now, encounter);
      entries.push(now);
    }
  }
  const touched = reach(entries, (e) => fresh.has(e) || gone.has(e) || unsettled.has(owner.get(e)!), owner);
  const again = cluster(groupsOf(touched.nodes.filter((n) => !gone.has(n.entry)))).map(compose);
  const touchedAll = new Set([...touched.encounters, ...unsettled]);
  return { kept: existing.filter((e) => !touchedAll.has(e)), touched: touchedAll, made: again };
}

/** All that hangs together with the entries that are new or changed: by an edge, or in an encounter that one reaches. */
function reach(
  entries: readonly Entry[],
  isSeed: (e: Entry) => boolean,
  owner: ReadonlyMap<Entry, Encounter>,
): { readonly nodes: Node[]; readonly encounters: ReadonlySet<Encounter> } {
  const groups = groupsOf(entries.map(nodeOf));
  const neighbours = new Neighbours(groups);
  const members = new Map<Encounter, typeof groups>();
  for (const group of groups) {
    for (const encounter of new Set(group.nodes.map((n) => owner.get(n.entry)))) {
      if (!encounter) continue;
      const list = members.get(encounter);
      if (list) list.push(group);
      else members.set(encounter, [group]);
    }
  }
  const found = new Set(groups.filter((g) => g.nodes.some((n) => isSeed(n.entry))));
  const encounters = new Set<Encounter>();
  for (const group of found) {
    for (const other of neighbours.of(group)) found.add(other);
    for (const { entry } of group.nodes) {
      const encounter = owner.get(entry);
      if (!encounter || encounters.has(encounter)) continue;
      encounters.add(encounter);
      for (const other of members.get(encounter)!) found.add(other);
    }
  }
  return { nodes: [...found].flatMap((g) => g.nodes), encounters };
}

/** By the first day, then by id: one order for one set. */
export const inOrder = (list: Encounter[]): Encounter[] => list.sort(byFirstDay);

/** Two lists that are in order as one that is. */
export function together(a: readonly Encounter[], b: readonly Encounter[]): Encounter[] {
  const all: Encounter[] = [];
  let at = 0;
  for (const one of b) {
    while (at < a.length && byFirstDay(a[at]!, one) < 0) all.push(a[at++]!);
    all.push(one);
  }
  while (at < a.length) all.push(a[at++]!);
  return all;
}

function byFirstDay(a: Encounter, b: Encounter): number {
  const [x, y] = [firstDay(a), firstDay(b)];
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
}

const firstDay = ({ days, brief }: Encounter): string => days.from ?? days.to ?? brief.reported ?? "9999";
