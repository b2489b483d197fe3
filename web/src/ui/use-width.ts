import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** Widths are rounded down to steps, so that a picture is not drawn anew for every pixel. */
const STEP = 20;

/** The width of an element in pixels, as it changes; 0 until it is known. */
export function useWidth(of: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return;
    const measure = (): void => setWidth(Math.floor(element.clientWidth / STEP) * STEP);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [of]);
  return width;
}
