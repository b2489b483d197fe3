/** Named features with their values, by group; adding twice keeps the larger. */
export class Bag {
  readonly groups = new Map<string, Map<string, number>>();

  /** Adds `group:name`. Groups are weighted as one, so that many n-grams do not drown one telling word. */
  add(group: string, name: string, value = 1): void {
    let features = this.groups.get(group);
    if (!features) {
      features = new Map();
      this.groups.set(group, features);
    }
    const known = features.get(name);
    if (known === undefined || known < value) features.set(name, value);
  }

  /** The full names of all features. */
  names(): string[] {
    return [...this.groups].flatMap(([group, features]) => [...features.keys()].map((name) => `${group}:${name}`));
  }
}

/** How much each group of features counts against the others; chosen by cross-validation, all of one order. */
export const GROUP_WEIGHTS: { readonly [group: string]: number } = {
  uni: 1,
  bi: 1,
  lex: 0.5,
  act: 0.5,
  phrase: 1,
  pattern: 0.5,
  head: 1,
  flag: 1,
  actor: 0.7,
  pred: 0.7,
  predlex: 0.5,
  path: 1,
  role: 0.4,
  rule: 1,
  trigger: 0.5,
};

/** The bag as a vector: each group scaled to its weight. Groups without a weight are left out. */
export function scaled(bag: Bag, weights: { readonly [group: string]: number } = GROUP_WEIGHTS): Map<string, number> {
  const out = new Map<string, number>();
  for (const [group, features] of bag.groups) {
    const weight = weights[group] ?? 0;
    if (weight <= 0) continue;
    let squares = 0;
    for (const value of features.values()) squares += value * value;
    const factor = weight / Math.sqrt(squares);
    for (const [name, value] of features) out.set(`${group}:${name}`, value * factor);
  }
  return out;
}
