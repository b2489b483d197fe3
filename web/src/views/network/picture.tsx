import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { counted } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { placeLabels } from "../../ui/labels.ts";
import { ARROWS, nearestIn } from "../../ui/nearest.ts";
import { useWidth } from "../../ui/use-width.ts";
import { intoFrame, type Layout, layOut, radiusOf, widthOf } from "./layout.ts";
import { NodeShape, SHAPES, shapeOf } from "./shapes.tsx";
import type { NetworkAnswer, NetworkLink, NetworkNode } from "./types.ts";

interface Props {
  readonly data: NetworkAnswer;
  readonly caption: string;
}

/** Narrower than this, people are called by their surname in the picture. */
const NARROW = 560;

/** The picture, laid out anew when the network or the shape of its frame changes. */
export function Picture({ data, caption }: Props) {
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame);
  const height = Math.round(Math.min(Math.max(340, 180 + 72 * Math.sqrt(data.nodes.length)), 820));
  const wide = width > 0 ? Math.min(Math.max(width / height, 0.6), 1.8) : 0;
  const [layout, setLayout] = useState<Layout>();
  useEffect(() => {
    if (wide === 0) return;
    let stale = false;
    void layOut(data.nodes, data.links, wide).then((done) => {
      if (!stale) setLayout(done);
    });
    return () => {
      stale = true;
    };
  }, [data, wide]);
  // Until it is laid out anew, a picture of other nodes cannot be drawn.
  const ready = layout && width > 0 && data.nodes.every(({ id }) => layout.has(id));
  return (
    <figure class="figure network-figure" ref={frame}>
      {ready ? (
        <Drawing
          data={data}
          layout={intoFrame(layout, { width, height, margin: width < NARROW ? 34 : 56 })}
          width={width}
          height={height}
        />
      ) : (
        <div class="loading network-wait" role="status" style={{ blockSize: `${height}px` }}>
          <span class="visually-hidden">The picture is being laid out …</span>
        </div>
      )}
      <figcaption>
        {caption}{" "}
        <span class="no-print">Tab leads into the picture, arrow keys from mark to mark, Enter to the actor.</span>
      </figcaption>
      <p class="legend">
        {SHAPES.map(({ shape, words }) => (
          <span key={shape}>
            <svg viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
              <NodeShape shape={shape} r={6} />
            </svg>
            {words}
          </span>
        ))}
      </p>
    </figure>
  );
}

interface DrawingProps {
  readonly data: NetworkAnswer;
  readonly layout: Layout;
  readonly width: number;
  readonly height: number;
}

function Drawing({ data: { nodes, links }, layout, width, height }: DrawingProps) {
  const [lit, setLit] = useState<string | null>(null);
  const [stop, setStop] = useState(nodes[0]?.id);
  const marks = useRef(new Map<string, SVGAElement>());
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const near = useMemo(() => neighboursOf(links), [links]);
  const most = links[0]?.encounters ?? 1;
  const at = (id: string) => layout.get(id)!;
  const labelled = nodes.map(({ id, name, encounters, kind }) => ({
    id,
    text: width < NARROW && kind === "person" ? surnameOf(name) : name,
    r: radiusOf(encounters),
    ...at(id),
  }));
  const around = lit === null ? null : new Set([lit, ...(near.get(lit) ?? [])]);
  // Of what is lit, every label that finds room is shown, also those that the whole picture has none for.
  const labels = placeLabels(
    around ? labelled.filter(({ id }) => around.has(id)) : labelled,
    { width, height },
    labelled,
  );
  const dim = (...ids: string[]): string =>
    around && !(ids.includes(lit!) || (ids.length === 1 && around.has(ids[0]!))) ? "network-dim" : "";
  const tabStop = stop !== undefined && layout.has(stop) ? stop : nodes[0]?.id;
  const move = (event: KeyboardEvent): void => {
    const [dx, dy] = ARROWS[event.key] ?? [];
    if (dx === undefined || dy === undefined || !tabStop) return;
    event.preventDefault();
    marks.current.get(nearestIn(layout, tabStop, dx, dy) ?? "")?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture has no element for a group of links but this role.
    <svg
      class="network-picture"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={`Picture of ${counted(nodes.length, "actor")} and ${counted(links.length, "pair")}`}
      onKeyDown={move}
      onMouseLeave={() => setLit(null)}
    >
      {links.toReversed().map(({ a, b, encounters }) => (
        <a
          class={`network-link ${dim(a, b)}`}
          key={`${a}\n${b}`}
          href={to.relation(a, b)}
          tabIndex={-1}
          aria-label={`${names.get(a)} and ${names.get(b)}, ${counted(encounters, "encounter")}`}
        >
          <title>{`${names.get(a)} and ${names.get(b)}: ${counted(encounters, "encounter")}`}</title>
          <path class="network-hit" d={lineOf(at(a), at(b))} />
          <path d={lineOf(at(a), at(b))} stroke-width={widthOf(encounters, most)} />
        </a>
      ))}
      {nodes.map((node) => (
        <a
          class={`network-node ${dim(node.id)}`}
          key={node.id}
          href={to.actor(node.id)}
          tabIndex={node.id === tabStop ? 0 : -1}
          aria-label={spoken(node, near.get(node.id)?.size ?? 0)}
          ref={(mark) => {
            if (mark) marks.current.set(node.id, mark as unknown as SVGAElement);
            else marks.current.delete(node.id);
          }}
          onMouseEnter={() => setLit(node.id)}
          onFocus={() => {
            setStop(node.id);
            setLit(node.id);
          }}
          onBlur={() => setLit(null)}
        >
          <title>{spoken(node, near.get(node.id)?.size ?? 0)}</title>
          <g transform={`translate(${at(node.id).x} ${at(node.id).y})`}>
            <NodeShape shape={shapeOf(node.kind)} r={radiusOf(node.encounters)} />
          </g>
        </a>
      ))}
      <g class="network-labels">
        {labels.map(({ id, text, x, y, anchor }) => (
          <text key={id} x={x} y={y} text-anchor={anchor} class={id === lit ? "network-lit" : ""}>
            {text}
          </text>
        ))}
      </g>
    </svg>
  );
}

const lineOf = (a: { x: number; y: number }, b: { x: number; y: number }): string => `M${a.x} ${a.y}L${b.x} ${b.y}`;

const spoken = ({ name, encounters }: NetworkNode, others: number): string =>
  `${name}: ${counted(encounters, "encounter")} with ${counted(others, "other")}`;

function surnameOf(name: string): string {
  const bare = name.replace(/\s*\([^)]*\)$/, "");
  return bare.split(" ").at(-1) ?? bare;
}

function neighboursOf(links: readonly NetworkLink[]): Map<string, Set<string>> {
  const near = new Map<string, Set<string>>();
  const put = (a: string, b: string): void => {
    const known = near.get(a) ?? new Set();
    near.set(a, known.add(b));
  };
  for (const { a, b } of links) {
    put(a, b);
    put(b, a);
  }
  return near;
}
