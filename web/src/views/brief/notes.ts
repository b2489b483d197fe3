import type { Brief, Cited } from "../../data/types.ts";

/** A source of a brief with its number. */
export interface Note {
  readonly number: number;
  readonly cited: Cited;
}

export interface Notes {
  readonly notes: readonly Note[];
  readonly numberOf: (cited: Cited) => number;
}

const keyOf = ({ report, from, to }: Cited): string => `${report} ${from} ${to}`;

/** Numbers for the sources in the order in which they come; the same words have one number. */
export function notesOf({ sections }: Pick<Brief, "sections">): Notes {
  const notes = new Map<string, Note>();
  for (const cited of sections.flatMap(({ lines }) => lines.flatMap(({ evidence }) => evidence)))
    if (!notes.has(keyOf(cited))) notes.set(keyOf(cited), { number: notes.size + 1, cited });
  return { notes: [...notes.values()], numberOf: (cited) => notes.get(keyOf(cited))?.number ?? 0 };
}

/** The lines of a section by what they stand under, in their order. */
export const byTopic = (
  lines: Brief["sections"][number]["lines"],
): readonly [string | null, Brief["sections"][number]["lines"]][] => [...Map.groupBy(lines, ({ under }) => under)];
