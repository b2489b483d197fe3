import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import type { Point, Points } from "../../ui/nearest.ts";

export interface NodeIn {
  readonly id: string;
  readonly encounters: number;
}

export interface LinkIn {
  readonly a: string;
  readonly b: string;
  readonly encounters: number;
}

/** A picture's nodes where they come to rest, in units of their own. */
export type Layout = Points;

interface Body extends Point {
  readonly id: string;
  readonly r: number;
  x: number;
  y: number;
}

const TICKS = 320;
/** Milliseconds of work before the page gets its turn. */
const SLICE = 12;

/** The radius of a node: its area grows with its encounters. */
export const radiusOf = (encounters: number): number => 4 + 2.1 * Math.sqrt(encounters);

/** The width of a link. */
export const widthOf = (encounters: number, most: number): number =>
  1 + 7 * Math.sqrt((encounters - 1) / Math.max(most, 8));

/**
 * Lays a network out so that those who deal with each other stand together. The same network always gives the same
 * picture: it starts from a spiral in the order given, moves a fixed number of ticks, and draws nothing by chance.
 * `wide` over one makes it broader than high. `pause` is awaited between slices of work.
 */
export async function layOut(
  nodes: readonly NodeIn[],
  links: readonly LinkIn[],
  wide: number,
  pause: () => Promise<void> = nextTask,
): Promise<Layout> {
  const bodies: Body[] = nodes.map(({ id, encounters }, i) => {
    const angle = i * 2.399963;
    const away = 12 * Math.sqrt(i + 0.5);
    return { id, r: radiusOf(encounters), x: away * Math.cos(angle), y: away * Math.sin(angle) };
  });
  const most = Math.max(1, ...links.map(({ encounters }) => encounters));
  const simulation = forceSimulation(bodies)
    .force(
      "link",
      forceLink<Body, { source: string; target: string; weight: number }>(
        links.map(({ a, b, encounters }) => ({ source: a, target: b, weight: encounters })),
      )
        .id(({ id }) => id)
        .distance(({ weight }) => 72 - 28 * (weight / most)),
    )
    .force("charge", forceManyBody<Body>().strength(-190).distanceMax(420))
    .force("collide", forceCollide<Body>(({ r }) => r + 9).iterations(2))
    .force("x", forceX<Body>(0).strength(0.06 / wide))
    .force("y", forceY<Body>(0).strength(0.06 * wide))
    .alphaDecay(1 - 0.001 ** (1 / TICKS))
    .stop();
  let since = performance.now();
  for (let tick = 0; tick < TICKS; tick++) {
    simulation.tick();
    if (performance.now() - since < SLICE) continue;
    await pause();
    since = performance.now();
  }
  return new Map(bodies.map(({ id, x, y }) => [id, { x, y }]));
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

/** A layout moved and stretched into a frame; it is never drawn larger than it was laid out. */
export function intoFrame(layout: Layout, { width, height, margin }: Frame): Layout {
  const all = [...layout.values()];
  if (all.length === 0) return layout;
  const [x0, x1] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))];
  const [y0, y1] = [Math.min(...all.map(({ y }) => y)), Math.max(...all.map(({ y }) => y))];
  const scaleX = Math.min(1.6, (width - 2 * margin) / Math.max(1, x1 - x0));
  const scaleY = Math.min(1.6, (height - 2 * margin) / Math.max(1, y1 - y0));
  const round = (n: number): number => Math.round(n * 10) / 10;
  return new Map(
    [...layout].map(([id, { x, y }]) => [
      id,
      {
        x: round(width / 2 + (x - (x0 + x1) / 2) * scaleX),
        y: round(height / 2 + (y - (y0 + y1) / 2) * scaleY),
      },
    ]),
  );
}
