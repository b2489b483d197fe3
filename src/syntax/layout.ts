import type { Model } from "./model.ts";
import { headRows, inputRows, type Layer, placeLayer, Room, type Rows, stateRows } from "./weights.ts";

/** The longest sentence that the network reads in one piece, in tokens. */
export const LONGEST_SENTENCE = 300;

/** Forms whose input to the first layer is kept (4 kB each with 128 units). */
export const FORMS_KEPT = 10_000;

/** What one step of an int16 state is worth. */
export const STATE_UNIT = 1 / 8192;

/** Where everything lies in the kernel's memory. Sizes in floats or units, strides and `gates` in bytes. */
export type Layout = ReturnType<typeof layoutOf>;

/** Lays out the memory for a model; `fills` put its weights there once there is memory. */
export function layoutOf(model: Model, embeddingWidth: number) {
  const room = new Room();
  const fills: ((buffer: ArrayBuffer) => void)[] = [];
  const place = (rows: Rows[], factor = 1): Layer => {
    const { layer, fill } = placeLayer(room, rows, factor);
    fills.push(fill);
    return layer;
  };
  const both = (layer: string): [Layer, Layer] => [
    place(stateRows(model, layer, "forward"), STATE_UNIT),
    place(stateRows(model, layer, "backward"), STATE_UNIT),
  ];
  const { hidden } = model;
  const arc = model.matrix("arc").rows;
  const label = model.matrix("label_dep").rows;
  const layers = {
    input1: place(inputRows(model, "layer1")),
    layer1: both("layer1"),
    tags: place(headRows(model, "xpos", "upos")),
    input2: place(inputRows(model, "layer2")),
    layer2: both("layer2"),
    ...(model.has("layer3.forward.input") && { input3: place(inputRows(model, "layer3")), layer3: both("layer3") }),
    head: place(headRows(model, "arc_dep", "arc_head", "label_dep", "label_head", "feats", "entity")),
    arc: place(headRows(model, "arc")),
    label: place(headRows(model, "label")),
  };
  const size = {
    hidden,
    arc,
    label,
    embedded: layers.input1.pairs * 2,
    stateStride: hidden * 4,
    gates: hidden * 16,
    headStride: layers.head.panels * 64,
  };
  const n = LONGEST_SENTENCE + 4;
  const widest = Math.max(arc, 2 * label, 2 * hidden, embeddingWidth + 8);
  const at = {
    ...layers,
    unit: room.take(n * 4),
    zeros: room.take(hidden * 2),
    room: room.take(hidden * 20),
    given1: room.take(n * 8),
    given2: room.take(n * 8),
    state1: room.take(n * size.stateStride),
    state2: room.take(n * size.stateStride),
    tagScores: room.take(n * layers.tags.panels * 64),
    pre2: room.take(n * size.gates * 2),
    heads: room.take(n * size.headStride),
    quantised: room.take(n * widest * 2),
    scales: room.take(n * 4),
    asked: room.take(n * arc * 4),
    offered: room.take(n * arc * 2),
    offeredScales: room.take(n * 4),
    scores: room.take(n * n * 4),
    pairs: room.take(n * Math.max(label * 8, hidden * 8)),
    labelScores: room.take(n * layers.label.panels * 64),
    embedded: room.take(widest * 4),
    forms: room.take(FORMS_KEPT * size.gates * 2),
  };
  return { at, size, bytes: room.used, fills };
}
