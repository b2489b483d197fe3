import type { Kernel } from "./kernel.ts";

const f = Math.fround;

/** tanh as kernel.as.ts has it, each step rounded to float32. */
function tanh(given: number): number {
  const x = Math.min(Math.max(given, -5), 5);
  const s = f(x * x);
  let over = f(s + 378);
  over = f(f(over * s) + 17325);
  over = f(f(over * s) + 135135);
  let under = f(f(28 * s) + 3150);
  under = f(f(under * s) + 62370);
  under = f(f(under * s) + 135135);
  return Math.min(Math.max(f(f(x * over) / under), -1), 1);
}

const sigmoid = (x: number): number => f(f(tanh(f(x * 0.5)) * 0.5) + 0.5);

/** To the nearest whole number, halves to even. */
const round = (x: number): number => f(x + 12582912) - 12582912;

/** The kernel in plain TypeScript over `buffer`: several times slower, the same to the last bit. */
export function portableKernel(buffer: ArrayBuffer): Kernel {
  const i8 = new Int8Array(buffer);
  const i16 = new Int16Array(buffer);
  const u32 = new Uint32Array(buffer);
  const f32 = new Float32Array(buffer);
  const sums = new Float64Array(16);

  /** The products of the 16 rows of a panel with the int16 values at `x`. */
  const panel = (weights: number, x: number, pairs: number): void => {
    sums.fill(0);
    let w = weights;
    let a = x >> 1;
    for (let k = 0; k < pairs; k++, a += 2) {
      const u = i16[a]!;
      const v = i16[a + 1]!;
      for (let r = 0; r < 16; r++, w += 2) sums[r]! += i8[w]! * u + i8[w + 1]! * v;
    }
  };

  return {
    affine(weights, scale, bias, x, xscale, out, panels, pairs, n) {
      for (let p = 0; p < panels; p++) {
        for (let t = 0; t < n; t++) {
          panel(weights + p * pairs * 32, x + t * pairs * 4, pairs);
          const by = f32[(xscale >> 2) + t]!;
          const o = (out >> 2) + (t * panels + p) * 16;
          for (let r = 0; r < 16; r++) {
            const s = f(f32[(scale >> 2) + p * 16 + r]! * by);
            f32[o + r] = f(f(f(sums[r]!) * s) + f32[(bias >> 2) + p * 16 + r]!);
          }
        }
      }
    },

    recur(weights, scale, pre, out, stride, start, room, panels, n, backwards) {
      const pairs = panels * 2;
      f32.fill(0, room >> 2, (room >> 2) + panels * 4);
      let state = start;
      for (let i = 0; i < n; i++) {
        const t = backwards ? n - 1 - i : i;
        const given = u32[(pre >> 2) + t]! >> 2;
        const to = out + t * stride;
        for (let p = 0; p < panels; p++) {
          panel(weights + p * pairs * 32, state, pairs);
          const gate = (r: number): number =>
            f(f(f(sums[r]!) * f32[(scale >> 2) + p * 16 + r]!) + f32[given + p * 16 + r]!);
          for (let u = 0; u < 4; u++) {
            const at = (room >> 2) + p * 4 + u;
            const cell = f(f(sigmoid(gate(4 + u)) * f32[at]!) + f(sigmoid(gate(u)) * tanh(gate(8 + u))));
            f32[at] = cell;
            i16[(to >> 1) + p * 4 + u] = round(f(f(sigmoid(gate(12 + u)) * tanh(cell)) * 8192));
          }
        }
        state = to;
      }
    },

    quantise(x, stride, columns, out, scales, n, leak, levels) {
      const slope = f(leak);
      for (let t = 0; t < n; t++) {
        const row = (x + t * stride) >> 2;
        let top = f(1e-9);
        for (let k = 0; k < columns; k++) {
          const v = f32[row + k]!;
          const y = Math.max(v, f(v * slope));
          f32[row + k] = y;
          top = Math.max(top, Math.abs(y));
        }
        const by = f(levels / top);
        f32[(scales >> 2) + t] = f(top / levels);
        for (let k = 0; k < columns; k++) i16[(out >> 1) + t * columns + k] = round(f(f32[row + k]! * by));
      }
    },

    products(a, ascale, n, b, bscale, m, columns, out) {
      const wide = (m + 3) & ~3;
      for (let t = 0; t < n; t++) {
        const row = (a >> 1) + t * columns;
        for (let j = 0; j < wide; j++) {
          const to = (b >> 1) + j * columns;
          let sum = 0;
          for (let k = 0; k < columns; k++) sum += i16[row + k]! * i16[to + k]!;
          f32[(out >> 2) + t * wide + j] = f(f(sum) * f(f32[(bscale >> 2) + j]! * f32[(ascale >> 2) + t]!));
        }
      }
    },

    add(a, to, count) {
      for (let k = 0; k < count; k++) i16[(to >> 1) + k]! += i16[(a >> 1) + k]!;
    },

    pair(a, b, out, columns, leak) {
      const slope = f(leak);
      for (let k = 0; k < columns; k++) {
        const x = f32[(a >> 2) + k]!;
        const y = f32[(b >> 2) + k]!;
        const sum = f(x + y);
        f32[(out >> 2) + k] = Math.max(sum, f(sum * slope));
        f32[(out >> 2) + columns + k] = f(x * y);
      }
    },
  };
}
