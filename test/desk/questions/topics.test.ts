import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { isAbout, lexiconTopics, topics, topicsOfText } from "../../../src/desk/topics.ts";

interface Case {
  readonly text: string;
  readonly topics: readonly string[];
}
const { cases, judged } = parse(readFileSync(new URL("../../cases/topics.yaml", import.meta.url), "utf8")) as {
  cases: readonly Case[];
  judged: readonly Case[];
};

/** Right, wrong and missed topics; parents of what must be found are left out. */
function score(all: readonly Case[]): { precision: number; recall: number; misses: string[] } {
  let [right, wrong, missed] = [0, 0, 0];
  const misses: string[] = [];
  for (const { text, topics: gold } of all) {
    const found = lexiconTopics(text).map(({ topic }) => topic);
    const parents = new Set(gold.flatMap(parentsOf));
    const extra = found.filter((topic) => !gold.includes(topic) && !parents.has(topic));
    const lost = gold.filter((topic) => !found.includes(topic));
    right += gold.length - lost.length;
    wrong += extra.length;
    missed += lost.length;
    if (extra.length + lost.length > 0) misses.push(`${text.slice(0, 70)} +[${extra}] -[${lost}]`);
  }
  return { precision: right / (right + wrong), recall: right / (right + missed), misses };
}

function parentsOf(topic: string): string[] {
  const parent = topics().get(topic)?.parent;
  return parent ? [parent, ...parentsOf(parent)] : [];
}

describe("topics", () => {
  test("lexicon/topics.tsv has at least 40, each with words, and parents that exist", () => {
    expect(topics().size).toBeGreaterThanOrEqual(40);
    for (const { topic, parent, words } of topics().values()) {
      expect(words.length, topic).toBeGreaterThan(0);
      if (parent) expect([...topics().keys()]).toContain(parent);
    }
  });

  test(`${cases.length} cases written for the project are read as they must`, () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    const { precision, recall, misses } = score(cases);
    console.log(`topics, cases: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
    expect(misses).toEqual([]);
  });

  test("40 judged statements of the readouts, not tuned for", () => {
    expect(judged).toHaveLength(40);
    const { precision, recall, misses } = score(judged);
    console.log(`topics, judged: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n${misses.join("\n")}`);
    expect(precision).toBeGreaterThan(0.7);
    expect(recall).toBeGreaterThan(0.7);
  });

  test("what no row covers gets a topic from its own noun phrase, with its words", () => {
    const text = "The fishing quarrel must end.".replace("fishing", "herring");
    const [found] = topicsOfText(text);
    expect(found).toMatchObject({ basis: "own" });
    expect(text.slice(found!.words[0]!.from, found!.words[0]!.to)).toBe(found!.words[0]!.quote);
    expect(topicsOfText("")).toEqual([]);
  });

  test("a wider topic takes narrower ones in, and a word of a row asks for it", () => {
    const found = topicsOfText("Both sides agreed to a truce.");
    expect(isAbout(found, "ceasefire")).toBe(true);
    expect(isAbout(found, "cease-fires")).toBe(true);
    expect(isAbout(found, "war and peace")).toBe(true);
    expect(isAbout(found, "frozen assets")).toBe(false);
  });
});
