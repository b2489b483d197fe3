import { readFileSync } from "node:fs";
import { portableKernel } from "./portable.ts";

/** The part of the WebAssembly interface used here: Node has it, TypeScript declares it only for browsers. */
declare const WebAssembly: {
  readonly CompileError: new () => Error;
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

/**
 * The arithmetic of the network. Every argument but `leak` and `levels` is a whole number; pointers are byte offsets
 * into the memory that the kernel was made with. What each function does is said in kernel.as.ts.
 */
export interface Kernel {
  affine(
    weights: number,
    scale: number,
    bias: number,
    x: number,
    xscale: number,
    out: number,
    panels: number,
    pairs: number,
    n: number,
  ): void;
  recur(
    weights: number,
    scale: number,
    pre: number,
    out: number,
    stride: number,
    start: number,
    room: number,
    panels: number,
    n: number,
    backwards: number,
  ): void;
  quantise(
    x: number,
    stride: number,
    columns: number,
    out: number,
    scales: number,
    n: number,
    leak: number,
    levels: number,
  ): void;
  products(
    a: number,
    ascale: number,
    n: number,
    b: number,
    bscale: number,
    m: number,
    columns: number,
    out: number,
  ): void;
  add(a: number, to: number, count: number): void;
  pair(a: number, b: number, out: number, columns: number, leak: number): void;
}

/** Which arithmetic to use; both give the same numbers to the last bit. */
export type KernelKind = "wasm" | "portable";

/** A kernel over new memory of at least `bytes`, all zero. Falls back to "portable" where there is no SIMD. */
export function makeKernel(bytes: number, kind: KernelKind): { kernel: Kernel; buffer: ArrayBuffer } {
  if (kind === "wasm") {
    try {
      return wasmKernel(bytes);
    } catch (error) {
      if (!(error instanceof WebAssembly.CompileError)) throw error;
    }
  }
  const buffer = new ArrayBuffer(Math.ceil(bytes / 16) * 16);
  return { kernel: portableKernel(buffer), buffer };
}

function wasmKernel(bytes: number): { kernel: Kernel; buffer: ArrayBuffer } {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
  const module = new WebAssembly.Module(readFileSync(new URL("./kernel.wasm", import.meta.url)));
  const instance = new WebAssembly.Instance(module, { env: { memory } });
  return { kernel: instance.exports as Kernel, buffer: memory.buffer };
}
