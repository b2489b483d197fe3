import type { CurrentEntry, EntryType } from "../../data/types.ts";

/** Entries in the order of the text, the longer words first where several begin at one place. */
export function inTextOrder(entries: readonly CurrentEntry[]): CurrentEntry[] {
  const at = ({ entry }: CurrentEntry) => entry.evidence[0] ?? { from: Number.POSITIVE_INFINITY, to: 0 };
  return entries.toSorted((a, b) => at(a).from - at(b).from || at(b).to - at(a).to);
}

export const ofKinds = (entries: readonly CurrentEntry[], kinds: readonly EntryType[]): readonly CurrentEntry[] =>
  kinds.length === 0 ? entries : entries.filter(({ type }) => kinds.includes(type));

/** The entry after or before the selected one; the first or last where none is. */
export function beside(
  entries: readonly CurrentEntry[],
  selected: string | null,
  way: 1 | -1,
): CurrentEntry | undefined {
  const at = entries.findIndex(({ key }) => key === selected);
  if (at < 0) return way === 1 ? entries[0] : entries.at(-1);
  return entries[at + way] ?? entries[at];
}
