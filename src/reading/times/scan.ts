import { type Item, NO_CLASSES } from "./pattern.ts";

const PIECE = /\p{L}+|\d+|[^\s\p{L}\d]/gu;

/** The words, numbers and marks of a text, in order, with the classes that `classesOf` knows; one pass. */
export function scan(text: string, classesOf: (word: string) => Item["classes"] | undefined): Item[] {
  const items: Item[] = [];
  let end = 0;
  for (const match of text.matchAll(PIECE)) {
    const from = match.index;
    const word = match[0];
    const lower = word.toLowerCase();
    const to = from + word.length;
    const glued = from === end && from > 0;
    const newLine = end > 0 && !glued && text.slice(end, from).includes("\n");
    items.push({ text: word, lower, from, to, glued, newLine, classes: classesOf(lower) ?? NO_CLASSES });
    end = to;
  }
  return items;
}
