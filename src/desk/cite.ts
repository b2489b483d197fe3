import { aroundIn, Lines } from "../formats/excerpt.ts";
import type { Cited } from "./questions/schemas.ts";

/** Every citation within an answer. */
export function citationsIn(value: unknown, found: Cited[] = []): Cited[] {
  if (typeof value !== "object" || value === null) return found;
  if ("quote" in value && "report" in value && "line" in value) found.push(value as Cited);
  else for (const part of Object.values(value)) citationsIn(part, found);
  return found;
}

/** Gives citations their lines, and the rest of their sentences, out of the texts of their reports. */
export function placeCitations(all: readonly Cited[], texts: ReadonlyMap<string, string>): void {
  for (const [report, some] of Map.groupBy(all, (one) => one.report)) {
    const text = texts.get(report);
    if (text === undefined) continue;
    const lines = new Lines(text);
    for (const one of some) {
      one.line = lines.at(one.from) + 1;
      Object.assign(one, aroundIn(lines, one));
    }
  }
}
