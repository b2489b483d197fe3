import type { Dated } from "./speech.ts";

const length = (s: Dated): number => s.content.to - s.content.from;

/** The statements around a range, the innermost first. */
export type Around = (from: number, to: number) => Dated[];

/** Finds the statements around a range by halving on where their contents begin; of equal ones the first stands first. */
export function aroundIn(statements: readonly Dated[]): Around {
  const order = statements.map((_, i) => i).sort((a, b) => beginOf(a) - beginOf(b) || a - b);
  /** The furthest end of the contents up to each: tells how far back one can still reach over a range. */
  const ends: number[] = [];
  for (const i of order) ends.push(Math.max(ends.at(-1) ?? 0, statements[i]!.content.to));

  function beginOf(i: number): number {
    return statements[i]!.content.from;
  }

  return (from, to) => {
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (beginOf(order[middle]!) <= from) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let i = low - 1; i >= 0 && ends[i]! >= to; i -= 1)
      if (statements[order[i]!]!.content.to >= to) found.push(order[i]!);
    if (found.length > 1) found.sort((a, b) => length(statements[a]!) - length(statements[b]!) || a - b);
    return found.map((i) => statements[i]!);
  };
}

/** The statements on a line and the lines right before and after it, in their order. */
export function besideIn(statements: readonly Dated[]): (line: number) => Dated[] {
  const lines = Map.groupBy(statements.keys(), (i) => statements[i]!.line);
  return (line) =>
    [line - 1, line, line + 1]
      .flatMap((l) => lines.get(l) ?? [])
      .sort((a, b) => a - b)
      .map((i) => statements[i]!);
}
