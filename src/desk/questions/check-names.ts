import type { Desk } from "./desk.ts";

const CAPITALS = /\p{Lu}[\p{L}'’.-]*(?: (?:(?:de|da|der|van|von|bin|al|el|du) )*\p{Lu}[\p{L}'’.-]*)*/gu;
/** How far back "they" and "the two" may reach. */
const BACK = 600;

/**
 * The actors that stand in a stretch of a text by names that the desk knows, in their order: for sentences of which
 * the record has nothing ("they have never met"), so that it names no actors either. Where a pronoun stands for them,
 * those named last before it.
 */
export function namesIn(desk: Desk, text: string, from: number, to: number): string[] {
  const here = named(desk, text.slice(from, to));
  if (here.length >= 2 || !/\b(?:they|them|their|the (?:two|pair)|both|he|she)\b/i.test(text.slice(from, to)))
    return here;
  const before = named(desk, text.slice(Math.max(0, from - BACK), from));
  const nearest = [...new Set(before.toReversed())].filter((name) => !here.includes(name));
  return [...here, ...nearest.slice(0, 2 - here.length).toReversed()];
}

function named(desk: Desk, words: string): string[] {
  const found: string[] = [];
  for (const match of words.matchAll(CAPITALS)) {
    const parts = match[0].split(" ");
    for (let at = 0; at < parts.length; ) {
      const length = longestKnown(desk, parts, at);
      if (length === 0) at += 1;
      else {
        found.push(known(desk, parts.slice(at, at + length).join(" "))!);
        at += length;
      }
    }
  }
  return [...new Set(found)];
}

function longestKnown(desk: Desk, parts: readonly string[], at: number): number {
  for (let length = Math.min(5, parts.length - at); length > 0; length--)
    if (known(desk, parts.slice(at, at + length).join(" ")) !== undefined) return length;
  return 0;
}

function known(desk: Desk, name: string): string | undefined {
  const bare = name.replace(/(?:['’]s|[.,])$/, "");
  const found = desk.identities.named(bare).filter(({ kind }) => kind === "person" || kind === "state");
  return found.length === 1 ? found[0]!.id : undefined;
}
