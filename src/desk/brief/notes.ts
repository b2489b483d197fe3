import { shortened, sourceInWords } from "../ask/text.ts";
import type { Cited } from "../questions/schemas.ts";
import type { Brief } from "./section.ts";

/** A citation with its number in the brief, and its words in the sentence in which they stand. */
export interface Note {
  readonly number: number;
  readonly cited: Cited;
  readonly words: Words;
}

/** The cited words, cut where they are long, with a few of the report's words around them where its text is at hand. */
export interface Words {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** The texts of reports by their ids. */
export type Texts = ReadonlyMap<string, string>;

/** Numbers for the citations of a brief, in the order in which they come; the same words have one number. */
export function notesOf(
  { sections }: Brief,
  texts: Texts,
): { readonly notes: readonly Note[]; readonly numberOf: (one: Cited) => number } {
  const notes = new Map<string, Note>();
  for (const cited of sections.flatMap(({ lines }) => lines.flatMap(({ evidence }) => evidence)))
    if (!notes.has(keyOf(cited)))
      notes.set(keyOf(cited), { number: notes.size + 1, cited, words: wordsOf(cited, texts) });
  return { notes: [...notes.values()], numberOf: (one) => notes.get(keyOf(one))!.number };
}

const keyOf = ({ report, from, to }: Cited): string => `${report} ${from} ${to}`;

/** The report of a citation, a long title cut. */
export const sourceOf = (cited: Cited): string =>
  sourceInWords({ ...cited, title: cited.title === null ? null : shortened(cited.title, LONGEST_TITLE) });

const LONGEST_TITLE = 70;
const LONGEST = 110;
const AROUND = 48;

function wordsOf({ report, from, to, quote }: Cited, texts: Texts): Words {
  const line = oneLine(quote);
  const text = texts.get(report);
  if (line.length > LONGEST)
    return { before: "", quote: `${line.slice(0, line.lastIndexOf(" ", LONGEST))} …`, after: "" };
  if (text === undefined || line.length > AROUND) return { before: "", quote: line, after: "" };
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const end = text.indexOf("\n", to);
  const before = text.slice(Math.max(start, from - AROUND), from);
  const after = text.slice(to, Math.min(end < 0 ? text.length : end, to + AROUND));
  const cutLeft = from - AROUND > start;
  const cutRight = to + AROUND < (end < 0 ? text.length : end);
  return {
    before: cutLeft ? `…${before.replace(/^\S*/, "")}` : before,
    quote: line,
    after: cutRight ? `${after.replace(/\S*$/, "").trimEnd()} …` : after,
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
