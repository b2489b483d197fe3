import { cellValues, lexiconRows } from "../../lexicon/tsv.ts";
import { DataError } from "../../record/errors.ts";
import { beginnings, compile, type Pattern } from "./pattern.ts";

/** A rule of lexicon/time-rules.tsv. */
export interface Rule {
  readonly name: string;
  readonly pattern: Pattern;
  /** Which reading makes sense of what was matched, and its settings ("n=-1"). */
  readonly reading: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly guard: string | undefined;
  readonly order: number;
  readonly example: string;
}

/** The rules of one layer by the word, class or tag with which they can begin. */
export type Layer = ReadonlyMap<string, readonly Rule[]>;

export interface TimeLexicon {
  readonly classes: ReadonlyMap<string, ReadonlyMap<string, string | number>>;
  readonly layers: readonly Layer[];
  readonly rules: readonly Rule[];
}

let loaded: TimeLexicon | undefined;

/** The words and rules for times; read once, when first asked for. */
export function timeLexicon(): TimeLexicon {
  if (!loaded) {
    const { layers, rules } = readRules();
    loaded = { classes: readClasses(), layers, rules };
  }
  return loaded;
}

function readClasses(): Map<string, Map<string, string | number>> {
  const classes = new Map<string, Map<string, string | number>>();
  for (const row of lexiconRows<"class" | "value" | "words">("time-words.tsv"))
    for (const word of cellValues(row.words)) {
      const known = classes.get(word) ?? new Map<string, string | number>();
      const value = /^-?\d+$/.test(row.value) ? Number(row.value) : row.value;
      known.set(row.class, value);
      if (row.class === "NUMWORD") known.set("NO", value);
      classes.set(word, known);
    }
  return classes;
}

function readRules(): { layers: Layer[]; rules: Rule[] } {
  const layers: Map<string, Rule[]>[] = [];
  const rules: Rule[] = [];
  for (const row of lexiconRows<"layer" | "rule" | "pattern" | "reading" | "example">("time-rules.tsv")) {
    const where = `lexicon/time-rules.tsv, rule ${row.rule}`;
    const pattern = compile(row.pattern, where);
    const [reading, ...pairs] = row.reading.split(" ");
    const { guard, ...settings } = Object.fromEntries(pairs.map((pair) => pair.split("=") as [string, string]));
    if (!reading || !/^\d$/.test(row.layer))
      throw new DataError(`${where}: a layer (0 to 9) and a reading are needed.`);
    const rule: Rule = { name: row.rule, pattern, reading, settings, guard, order: rules.length, example: row.example };
    rules.push(rule);
    const layer = layers[Number(row.layer)] ?? new Map<string, Rule[]>();
    layers[Number(row.layer)] = layer;
    for (const key of new Set(beginnings(pattern))) layer.set(key, [...(layer.get(key) ?? []), rule]);
  }
  return { layers, rules };
}
