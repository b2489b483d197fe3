import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConllu, sentenceOfConllu, writeConllu } from "../../src/syntax/conllu.ts";
import { parseText, parseTokens } from "../../src/syntax/parse.ts";
import * as tree from "../../src/syntax/tree.ts";
import { word } from "./build.ts";

describe("parseText", () => {
  const text = "Talks\nOn Friday, Mr. Macron didn't call Vladimir Putin. The leaders were seen in Paris by reporters.";
  const { sentences } = parseText(text);

  it("keeps offsets and lines of the original text", () => {
    expect(sentences.map((s) => s.line)).toEqual([0, 1, 1]);
    for (const s of sentences) for (const t of s.tokens) expect(text.slice(t.from, t.to)).toBe(t.text);
  });
  it("gives tags, lemmas, features and trees", () => {
    const call = word(sentences[1]!, "call");
    expect(call).toMatchObject({ lemma: "call", xpos: "VB", upos: "VERB", head: -1, deprel: "root" });
    expect(tree.subjectOf(sentences[1]!, call)?.text).toBe("Macron");
    expect(tree.patientOf(sentences[1]!, call)?.text).toBe("Vladimir");
    expect(tree.isNegated(sentences[1]!, call)).toBe(true);
    expect(word(sentences[1]!, "n't").lemma).toBe("not");
    expect(word(sentences[1]!, "Vladimir").entity).toBe("person");
    const seen = word(sentences[2]!, "seen");
    expect(seen).toMatchObject({ lemma: "see", features: { voice: "Pass" } });
    expect(tree.agentOf(sentences[2]!, seen)?.text).toBe("reporters");
    expect(word(sentences[2]!, "leaders").features.number).toBe("Plur");
  });
  it("takes any text, and loses nothing but spaces", () => {
    const marks = fc.constantFrom(..."\"'“”.,;!?()[]-—…$¤ \n\u00a0aZ19");
    const anything = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: marks, maxLength: 400 }));
    const check = (odd: string): void => {
      const read = parseText(odd).sentences;
      for (const s of read) {
        expect(s.tokens.filter((t) => t.head === -1)).toHaveLength(1);
        expect(s.tokens.every((t) => t.head < s.tokens.length && t.head !== t.index)).toBe(true);
        expect(odd.slice(s.from, s.to).includes("\n\n")).toBe(false);
      }
      const kept = read.flatMap((s) => s.tokens.map((t) => odd.slice(t.from, t.to))).join("");
      expect(kept).toBe(odd.replace(/[\s\u200b\u2060\ufeff]/g, ""));
    };
    for (const odd of ["", " \n ", "\ud800", '"'.repeat(1000), "x".repeat(5000), "¤", "1. 2. 3."]) check(odd);
    fc.assert(fc.property(anything, check), { seed: 7, numRuns: 150 });
  });
});

describe("parseTokens", () => {
  it("makes one tree of any number of words", () => {
    const { tokens } = parseTokens(Array.from({ length: 700 }, (_, i) => (i % 9 === 8 ? "." : "talks")));
    expect(tokens).toHaveLength(700);
    expect(tokens.filter((t) => t.head === -1)).toHaveLength(1);
    expect(() => parseTokens([])).toThrow(RangeError);
  });
});

describe("CoNLL-U", () => {
  const file = `# sent_id = 1
# text = It's over.
1-2\tIt's\t_\t_\t_\t_\t_\t_\t_\t_
1\tIt\tit\tPRON\tPRP\tNumber=Sing\t3\tnsubj\t_\t_
2\t's\tbe\tAUX\tVBZ\tMood=Ind|Tense=Pres|VerbForm=Fin\t3\tcop\t_\t_
3\tover\tover\tADV\tRB\t_\t0\troot\t_\tSpaceAfter=No
3.1\tx\tx\tX\tX\t_\t_\t_\t_\t_
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_
`;
  it("is read", () => {
    const [sentence] = readConllu(file).map((s) => sentenceOfConllu(s));
    expect(sentence!.tokens.map((t) => [t.text, t.from, t.head])).toEqual([
      ["It", 0, 2],
      ["'s", 2, 2],
      ["over", 5, -1],
      [".", 9, 2],
    ]);
    expect(word(sentence!, "'s").features).toEqual({ mood: "Ind", tense: "Pres", verbForm: "Fin" });
    expect(() => readConllu("1\tx\n")).toThrow("line 1");
  });
  it("is written so that it can be read again", () => {
    const { text, sentences } = parseText("Mr. Macron didn't call. He wrote.");
    const again = readConllu(writeConllu(sentences, text)).map((s, i) => sentenceOfConllu(s, i));
    expect(again.map((s) => s.tokens.map((t) => [t.text, t.lemma, t.xpos, t.head, t.deprel]))).toEqual(
      sentences.map((s) => s.tokens.map((t) => [t.text, t.lemma, t.xpos, t.head, t.deprel])),
    );
  });
});
