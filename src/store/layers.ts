import type { Evidence } from "../record/schema.ts";
import type { AnyEntry, EntryType, KeyedEntry } from "./keys.ts";

/** The entry that a layer is about, as the reader had read it when the layer was made: enough to find it again. */
export interface Target {
  readonly report: string;
  readonly key: string;
  readonly type: EntryType;
  readonly read: AnyEntry;
}

/** What a layer does. Nothing is ever overwritten: undoing is a layer too. */
export type LayerBody =
  | { readonly type: "correct"; readonly target: Target; readonly field: string; readonly becomes: unknown }
  | { readonly type: "confirm"; readonly target: Target }
  | { readonly type: "remove"; readonly target: Target }
  | {
      readonly type: "add";
      readonly report: string;
      readonly key: string;
      readonly entryType: EntryType;
      readonly entry: AnyEntry;
    }
  | { readonly type: "merge"; readonly names: readonly string[]; readonly into: string }
  | { readonly type: "split"; readonly name: string; readonly into: string; readonly reports: readonly string[] }
  | { readonly type: "undo"; readonly layer: number };

/** What a person changed, when and why. */
export interface Layer {
  readonly id: number;
  readonly author: string;
  /** ISO instant. */
  readonly at: string;
  readonly reason: string;
  readonly body: LayerBody;
}

/** An entry as it stands now: what was read with the layers over it. */
export interface CurrentEntry extends KeyedEntry {
  /** Ids of the layers that made or changed it, in their order. */
  readonly layers: readonly number[];
  readonly confirmed: boolean;
  readonly added: boolean;
}

/** A layer that no longer fits what the present reader reads; a person must look. */
export interface Misfit {
  readonly layer: number;
  readonly report: string;
  /** gone: no entry fits the layer, which does nothing now. changed: it still holds, but the reader reads otherwise. */
  readonly problem: "gone" | "changed";
  readonly message: string;
}

/** The layers that hold: those not undone, and no undoings. An undoing that was itself undone does nothing. */
export function activeLayers(layers: readonly Layer[]): Layer[] {
  const undone = new Set<number>();
  for (const { id, body } of layers.toSorted((a, b) => b.id - a.id))
    if (body.type === "undo" && !undone.has(id)) undone.add(body.layer);
  return layers.filter(({ id, body }) => body.type !== "undo" && !undone.has(id));
}

interface Standing {
  readonly read: AnyEntry;
  now: CurrentEntry;
  removed: boolean;
  confirmedBy?: number;
  /** For each field that a person settled: by which layer, and what the reader then read. */
  readonly settled: Map<string, Settled>;
}

interface Settled {
  readonly layer: number;
  readonly was: unknown;
  readonly by: "correct" | "confirm";
}

/** Lays a report's active layers over the entries that were read. Pure; the given entries stay as they are. */
export function applyLayers(
  report: string,
  read: readonly KeyedEntry[],
  layers: readonly Layer[],
): { readonly entries: CurrentEntry[]; readonly misfits: Misfit[] } {
  const misfits: Misfit[] = [];
  const standing = read.map((entry) => standingOf(entry, false, []));
  for (const { id, body } of layers) {
    if (body.type === "add" && body.report === report) {
      standing.push(standingOf({ key: body.key, type: body.entryType, entry: body.entry }, true, [id]));
    }
    if (!("target" in body) || body.target.report !== report) continue;
    const found = match(body.target, standing);
    if (found) layOver(found, id, body);
    else misfits.push({ layer: id, report, problem: "gone", message: goneMessage(body.type, body.target) });
  }
  const present = standing.filter(({ removed }) => !removed);
  for (const one of present) {
    const changed = changes(report, one);
    misfits.push(...changed);
    if (changed.some(({ layer }) => one.confirmedBy === layer)) one.now = { ...one.now, confirmed: false };
  }
  return { entries: present.map(({ now }) => now), misfits: misfits.sort((a, b) => a.layer - b.layer) };
}

const standingOf = (entry: KeyedEntry, added: boolean, layers: readonly number[]): Standing => ({
  read: entry.entry,
  now: { ...entry, layers, confirmed: added, added },
  removed: false,
  settled: new Map(),
});

function layOver(one: Standing, layer: number, body: LayerBody & { readonly target: Target }): void {
  const { now } = one;
  const layers = [...now.layers, layer];
  if (body.type === "remove") one.removed = true;
  if (body.type === "confirm") {
    one.now = { ...now, layers, confirmed: true };
    one.confirmedBy = layer;
    for (const [field, was] of Object.entries(values(body.target.read)))
      one.settled.set(field, { layer, was, by: "confirm" });
  }
  if (body.type !== "correct") return;
  const why = { ...now.entry.why, [body.field]: { rule: `correction-${layer}`, basis: "inferred" as const } };
  one.now = { ...now, layers, entry: { ...now.entry, [body.field]: body.becomes, why } as AnyEntry };
  one.settled.set(body.field, { layer, was: values(body.target.read)[body.field], by: "correct" });
}

/** The standing entry that a layer means: by key, else alone on the same words, else alone on words that overlap. */
function match(target: Target, standing: readonly Standing[]): Standing | undefined {
  const same = standing.filter(({ now }) => now.type === target.type);
  const exact = same.find(({ now }) => now.key === target.key);
  if (exact) return exact;
  const at = target.read.evidence[0];
  if (!at) return undefined;
  const onWords = same.filter(({ read }) => read.evidence[0]?.from === at.from && read.evidence[0].to === at.to);
  if (onWords.length > 0) return only(onWords);
  const who = new Set(namesOf(target.read));
  return only(
    same.filter(
      ({ read }) => read.evidence[0] && overlap(read.evidence[0], at) && namesOf(read).some((name) => who.has(name)),
    ),
  );
}

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);
const overlap = (a: Evidence, b: Evidence): boolean => a.from < b.to && b.from < a.to;

function changes(report: string, { read, now, settled }: Standing): Misfit[] {
  const raw = values(read);
  return [...settled].flatMap(([field, { layer, was, by }]): Misfit[] => {
    const stands = values(now.entry)[field];
    if (equal(raw[field], was) || (by === "correct" && equal(raw[field], stands))) return [];
    const settledAs = by === "correct" ? `corrected it to ${shown(stands)}` : "confirmed the entry";
    const message = `The reader now reads ${field} as ${shown(raw[field])}; it read ${shown(was)} when a person ${settledAs}.`;
    return [{ layer, report, problem: "changed", message }];
  });
}

/** The fields of an entry that hold what it says, without its id, place and reasons. */
function values(entry: AnyEntry): { readonly [field: string]: unknown } {
  const { id: _id, evidence: _evidence, why: _why, ...rest } = entry;
  return rest;
}

/** Every actor that an entry names. */
export function namesOf(entry: AnyEntry): string[] {
  if ("parties" in entry) return entry.parties;
  if ("speaker" in entry) return [entry.speaker, entry.via ?? [], entry.addressee].flat();
  if ("recipients" in entry) return [entry.actors, entry.recipients, entry.said_by ?? []].flat();
  return [entry.from ?? [], entry.to ?? []].flat();
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const shown = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));
const goneMessage = (type: string, { type: entryType, read }: Target): string =>
  `No ${entryType} of the present reading fits the one that "${type}" was about: ${shown(read.evidence[0]?.quote ?? values(read))}.`;
