import { readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { lexiconRows } from "../../src/lexicon/tsv.ts";
import { actsAt, actsOf } from "../../src/reading/plover/acts.ts";
import { featuresOf } from "../../src/reading/plover/features.ts";
import { pairOf } from "../../src/reading/plover/pair.ts";
import { patternHits } from "../../src/reading/plover/patterns.ts";
import { ploverType, ploverTypeAt } from "../../src/reading/plover/plover.ts";
import { EventType } from "../../src/record/schema.ts";
import type { Range } from "../../src/record/span.ts";
import { parseText } from "../../src/syntax/parse.ts";
import type { Sentence } from "../../src/syntax/types.ts";

interface Case {
  readonly sentence: string;
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly other?: string;
  readonly wrong?: true;
}

const cases = parse(readFileSync(new URL("../cases/plover.yaml", import.meta.url), "utf8")) as Case[];
const TYPES = new Set<string>([...EventType.options, "CONSULT"]);

const sentenceOf = (text: string): Sentence => parseText(text).sentences[0]!;
const rangeIn = (text: string, part: string): Range => {
  const from = text.indexOf(part);
  expect(from, `"${part}" in "${text}"`).toBeGreaterThanOrEqual(0);
  return { from, to: from + part.length };
};
const ask = (text: string, source: string, target: string): ReturnType<typeof ploverType> =>
  ploverType(sentenceOf(text), rangeIn(text, source), rangeIn(text, target));
const typesAt = (text: string, word: string): string[] => {
  const sentence = sentenceOf(text);
  const token = sentence.tokens.find((t) => t.text === word)!;
  return actsAt(actsOf(sentence), token.index).map((act) => act.type);
};

describe("ploverType", () => {
  it.each(cases.map((c) => [c.sentence, c] as const))("%s", (text, { source, target, type, other, wrong }) => {
    const right = expect([type, other]);
    if (wrong) right.not.toContain(ask(text, source, target).type);
    else right.toContain(ask(text, source, target).type);
  });

  it("gives shares that add up to one, and the reasons for the first", () => {
    const { score, margin, scores, features } = ask("Norway condemned Libya.", "Norway", "Libya");
    expect(Object.values(scores).reduce((sum, v) => sum + v, 0)).toBeCloseTo(1);
    expect(score).toBeGreaterThan(margin);
    expect(features.map((f) => f.name)).toContain("rule:S0 ACCUSE");
    expect(features.every((f, i) => f.weight > 0 && f.weight <= (features[i - 1]?.weight ?? Infinity))).toBe(true);
  });

  it("names an event also where a contact is likelier", () => {
    const { type, eventType } = ask("Norway met Libya in Rome.", "Norway", "Libya");
    expect(type).toBe("CONSULT");
    expect(EventType.options).toContain(eventType);
  });

  it("answers without a source, a target or either", () => {
    const text = "Two reporters were arrested on Monday.";
    const sentence = sentenceOf(text);
    const target = rangeIn(text, "Two reporters");
    expect(ploverType(sentence, undefined, target).type).toBe("COERCE");
    expect(TYPES).toContain(ploverType(sentence, undefined, undefined).type);
    expect(TYPES).toContain(ploverType(sentence, { from: 900, to: 910 }, { from: 0, to: 0 }).type);
  });

  it("never fails on odd texts", () => {
    for (const text of ["!", "Who?", "a", "Peru Peru Peru", "“”", "will not", "attack on"]) {
      for (const sentence of parseText(text).sentences) {
        for (const token of sentence.tokens) expect(TYPES).toContain(ploverTypeAt(sentence, token.index).type);
        expect(TYPES).toContain(ploverType(sentence, { from: 0, to: 1 }, { from: 0, to: text.length }).type);
      }
    }
  });
});

describe("ploverTypeAt", () => {
  it.each([
    ["Ankara condemned Athens on Friday.", "condemned", "ACCUSE"],
    ["The town was bombed by warplanes.", "bombed", "ASSAULT"],
    ["Chad withdrew its troops from Mali.", "withdrew", "RETREAT"],
    ["Israel's attack on the camp shocked Paris.", "attack", "ASSAULT"],
  ])("%s", (text, word, type) => {
    const sentence = sentenceOf(text);
    expect(ploverTypeAt(sentence, sentence.tokens.find((t) => t.text === word)!.index).type).toBe(type);
  });
});

describe("features", () => {
  const text = "Libya was condemned by Norway.";
  const featuresFor = (source: string, target: string): Set<string> =>
    new Set(featuresOf(pairOf(sentenceOf(text), rangeIn(text, source), rangeIn(text, target))).names());

  it("depend on who is source and who is target", () => {
    expect(featuresFor("Norway", "Libya")).toContain("flag:reversed");
    expect(featuresFor("Libya", "Norway")).toContain("flag:straight");
    expect(featuresFor("Norway", "Libya")).toContain("pred:T nsubj:pass");
  });

  it("hold no names of actors and no more than two words", () => {
    for (const name of featuresFor("Norway", "Libya")) expect(name.toLowerCase()).not.toMatch(/norway|libya/);
  });

  it("lay zones before, between and after", () => {
    const sentence = sentenceOf("Today Peru met Chile again.");
    const { zones } = pairOf(sentence, { from: 6, to: 10 }, { from: 15, to: 20 });
    expect(zones.slice(0, 5)).toEqual(["before", "S", "between", "T", "after"]);
  });
});

describe("acts", () => {
  it.each([
    ["Britain lifted sanctions on Chad.", "lifted", ["CONCEDE"]],
    ["Britain lifted sanctions on Chad.", "sanctions", []],
    ["Britain imposed sanctions on Chad.", "imposed", ["SANCTION"]],
    ["Chad will not lift the ban.", "lift", ["REJECT"]],
    ["The army opened fire on the crowd.", "opened", ["ASSAULT"]],
    ["Peru agreed to hold talks with Chile.", "agreed", ["AGREE"]],
  ])("%s %s", (text, word, types) => {
    expect(typesAt(text, word)).toEqual(types);
  });

  it("find a pattern in the passive", () => {
    const hits = patternHits(sentenceOf("Sanctions were imposed on Chad by London."));
    expect(hits.map((hit) => hit.pattern.type)).toContain("SANCTION");
  });
});

describe("the data", () => {
  it("has only known types, classes and strengths", () => {
    for (const row of lexiconRows<"lemma" | "pos" | "type" | "strength" | "roles">("plover-words.tsv")) {
      expect(TYPES, row.lemma).toContain(row.type);
      expect(["verb", "noun", "adj", "phrase"], row.lemma).toContain(row.pos);
      expect(["sure", "weak"], row.lemma).toContain(row.strength);
      expect(row.roles, row.lemma).toMatch(/^[a-z:|-]+$/);
    }
    for (const row of lexiconRows<"verb" | "type" | "strength" | "example">("plover-phrases.tsv")) {
      expect(TYPES, row.verb).toContain(row.type);
      expect(row.example, row.verb).not.toBe("");
    }
  });

  it("keeps the model under a megabyte, without any text of more than two words", () => {
    const url = new URL("../../models/plover.json", import.meta.url);
    expect(statSync(url).size).toBeLessThan(1e6);
    const { features } = JSON.parse(readFileSync(url, "utf8")) as { features: Record<string, string> };
    for (const name of Object.keys(features)) {
      if (name.startsWith("bi:")) expect(name.split(" ").length, name).toBeLessThanOrEqual(3);
    }
  });
});
