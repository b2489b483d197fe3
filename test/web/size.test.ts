import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { noBrowser } from "./fixture.ts";

const DIST = new URL("../../web/dist/", import.meta.url);
const KB = 1000;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** The scripts that a view needs before it stands, gzipped, in bytes: the entry, its own chunk, and what they import. */
function firstLoad(view: string): number {
  const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", DIST), "utf8")) as Record<string, Chunk>;
  const needed = new Set<string>();
  const take = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`The built desk has no ${name}.`);
    if (needed.has(chunk.file)) return;
    needed.add(chunk.file);
    chunk.imports?.forEach(take);
  };
  take("index.html");
  take(`src/views/${view}/${view}.tsx`);
  const scripts = [...needed].filter((file) => file.endsWith(".js"));
  return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, DIST))).length, 0);
}

describe.skipIf(noBrowser)("what a view loads first", () => {
  it("is at most 150 kB of gzipped script for a report", () => {
    const bytes = firstLoad("report");
    console.log(`report view: ${(bytes / KB).toFixed(1)} kB of gzipped script`);
    expect(bytes).toBeLessThanOrEqual(150 * KB);
  });

  it("holds no chart library before a chart is opened", () => {
    const manifest = readFileSync(new URL(".vite/manifest.json", DIST), "utf8");
    const entry = (JSON.parse(manifest) as Record<string, Chunk>)["index.html"]!.file;
    expect(readFileSync(new URL(entry, DIST), "utf8")).not.toMatch(/forceSimulation|scaleUtc|geoPath/);
  });
});
