import { fold } from "../lexicon/fold.ts";
import type { Decision } from "./types.ts";
import type { Resolved } from "./uses.ts";

/** What decisions made of the automatic identity. */
export interface Decided {
  readonly resolved: readonly Resolved[];
  /** For each id: the decisions that made it what it is, in their order. */
  readonly touched: ReadonlyMap<string, readonly Decision[]>;
  readonly unfit: readonly Decision[];
}

/**
 * Lays people's decisions over the automatic identity, in their order, so that a later one applies to what an earlier
 * one gave. To undo a decision is to leave it out.
 */
export function decide(automatic: readonly Resolved[], decisions: readonly Decision[]): Decided {
  let resolved = automatic;
  const touched = new Map<string, Decision[]>();
  const unfit: Decision[] = [];
  const mark = (id: string, ...made: Decision[]): void => {
    touched.set(id, [...new Set([...(touched.get(id) ?? []), ...made])]);
  };
  for (const decision of decisions) {
    const ids = decision.actors.map((a) => idOf(a, resolved));
    if (ids.some((id) => id === null) || ids.length === 0) {
      unfit.push(decision);
      continue;
    }
    const actors = ids as string[];
    const moved = decision.kind === "merge" ? merge(actors, resolved) : split(actors[0]!, decision, resolved);
    if (!moved) {
      unfit.push(decision);
      continue;
    }
    resolved = moved.resolved;
    for (const id of actors) mark(moved.into, ...(touched.get(id) ?? []));
    mark(moved.into, decision);
    if (decision.kind === "split") mark(actors[0]!, decision);
  }
  return { resolved, touched, unfit };
}

/** The actor that a decision names: by id, else by a name that only one actor bears. */
function idOf(name: string, resolved: readonly Resolved[]): string | null {
  if (resolved.some((r) => r.id === name)) return name;
  const folded = fold(name);
  const ids = new Set(resolved.filter((r) => fold(r.use.name) === folded || fold(r.id) === folded).map((r) => r.id));
  return ids.size === 1 ? [...ids][0]! : null;
}

interface Moved {
  readonly into: string;
  readonly resolved: readonly Resolved[];
}

function merge(ids: readonly string[], resolved: readonly Resolved[]): Moved | null {
  const [into] = ids;
  if (into === undefined || new Set(ids).size < 2) return null;
  return { into, resolved: resolved.map((r) => (ids.includes(r.id) ? { ...r, id: into } : r)) };
}

function split(id: string, { reports = [], into }: Decision, resolved: readonly Resolved[]): Moved | null {
  const leaves = (r: Resolved): boolean => r.id === id && reports.includes(r.use.report);
  if (into === undefined || !resolved.some(leaves)) return null;
  return { into, resolved: resolved.map((r) => (leaves(r) ? { ...r, id: into, known: null } : r)) };
}
