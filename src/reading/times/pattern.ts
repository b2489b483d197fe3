import { DataError } from "../../record/errors.ts";
import { answersTo, type Meaning } from "./meaning.ts";

/**
 * What the matcher walks over: a word, number or mark of the text, or several that an earlier layer made one. Finer
 * than a syntactic token: "15–26", "1990s" and "mid-March" come apart.
 */
export interface Item {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly lower: string;
  /** Whether it follows the item before it without a space. */
  readonly glued: boolean;
  /** Whether a line break lies between it and the item before it. */
  readonly newLine: boolean;
  /** Classes of the word with their values: MONTH 5. */
  readonly classes: ReadonlyMap<string, string | number>;
  /** Set where a rule has read a time; `rule` names it. */
  readonly meaning?: Meaning;
  readonly rule?: string;
}

export const NO_CLASSES: ReadonlyMap<string, string | number> = new Map();

/** One item in the place of several. */
export function join(text: string, items: readonly Item[], more: Partial<Item>): Item {
  const first = items[0]!;
  const words = text.slice(first.from, items.at(-1)!.to);
  return {
    from: first.from,
    to: items.at(-1)!.to,
    text: words,
    lower: words.toLowerCase(),
    glued: first.glued,
    newLine: first.newLine,
    classes: NO_CLASSES,
    ...more,
  };
}

interface Element {
  readonly any: readonly string[];
  /** Those of them that are words or classes, and the tags without their "@". */
  readonly words: readonly string[];
  readonly tags: readonly string[];
  readonly optional: boolean;
  readonly glued: boolean;
  readonly negated: boolean;
}

/** A compiled pattern: what must come before, the items that are taken, what must follow. */
export interface Pattern {
  readonly before: readonly Element[];
  readonly taken: readonly Element[];
  readonly after: readonly Element[];
}

/**
 * Compiles a pattern of the lexicon. Elements are separated by spaces:
 * `word`, `CLASS`, `@tag` (a time read by an earlier layer), alternatives `a|b`, `x?` optional, `~x` without a space
 * before it, `[x y]` context that is not taken, `[!x]` context that must not be there, `[$]` the end of a line.
 */
export function compile(source: string, where: string): Pattern {
  const before: Element[] = [];
  const taken: Element[] = [];
  const after: Element[] = [];
  for (const part of source.match(/\[[^\]]*\]|\S+/g) ?? []) {
    if (!part.startsWith("[")) taken.push(element(part));
    else for (const inner of part.slice(1, -1).split(" ")) (taken.length === 0 ? before : after).push(element(inner));
  }
  if (taken.length === 0) throw new DataError(`${where}: the pattern "${source}" takes no word.`);
  return { before, taken, after };
}

function element(source: string): Element {
  const negated = source.startsWith("!");
  const glued = source.startsWith("~");
  const optional = source.length > 1 && source.endsWith("?");
  const any = source.slice(negated || glued ? 1 : 0, optional ? -1 : undefined).split("|");
  return {
    any,
    words: any.filter((key) => !key.startsWith("@")),
    tags: any.filter((key) => key.startsWith("@")).map((key) => key.slice(1)),
    optional,
    glued,
    negated,
  };
}

/** The first words, classes and tags with which a pattern can begin. */
export function beginnings(pattern: Pattern): string[] {
  const keys: string[] = [];
  for (const element of pattern.taken) {
    keys.push(...element.any);
    if (!element.optional) break;
  }
  return keys;
}

function fits(item: Item | undefined, element: Element): boolean {
  if (item === undefined || (element.glued && !item.glued)) return false;
  if (item.meaning) {
    for (const tag of element.tags) if (answersTo(item.meaning, tag)) return true;
    return false;
  }
  const { lower, classes } = item;
  for (const word of element.words) if (lower === word || (classes.size > 0 && classes.has(word))) return true;
  return false;
}

/** The position after the longest way in which the pattern matches at `at`, or -1. */
export function matchAt(pattern: Pattern, items: readonly Item[], at: number): number {
  for (let i = 0; i < pattern.before.length; i++) {
    const element = pattern.before[pattern.before.length - 1 - i]!;
    if (fits(items[at - 1 - i], element) === element.negated) return -1;
  }
  return walk(pattern, items, at, at, 0);
}

function walk(pattern: Pattern, items: readonly Item[], start: number, at: number, step: number): number {
  const element = pattern.taken[step];
  if (!element) return follows(pattern.after, items, at) ? at : -1;
  // A time never runs over the end of a line.
  if (fits(items[at], element) && (at === start || !items[at]!.newLine)) {
    const end = walk(pattern, items, start, at + 1, step + 1);
    if (end >= 0) return end;
  }
  return element.optional ? walk(pattern, items, start, at, step + 1) : -1;
}

function follows(after: readonly Element[], items: readonly Item[], at: number): boolean {
  for (let i = 0; i < after.length; i++) {
    const element = after[i]!;
    const item = items[at + i];
    if (element.any.includes("$") && (!item || item.newLine)) continue;
    if (fits(item, element) === element.negated) return false;
  }
  return true;
}
