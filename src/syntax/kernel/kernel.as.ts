// The arithmetic of the network in AssemblyScript; portable.ts does the same, operation for operation.
// All pointers are byte offsets into the imported memory. Weights lie in panels of 16 rows: for each pair of columns
// the two int8 weights of each row.

/** tanh by its continued fraction; right to about 1e-4. */
// @ts-ignore: decorator
@inline function tanh4(x: v128): v128 {
  x = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-5)), f32x4.splat(5));
  const s = f32x4.mul(x, x);
  let over = f32x4.add(s, f32x4.splat(378));
  over = f32x4.add(f32x4.mul(over, s), f32x4.splat(17325));
  over = f32x4.add(f32x4.mul(over, s), f32x4.splat(135135));
  let under = f32x4.add(f32x4.mul(f32x4.splat(28), s), f32x4.splat(3150));
  under = f32x4.add(f32x4.mul(under, s), f32x4.splat(62370));
  under = f32x4.add(f32x4.mul(under, s), f32x4.splat(135135));
  const y = f32x4.div(f32x4.mul(over, x), under);
  return f32x4.pmin(f32x4.pmax(y, f32x4.splat(-1)), f32x4.splat(1));
}

// @ts-ignore: decorator
@inline function sigmoid4(x: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(f32x4.mul(tanh4(f32x4.mul(x, half)), half), half);
}

/** Four floats below 2^22 to the nearest int32, halves to even: adding 1.5 * 2^23 leaves the number in the low bits. */
// @ts-ignore: decorator
@inline function round4(x: v128): v128 {
  return i32x4.sub(f32x4.add(x, f32x4.splat(12582912)), i32x4.splat(0x4b400000));
}

// @ts-ignore: decorator
@inline function finish(out: usize, sum: v128, by: v128, plus: v128): void {
  v128.store(out, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), by), plus));
}

/** out[t][row] = (weights[row] . x[t]) * scale[row] * xscale[t] + bias[row], for n rows of x; two at a time. */
export function affine(
  weights: usize, scale: usize, bias: usize, x: usize, xscale: usize, out: usize, panels: i32, pairs: i32, n: i32,
): void {
  const xstride = <usize>pairs << 2;
  const ostride = <usize>panels << 6;
  for (let p = 0; p < panels; p++) {
    const w0 = weights + <usize>p * (<usize>pairs << 5);
    const end = w0 + (<usize>pairs << 5);
    const s0 = v128.load(scale + (<usize>p << 6));
    const s1 = v128.load(scale + (<usize>p << 6), 16);
    const s2 = v128.load(scale + (<usize>p << 6), 32);
    const s3 = v128.load(scale + (<usize>p << 6), 48);
    const b0 = v128.load(bias + (<usize>p << 6));
    const b1 = v128.load(bias + (<usize>p << 6), 16);
    const b2 = v128.load(bias + (<usize>p << 6), 32);
    const b3 = v128.load(bias + (<usize>p << 6), 48);
    let t = 0;
    for (; t + 1 < n; t += 2) {
      let a = x + <usize>t * xstride;
      let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, c0 = a0, c1 = a0, c2 = a0, c3 = a0;
      for (let w = w0; w < end; w += 32) {
        const u = v128.load32_splat(a);
        const v = v128.load32_splat(a + xstride);
        let k = v128.load8x8_s(w);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(k, u));
        c0 = i32x4.add(c0, i32x4.dot_i16x8_s(k, v));
        k = v128.load8x8_s(w, 8);
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(k, u));
        c1 = i32x4.add(c1, i32x4.dot_i16x8_s(k, v));
        k = v128.load8x8_s(w, 16);
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(k, u));
        c2 = i32x4.add(c2, i32x4.dot_i16x8_s(k, v));
        k = v128.load8x8_s(w, 24);
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(k, u));
        c3 = i32x4.add(c3, i32x4.dot_i16x8_s(k, v));
        a += 4;
      }
      let o = out + <usize>t * ostride + (<usize>p << 6);
      let by = v128.load32_splat(xscale + (<usize>t << 2));
      finish(o, a0, f32x4.mul(s0, by), b0);
      finish(o + 16, a1, f32x4.mul(s1, by), b1);
      finish(o + 32, a2, f32x4.mul(s2, by), b2);
      finish(o + 48, a3, f32x4.mul(s3, by), b3);
      o += ostride;
      by = v128.load32_splat(xscale + (<usize>t << 2), 4);
      finish(o, c0, f32x4.mul(s0, by), b0);
      finish(o + 16, c1, f32x4.mul(s1, by), b1);
      finish(o + 32, c2, f32x4.mul(s2, by), b2);
      finish(o + 48, c3, f32x4.mul(s3, by), b3);
    }
    if (t < n) {
      let a = x + <usize>t * xstride;
      let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
      for (let w = w0; w < end; w += 32) {
        const u = v128.load32_splat(a);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(v128.load8x8_s(w), u));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(v128.load8x8_s(w, 8), u));
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(v128.load8x8_s(w, 16), u));
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(v128.load8x8_s(w, 24), u));
        a += 4;
      }
      const o = out + <usize>t * ostride + (<usize>p << 6);
      const by = v128.load32_splat(xscale + (<usize>t << 2));
      finish(o, a0, f32x4.mul(s0, by), b0);
      finish(o + 16, a1, f32x4.mul(s1, by), b1);
      finish(o + 32, a2, f32x4.mul(s2, by), b2);
      finish(o + 48, a3, f32x4.mul(s3, by), b3);
    }
  }
}

