import { endOf, noonOf, startOf } from "../../charts/days.ts";
import type { Relation } from "../../data/types.ts";

export type Act = Relation["a_to_b"]["support"][number];

/** An act on the tone line. */
export interface ToneAct {
  readonly act: Act;
  /** From -10, hostile, to 10, friendly, as lexicon/tone.tsv judges acts of its type. */
  readonly value: number;
  readonly at: number;
}

/** The mean tone of a period. */
export interface ToneStep {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** All acts of one towards the other, the newest first. */
export const actsOf = ({ support, criticism, requests }: Relation["a_to_b"]): Act[] =>
  [...support, ...criticism, ...requests].sort((x, y) => (y.day ?? "").localeCompare(x.day ?? ""));

/** The acts that have a day and a value, the oldest first. */
export function toneActs(acts: readonly Act[], scale: Relation["scale"]): ToneAct[] {
  const values = new Map(scale.map(({ type, value }) => [type, value]));
  return acts
    .flatMap((act): ToneAct[] => {
      const value = values.get(act.type);
      return act.day === null || value === undefined ? [] : [{ act, value, at: noonOf(act.day) }];
    })
    .reverse();
}

/** The steps of one direction; periods without an act have none. */
export function toneSteps(tone: Relation["tone"], way: "a_to_b" | "b_to_a"): ToneStep[] {
  return tone.flatMap((step): ToneStep[] => {
    const value = step[way];
    return value === null ? [] : [{ ...periodOf(step.period), value }];
  });
}

/** A year, quarter ("2025-Q3") or month as a stretch of time. */
export function periodOf(period: string): { readonly from: number; readonly to: number } {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (!quarter) return { from: startOf(period), to: endOf(period) };
  const [year, first] = [Number(quarter[1]), (Number(quarter[2]) - 1) * 3];
  return { from: Date.UTC(year, first, 1), to: Date.UTC(year, first + 3, 1) };
}
