/**
 * A tree out of arc scores. `scores` has one row of `stride` floats for each of n words: first the score of being the
 * root, then of each word as its head. Every word takes its best head; where that is no tree with one root, it is
 * mended at least cost: see {@link mend}. Gives the head of each word, -1 for the root.
 */
export function decodeTree(scores: Float32Array, n: number, stride: number): Int32Array {
  const heads = new Int32Array(n);
  for (let t = 0; t < n; t++) heads[t] = bestHead(scores, t, n, stride, true);
  return isTree(heads) ? heads : mend(scores, heads, stride);
}

function bestHead(scores: Float32Array, t: number, n: number, stride: number, rootAllowed: boolean): number {
  const row = t * stride + 1;
  let best = rootAllowed || n === 1 ? -1 : t === 0 ? 1 : 0;
  for (let h = 0; h < n; h++) if (h !== t && scores[row + h]! > scores[row + best]!) best = h;
  return best;
}

/** Whether the heads form one tree: a single root, and every word reaches it. */
export function isTree(heads: Int32Array): boolean {
  let roots = 0;
  for (const head of heads) if (head < 0) roots++;
  return roots === 1 && reaching(heads).every((ok) => ok === 1);
}

/** For each word whether its heads lead to a root. */
function reaching(heads: Int32Array): Uint8Array {
  const unknown = 2;
  const open = 3;
  const state = new Uint8Array(heads.length).fill(unknown);
  for (let t = 0; t < heads.length; t++) {
    let at = t;
    while (at >= 0 && state[at] === unknown) {
      state[at] = open;
      at = heads[at]!;
    }
    const good = at < 0 || state[at] === 1 ? 1 : 0;
    for (at = t; at >= 0 && state[at] === open; at = heads[at]!) state[at] = good;
  }
  return state;
}

/**
 * Makes a tree of heads that are none. The word that gains most by being the root is the root, other roots take their
 * best head; then each cycle is opened at the word that loses least by a head outside, among the words that already
 * reach the root. Quadratic in n, where Eisner's algorithm is cubic; on the treebanks the trees are as good.
 */
export function mend(scores: Float32Array, heads: Int32Array, stride: number): Int32Array {
  const n = heads.length;
  const score = (t: number, head: number): number => scores[t * stride + 1 + head]!;
  let root = 0;
  let most = -Infinity;
  for (let t = 0; t < n; t++) {
    const other = bestHead(scores, t, n, stride, false);
    const gain = score(t, -1) - score(t, other);
    if (gain > most) [most, root] = [gain, t];
    if (heads[t] === -1) heads[t] = other;
  }
  heads[root] = -1;
  const good = reaching(heads);
  for (let t = 0; t < n; t++) {
    if (good[t]) continue;
    openCycle(score, heads, cycleAbove(heads, t), good);
    good.set(reaching(heads));
  }
  return heads;
}

/** The cycle that the heads of `t` lead into. */
function cycleAbove(heads: Int32Array, t: number): number[] {
  let slow = t;
  let fast = heads[t]!;
  while (slow !== fast) {
    slow = heads[slow]!;
    fast = heads[heads[fast]!]!;
  }
  const cycle = [slow];
  for (let at = heads[slow]!; at !== slow; at = heads[at]!) cycle.push(at);
  return cycle;
}

function openCycle(
  score: (t: number, head: number) => number,
  heads: Int32Array,
  cycle: readonly number[],
  good: Uint8Array,
): void {
  let least = Infinity;
  let [word, to] = [cycle[0]!, 0];
  for (const t of cycle) {
    for (let h = 0; h < heads.length; h++) {
      const loss = score(t, heads[t]!) - score(t, h);
      if (good[h] && loss < least) [least, word, to] = [loss, t, h];
    }
  }
  heads[word] = to;
}
