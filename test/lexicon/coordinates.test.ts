import { describe, expect, it } from "vitest";
import { locationOf } from "../../src/lexicon/coordinates.ts";
import { lexiconRows, lexiconText } from "../../src/lexicon/tsv.ts";
import { world } from "../../src/lexicon/world.ts";

const rows = lexiconRows<"place" | "country" | "latitude" | "longitude" | "source">("coordinates.tsv");

describe("coordinates", () => {
  it.each([
    ["Geneva", "CHE", 46.2, 6.1],
    ["Davos", "CHE", 46.8, 9.8],
    ["Sharm el-Sheikh", "EGY", 27.9, 34.3],
    ["Camp David", "USA", 39.6, -77.5],
    ["Yalta", "UKR", 44.5, 34.2],
    ["Doha", "QAT", 25.3, 51.5],
    ["Washington", "USA", 38.9, -77.0],
    ["White House", "USA", 38.9, -77.0],
    ["Kremlin", "RUS", 55.8, 37.6],
    ["Kyiv", "UKR", 50.5, 30.5],
    ["Beijing", "CHN", 39.9, 116.4],
    ["Wellington", "NZL", -41.3, 174.8],
    ["Panmunjom", "KOR", 38.0, 126.7],
    ["Gaza City", "PSE", 31.5, 34.5],
  ])("%s lies in %s at %d, %d", (place, country, latitude, longitude) => {
    const { country: found, point } = locationOf(place);
    expect(found).toBe(country);
    expect(Math.abs(point!.latitude - latitude)).toBeLessThan(0.2);
    expect(Math.abs(point!.longitude - longitude)).toBeLessThan(0.2);
  });

  it("states, regions and what nobody knows have none", () => {
    expect(locationOf("FRA")).toEqual({ kind: "state", country: "FRA", point: null });
    expect(locationOf("Crimea")).toMatchObject({ kind: "region", point: null });
    expect(locationOf("Nowhereton")).toEqual({ kind: null, country: null, point: null });
  });

  it("every capital of a living state of the United Nations has them", () => {
    const states = lexiconRows<"iso3" | "capitals" | "un" | "until">("states.tsv");
    const known = new Set(rows.map(({ country }) => country));
    const without = states.filter(({ un, until, iso3 }) => un === "1" && !until && !known.has(iso3));
    expect(without.map(({ iso3 }) => iso3)).toEqual([]);
    // A city that is a state has no capital of its own name.
    const living = states.filter(({ un, until, capitals }) => un === "1" && !until && capitals !== "");
    const first = living.map(({ capitals }) => capitals.split("|")[0]!);
    expect(first.filter((capital) => locationOf(capital).point === null)).toEqual([]);
  });

  it("are degrees, of states that the lexicon knows, each once, with their source said", () => {
    for (const { place, country, latitude, longitude, source } of rows) {
      expect(Math.abs(Number(latitude)), place).toBeLessThanOrEqual(90);
      expect(Math.abs(Number(longitude)), place).toBeLessThanOrEqual(180);
      expect(world().states.has(country), `${place} ${country}`).toBe(true);
      expect(["geonames", "own"]).toContain(source);
    }
    expect(new Set(rows.map(({ place, country }) => `${place} ${country}`)).size).toBe(rows.length);
    expect(lexiconText("coordinates.tsv")).toContain("CC BY 4.0");
  });
});
