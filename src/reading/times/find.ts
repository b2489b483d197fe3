import type { Syntax } from "../../syntax/types.ts";
import { GUARDS } from "./guards.ts";
import { type Layer, type Rule, timeLexicon } from "./lexicon.ts";
import { Match } from "./match.ts";
import { type Meaning, tagOf, tagsOf } from "./meaning.ts";
import { joinNumbers } from "./numbers.ts";
import { type Item, join, matchAt } from "./pattern.ts";
import { READINGS, type Reading } from "./readings.ts";
import { scan } from "./scan.ts";
import type { TokenIndex } from "./tokens.ts";

/** A mention of a time in the text, with what its words say. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly meaning: Meaning;
  readonly rule: string;
  /** The words right before and right after, on the same line. */
  readonly before: string;
  readonly after: string;
}

/** The mentions of times, in order. Linear: each layer of rules passes once over what the one before it made. */
export function findTimes(syntax: Syntax, tokens: TokenIndex): Found[] {
  const { classes, layers } = timeLexicon();
  const { text } = syntax;
  let items = joinNumbers(
    text,
    scan(text, (word) => classesOf(word, classes)),
  );
  const setting: Setting = { text, tokens, mayIsName: /\b(?:Theresa|Mrs\.?|Ms\.?|Minister) May\b/.test(text) };
  for (const layer of layers) items = pass(layer, items, setting);
  return items
    .flatMap((item, i) => (item.meaning ? [foundIn(items, i)] : []))
    .filter((found) => standsAlone(found.meaning));
}

/** A half of a year is a time only as part of one: "the first half" is mostly football. */
const standsAlone = (meaning: Meaning): boolean => !(meaning.kind === "nth" && meaning.unit === "H" && !meaning.of);

interface Setting {
  readonly text: string;
  readonly tokens: TokenIndex;
  readonly mayIsName: boolean;
}

function foundIn(items: readonly Item[], at: number): Found {
  const item = items[at]!;
  const next = items[at + 1];
  return {
    from: item.from,
    to: item.to,
    meaning: item.meaning!,
    rule: item.rule!,
    before: item.newLine ? "" : (items[at - 1]?.lower ?? ""),
    after: next && !next.newLine ? next.lower : "",
  };
}

type Classes = ReadonlyMap<string, string | number>;

const numberClasses = new Map<string, Classes>();

/** The classes of a word as the lexicon has them, of a number by its length. */
function classesOf(word: string, known: ReadonlyMap<string, Classes>): Classes | undefined {
  const first = word.charCodeAt(0);
  if (first < 48 || first > 57) return known.get(word);
  const kept = numberClasses.get(word);
  if (kept) return kept;
  const value = Number(word);
  const classes = new Map<string, number>([["DIGITS", value]]);
  if (word.length <= 3) classes.set("NO", value);
  if (word.length <= 2) classes.set("N2", value);
  if (word.length === 4 && value >= 1000 && value <= 2100) classes.set("YEAR", value);
  if (word.length <= 4) numberClasses.set(word, classes);
  return classes;
}

function pass(layer: Layer, items: readonly Item[], setting: Setting): Item[] {
  const out: Item[] = [];
  const memory = remembered.get(layer) ?? new Map<string, readonly Rule[]>();
  remembered.set(layer, memory);
  for (let at = 0; at < items.length; ) {
    const rules = candidates(layer, memory, items[at]!);
    const best = rules.length === 0 ? null : bestAt(rules, items, at, setting);
    if (!best) {
      out.push(items[at]!);
      at += 1;
      continue;
    }
    out.push(...made(items.slice(at, best.end), best, setting.text));
    at = best.end;
  }
  return out;
}

interface Best {
  readonly rule: Rule;
  readonly end: number;
  readonly reading: NonNullable<Reading>;
}

/** The rule that takes most at a position; of several the one that stands first. */
function bestAt(rules: readonly Rule[], items: readonly Item[], at: number, setting: Setting): Best | null {
  const tries: { rule: Rule; end: number }[] = [];
  for (const rule of rules) {
    const end = matchAt(rule.pattern, items, at);
    if (end > at) tries.push({ rule, end });
  }
  if (tries.length > 1) tries.sort((a, b) => b.end - a.end || a.rule.order - b.rule.order);
  for (const { rule, end } of tries) {
    const place = { items, start: at, end, tokenAt: setting.tokens.at, mayIsName: setting.mayIsName };
    if (rule.guard && !GUARDS[rule.guard]?.(place)) continue;
    const reading = READINGS[rule.reading]?.(new Match(items.slice(at, end), rule.settings));
    if (reading) return { rule, end, reading };
  }
  return null;
}

const NONE: readonly Rule[] = [];
const remembered = new WeakMap<Layer, Map<string, readonly Rule[]>>();
const KEPT = 20_000;

/** The rules that can begin with an item; remembered by its word or by the sort of time that it is. */
function candidates(layer: Layer, memory: Map<string, readonly Rule[]>, item: Item): readonly Rule[] {
  if (!item.meaning && item.classes.size === 0) return layer.get(item.lower) ?? NONE;
  const key = item.meaning ? `@${tagOf(item.meaning)}` : item.lower;
  const found = memory.get(key) ?? beginningWith(layer, item);
  if (memory.size < KEPT) memory.set(key, found);
  return found;
}

function beginningWith(layer: Layer, item: Item): readonly Rule[] {
  const keys = item.meaning ? tagsOf(item.meaning).map((tag) => `@${tag}`) : [item.lower, ...item.classes.keys()];
  return [...new Set(keys.flatMap((key) => layer.get(key) ?? []))];
}

/** The items in the place of what a rule took: one, or the two of a pair with what stands between them. */
function made(items: readonly Item[], { rule, reading }: Best, text: string): Item[] {
  if (reading === "nothing") return items.map((item) => join(text, [item], {}));
  if ("classes" in reading) return [join(text, items, { classes: reading.classes })];
  if ("kind" in reading) return [join(text, trimmed(items), { meaning: reading, rule: rule.name })];
  const [a, b] = reading.pair;
  const between = items.filter((item) => item.from >= a.items.at(-1)!.to && item.to <= b.items[0]!.from);
  return [
    join(text, a.items, { meaning: a.meaning, rule: rule.name }),
    ...between,
    join(text, b.items, { meaning: b.meaning, rule: rule.name }),
  ];
}

/** Without a comma at the end that only stood for more to come. */
const trimmed = (items: readonly Item[]): readonly Item[] =>
  items.length > 1 && items.at(-1)!.lower === "," ? items.slice(0, -1) : items;
