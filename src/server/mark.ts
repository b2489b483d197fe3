/** How far a store has come, from its version; null where the version does not tell. */
export interface Mark {
  readonly readings: number;
  readonly layers: number;
}

/** The readings and layers of a version, where it tells them. */
export function markOf(version: string): Mark | null {
  const [, readings, layers] = /^(\d+)\.(\d+)$/.exec(version) ?? [];
  return layers === undefined ? null : { readings: Number(readings), layers: Number(layers) };
}

/** Whether what was added to one version is all that parts it from the other. */
export function explains(before: string, { readings, layers }: Mark, after: string): boolean {
  const [from, to] = [markOf(before), markOf(after)];
  return from !== null && to !== null && from.readings + readings === to.readings && from.layers + layers === to.layers;
}

export const NOTHING: Mark = { readings: 0, layers: 0 };

export const sum = (a: Mark, b: Mark): Mark => ({ readings: a.readings + b.readings, layers: a.layers + b.layers });
