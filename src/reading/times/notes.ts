import type { Note, Time } from "../../record/schema.ts";
import { spanOf } from "../../record/span.ts";
import type { Dateline } from "./dateline.ts";
import type { Meaning } from "./meaning.ts";

/** A time with what its words say. */
export interface Read {
  readonly time: Time;
  readonly meaning: Meaning;
}

/** How many times a note names; it counts the others. */
const SHOWN = 5;

/** What could not be settled, and the dateline where it stood in for a publication date. */
export function notesOn(text: string, read: readonly Read[], isGiven: boolean, dateline: Dateline | null): Note[] {
  const notes: Note[] = [];
  if (dateline) {
    const evidence = spanOf(text, dateline.from, dateline.to);
    const message = `No publication date was given; the dateline "${evidence.quote}" counts as one.`;
    notes.push({ kind: "other", message, evidence });
  }
  if (!isGiven && !dateline) notes.push(...listed(read.filter(needsPublication), "No publication date is known, so"));
  return [...notes, ...listed(read.filter(isTwofold), "Month and day may be either way round, so")];
}

const isTwofold = ({ meaning, time }: Read): boolean => meaning.kind === "slashes" && time.value === null;

/** Whether the value or the bounds would be known from the day of the publication. */
function needsPublication({ meaning, time }: Read): boolean {
  if (meaning.kind === "slashes" || meaning.kind === "undated") return false;
  if (time.value === null) return true;
  return time.bounds?.earliest === null && time.bounds.latest === null;
}

function listed(read: readonly Read[], reason: string): Note[] {
  const first = read[0];
  if (!first) return [];
  const quotes = [...new Set(read.map(({ time }) => `"${time.evidence.quote}"`))];
  const shown = quotes.slice(0, SHOWN).join(", ") + (quotes.length > SHOWN ? ", …" : "");
  const count = read.length === 1 ? "one time stays" : `${read.length} times stay`;
  return [{ kind: "date-unresolved", message: `${reason} ${count} open: ${shown}.`, evidence: first.time.evidence }];
}
