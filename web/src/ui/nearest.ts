export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Marks of a picture by their names. */
export type Points = ReadonlyMap<string, Point>;

/** Where an arrow key points to. */
export const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The nearest other point in a direction, for the arrow keys; undefined where none lies there. */
export function nearestIn(points: Points, from: string, dx: number, dy: number): string | undefined {
  const here = points.get(from);
  if (!here) return undefined;
  let best: { readonly id: string; readonly cost: number } | undefined;
  for (const [id, { x, y }] of points) {
    const ahead = (x - here.x) * dx + (y - here.y) * dy;
    const aside = Math.abs((x - here.x) * dy) + Math.abs((y - here.y) * dx);
    if (id === from || ahead <= 0 || aside > ahead * 1.5) continue;
    const cost = ahead + aside;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}
