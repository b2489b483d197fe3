import { lexiconRows } from "../lexicon/tsv.ts";
import { DataError } from "../record/errors.ts";

/** A row of lexicon/encounter-rules.tsv. */
export interface Rule {
  readonly rule: string;
  readonly effect: "apart" | "weight" | "days" | "join";
  readonly value: number;
  readonly why: string;
  readonly example: string;
}

let loaded: ReadonlyMap<string, Rule> | undefined;

/** The rules by name, read once. Throws DataError where a row is malformed. */
export function encounterRules(): ReadonlyMap<string, Rule> {
  if (loaded) return loaded;
  const rules = new Map<string, Rule>();
  for (const row of lexiconRows<keyof Rule>("encounter-rules.tsv")) {
    const effect = row.effect as Rule["effect"];
    if (
      !["apart", "weight", "days", "join"].includes(effect) ||
      (effect !== "apart" && !Number.isFinite(Number(row.value || "x")))
    )
      throw new DataError(`lexicon/encounter-rules.tsv: rule "${row.rule}" has no effect or value that is one.`);
    rules.set(row.rule, { rule: row.rule, effect, value: Number(row.value), why: row.why, example: row.example });
  }
  loaded = rules;
  return rules;
}

/** A length of time by name. Throws DataError where it is not in the data. */
export function daysOfRule(name: string): number {
  const rule = encounterRules().get(name);
  if (rule?.effect !== "days") throw new DataError(`lexicon/encounter-rules.tsv has no days for "${name}".`);
  return rule.value;
}

/** The sum of weights from which two entries are one. */
export const joinFrom = (): number => encounterRules().get("joined")?.value ?? Number.POSITIVE_INFINITY;
