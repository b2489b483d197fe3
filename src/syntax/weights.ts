import type { Matrix, Model } from "./model.ts";

/** Rows in one panel of weights (see kernel/kernel.as.ts). */
export const PANEL = 16;

/** A layer in the kernel's memory: byte offsets of its weights, scales and biases. */
export interface Layer {
  readonly weights: number;
  readonly scale: number;
  readonly bias: number;
  readonly panels: number;
  /** Pairs of columns. */
  readonly pairs: number;
}

/** Rows of one matrix with their biases, in the order in which the kernel shall have them. */
export interface Rows {
  readonly matrix: Matrix;
  readonly bias: Float32Array | undefined;
  /** Row numbers; by default all in order. */
  readonly order?: readonly number[];
}

/** Hands out parts of the kernel's memory, 64-byte aligned, never taken back. */
export class Room {
  used = 64;
  take(bytes: number): number {
    const at = this.used;
    this.used += (bytes + 63) & ~63;
    return at;
  }
}

const padded = (count: number, to: number): number => Math.ceil(count / to) * to;

/** A layer's place in memory, before there is memory: call the second part once there is. */
export function placeLayer(
  room: Room,
  parts: readonly Rows[],
  factor = 1,
): { layer: Layer; fill(b: ArrayBuffer): void } {
  const rows = parts.flatMap((part) =>
    (part.order ?? Array.from({ length: part.matrix.rows }, (_, i) => i)).map((row) => ({ part, row })),
  );
  const columns = parts[0]!.matrix.columns;
  const panels = padded(rows.length, PANEL) / PANEL;
  const pairs = padded(columns, 8) / 2;
  const layer = {
    weights: room.take(panels * pairs * 32),
    scale: room.take(panels * 64),
    bias: room.take(panels * 64),
    panels,
    pairs,
  };
  const fill = (buffer: ArrayBuffer): void => {
    const i8 = new Int8Array(buffer);
    const f32 = new Float32Array(buffer);
    rows.forEach(({ part, row }, i) => {
      const panel = layer.weights + Math.floor(i / PANEL) * pairs * 32 + (i % PANEL) * 2;
      const from = row * columns;
      for (let c = 0; c < columns; c++) i8[panel + (c >> 1) * 32 + (c & 1)] = part.matrix.values[from + c]!;
      f32[(layer.scale >> 2) + i] = part.matrix.scales[row]! * factor;
      f32[(layer.bias >> 2) + i] = part.bias?.[row] ?? 0;
    });
  };
  return { layer, fill };
}

/** The rows of an LSTM direction in panel order: for every four units their input, forget, cell and output gates. */
export function gateOrder(hidden: number): number[] {
  const order: number[] = [];
  for (let u = 0; u < hidden; u += 4)
    for (let gate = 0; gate < 4; gate++) for (let k = 0; k < 4; k++) order.push(gate * hidden + u + k);
  return order;
}

/** The input weights of both directions of an LSTM layer as one list of rows. */
export const inputRows = (model: Model, layer: string): Rows[] =>
  ["forward", "backward"].map((way) => ({
    matrix: model.matrix(`${layer}.${way}.input`),
    bias: model.vector(`${layer}.${way}.bias`),
    order: gateOrder(model.hidden),
  }));

/** The state weights of one direction of an LSTM layer. */
export const stateRows = (model: Model, layer: string, way: string): Rows[] => [
  { matrix: model.matrix(`${layer}.${way}.state`), bias: undefined, order: gateOrder(model.hidden) },
];

/** A head of the network with its bias. */
export const headRows = (model: Model, ...names: string[]): Rows[] =>
  names.map((name) => ({ matrix: model.matrix(name), bias: model.vector(`${name}.bias`) }));
