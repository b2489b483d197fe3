import type { Note } from "../record/schema.ts";
import { spanOf } from "../record/span.ts";
import { paragraphBreaks } from "./quotes/breaks.ts";
import { readMarks } from "./quotes/marks.ts";
import { mendOpeners, mendStrays } from "./quotes/mending.ts";
import { type Pair, pairDoubles, pairSingles } from "./quotes/pairs.ts";
import type { Quotation, Quotations } from "./types.ts";

/**
 * The quotations of a text in order; one that stands in another comes after it, and none cross.
 * A quotation whose mark is missing ends (or begins) where its words must and is noted. One that runs over paragraphs,
 * opened anew in each and closed in the last, is one quotation a paragraph, and each counts as closed.
 * `inner` leaves out the marks and the blanks next to them. Never throws; takes time linear in the text.
 */
export function readQuotations(text: string): Quotations {
  const marks = readMarks(text);
  if (marks.length === 0) return { quotations: [], notes: [] };
  const breaks = paragraphBreaks(text);
  const level = (wanted: "double" | "single") => marks.filter((mark) => mark.level === wanted);
  const doubles = pairDoubles(text, level("double"), breaks);
  const outer = inOrder([
    ...doubles.pairs,
    ...mendOpeners(text, doubles.unmatched, doubles.pairs, breaks),
    ...mendStrays(text, doubles.strays, breaks),
  ]);
  const singles = pairSingles(text, level("single"), outer, breaks);
  const mended = mendOpeners(text, singles.unmatched, inOrder([...outer, ...singles.pairs]), breaks);
  return withDepths(text, inOrder([...outer, ...singles.pairs, ...mended]));
}

const inOrder = (pairs: Pair[]): Pair[] => pairs.sort((a, b) => a.from - b.from || b.to - a.to);

/** Whether a quotation holds a letter or digit near its start: rules and empty pairs of marks do not. */
const holdsWords = (text: string, { inner }: Pair): boolean =>
  /[\p{L}\p{N}]/u.test(text.slice(inner.from, Math.min(inner.to, inner.from + 64)));

/** Drops pairs without words and marks set twice around the same words; counts for the rest how many hold each. */
function withDepths(text: string, pairs: readonly Pair[]): Quotations {
  const quotations: Quotation[] = [];
  const notes: Note[] = [];
  const open: Pair[] = [];
  for (const pair of pairs) {
    while (open.length > 0 && open.at(-1)!.to <= pair.from) open.pop();
    const around = open.at(-1);
    if (!holdsWords(text, pair)) continue;
    const { from, to, inner, closed } = pair;
    if (around?.inner.from === from && around.inner.to === to && text[from] === text[around.from]) {
      // The marks are set twice around the same words.
      quotations.push({ ...quotations.pop()!, inner });
      continue;
    }
    quotations.push({ from, to, inner, closed, depth: open.length });
    open.push(pair);
    if (pair.mend) notes.push(noteOf(text, pair, pair.mend));
  }
  return { quotations, notes };
}

function noteOf(text: string, { from, to, inner }: Pair, mend: string): Note {
  const words = text.slice(inner.from, Math.min(inner.to, inner.from + 40)).replace(/\s+/g, " ");
  const start = inner.to - inner.from > 40 ? `${words.replace(/\s\S*$/, "")} …` : words;
  return { kind: "quotation-mended", message: `The quotation “${start}” ${mend}.`, evidence: spanOf(text, from, to) };
}
