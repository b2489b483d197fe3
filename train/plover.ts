import { writeFileSync } from "node:fs";
import { isLabelled, lessonsOf, readRows } from "../bench/plover-rows.ts";
import { trainModel } from "./plover-train.ts";

/**
 * Trains the PLOVER model on a file of rows and writes `models/plover.json`. Run by hand, when lexicon, features or
 * syntax model have changed: `node train/plover.ts ../shared/bench/plover/train.jsonl`
 */
const file = process.argv[2];
if (!file) throw new Error("usage: node train/plover.ts ROWS.jsonl");
const rows = readRows(file).filter(isLabelled);
const model = trainModel(lessonsOf(rows));
const text = `{${Object.entries(model)
  .map(([key, value]) => `${JSON.stringify(key)}:${key === "features" ? lines(model.features) : JSON.stringify(value)}`)
  .join(",\n")}}\n`;
writeFileSync(new URL("../models/plover.json", import.meta.url), text);
console.log(
  `${rows.length} rows, ${Object.keys(model.features).length} features, ${(text.length / 1024).toFixed(0)} kB`,
);

/** One feature a line, so that two versions can be compared. */
function lines(features: { readonly [name: string]: string }): string {
  return `{\n${Object.entries(features)
    .map(([name, bytes]) => `${JSON.stringify(name)}:"${bytes}"`)
    .join(",\n")}\n}`;
}
