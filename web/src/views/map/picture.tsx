import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import worldFile from "world-atlas/countries-110m.json?url";
import { useAddress } from "../../data/address.ts";
import { counted, stateName } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { useKeys } from "../../shell/keys.ts";
import { placeLabels } from "../../ui/labels.ts";
import { ARROWS, nearestIn } from "../../ui/nearest.ts";
import { useWidth } from "../../ui/use-width.ts";
import { isPlaced, type Place, type PlacedPlace, type Shading, type StateCounts } from "./types.ts";
import {
  CLOSEST,
  circleOf,
  type Frame,
  type Land,
  type Look,
  landsOf,
  lookIn,
  lookInAddress,
  movedBy,
  outlinesOf,
  projectionOf,
  REGIONS,
  shadeOf,
  zoomed,
} from "./world.ts";

interface Props {
  readonly places: readonly Place[];
  readonly states: readonly StateCounts[];
  readonly here: string | undefined;
}

const ZOOM = 1.6;

/** The map with the buttons that move it. */
export function MapPicture({ places, states, here }: Props) {
  const address = useAddress();
  const frameOf = useRef<HTMLDivElement>(null);
  const width = useWidth(frameOf);
  const look = lookIn(address.one("at"));
  // The whole world is low and wide; a region of a narrow screen would be a mere slit in its shape.
  const least = look.zoom > 1 ? 260 : 150;
  const frame: Frame = { width, height: Math.round(Math.min(Math.max(width * 0.43, least), 540)) };
  const lands = useLands();
  const shading: Shading = address.one("shade") === "hosted" ? "hosted" : "took_part";
  const go = (next: Look): void => address.go({ at: lookInAddress(next) }, true);
  useKeys("Map", [
    { key: "+", does: "nearer", run: () => go(zoomed(look, ZOOM)) },
    { key: "-", does: "further", run: () => go(zoomed(look, 1 / ZOOM)) },
    ...REGIONS.map(({ key, name, look: there }) => ({ key, does: name, run: () => go(there) })),
  ]);
  const placed = places.filter(isPlaced);
  return (
    <figure class="figure map-figure">
      <fieldset class="map-buttons no-print">
        <legend class="visually-hidden">Move the map</legend>
        {REGIONS.map(({ name, look: there }) => (
          <button
            type="button"
            class="button quiet"
            key={name}
            aria-pressed={lookInAddress(look) === lookInAddress(there)}
            onClick={() => go(there)}
          >
            {name}
          </button>
        ))}
        <button
          type="button"
          class="button quiet"
          aria-label="Nearer"
          disabled={look.zoom >= CLOSEST}
          onClick={() => go(zoomed(look, ZOOM))}
        >
          +
        </button>
        <button
          type="button"
          class="button quiet"
          aria-label="Further"
          disabled={look.zoom <= 1}
          onClick={() => go(zoomed(look, 1 / ZOOM))}
        >
          −
        </button>
      </fieldset>
      <div class="map-frame" ref={frameOf}>
        {lands === "failed" ? (
          <p class="note">The map itself could not be loaded. The places are listed below.</p>
        ) : lands && width > 0 ? (
          <Drawing
            lands={lands}
            frame={frame}
            look={look}
            placed={placed}
            states={new Map(states.map((one) => [one.country, one[shading]]))}
            here={here}
            onLook={go}
          />
        ) : (
          <div class="loading map-wait" role="status" style={{ blockSize: `${frame.height}px` }}>
            <span class="visually-hidden">The map is being drawn …</span>
          </div>
        )}
      </div>
      <figcaption>
        Circles are places; their area grows with the encounters there. States are the darker the more encounters{" "}
        {shading === "hosted" ? "were in them" : "they had a part in, wherever that was"}.{" "}
        <span class="no-print">
          Tab leads into the map, arrow keys from place to place, Enter to the encounters; shift and an arrow key move
          the map, as does dragging.
        </span>
      </figcaption>
      <div class="legend">
        <label class="map-shading">
          States by encounters
          <select
            value={shading}
            onChange={(event) => address.go({ shade: event.currentTarget.value === "hosted" ? "hosted" : null }, true)}
          >
            <option value="took_part">they had a part in</option>
            <option value="hosted">that were there</option>
          </select>
        </label>
        {["none", "1 or 2", "3 to 7", "8 to 19", "20 or more"].map((words, shade) => (
          <span key={words}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <rect class={`map-shade-${shade}`} x="1" y="1" width="14" height="14" />
            </svg>
            {words}
          </span>
        ))}
      </div>
    </figure>
  );
}

interface DrawingProps {
  readonly lands: readonly Land[];
  readonly frame: Frame;
  readonly look: Look;
  readonly placed: readonly PlacedPlace[];
  /** Encounters by state, as they are shaded. */
  readonly states: ReadonlyMap<string, number>;
  readonly here: string | undefined;
  readonly onLook: (look: Look) => void;
}