/** From the gates of all units (four vectors a panel) the new cell states, and the states as int16 of 1/8192. */
// @ts-ignore: decorator
@inline function openGates(sums: usize, panels: usize, cells: usize, to: usize): void {
  for (let p: usize = 0; p < panels; p++) {
    const s = sums + (p << 6);
    const input = sigmoid4(v128.load(s));
    const forget = sigmoid4(v128.load(s, 16));
    const fresh = tanh4(v128.load(s, 32));
    const output = sigmoid4(v128.load(s, 48));
    const cell = f32x4.add(f32x4.mul(forget, v128.load(cells + (p << 4))), f32x4.mul(input, fresh));
    v128.store(cells + (p << 4), cell);
    const h = round4(f32x4.mul(f32x4.mul(output, tanh4(cell)), f32x4.splat(8192)));
    v128.store64_lane(to + (p << 3), i16x8.narrow_i32x4_s(h, h), 0);
  }
}

/**
 * One direction of an LSTM layer over n words. `pre` is a table of n pointers to what the input gives each step, in
 * panel order: four floats each of input, forget, cell and output gate for every four units. States are written to
 * `out` as int16 of 1/8192, `stride` bytes apart, and read from there in the next step; `start` points to a state of
 * zeros. `room` is for the cell states and the gates: 80 bytes a panel.
 */
export function recur(
  weights: usize, scale: usize, pre: usize, out: usize, stride: usize, start: usize, room: usize,
  panels: i32, n: i32, backwards: i32,
): void {
  const count = <usize>panels;
  const row = count << 6;
  const sums = room + (count << 4);
  memory.fill(room, 0, count << 4);
  let state = start;
  for (let i = 0; i < n; i++) {
    const t = backwards ? n - 1 - i : i;
    const given = <usize>load<u32>(pre + (<usize>t << 2));
    let w = weights;
    for (let p: usize = 0; p < row; p += 64) {
      let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
      const end = w + row;
      let a = state;
      for (; w < end; w += 32) {
        const u = v128.load32_splat(a);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(v128.load8x8_s(w), u));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(v128.load8x8_s(w, 8), u));
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(v128.load8x8_s(w, 16), u));
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(v128.load8x8_s(w, 24), u));
        a += 4;
      }
      finish(sums + p, a0, v128.load(scale + p), v128.load(given + p));
      finish(sums + p + 16, a1, v128.load(scale + p, 16), v128.load(given + p, 16));
      finish(sums + p + 32, a2, v128.load(scale + p, 32), v128.load(given + p, 32));
      finish(sums + p + 48, a3, v128.load(scale + p, 48), v128.load(given + p, 48));
    }
    state = out + <usize>t * stride;
    openGates(sums, count, room, state);
  }
}

/**
 * n rows of floats (`stride` bytes apart, `columns` of them, a multiple of 8), through a leaky rectifier where `leak`
 * is not 1, to int16 of at most `levels`; each row's scale is written to `scales`.
 */
