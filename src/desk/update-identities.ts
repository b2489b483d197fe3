import { fold } from "../lexicon/fold.ts";
import { identitiesOf, identityOf, resolveOthers } from "./identities.ts";
import { knownById } from "./office-people.ts";
import { endsOf, isBare, knownUse, parted, resolveBare, resolveFull, surnameOf, surnamesOf } from "./people.ts";
import type { Identities, Identity, KeptReport } from "./types.ts";
import { rowsOf, tableOf, type UseTable } from "./use-table.ts";
import { type ActorUse, type Resolved, usesOf } from "./uses.ts";

/** Identities with some reports as they now are, and what else became other by them. */
export interface UpdatedIdentities {
  readonly identities: Identities;
  /** Reports of which a name means another than before. */
  readonly reports: ReadonlySet<string>;
  /** Identities of another kind, country or office than before. */
  readonly facts: ReadonlySet<string>;
}

/**
 * The identities of all reports after some of them came or changed: the same as `identities` of all of them, but only
 * names are looked at that the changed reports may touch. Where people merged or split actors it cannot be used, since
 * their decisions are about all uses at once.
 */
export function updateIdentities(before: Identities, fresh: readonly KeptReport[]): UpdatedIdentities {
  const { table } = before;
  const newUses = usesOf(fresh);
  const gone = new Set(fresh.flatMap(({ id }) => placesOf(table, id)));
  const touched = touchedBy(table, [...newUses, ...[...gone].map((at) => table.use(at))]);
  const { again, bearers } = standing(table, touched, gone);
  const resolved = resolve([...newUses, ...again.keys()], bearers);
  const others = new Map<number, Resolved>();
  for (const one of resolved) {
    const at = again.get(one.use);
    if (at === undefined) continue;
    const was = table.resolved(at);
    if (was.id !== one.id || was.known !== one.known) others.set(at, one);
  }
  const rows = rowsOf(
    fresh,
    resolved.filter(({ use }) => !again.has(use)),
  );
  const now = tableOf(rows, table, others);
  const changed = new Set([...gone, ...others.keys()].map((at) => table.resolved(at).id));
  for (const { id } of [...others.values(), ...rows.flatMap(({ uses }) => uses)]) changed.add(id);
  return {
    ...withChanged(before, now, changed),
    reports: new Set([...others.keys()].map((at) => table.use(at).report)),
  };
}

function placesOf(table: UseTable, report: string): number[] {
  const row = table.row(report);
  if (row === undefined) return [];
  const [from, to] = [table.columns.start[row]!, table.columns.start[row + 1]!];
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** What names the uses of changed reports may touch. */
interface Touched {
  /** Folded names of states, bodies, officials and groups. */
  readonly others: Set<string>;
  /** First and last parts of people's names. */
  readonly ends: Set<string>;
  readonly surnames: Set<string>;
}

function touchedBy(table: UseTable, uses: readonly ActorUse[]): Touched {
  const touched: Touched = { others: new Set(), ends: new Set(), surnames: new Set() };
  const people = uses.filter(({ kind }) => kind === "person");
  for (const use of uses) if (use.kind !== "person") touched.others.add(fold(use.name));
  for (const use of people) {
    touched.ends.add(endsOf(use.name));
    for (const part of surnamesOf(use.name, knownUse(use)?.known ?? null)) touched.surnames.add(part);
  }
  // Full names of the same ends may become one or cease to be, so that the surnames of each are touched by any.
  for (const name of [...table.columns.names, ...people.map((use) => use.name)]) {
    if (!touched.ends.has(endsOf(name))) continue;
    touched.surnames.add(surnameOf({ name }));
    for (const part of surnamesOf(name, null)) touched.surnames.add(part);
  }
  return touched;
}

/** Standing uses that are to be resolved again, with their places, and those by which a surname alone may be understood. */
function standing(
  table: UseTable,
  { others, ends, surnames }: Touched,
  gone: ReadonlySet<number>,
): { readonly again: ReadonlyMap<ActorUse, number>; readonly bearers: readonly Resolved[] } {
  const again = new Map<ActorUse, number>();
  const bearing = new Set<number>();
  const bears = (parts: readonly string[]): boolean => parts.some((part) => surnames.has(part));
  table.columns.names.forEach((name, i) => {
    const other = others.has(fold(name));
    const person = ends.has(endsOf(name)) || (isBare(name) && surnames.has(surnameOf({ name })));
    const bearer = !person && bears(surnamesOf(name, null));
    if (!other && !person && !bearer) return;
    for (const at of table.named(i)) {
      if (gone.has(at)) continue;
      const use = table.use(at);
      if (use.kind === "person" ? person : other) again.set(use, at);
      else if (use.kind === "person" && bearer) bearing.add(at);
    }
  });
  const taken = new Set(again.values());
  for (const id of table.columns.ids) {
    const known = knownById(id);
    if (known && bears(surnamesOf(known.name, null)))
      for (const at of table.meaning(id)) if (!taken.has(at) && !gone.has(at)) bearing.add(at);
  }
  const bearers = [...bearing]
    .map((at) => table.resolved(at))
    .filter(({ use }) => use.kind === "person" && (!isBare(use.name) || knownUse(use) !== null));
  return { again, bearers };
}

function resolve(uses: readonly ActorUse[], bearers: readonly Resolved[]): Resolved[] {
  const { full, bare } = parted(uses.filter(({ kind }) => kind === "person"));
  const resolved = resolveFull(full);
  return [
    ...resolved,
    ...resolveBare(bare, [...resolved, ...bearers]),
    ...resolveOthers(uses.filter(({ kind }) => kind !== "person")),
  ];
}

function withChanged(
  before: Identities,
  table: UseTable,
  changed: ReadonlySet<string>,
): Pick<UpdatedIdentities, "identities" | "facts"> {
  const facts = new Set<string>();
  const list = new Map(before.list.map((one) => [one.id, one]));
  for (const id of changed) {
    const uses = Array.from(table.meaning(id), (at) => table.resolved(at));
    const [was, is] = [list.get(id), uses.length > 0 ? identityOf(id, uses, []) : undefined];
    if (factsOf(was) !== factsOf(is)) facts.add(id);
    if (is) list.set(id, is);
    else list.delete(id);
  }
  return { identities: identitiesOf([...list.values()], table, before.unfit), facts };
}

/** What the merging of encounters sees of an identity. */
const factsOf = (one: Identity | undefined): string => {
  if (!one) return "";
  const { kind, country, offices } = one;
  return JSON.stringify([kind, country, offices.filter(({ basis }) => basis === "office-file")]);
};
