/** Words that are to stand beside a mark of a picture. */
export interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Of the mark. */
  readonly r: number;
}

export interface PlacedLabel {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface LabelSpace {
  readonly width: number;
  readonly height: number;
  /** Pixels of a line, and of a letter on average, at the size in which labels are set. */
  readonly line?: number;
  readonly letter?: number;
}

const GAP = 4;

/**
 * Places labels so that none overlaps another, a mark, or the edge: beside its mark, else above or below. Those given
 * first are placed first; what finds no room is left out.
 */
export function placeLabels(
  marks: readonly Labelled[],
  { width, height, line = 15, letter = 6.1 }: LabelSpace,
  obstacles: readonly Labelled[] = marks,
): PlacedLabel[] {
  const taken: Box[] = [];
  const dots = obstacles.map(({ id, x, y, r }) => ({ id, box: { x0: x - r, y0: y - r, x1: x + r, y1: y + r } }));
  const placed: PlacedLabel[] = [];
  for (const mark of marks) {
    const wide = mark.text.length * letter;
    for (const { box, ...label } of spotsOf(mark, wide, line)) {
      const inside = box.x0 >= 0 && box.y0 >= 0 && box.x1 <= width && box.y1 <= height;
      const free = !taken.some((other) => overlap(box, other));
      const clear = !dots.some((dot) => dot.id !== mark.id && overlap(box, dot.box));
      if (!inside || !free || !clear) continue;
      taken.push(box);
      placed.push({ id: mark.id, text: mark.text, ...label });
      break;
    }
  }
  return placed;
}

interface Spot extends Pick<PlacedLabel, "x" | "y" | "anchor"> {
  readonly box: Box;
}

function spotsOf({ x, y, r }: Labelled, wide: number, line: number): Spot[] {
  const away = r + GAP;
  const half = line / 2;
  // The baseline stands about a third of a line below the middle.
  const base = line * 0.27;
  const boxAt = (x0: number, middle: number): Box => ({ x0, y0: middle - half, x1: x0 + wide, y1: middle + half });
  return [
    { x: x + away, y: y + base, anchor: "start", box: boxAt(x + away, y) },
    { x: x - away, y: y + base, anchor: "end", box: boxAt(x - away - wide, y) },
    { x, y: y - away - half + base, anchor: "middle", box: boxAt(x - wide / 2, y - away - half) },
    { x, y: y + away + half + base, anchor: "middle", box: boxAt(x - wide / 2, y + away + half) },
  ];
}

const overlap = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
