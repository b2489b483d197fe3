import { describe, expect, test } from "vitest";
import { positions } from "../../../src/desk/questions/index.ts";
import { stanceOf } from "../../../src/desk/questions/stance.ts";
import { deskOf, type Made, PUTIN } from "./records.ts";

describe("stance", () => {
  test.each([
    ["said", "we support a ceasefire", 1, 2],
    ["said", "we do not support a ceasefire", -1, 2],
    ["said", "a ceasefire could be useful", 1, 1],
    ["said", "a ceasefire must be agreed immediately", 1, 3],
    ["rejected", "any ceasefire", -1, 2],
    ["said", "we will never accept a ceasefire", -1, 3],
    ["said", "the harbour lies in the north", 0, 2],
    ["said", "it is not unacceptable", 1, 2],
  ] as const)("%s: %s", (cue, content, polarity, strength) => {
    expect(stanceOf({ cue, content })).toMatchObject({ polarity, strength });
  });

  test("where words say nothing, PLOVER types of the line decide", () => {
    expect(stanceOf({ cue: "said", content: "the harbour" }, () => ["SANCTION"])).toEqual({
      polarity: -1,
      strength: 2,
      because: ["SANCTION"],
    });
  });
});

const saying = (published: string, ...contents: readonly string[]): Made => ({
  id: `on ${published}`,
  text: contents.map((content) => `Putin said ${content}.`).join("\n"),
  published,
  statements: contents.map((content) => ({ speaker: PUTIN, content, mode: "indirect" as const })),
});

const changesIn = async (...made: readonly Made[]) => {
  const answer = await positions.answer(deskOf(...made), { a: "Putin", topic: "ceasefire" });
  return answer.topics[0]!.changes.map(({ kind, before, after }) => [
    kind,
    before?.statement.content ?? null,
    after.statement.content,
  ]);
};

describe("positions", () => {
  const never = "he would never accept a ceasefire";
  const ready = "he was ready for a ceasefire";
  const perhaps = "a ceasefire might be useful";

  test("a first mention, a reversal and a softening, each with both quotations", async () => {
    expect(
      await changesIn(saying("2025-01-01", never), saying("2025-03-01", ready), saying("2025-05-01", perhaps)),
    ).toEqual([
      ["first-mention", null, never],
      ["reversal", never, ready],
      ["softening", ready, perhaps],
    ]);
  });

  test("a hardening", async () => {
    expect(
      (await changesIn(saying("2025-01-01", perhaps), saying("2025-03-01", "a ceasefire is absolutely necessary"))).map(
        ([kind]) => kind,
      ),
    ).toEqual(["first-mention", "hardening"]);
  });

  test("a day on both sides says nothing; the order of the reports changes nothing", async () => {
    const mixed = saying("2025-02-01", ready, never);
    expect(
      (await changesIn(saying("2025-03-01", ready), mixed, saying("2025-01-01", ready))).map(([kind]) => kind),
    ).toEqual(["first-mention"]);
  });

  test("topics without a row of the lexicon stand under their own noun phrase", async () => {
    const answer = await positions.answer(deskOf(saying("2025-01-01", "the herring quarrel must end")), { a: "Putin" });
    expect(answer.topics[0]).toMatchObject({ basis: "own" });
    expect(answer.topics[0]!.topic).toContain("quarrel");
  });

  test("nothing on a topic is not in the record", async () => {
    const answer = await positions.answer(deskOf(saying("2025-01-01", ready)), { a: "Putin", topic: "climate" });
    expect(answer.sentence).toMatch(/^Not in the record: a statement by Vladimir Putin on “climate”/);
  });
});
