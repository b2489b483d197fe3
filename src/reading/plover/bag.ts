/** Named features with their values; adding twice keeps the larger. */
export class Bag {
  readonly values = new Map<string, number>();

  /** Adds `group:name`. Groups are weighted as one, so that many n-grams do not drown one telling word. */
  add(group: string, name: string, value = 1): void {
    const key = `${group}:${name}`;
    const known = this.values.get(key);
    if (known === undefined || known < value) this.values.set(key, value);
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

/** The bag as a vector: each group scaled to its weight. */
export function scaled(bag: Bag, weights: { readonly [group: string]: number } = GROUP_WEIGHTS): Map<string, number> {
  const squares = new Map<string, number>();
  for (const [name, value] of bag.values) {
    const group = groupOf(name);
    squares.set(group, (squares.get(group) ?? 0) + value * value);
  }
  const out = new Map<string, number>();
  for (const [name, value] of bag.values) {
    const group = groupOf(name);
    const weight = weights[group] ?? 0;
    if (weight > 0) out.set(name, (value * weight) / Math.sqrt(squares.get(group)!));
  }
  return out;
}

const groupOf = (name: string): string => name.slice(0, name.indexOf(":"));
