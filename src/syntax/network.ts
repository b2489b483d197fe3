import { decodeTree } from "./decode.ts";
import { Embedding } from "./embedding.ts";
import { type Kernel, type KernelKind, makeKernel } from "./kernel/kernel.ts";
import { FORMS_KEPT, type Layout, LONGEST_SENTENCE, layoutOf, STATE_UNIT } from "./layout.ts";
import type { Model } from "./model.ts";
import { type Layer, PANEL } from "./weights.ts";

const LEAK = 0.1;

/** What the network says of the words of one sentence; numbers index the model's lists. */
export interface Analysis {
  /** Index of each word's head, -1 for the root. */
  readonly heads: Int32Array;
  readonly deprels: Int32Array;
  readonly xpos: Int32Array;
  readonly upos: Int32Array;
  readonly feats: Int32Array;
  /** 0 none, 1 person, 2 place, 3 organisation. */
  readonly entities: Int32Array;
}

/** The trained network, ready to run. Not to be shared between threads. */
export class Network {
  private readonly model: Model;
  private readonly kernel: Kernel;
  private readonly embedding: Embedding;
  private readonly f32: Float32Array;
  private readonly u32: Uint32Array;
  private readonly formPlaces = new Map<string, number>();
  private readonly at: Layout["at"];
  private readonly size: Layout["size"];

  constructor(model: Model, kind: KernelKind = "wasm") {
    this.model = model;
    this.embedding = new Embedding(model);
    const { at, size, bytes, fills } = layoutOf(model, this.embedding.width);
    this.at = at;
    this.size = size;
    const { kernel, buffer } = makeKernel(bytes, kind);
    this.kernel = kernel;
    this.f32 = new Float32Array(buffer);
    this.u32 = new Uint32Array(buffer);
    for (const fill of fills) fill(buffer);
    this.prepare();
  }

  /** Tags and tree of at most {@link LONGEST_SENTENCE} words (more is an error). */
  analyse(words: readonly string[]): Analysis {
    const n = words.length;
    if (n === 0 || n > LONGEST_SENTENCE) throw new RangeError(`a sentence of ${n} words`);
    this.encode(words);
    const { at, size } = this;
    const heads = this.decode(n);
    const scores = at.heads + size.headStride;
    const head = (from: number, count: number): Int32Array => this.best(scores, size.headStride, from, count, n);
    const tag = (from: number, count: number): Int32Array =>
      this.best(at.tagScores, at.tags.panels * 64, from, count, n);
    const { arc, label } = size;
    const behind = 2 * arc + 2 * label;
    return {
      heads,
      deprels: this.labels(heads, n),
      xpos: tag(0, this.model.xpos.length),
      upos: tag(this.model.xpos.length, this.model.upos.length),
      feats: head(behind, this.model.feats.length),
      entities: head(behind + this.model.feats.length, 4),
    };
  }

  /** The LSTM layers, and the tags, which are told by the first. The third, if the model has one, adds to the second. */
  private encode(words: readonly string[]): void {
    const { at, size, kernel, u32 } = this;
    const n = words.length;
    if (this.formPlaces.size + n > FORMS_KEPT) this.formPlaces.clear();
    for (let t = 0; t < n; t++) {
      const place = this.formPlace(words[t]!);
      u32[(at.given1 >> 2) + t] = place;
      u32[(at.given1 >> 2) + LONGEST_SENTENCE + t] = place + size.gates;
    }
    this.recur(at.layer1, at.given1, at.state1, n);
    this.affine(at.tags, at.state1, at.unit, at.tagScores, n);
    this.affine(at.input2, at.state1, at.unit, at.pre2, n);
    this.recur(at.layer2, at.given2, at.state2, n);
    if (!at.input3 || !at.layer3) return;
    this.affine(at.input3, at.state2, at.unit, at.pre2, n);
    this.recur(at.layer3, at.given2, at.state1, n);
    kernel.add(at.state1, at.state2, (n * size.stateStride) / 2);
  }

  private recur(ways: readonly [Layer, Layer], given: number, out: number, n: number): void {
    const { at, size } = this;
    ways.forEach((way, back) => {
      const table = given + back * LONGEST_SENTENCE * 4;
      const to = out + back * size.hidden * 2;
      this.kernel.recur(way.weights, way.scale, table, to, size.stateStride, at.zeros, at.room, way.panels, n, back);
    });
  }

