import { type ExtendedFeature, type GeoProjection, geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { stateOfShape } from "./state-codes.ts";

/** A state as a shape on the globe. */
export interface Land {
  /** The record's code; undefined for what is no state of the record. */
  readonly code: string | undefined;
  readonly name: string;
  readonly shape: ExtendedFeature;
}

type WorldFile = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const ANTARCTICA = "010";

/** The lands of the map's file. */
export function landsOf(file: WorldFile): Land[] {
  return feature(file, file.objects.countries).features.flatMap((shape) => {
    const number = shape.id === undefined ? undefined : String(shape.id).padStart(3, "0");
    const { name } = shape.properties;
    // Nobody meets in Antarctica, and it would take a sixth of the picture.
    return number === ANTARCTICA ? [] : [{ code: stateOfShape(number, name), name, shape }];
  });
}

/** Where the reader looks: the middle of the picture, and how many times larger than the whole world. */
export interface Look {
  readonly longitude: number;
  readonly latitude: number;
  readonly zoom: number;
}

export const WORLD: Look = { longitude: 11, latitude: 10, zoom: 1 };
export const CLOSEST = 16;

/** The regions to go to, with the key for each. */
export const REGIONS: readonly { readonly key: string; readonly name: string; readonly look: Look }[] = [
  { key: "1", name: "World", look: WORLD },
  { key: "2", name: "Europe", look: { longitude: 16, latitude: 51, zoom: 4.6 } },
  { key: "3", name: "Middle East", look: { longitude: 44, latitude: 30, zoom: 5 } },
  { key: "4", name: "Africa", look: { longitude: 19, latitude: 3, zoom: 2.3 } },
  { key: "5", name: "Asia and Pacific", look: { longitude: 105, latitude: 12, zoom: 2 } },
  { key: "6", name: "Americas", look: { longitude: -80, latitude: 8, zoom: 1.6 } },
];

/** A look as an address has it, "16,51,4.6"; the whole world where it has none that makes sense. */
export function lookIn(text: string | undefined): Look {
  const [longitude = NaN, latitude = NaN, zoom = NaN] = (text ?? "").split(",").map(Number);
  const sound = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && zoom >= 1 && zoom <= CLOSEST;
  return sound ? { longitude, latitude, zoom } : WORLD;
}

/** As an address has it; null for the whole world. */
export function lookInAddress({ longitude, latitude, zoom }: Look): string | null {
  const short = (n: number, digits: number): string => String(Number(n.toFixed(digits)));
  const text = `${short(longitude, 1)},${short(latitude, 1)},${short(zoom, 2)}`;
  return text === `${WORLD.longitude},${WORLD.latitude},${WORLD.zoom}` ? null : text;
}

/** Nearer or further, about the same middle. */
export const zoomed = (look: Look, by: number): Look => {
  const zoom = Math.min(Math.max(look.zoom * by, 1), CLOSEST);
  return zoom === 1 ? WORLD : { ...look, zoom };
};

export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** An Equal Earth projection whose middle is where the reader looks; areas stay true, so that shades can be compared. */
export function projectionOf({ longitude, latitude, zoom }: Look, { width, height }: Frame): GeoProjection {
  const projection = geoEqualEarth().rotate([-WORLD.longitude, 0]).fitWidth(width, { type: "Sphere" });
  projection.scale(projection.scale() * zoom).translate([0, 0]);
  const [x, y] = projection([longitude, latitude]) ?? [0, 0];
  return projection.translate([width / 2 - x, height / 2 - y]).clipExtent([
    [-2, -2],
    [width + 2, height + 2],
  ]);
}

/** Where the reader looks after the picture was moved by some pixels. */
export function movedBy(look: Look, frame: Frame, dx: number, dy: number): Look {
  const [longitude, latitude] = projectionOf(look, frame).invert?.([frame.width / 2 - dx, frame.height / 2 - dy]) ?? [];
  if (longitude === undefined || latitude === undefined || Number.isNaN(longitude + latitude)) return look;
  return { ...look, longitude, latitude: Math.min(Math.max(latitude, -80), 84) };
}

/** The outlines of lands in a projection; those out of sight are left out. */
export function outlinesOf(lands: readonly Land[], projection: GeoProjection): (Land & { readonly path: string })[] {
  const draw = geoPath(projection).digits(1);
  return lands.flatMap((land) => {
    const path = draw(land.shape);
    return path ? [{ ...land, path }] : [];
  });
}

/** The circles that grow with encounters by their area. */
export const circleOf = (encounters: number, most: number, largest: number): number =>
  Math.max(3.5, largest * Math.sqrt(encounters / Math.max(most, 12)));

/** How dark a state is, from 0 to 4; each step takes twice to three times as many encounters. */
export function shadeOf(encounters: number): number {
  return [1, 3, 8, 20].filter((least) => encounters >= least).length;
}
