import type { Actor, ActorKind } from "../record/schema.ts";
import type { Known } from "./office-people.ts";
import type { KeptReport } from "./types.ts";

/** One actor of one report's record, before it is known who that is. */
export interface ActorUse {
  readonly report: string;
  readonly published: string | null;
  readonly name: string;
  readonly kind: ActorKind;
  /** As the record has it. */
  readonly country: string | null;
  /** The country unless the reader only supposed it from who issued the report. */
  readonly sureCountry: string | null;
  readonly role: string | null;
  readonly surface: readonly string[];
}

/** A use with the actor whom it means. */
export interface Resolved {
  readonly use: ActorUse;
  readonly id: string;
  readonly known: Known | null;
}

const supposed = (actor: Actor): boolean => actor.why.country?.rule === "issuing-state";

/** Every use of a name in the reports, in the order of the reports' ids, so that nothing hangs on who was added first. */
export function usesOf(reports: readonly KeptReport[]): ActorUse[] {
  return reports
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .flatMap(({ id, published, record }) =>
      record.actors.map((actor) => ({
        report: id,
        published,
        name: actor.name,
        kind: actor.kind,
        country: actor.country,
        sureCountry: supposed(actor) ? null : actor.country,
        role: actor.role,
        surface: actor.surface,
      })),
    );
}

/** The value that occurs most often; among equals the longest, then the first by code. Null where there is none. */
export function mostUsed(values: Iterable<string | null>): string | null {
  const counts = new Map<string, number>();
  for (const v of values) if (v !== null) counts.set(v, (counts.get(v) ?? 0) + 1);
  const better = ([a, n]: [string, number], [b, m]: [string, number]): number =>
    m - n || b.length - a.length || (a < b ? -1 : 1);
  return [...counts].sort(better)[0]?.[0] ?? null;
}

/** What a map holds under a key, made where it is not there. */
export function valueAt<K, V>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** The list that a map holds under a key, made where it is not there. */
export const listAt = <K, V>(map: Map<K, V[]>, key: K): V[] => valueAt(map, key, () => []);
