import { lexiconRows } from "../../lexicon/tsv.ts";
import { DataError } from "../../record/errors.ts";

/** A row of lexicon/tone.tsv. */
export interface Tone {
  /** A PLOVER type, or CONSULT for a contact that was held. */
  readonly type: string;
  /** From -10, hostile, to 10, friendly. */
  readonly value: number;
  readonly side: "support" | "criticism" | null;
}

let loaded: ReadonlyMap<string, Tone> | undefined;

/** The scale by type. Throws DataError where a value is no number. */
export function toneScale(): ReadonlyMap<string, Tone> {
  loaded ??= new Map(
    lexiconRows<"type" | "value" | "cameo" | "side">("tone.tsv").map(({ type, value, side }) => {
      const number = Number(value);
      if (!Number.isFinite(number)) throw new DataError(`lexicon/tone.tsv gives ${type} the value "${value}".`);
      return [type, { type, value: number, side: (side || null) as Tone["side"] }];
    }),
  );
  return loaded;
}

/** How much an act counts by its status: what is only planned counts half; what is possible or denied, nothing. */
export const STATUS_WEIGHT = { actual: 1, planned: 0.5, possible: 0, negated: 0 } as const;

/** The period of a day in a line of time: year, quarter or month. */
export function periodOf(day: string, size: "year" | "quarter" | "month"): string {
  if (size === "year") return day.slice(0, 4);
  if (size === "month") return day.slice(0, 7);
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The finest period that gives at most 24 steps or so. */
export function periodSize(first: string, last: string): "year" | "quarter" | "month" {
  const months =
    (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(last.slice(5, 7)) - Number(first.slice(5, 7));
  return months <= 18 ? "month" : months <= 72 ? "quarter" : "year";
}
