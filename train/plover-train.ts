import type { Bag } from "../src/reading/plover/bag.ts";
import { GROUP_WEIGHTS, scaled } from "../src/reading/plover/bag.ts";
import { LABELS, type Label, LinearModel, type ModelFile } from "../src/reading/plover/model.ts";
import { type Example, type FitOptions, fitLinear } from "./plover-fit.ts";

/** A row to learn from: its features and its label. */
export interface Lesson {
  readonly bag: Bag;
  readonly label: Label;
}

/** How the committed model is trained; found by cross-validation, where the optimum is flat. */
export const OPTIONS = { cost: 0.1, balance: 0.3, epochs: 40, seed: 1 };
/** A feature counts only if at least so many rows have it. */
export const LEAST_ROWS = 3;
const SHARPNESS = 3.5;

/** Trains a model; the same lessons in the same order always give the same one. */
export function trainModel(lessons: readonly Lesson[], options: Partial<FitOptions> = {}): ModelFile {
  const vectors = lessons.map(({ bag }) => scaled(bag));
  const index = featureIndex(vectors);
  const examples = vectors.map((vector, i) => exampleOf(vector, index, LABELS.indexOf(lessons[i]!.label)));
  const weights = fitLinear(examples, { ...OPTIONS, classes: LABELS.length, features: index.size, ...options });
  return fileOf(weights, index);
}

/** The same as a model that can be asked. */
export const trainedModel = (lessons: readonly Lesson[]): LinearModel => new LinearModel(trainModel(lessons));

function featureIndex(vectors: readonly Map<string, number>[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (const vector of vectors) for (const name of vector.keys()) rows.set(name, (rows.get(name) ?? 0) + 1);
  const kept = [...rows].filter(([, count]) => count >= LEAST_ROWS).map(([name]) => name);
  return new Map(kept.sort().map((name, i) => [name, i]));
}

function exampleOf(vector: Map<string, number>, index: Map<string, number>, label: number): Example {
  const known = [...vector].filter(([name]) => index.has(name));
  return {
    indexes: Uint32Array.from(known.map(([name]) => index.get(name)!)),
    values: Float64Array.from(known.map(([, value]) => value)),
    label,
  };
}

/** Weights rounded to signed bytes of one unit; features whose weights are all zero then are left out. */
function fileOf(weights: readonly Float64Array[], index: Map<string, number>): ModelFile {
  const largest = weights.reduce((max, w) => w.subarray(0, -1).reduce((m, v) => Math.max(m, Math.abs(v)), max), 0);
  const unit = largest / 127;
  const features: { [name: string]: string } = {};
  for (const [name, at] of index) {
    const bytes = Int8Array.from(weights, (w) => Math.round(w[at]! / unit));
    if (bytes.some((b) => b !== 0)) features[name] = Buffer.from(bytes.buffer).toString("base64");
  }
  const bias = weights.map((w) => Number(w.at(-1)!.toFixed(5)));
  return {
    labels: LABELS,
    bias,
    unit: Number(unit.toPrecision(6)),
    sharpness: SHARPNESS,
    groups: GROUP_WEIGHTS,
    features,
  };
}
