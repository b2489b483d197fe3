import { cellValues, lexiconRows } from "../../lexicon/tsv.ts";
import type { SumMention } from "../types.ts";

type Mod = NonNullable<SumMention["mod"]>;

const ROWS = lexiconRows<"kind" | "words" | "gives">("sum-words.tsv");
const of = (kind: string): Map<string, string> =>
  new Map(
    ROWS.filter((row) => row.kind === kind).flatMap((row) =>
      cellValues(row.words).map((word): [string, string] => [word, row.gives]),
    ),
  );
const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s+");
const alternatives = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join("|");

const BEFORE_MODS = of("before");
const AFTER_MODS = of("after");
const BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}])(${alternatives(BEFORE_MODS.keys())})(?:\\s+(?:${alternatives(of("filler").keys())}))?\\s*$`,
  "iu",
);
const AFTER = new RegExp(`(?:(?<=\\S)|\\s+)(${alternatives(AFTER_MODS.keys())})(?![\\p{L}\\p{N}])`, "iuy");
const BETWEEN = /(?<!\p{L})between\s+$/iu;
const CHANGE = new RegExp(`(?<!\\p{L})(?:${alternatives(of("change").keys())})(?!\\p{L})`, "iu");
const RANGING = /(?<!\p{L})(?:rang(?:e|es|ing)|anywhere)\s+from\s+$/iu;
const AREA = new RegExp(`[\\s-]*(?:${alternatives(of("area").keys())})(?!\\p{L})`, "iuy");
const WEIGHED = new RegExp(`\\s+of\\s+(?!(?:${alternatives(of("of").keys())})(?!\\p{L}))\\p{L}`, "iuy");
const WEIGHS = /\b(?:weigh(?:s|ed|ing)?|gained|lost)\b[^.]{0,20}$/i;

const key = (words: string): string => words.toLowerCase().replace(/\s+/g, " ");

/** How the words around a sum ("more than … or so") bound or blur it. */
export function modOf(text: string, from: number, to: number): Mod | undefined {
  AFTER.lastIndex = to;
  const after = AFTER.exec(text);
  if (after) return AFTER_MODS.get(key(after[1]!)) as Mod;
  const before = BEFORE.exec(text.slice(Math.max(0, from - 48), from));
  return before ? (BEFORE_MODS.get(key(before[1]!)) as Mod) : undefined;
}

/** Whether the words before a sum make "… and …" or "… to …" after it the ends of one range. */
export function rangeBefore(text: string, from: number): "between" | "to" | "change" {
  const before = text.slice(Math.max(0, from - 60), from);
  if (BETWEEN.test(before)) return "between";
  return !RANGING.test(before) && CHANGE.test(/[^,;.()]*$/.exec(before.slice(-40))![0]) ? "change" : "to";
}

/** Whether "euro" at `to` goes on as "euro area" or the like. */
export function namesArea(text: string, to: number): boolean {
  AREA.lastIndex = to;
  return AREA.test(text);
}

/** Whether pounds are a weight ("2,000-pound bombs", "90 million pounds of cocaine"). */
export function isWeight(text: string, from: number, to: number, word: string, large: boolean): boolean {
  if (!/^pounds?$/i.test(word)) return false;
  WEIGHED.lastIndex = to;
  const written = text.slice(from, to);
  return (
    WEIGHED.test(text) ||
    (/-pound$/i.test(written) && !/illion|thousand|crore/i.test(written)) ||
    (!large && WEIGHS.test(text.slice(Math.max(0, from - 30), from)))
  );
}
