import { describe, expect, it } from "vitest";
import { around } from "../../web/src/views/ask/around.ts";
import { needsToday } from "../../web/src/views/ask/asking-day.ts";
import { askedName, examplesOf, UNKNOWN } from "../../web/src/views/ask/examples.ts";

describe("the sentence around words", () => {
  const text = "TITLE\nHe left. On Friday Mr. Aydoğan spoke with her. “A truce,” he said.\nMore.";

  it("ends at points before capitals and at the ends of the line", () => {
    const at = text.indexOf("spoke");
    const { before, words, after } = around(text, at, at + 5);
    expect(words).toBe("spoke");
    expect(before.endsWith("Aydoğan ")).toBe(true);
    expect(before).not.toContain("He left");
    expect(after).toBe(" with her.");
  });

  it("is cut where it is very long", () => {
    const long = `${"word ".repeat(200)}here ${"word ".repeat(200)}`;
    const at = long.indexOf("here");
    const { before, after } = around(long, at, at + 4);
    expect(before.length).toBeLessThan(260);
    expect(before.startsWith("… ")).toBe(true);
    expect(after.endsWith(" …")).toBe(true);
  });
});

describe("the day of asking", () => {
  it.each(["Did they speak last month?", "What is planned between France and Egypt?", "How long ago did they meet?"])(
    "is needed: %s",
    (question) => expect(needsToday(question)).toBe(true),
  );

  it.each(["When did they last speak?", "How often did they speak in 2022?", "What was the last call of May 2022?"])(
    "is not needed: %s",
    (question) => expect(needsToday(question)).toBe(false),
  );
});

describe("examples", () => {
  it("name people as one would in a question", () => {
    expect(askedName("Hélène Marchetti (FRA)")).toBe("Marchetti");
    expect(askedName("Kemal Aydoğan")).toBe("Kemal Aydoğan");
    expect(examplesOf(UNKNOWN)[0]!.questions[0]).toBe("When did Macron and Putin last speak?");
  });
});
