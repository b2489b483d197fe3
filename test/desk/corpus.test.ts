import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { jsonLines } from "../../bench/lines.ts";
import { encounters } from "../../src/desk/encounters.ts";
import { identities } from "../../src/desk/identities.ts";
import { type Desk, makeDesk } from "../../src/desk/questions/index.ts";
import type { KeptReport } from "../../src/desk/types.ts";
import { readReport } from "../../src/reading/read.ts";
import { type Disagreement, disagreementsOf, type Pair, type Row, titledPairs } from "./corpus.ts";

const CORPUS = new URL("../../../shared/corpus/readouts.jsonl.gz", import.meta.url).pathname;

/**
 * Where `last`, `last --by phone` and `log` do not say what the titles do, each with its cause.
 * undated: the readout tells no day ("spoke with"), so one with a day goes first; the answer says that another may be later.
 * group: a later readout, whose title names more than two, tells of a meeting of both.
 */
const KNOWN: Readonly<{ [id: string]: "undated" | "group" }> = {
  "Biden Netanyahu last": "undated",
  "Biden Netanyahu last by phone": "undated",
  "Biden Macron last": "group",
  "Biden Scholz last": "group",
  "Biden Kishida last": "group",
  "Biden Duda last by phone": "undated",
  "Biden Obrador last": "undated",
  "Biden Obrador last by phone": "undated",
};

/** Reads the corpus once, for all tests. */
function deskOfRows(rows: readonly Row[]): Desk {
  const reports = rows.map(
    ({ id, title, published, text, url }): KeptReport => ({
      id,
      title,
      published,
      publisher: null,
      address: url,
      record: readReport(text, { published, title }),
    }),
  );
  const who = identities(reports);
  return makeDesk({ reports, identities: who, encounters: encounters(reports, who) });
}

describe.skipIf(!existsSync(CORPUS))("the ten pairs with the most contacts by the readouts' titles", () => {
  let pairs: readonly Pair[] = [];
  let found: readonly Disagreement[] = [];

  beforeAll(async () => {
    const rows = jsonLines<Row>(CORPUS);
    const desk = deskOfRows(rows);
    pairs = titledPairs(rows, 10);
    const all = [];
    for (const pair of pairs) all.push(...(await disagreementsOf(desk, pair)));
    found = all;
  }, 900_000);

  it("are ten, with six contacts or more each", () => {
    expect(pairs.length).toBe(10);
    expect(Math.min(...pairs.map(({ told }) => told.length))).toBeGreaterThanOrEqual(6);
  });

  it("have no disagreement whose cause is not known", () => {
    expect(found.filter(({ id }) => !(id in KNOWN))).toEqual([]);
  });

  it("have every known disagreement still", () => {
    expect(Object.keys(KNOWN).filter((id) => !found.some((one) => one.id === id))).toEqual([]);
  });
});

if (!existsSync(CORPUS)) console.warn(`test/desk/corpus.test.ts is skipped: there is no ${CORPUS}`);
