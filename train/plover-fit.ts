/** One row to learn from: features as indexes with values, and its class. */
export interface Example {
  readonly indexes: Uint32Array;
  readonly values: Float64Array;
  readonly label: number;
}

export interface FitOptions {
  readonly classes: number;
  readonly features: number;
  /** Cost of an error; the smaller, the more regular. */
  readonly cost: number;
  /** 0 weighs every row alike, 1 every class alike. */
  readonly balance: number;
  readonly epochs: number;
  readonly seed: number;
}

/** Small seeded generator (mulberry32), so that training repeats exactly. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** `items` in a seeded random order, in place. */
export function shuffle<Item>(items: Item[] | Int32Array, random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = items[i]!;
    items[i] = items[j]!;
    items[j] = held;
  }
}

/**
 * Linear support vector machines, one class against the rest, squared hinge loss, by dual coordinate descent
 * (Hsieh et al. 2008). Gives for each class its weights, with the bias last.
 */
export function fitLinear(examples: readonly Example[], options: FitOptions): Float64Array[] {
  const counts = new Array<number>(options.classes).fill(0);
  for (const example of examples) counts[example.label]!++;
  return counts.map((count, label) => fitOne(examples, label, count, options));
}

function fitOne(examples: readonly Example[], label: number, count: number, options: FitOptions): Float64Array {
  const { features, cost, balance, epochs, seed } = options;
  const weights = new Float64Array(features + 1);
  const alpha = new Float64Array(examples.length);
  const even = examples.length / (2 * Math.max(1, count));
  const positive = cost * even ** balance;
  const order = Int32Array.from(examples.keys());
  const norms = examples.map((e) => 1 + e.values.reduce((sum, v) => sum + v * v, 0));
  const random = seeded(seed + label);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let largest = 0;
    for (const i of order) {
      const { indexes, values, label: own } = examples[i]!;
      const y = own === label ? 1 : -1;
      const diagonal = 1 / (2 * (y > 0 ? positive : cost));
      let score = weights[features]!;
      for (let k = 0; k < indexes.length; k++) score += weights[indexes[k]!]! * values[k]!;
      const gradient = y * score - 1 + diagonal * alpha[i]!;
      if (alpha[i] === 0 && gradient >= 0) continue;
      const next = Math.max(0, alpha[i]! - gradient / (norms[i]! + diagonal));
      const step = (next - alpha[i]!) * y;
      largest = Math.max(largest, Math.abs(gradient));
      alpha[i] = next;
      for (let k = 0; k < indexes.length; k++) weights[indexes[k]!]! += step * values[k]!;
      weights[features]! += step;
    }
    if (largest < 1e-3) break;
  }
  return weights;
}