function Drawing({ lands, frame, look, placed, states, here, onLook }: DrawingProps) {
  const address = useAddress();
  const { width, height } = frame;
  const [dragged, setDragged] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const dragFrom = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const marks = useRef(new Map<string, SVGAElement>());
  const [stop, setStop] = useState<string>();
  const { longitude, latitude, zoom } = look;
  const projection = useMemo(
    () => projectionOf({ longitude, latitude, zoom }, { width, height }),
    [longitude, latitude, zoom, width, height],
  );
  const outlines = useMemo(() => outlinesOf(lands, projection), [lands, projection]);
  const most = Math.max(1, ...placed.map(({ encounters }) => encounters));
  const largest = width < 560 ? 13 : 20;
  const circles = placed.flatMap((place) => {
    const [x, y] = projection([place.longitude, place.latitude]) ?? [];
    if (x === undefined || y === undefined || x < 0 || y < 0 || x > width || y > height) return [];
    return [{ ...place, id: place.place, text: place.name, x, y, r: circleOf(place.encounters, most, largest) }];
  });
  const points = new Map(circles.map(({ id, x, y }) => [id, { x, y }]));
  const tabStop = [stop, here, circles[0]?.id].find((id) => id !== undefined && points.has(id));
  const labels = placeLabels(circles, frame);
  const onKeyDown = (event: KeyboardEvent): void => {
    const [dx, dy] = ARROWS[event.key] ?? [];
    if (dx === undefined || dy === undefined) return;
    event.preventDefault();
    if (event.shiftKey) onLook(movedBy(look, frame, -dx * width * 0.2, -dy * height * 0.2));
    else if (tabStop) marks.current.get(nearestIn(points, tabStop, dx, dy) ?? "")?.focus();
  };
  const down = (event: PointerEvent): void => {
    if (look.zoom > 1 && event.button === 0) dragFrom.current = { x: event.clientX, y: event.clientY };
  };
  const move = (event: PointerEvent): void => {
    const from = dragFrom.current;
    if (!from) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    // A press that hardly moves is a click on what lies there.
    if (dragged || Math.hypot(x, y) > 5) setDragged({ x, y });
  };
  const up = (): void => {
    if (dragged) onLook(movedBy(look, frame, dragged.x, dragged.y));
    dragFrom.current = null;
    setDragged(null);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture has no element for a group of links but this role.
    <svg
      class={`map-picture ${look.zoom > 1 ? "map-movable" : ""}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={`Map with ${counted(circles.length, "place")} in sight`}
      onKeyDown={onKeyDown}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerLeave={up}
      onDragStart={(event) => event.preventDefault()}
    >
      <g transform={dragged ? `translate(${dragged.x} ${dragged.y})` : undefined}>
        {outlines.map(({ code, name, path }) => {
          const count = (code && states.get(code)) || 0;
          const shape = <path class={`map-land map-shade-${shadeOf(count)}`} d={path} />;
          if (!code || count === 0) return <g key={name}>{shape}</g>;
          const words = `${stateName(code)}: ${counted(count, "encounter")}`;
          return (
            <a key={name} href={to.actor(code)} tabIndex={-1} aria-label={words}>
              <title>{words}</title>
              {shape}
            </a>
          );
        })}
        {circles.map(({ id, name, x, y, r, encounters }) => (
          <a
            class={`map-place ${here === id ? "map-chosen" : ""}`}
            key={id}
            href={address.with({ place: id })}
            tabIndex={id === tabStop ? 0 : -1}
            aria-label={`${name}: ${counted(encounters, "encounter")}`}
            aria-current={here === id ? "true" : undefined}
            ref={(mark) => {
              if (mark) marks.current.set(id, mark as unknown as SVGAElement);
              else marks.current.delete(id);
            }}
            onFocus={() => setStop(id)}
          >
            <title>{`${name}: ${counted(encounters, "encounter")}`}</title>
            <circle class="map-hit" cx={x} cy={y} r={Math.max(r, 12)} />
            <circle cx={x} cy={y} r={r} />
          </a>
        ))}
        {labels.map(({ id, text, x, y, anchor }) => (
          <text class="map-label" key={id} x={x} y={y} text-anchor={anchor}>
            {text}
          </text>
        ))}
      </g>
    </svg>
  );
}

let world: Promise<Land[]> | undefined;

/** The map's own file, loaded once, from this server. */
function useLands(): Land[] | "failed" | undefined {
  const [lands, setLands] = useState<Land[] | "failed">();
  useEffect(() => {
    world ??= fetch(worldFile).then(async (response) => {
      if (!response.ok) throw new Error(`${response.status}`);
      return landsOf(await response.json());
    });
    world.then(setLands, () => {
      world = undefined;
      setLands("failed");
    });
  }, []);
  return lands;
}
