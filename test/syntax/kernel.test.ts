import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { makeKernel } from "../../src/syntax/kernel/kernel.ts";
import { readModel } from "../../src/syntax/model.ts";
import { Network } from "../../src/syntax/network.ts";

const kernelFile = (name: string): string => fileURLToPath(new URL(`../../src/syntax/kernel/${name}`, import.meta.url));

/** Numbers that look random and are always the same. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
}

describe("the two kernels", () => {
  it("give the same numbers to the last bit", () => {
    const [panels, pairs, n] = [4, 24, 7];
    const results = (["wasm", "portable"] as const).map((kind) => {
      const { kernel, buffer } = makeKernel(1 << 20, kind);
      const random = noise(7);
      const f32 = new Float32Array(buffer);
      const i16 = new Int16Array(buffer);
      new Int8Array(buffer).subarray(1024, 4096 * 4).forEach((_, i, all) => {
        all[i] = random() * 254;
      });
      i16.subarray(1 << 14, 1 << 15).forEach((_, i, all) => {
        all[i] = random() * 16000;
      });
      f32.subarray(1 << 15, 1 << 16).forEach((_, i, all) => {
        all[i] = random() / 50;
      });
      const at = (block: number): number => (1 << 17) + block * 8192;
      kernel.affine(1024, at(0), at(1), 1 << 15, at(2), at(3), panels, pairs, n);
      kernel.quantise(at(3), panels * 64, 48, at(4), at(5), n, 0.1, 2000);
      kernel.products(at(4), at(5), n, at(4), at(5), n, 48, at(6));
      kernel.pair(at(3), at(3) + 256, at(7), 32, 0.1);
      const u32 = new Uint32Array(buffer);
      for (let t = 0; t < n; t++) u32[(at(8) >> 2) + t] = at(3) + t * panels * 64;
      kernel.recur(1024, at(0), at(8), at(9), panels * 8, at(10), 1 << 19, panels, n, 1);
      kernel.add(at(4), at(9), 64);
      return Buffer.from(buffer.slice(0, 1 << 18));
    });
    expect(results[0]!.equals(results[1]!)).toBe(true);
  });

  it("give the same trees", () => {
    const model = readModel();
    const [fast, plain] = [new Network(model), new Network(model, "portable")];
    for (const text of ["The Kremlin said on Friday that Mr. Putin had not yet called him back .", "No ¤ !", '" " "'])
      expect(plain.analyse(text.split(" "))).toEqual(fast.analyse(text.split(" ")));
  });

  it("the committed binary is what its source compiles to", () => {
    const out = join(tmpdir(), `chancery-kernel-${process.pid}.wasm`);
    const run = spawnSync(process.execPath, [kernelFile("build.ts"), out], { encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(readFileSync(out).equals(readFileSync(kernelFile("kernel.wasm")))).toBe(true);
    rmSync(out);
  });
});
