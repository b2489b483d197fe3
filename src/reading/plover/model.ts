import { readFileSync } from "node:fs";
import { DataError } from "../../record/errors.ts";
import { type Bag, scaled } from "./bag.ts";

/** The labels of the training data; YIELD is RETREAT and CONCEDE together, CONSULT a contact. */
export const LABELS = [
  "ACCUSE",
  "AGREE",
  "AID",
  "ASSAULT",
  "COERCE",
  "CONSULT",
  "COOPERATE",
  "MOBILIZE",
  "PROTEST",
  "REJECT",
  "REQUEST",
  "SANCTION",
  "SUPPORT",
  "THREATEN",
  "YIELD",
] as const;
export type Label = (typeof LABELS)[number];

/** A linear model as it stands in `models/plover.json`; written by `train/plover.ts`. */
export interface ModelFile {
  readonly labels: readonly Label[];
  readonly bias: readonly number[];
  /** A weight is its signed byte times this. */
  readonly unit: number;
  /** Margins are multiplied by this before they become shares of one. */
  readonly sharpness: number;
  /** Weight of each group of features. */
  readonly groups: { readonly [group: string]: number };
  /** For each feature one signed byte a label, in base64. */
  readonly features: { readonly [name: string]: string };
}

/** A feature that spoke, and how much for the label in question. */
export interface Reason {
  readonly name: string;
  readonly weight: number;
}

/** A linear model ready to be asked. */
export class LinearModel {
  readonly labels: readonly Label[];
  readonly #file: ModelFile;
  readonly #weights = new Map<string, Int8Array>();

  constructor(file: ModelFile) {
    this.#file = file;
    this.labels = file.labels;
    for (const [name, bytes] of Object.entries(file.features)) {
      this.#weights.set(name, Int8Array.from(Buffer.from(bytes, "base64")));
    }
  }

  /** The margin of each label, in the order of `labels`. */
  margins(bag: Bag): number[] {
    const sums = this.labels.map(() => 0);
    for (const [name, value] of scaled(bag, this.#file.groups)) {
      const weights = this.#weights.get(name);
      if (weights) for (let i = 0; i < sums.length; i++) sums[i]! += weights[i]! * value;
    }
    return sums.map((sum, i) => sum * this.#file.unit + this.#file.bias[i]!);
  }

  /** Margins as shares of one. */
  shares(margins: readonly number[]): number[] {
    const highest = Math.max(...margins);
    const raised = margins.map((m) => Math.exp((m - highest) * this.#file.sharpness));
    const total = raised.reduce((sum, v) => sum + v, 0);
    return raised.map((v) => v / total);
  }

  /** The features that spoke most for `label` rather than `rival`, strongest first. */
  reasons(bag: Bag, label: number, rival: number, most: number): Reason[] {
    const found: Reason[] = [];
    for (const [name, value] of scaled(bag, this.#file.groups)) {
      const weights = this.#weights.get(name);
      if (!weights) continue;
      const weight = (weights[label]! - weights[rival]!) * value * this.#file.unit;
      if (weight > 0) found.push({ name, weight });
    }
    return found.sort((a, b) => b.weight - a.weight).slice(0, most);
  }
}

let loaded: LinearModel | undefined;

/** The package's model, read on first use. Throws DataError where it is missing or malformed. */
export function ploverModel(): LinearModel {
  if (!loaded) {
    try {
      const text = readFileSync(new URL("../../../models/plover.json", import.meta.url), "utf8");
      loaded = new LinearModel(JSON.parse(text) as ModelFile);
    } catch {
      throw new DataError("models/plover.json is missing or malformed; restore it, or train it with train/plover.ts.");
    }
  }
  return loaded;
}
