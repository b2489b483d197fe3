import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Told } from "./mark-link.tsx";
import "./charts.css";

interface ChartProps {
  /** What is seen, in a sentence or two. */
  readonly caption: ComponentChildren;
  /** The name of the picture for those who cannot see it. */
  readonly label: string;
  /** The same as a table. */
  readonly table?: ComponentChildren;
  readonly tableTitle?: string;
  readonly legend?: ComponentChildren;
  readonly class?: string;
  /** Shown under the picture while no mark is pointed at; null where marks carry their words beside them. */
  readonly hint?: string | null;
  readonly height: (width: number) => number;
  readonly children: (width: number) => ComponentChildren;
}

/**
 * A figure: a picture as wide as its place, its caption, and the same as a table. The picture is one stop for the tab
 * key; arrow keys go from mark to mark in it.
 */
export function Chart(props: ChartProps) {
  const { caption, label, table, tableTitle = "The same as a table", legend, class: name = "", hint = null } = props;
  const [place, width] = useWidth();
  const [told, setTold] = useState<string | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => oneStop(svg.current));
  return (
    <figure class={`figure chart ${name}`}>
      {legend && <div class="legend chart-legend">{legend}</div>}
      <div class="chart-place" ref={place}>
        {width > 0 && (
          <Told.Provider value={setTold}>
            {/* biome-ignore lint/a11y/useSemanticElements: a picture with links in it is no fieldset. */}
            <svg
              ref={svg}
              role="group"
              aria-label={label}
              width={width}
              height={props.height(width)}
              viewBox={`0 0 ${width} ${props.height(width)}`}
              onKeyDown={(event) => moveIn(event.currentTarget, event)}
            >
              {props.children(width)}
            </svg>
          </Told.Provider>
        )}
      </div>
      {hint !== null && (
        <p class="chart-told no-print" aria-hidden="true">
          {told ?? hint}
        </p>
      )}
      <figcaption>{caption}</figcaption>
      {table && (
        <details class="chart-table">
          <summary>{tableTitle}</summary>
          <div class="chart-table-frame">{table}</div>
        </details>
      )}
    </figure>
  );
}

const linksIn = (svg: SVGSVGElement): SVGAElement[] => [...svg.querySelectorAll<SVGAElement>("a.chart-link")];

/** Of all marks only one is reached by the tab key: the one that had the focus last, else the first. */
function oneStop(svg: SVGSVGElement | null): void {
  if (!svg) return;
  const links = linksIn(svg);
  const chosen = links.find((link) => link.getAttribute("tabindex") === "0") ?? links[0];
  for (const link of links) link.setAttribute("tabindex", link === chosen ? "0" : "-1");
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => Math.min(at + 1, count - 1),
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

function moveIn(svg: SVGSVGElement, event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const links = linksIn(svg);
  const at = links.indexOf(document.activeElement as unknown as SVGAElement);
  if (!step || at < 0) return;
  event.preventDefault();
  const next = links[step(at, links.length)]!;
  links[at]!.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

/** The width of an element in whole pixels; 0 until it is known. */
function useWidth(): [(element: HTMLElement | null) => void, number] {
  const [width, setWidth] = useState(0);
  const watched = useRef<ResizeObserver | null>(null);
  const place = useRef((element: HTMLElement | null) => {
    watched.current?.disconnect();
    if (!element) return;
    const measure = (): void => setWidth(Math.floor(element.clientWidth));
    watched.current = new ResizeObserver(measure);
    watched.current.observe(element);
    measure();
  });
  return [place.current, width];
}
