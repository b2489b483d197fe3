import type { RefObject } from "preact";
import { useKeys } from "./keys.ts";

/** Makes `j` and `k` move the focus through what is marked with `data-stop` in a part of the page. */
export function useListKeys(title: string, within: RefObject<HTMLElement | null>): void {
  const move = (step: 1 | -1): void => {
    const stops = [...(within.current?.querySelectorAll<HTMLElement | SVGElement>("[data-stop]") ?? [])];
    const here = stops.findIndex((stop) => stop === document.activeElement || stop.contains(document.activeElement));
    const next = here < 0 ? (step > 0 ? 0 : stops.length - 1) : here + step;
    stops[next]?.focus();
    stops[next]?.scrollIntoView({ block: "nearest" });
  };
  useKeys(title, [
    { key: "j", does: "the next", run: () => move(1) },
    { key: "k", does: "the one before", run: () => move(-1) },
  ]);
}
