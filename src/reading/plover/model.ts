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

/** A feature of a sentence that the model has weights for; its value is already in units of the margin. */
export interface Evidence {
  readonly name: string;
  readonly value: number;
  readonly weights: Int8Array;
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

  /** The features of a bag that the model knows, with its weights for them. */
  evidence(bag: Bag): Evidence[] {
    const found: Evidence[] = [];
    for (const [name, value] of scaled(bag, this.#file.groups)) {
      const weights = this.#weights.get(name);
      if (weights) found.push({ name, value: value * this.#file.unit, weights });
    }
    return found;
  }

  /** The margin of each label, in the order of `labels`. */
  margins(evidence: readonly Evidence[]): number[] {
    const sums = [...this.#file.bias];
    for (const { value, weights } of evidence) {
      for (let i = 0; i < sums.length; i++) sums[i]! += weights[i]! * value;
    }
    return sums;
  }

  /** The likeliest label. */
  label(bag: Bag): Label {
    const margins = this.margins(this.evidence(bag));
    return this.labels[margins.indexOf(Math.max(...margins))]!;
  }

  /** Margins as shares of one. */
  shares(margins: readonly number[]): number[] {
    const highest = Math.max(...margins);
    const raised = margins.map((m) => Math.exp((m - highest) * this.#file.sharpness));
    const total = raised.reduce((sum, v) => sum + v, 0);
    return raised.map((v) => v / total);
  }
}

/** The features that spoke most for one label rather than another, strongest first. */
export const reasonsFor = (evidence: readonly Evidence[], label: number, rival: number, most: number): Reason[] =>
  evidence
    .map(({ name, value, weights }) => ({ name, weight: (weights[label]! - weights[rival]!) * value }))
    .filter((reason) => reason.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most);

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
