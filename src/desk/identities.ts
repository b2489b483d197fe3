import { fold } from "../lexicon/fold.ts";
import { world } from "../lexicon/world.ts";
import type { ActorKind } from "../record/schema.ts";
import { decide } from "./decisions.ts";
import { knownByName } from "./office-people.ts";
import { resolvePeople } from "./people.ts";
import { nameKey } from "./spelling.ts";
import type { Alias, DatedOffice, Decision, Identities, Identity, KeptReport } from "./types.ts";
import { rowsOf, tableOf, type UseTable } from "./use-table.ts";
import { type ActorUse, listAt, mostUsed, type Resolved, usesOf, valueAt } from "./uses.ts";

/**
 * Who is who over a set of reports: the automatic identity with people's decisions over it, in their order.
 * Pure; neither the order of the reports nor that of their actors changes anything.
 */
export function identities(reports: readonly KeptReport[], decisions: readonly Decision[] = []): Identities {
  const uses = usesOf(reports);
  const automatic = [
    ...resolvePeople(uses.filter((u) => u.kind === "person")),
    ...resolveOthers(uses.filter((u) => u.kind !== "person")),
  ];
  const { resolved, touched, unfit } = decide(automatic, decisions);
  const byId = new Map<string, Resolved[]>();
  for (const r of resolved) listAt(byId, r.id).push(r);
  const list = [...byId].map(([id, group]) => identityOf(id, group, touched.get(id) ?? []));
  return identitiesOf(list, tableOf(rowsOf(reports, resolved)), unfit);
}

/** Identities of which all is known. */
export function identitiesOf(all: Identity[], table: UseTable, unfit: readonly Decision[]): Identities {
  const list = all.sort((a, b) => (a.id < b.id ? -1 : 1));
  const ids = new Map(list.map((i) => [i.id, i]));
  let named: Identities["named"] | undefined;
  return {
    list,
    table,
    unfit,
    of: (report, name) => table.of(report, name),
    get: (id) => ids.get(id),
    named(name) {
      named ??= lookup(list, ids);
      return named(name);
    },
  };
}

/** States and bodies by their code or name; officials and groups by code and noun. Case and diacritics do not part them. */
export function resolveOthers(uses: readonly ActorUse[]): Resolved[] {
  const byName = new Map<string, ActorUse[]>();
  for (const use of uses) listAt(byName, fold(use.name)).push(use);
  return [...byName.values()].flatMap((group) => {
    const id = mostUsed(group.map((u) => u.name))!;
    return group.map((use) => ({ use, id, known: null }));
  });
}

/** The identity of all uses that mean it, in whatever order they come. */
export function identityOf(id: string, uses: readonly Resolved[], decisions: readonly Decision[]): Identity {
  const group = uses.toSorted(byReport);
  const known = [...new Set(group.map((r) => r.known).filter((k) => k !== null))];
  const self = known.find((k) => k.id === id);
  const kind = mostUsed(group.map((r) => r.use.kind)) as ActorKind;
  const sure = mostUsed(group.map((r) => r.use.sureCountry));
  const country = sure ?? (self ? ([...self.countries][0] ?? null) : mostUsed(group.map((r) => r.use.country)));
  const name = self?.name ?? group.find((r) => r.id === id && id.startsWith(`${r.use.name} (`))?.use.name ?? id;
  return {
    id,
    name,
    kind,
    country: self && self.countries.size === 1 ? [...self.countries][0]! : country,
    aliases: aliasesOf(group),
    reports: new Set(group.map(({ use }) => use.report)).size,
    offices: [...known.flatMap(officesOfFile), ...officesOfReports(group)],
    decisions,
  };
}

const byReport = ({ use: a }: Resolved, { use: b }: Resolved): number =>
  a.report < b.report ? -1 : a.report > b.report ? 1 : a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

function aliasesOf(group: readonly Resolved[]): Alias[] {
  const reports = new Map<string, Set<string>>();
  for (const { use } of group) {
    for (const name of [use.name, ...use.surface]) {
      const set = reports.get(name);
      if (set) set.add(use.report);
      else reports.set(name, new Set([use.report]));
    }
  }
  return [...reports]
    .map(([name, set]) => ({ name, reports: [...set].sort(), count: set.size }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

const officesOfFile = (known: NonNullable<Resolved["known"]>): DatedOffice[] =>
  known.terms.map(({ office, title, country, body, from, to }) => ({
    office,
    title,
    country,
    body,
    from: from || null,
    to: to || null,
    basis: "office-file",
    reports: [],
  }));

/** The roles that reports give, each from the first to the last publication that gives it. */
function officesOfReports(group: readonly Resolved[]): DatedOffice[] {
  const byRole = new Map<string, ActorUse[]>();
  for (const { use } of group)
    if (use.role !== null) listAt(byRole, `${fold(use.role)}|${use.sureCountry ?? ""}`).push(use);
  return [...byRole.values()]
    .map((uses): DatedOffice => {
      const days = uses
        .map((u) => u.published)
        .filter((d) => d !== null)
        .sort();
      const title = mostUsed(uses.map((u) => u.role))!;
      const office = world().titles.get(title)[0]?.office || "other";
      return {
        office,
        title,
        country: uses[0]!.sureCountry,
        body: null,
        from: days[0] ?? null,
        to: days.at(-1) ?? null,
        basis: "reports",
        reports: [...new Set(uses.map((u) => u.report))].sort(),
      };
    })
    .sort((a, b) =>
      (a.from ?? "") < (b.from ?? "") ? -1 : (a.from ?? "") > (b.from ?? "") ? 1 : a.title < b.title ? -1 : 1,
    );
}

/** Finds actors by any name: an id, an alias, a name that only the lexicon knows ("France"). */
function lookup(list: readonly Identity[], ids: ReadonlyMap<string, Identity>): Identities["named"] {
  const byAlias = new Map<string, Map<Identity, number>>();
  for (const identity of list) {
    for (const { name, count } of [{ name: identity.name, count: 0 }, ...identity.aliases]) {
      const found = valueAt(byAlias, fold(name), () => new Map<Identity, number>());
      found.set(identity, Math.max(found.get(identity) ?? 0, count));
    }
  }
  const surnames = new Map<string, Identity[]>();
  for (const i of list) if (i.kind === "person") listAt(surnames, nameKey(i.name).at(-1)!).push(i);
  const size = (i: Identity): number => i.aliases.reduce((n, a) => n + a.count, 0);
  return (name) => {
    const exact = ids.get(name);
    if (exact) return [exact];
    const found = byAlias.get(fold(name)) ?? new Map<Identity, number>();
    if (found.size > 0) return [...found].sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1)).map(([i]) => i);
    const other = new Set<string>();
    for (const n of world().names.get(name)) {
      if (n.is === "state") other.add(n.state.iso3);
      else if (n.is === "body") other.add(n.body.name);
      else if (n.is === "metonym") other.add(n.standsFor);
    }
    const person = knownByName(name, { published: null, country: null, role: null });
    if (person) other.add(person.id);
    const lexical = [...other].map((id) => ids.get(id)).filter((i) => i !== undefined);
    return lexical.length > 0
      ? lexical
      : (surnames.get(nameKey(name).join(" ")) ?? []).toSorted((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1));
  };
}
