import { ngramBuckets, normalForm, shapeOf, wordKey } from "./forms.ts";
import type { Matrix, Model } from "./model.ts";

/** Turns a word into the numbers that the first layer reads: word, vector, n-grams and shape, one after the other. */
export class Embedding {
  readonly width: number;
  private readonly model: Model;
  private readonly words: Matrix;
  private readonly vectors: Matrix | undefined;
  private readonly grams: Matrix;
  private readonly shapes: Matrix;

  constructor(model: Model) {
    this.model = model;
    this.words = model.matrix("words");
    this.vectors = model.has("vectors") ? model.matrix("vectors") : undefined;
    this.grams = model.matrix("grams");
    this.shapes = model.matrix("shapes");
    this.width = this.words.columns + (this.vectors?.columns ?? 0) + this.grams.columns + this.shapes.columns;
  }

  /** Writes the embedding of a form to `out` from `at` on. */
  write(form: string, out: Float32Array, at: number): void {
    const normal = normalForm(form);
    const key = wordKey(normal);
    let to = addRow(this.words, this.model.words.get(key) ?? 0, 1, out, at);
    if (this.vectors) to = addRow(this.vectors, this.model.vectors.get(key) ?? 0, 1, out, to);
    const buckets = ngramBuckets(key);
    for (const bucket of buckets) addRow(this.grams, bucket, 1 / buckets.length, out, to);
    to += this.grams.columns;
    addRow(this.shapes, this.model.shapes.get(shapeOf(normal)) ?? 0, 1, out, to);
  }
}

/** Adds a row of a matrix, times a factor, to `out`; gives the place behind it. */
function addRow(matrix: Matrix, row: number, factor: number, out: Float32Array, at: number): number {
  const { columns, values } = matrix;
  const scale = matrix.scales[row]! * factor;
  const from = row * columns;
  for (let c = 0; c < columns; c++) out[at + c]! += values[from + c]! * scale;
  return at + columns;
}