export function quantise(
  x: usize, stride: usize, columns: i32, out: usize, scales: usize, n: i32, leak: f32, levels: f32,
): void {
  const slope = f32x4.splat(leak);
  for (let t = 0; t < n; t++) {
    const row = x + <usize>t * stride;
    const end = row + (<usize>columns << 2);
    let most = f32x4.splat(0);
    for (let a = row; a < end; a += 16) {
      const v = v128.load(a);
      const y = f32x4.pmax(v, f32x4.mul(v, slope));
      v128.store(a, y);
      most = f32x4.pmax(most, f32x4.abs(y));
    }
    const top = max<f32>(
      max<f32>(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
      max<f32>(f32x4.extract_lane(most, 2), max<f32>(f32x4.extract_lane(most, 3), 1e-9)),
    );
    const by = f32x4.splat(levels / top);
    store<f32>(scales + (<usize>t << 2), top / levels);
    let o = out + <usize>t * (<usize>columns << 1);
    for (let a = row; a < end; a += 32) {
      const low = round4(f32x4.mul(v128.load(a), by));
      const high = round4(f32x4.mul(v128.load(a, 16), by));
      v128.store(o, i16x8.narrow_i32x4_s(low, high));
      o += 16;
    }
  }
}

/** out[t][m] = (a[t] . b[m]) * ascale[t] * bscale[m]; rows of `columns` int16 (a multiple of 8), m rows padded to 4. */
export function products(
  a: usize, ascale: usize, n: i32, b: usize, bscale: usize, m: i32, columns: i32, out: usize,
): void {
  const bytes = <usize>columns << 1;
  for (let t = 0; t < n; t++) {
    const row = a + <usize>t * bytes;
    const by = v128.load32_splat(ascale + (<usize>t << 2));
    for (let j = 0; j < m; j += 4) {
      const to = b + <usize>j * bytes;
      let s0 = i32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
      for (let k: usize = 0; k < bytes; k += 16) {
        const v = v128.load(row + k);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(v, v128.load(to + k)));
        s1 = i32x4.add(s1, i32x4.dot_i16x8_s(v, v128.load(to + bytes + k)));
        s2 = i32x4.add(s2, i32x4.dot_i16x8_s(v, v128.load(to + bytes * 2 + k)));
        s3 = i32x4.add(s3, i32x4.dot_i16x8_s(v, v128.load(to + bytes * 3 + k)));
      }
      const l01 = v128.shuffle<i32>(s0, s1, 0, 4, 2, 6);
      const h01 = v128.shuffle<i32>(s0, s1, 1, 5, 3, 7);
      const l23 = v128.shuffle<i32>(s2, s3, 0, 4, 2, 6);
      const h23 = v128.shuffle<i32>(s2, s3, 1, 5, 3, 7);
      const x01 = i32x4.add(l01, h01);
      const x23 = i32x4.add(l23, h23);
      const sum = i32x4.add(v128.shuffle<i32>(x01, x23, 0, 1, 4, 5), v128.shuffle<i32>(x01, x23, 2, 3, 6, 7));
      const scale = f32x4.mul(v128.load(bscale + (<usize>j << 2)), by);
      v128.store(out + (<usize>t * <usize>((m + 3) & ~3) + <usize>j) * 4, f32x4.mul(f32x4.convert_i32x4_s(sum), scale));
    }
  }
}

/** Adds `count` int16 (a multiple of 8) at `a` to those at `to`. */
export function add(a: usize, to: usize, count: i32): void {
  for (let k: usize = 0; k < <usize>count << 1; k += 16) {
    v128.store(to + k, i16x8.add(v128.load(to + k), v128.load(a + k)));
  }
}

/** For a pair of rows of floats: their sum through the leaky rectifier, then their product. */
export function pair(a: usize, b: usize, out: usize, columns: i32, leak: f32): void {
  const bytes = <usize>columns << 2;
  for (let k: usize = 0; k < bytes; k += 16) {
    const x = v128.load(a + k);
    const y = v128.load(b + k);
    const sum = f32x4.add(x, y);
    v128.store(out + k, f32x4.pmax(sum, f32x4.mul(sum, f32x4.splat(leak))));
    v128.store(out + bytes + k, f32x4.mul(x, y));
  }
}