  private affine(layer: Layer, x: number, xscale: number, out: number, n: number): void {
    this.kernel.affine(layer.weights, layer.scale, layer.bias, x, xscale, out, layer.panels, layer.pairs, n);
  }

  /** Where the first layer's input of a form is kept; worked out on first sight. */
  private formPlace(form: string): number {
    const known = this.formPlaces.get(form);
    if (known !== undefined) return known;
    const { at, size, f32 } = this;
    const place = at.forms + this.formPlaces.size * size.gates * 2;
    f32.fill(0, at.embedded >> 2, (at.embedded >> 2) + size.embedded);
    this.embedding.write(form, f32, at.embedded >> 2);
    this.kernel.quantise(at.embedded, 0, size.embedded, at.quantised, at.scales, 1, 1, 8191);
    this.affine(at.input1, at.quantised, at.scales, place, 1);
    this.formPlaces.set(form, place);
    return place;
  }

  /** The heads of the words by the biaffine scores; keeps the label parts for {@link labels}. */
  private decode(n: number): Int32Array {
    const { at, size, kernel } = this;
    const { headStride, arc } = size;
    const first = at.heads + headStride;
    this.affine(at.head, at.state2, at.unit, first, n);
    kernel.quantise(first, headStride, arc, at.quantised, at.scales, n, LEAK, 8191);
    this.affine(at.arc, at.quantised, at.scales, at.asked, n);
    kernel.quantise(at.asked, arc * 4, arc, at.quantised, at.scales, n, 1, 2000);
    kernel.quantise(first + arc * 4, headStride, arc, at.offered + arc * 2, at.offeredScales + 4, n, LEAK, 2000);
    kernel.products(at.quantised, at.scales, n, at.offered, at.offeredScales, n + 1, arc, at.scores);
    return decodeTree(this.f32.subarray(at.scores >> 2), n, (n + 4) & ~3);
  }

  private labels(heads: Int32Array, n: number): Int32Array {
    const { at, size, kernel } = this;
    const { headStride, arc, label } = size;
    for (let t = 0; t < n; t++) {
      const dependent = at.heads + (t + 1) * headStride + 2 * arc * 4;
      const head = at.heads + (heads[t]! + 1) * headStride + (2 * arc + label) * 4;
      kernel.pair(dependent, head, at.pairs + t * label * 8, label, LEAK);
    }
    kernel.quantise(at.pairs, label * 8, label * 2, at.quantised, at.scales, n, 1, 8191);
    this.affine(at.label, at.quantised, at.scales, at.labelScores, n);
    const root = this.model.deprels.indexOf("root");
    const stride = at.label.panels * PANEL;
    for (let t = 0; t < n; t++) {
      const row = (at.labelScores >> 2) + t * stride;
      if (heads[t] === -1) this.f32.fill(-1e9, row, row + stride);
      this.f32[row + root] = heads[t] === -1 ? 0 : -1e9;
    }
    return this.best(at.labelScores, stride * 4, 0, this.model.deprels.length, n);
  }

  /** For n rows the best of `count` floats from the column `from` on. */
  private best(scores: number, stride: number, from: number, count: number, n: number): Int32Array {
    const { f32 } = this;
    const found = new Int32Array(n);
    for (let t = 0; t < n; t++) {
      const row = ((scores + t * stride) >> 2) + from;
      let best = 0;
      for (let k = 1; k < count; k++) if (f32[row + k]! > f32[row + best]!) best = k;
      found[t] = best;
    }
    return found;
  }

  /** What is the same for every sentence: tables of pointers and scales, and the root's row of the heads. */
  private prepare(): void {
    const { at, size, kernel, f32, u32 } = this;
    f32.fill(STATE_UNIT, at.unit >> 2, (at.unit >> 2) + LONGEST_SENTENCE);
    for (let t = 0; t < LONGEST_SENTENCE; t++) {
      u32[(at.given2 >> 2) + t] = at.pre2 + t * size.gates * 2;
      u32[(at.given2 >> 2) + LONGEST_SENTENCE + t] = at.pre2 + t * size.gates * 2 + size.gates;
    }
    f32.set(this.model.vector("root"), at.pairs >> 2);
    kernel.quantise(at.pairs, 0, 2 * size.hidden, at.quantised, at.scales, 1, 1, 8191);
    this.affine(at.head, at.quantised, at.scales, at.heads, 1);
    kernel.quantise(at.heads + size.arc * 4, 0, size.arc, at.offered, at.offeredScales, 1, LEAK, 2000);
  }
}
