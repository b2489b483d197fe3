import { readFileSync } from "node:fs";

/** A matrix of the model file: int8 rows, each with a scale. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

/** The trained model as it lies in the file that train/export.py writes. */
export interface Model {
  /** Units of each direction of the LSTM layers. */
  readonly hidden: number;
  readonly words: ReadonlyMap<string, number>;
  readonly vectors: ReadonlyMap<string, number>;
  readonly shapes: ReadonlyMap<string, number>;
  readonly xpos: readonly string[];
  readonly upos: readonly string[];
  readonly feats: readonly string[];
  readonly deprels: readonly string[];
  /** Rows "tag ending edit" of the lemmatiser, apart by tabs. */
  readonly lemmas: readonly string[];
  matrix(name: string): Matrix;
  /** Whether the file has such a tensor. */
  has(name: string): boolean;
  vector(name: string): Float32Array;
}

interface Header {
  format: number;
  hidden: number;
  words: string;
  vectors: string;
  shapes: string[];
  xpos: string[];
  upos: string[];
  feats: string[];
  deprels: string[];
  lemmas: string;
  tensors: { name: string; kind: "int8" | "float32"; shape: number[]; offset: number }[];
}

/** Where the package keeps its model. */
export const MODEL = new URL("../../models/syntax.bin", import.meta.url);

/** Reads a model file. Throws if it is not one, or of a format that this version does not know. */
export function readModel(file: URL | string = MODEL): Model {
  const bytes = readFileSync(file);
  if (bytes.toString("latin1", 0, 4) !== "CHSY") throw new Error(`${file} is no syntax model`);
  const length = bytes.readUInt32LE(4);
  const header = JSON.parse(bytes.toString("utf8", 8, 8 + length)) as Header;
  if (header.format !== 1) throw new Error(`${file} is a syntax model of the unknown format ${header.format}`);
  const base = bytes.byteOffset + 8 + length;
  const buffer = base % 4 === 0 ? bytes.buffer : bytes.buffer.slice(base);
  const start = base % 4 === 0 ? base : 0;
  const tensors = new Map(header.tensors.map((t) => [t.name, t]));
  const tensor = (name: string): Header["tensors"][number] => {
    const found = tensors.get(name);
    if (!found) throw new Error(`the syntax model has no tensor ${name}`);
    return found;
  };
  const vector = (name: string): Float32Array => {
    const { shape, offset } = tensor(name);
    return new Float32Array(buffer, start + offset, shape[0]!);
  };
  return {
    hidden: header.hidden,
    words: numbered(header.words.split("\n")),
    vectors: numbered(header.vectors.split("\n")),
    shapes: numbered(header.shapes),
    xpos: header.xpos,
    upos: header.upos,
    feats: header.feats,
    deprels: header.deprels,
    lemmas: header.lemmas.split("\n"),
    matrix(name) {
      const { shape, offset } = tensor(name);
      const [rows, columns] = shape as [number, number];
      const values = new Int8Array(buffer, start + offset, rows * columns);
      return { rows, columns, values, scales: vector(`${name}.scale`) };
    },
    has: (name) => tensors.has(name),
    vector,
  };
}

const numbered = (items: readonly string[]): Map<string, number> => new Map(items.map((item, i) => [item, i]));
