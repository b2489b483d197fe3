import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { detectLanguage } from "../../src/reading/language.ts";

const cases = parse(readFileSync(new URL("../cases/languages.yaml", import.meta.url), "utf8")) as {
  readonly language: string;
  readonly text: string;
}[];

describe("detectLanguage", () => {
  it.each(cases.map(({ language, text }) => [language, text]))("%s: %s", (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it("tells English from all others by twenty words", () => {
    for (const { language, text } of cases) {
      const start = text.split(/\s+/).slice(0, 20).join(" ");
      expect(detectLanguage(start) === "en", start).toBe(language === "en");
    }
  });

  it("is not misled by a quotation in another language", () => {
    expect(
      detectLanguage(
        "The minister said on Tuesday that the talks would go on, and closed with the words “nous ne sommes pas pressés, et le temps travaille pour la paix”. She is to meet the envoy again in March.",
      ),
    ).toBe("en");
  });

  it("never throws, and gives a code", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(detectLanguage(text)).toMatch(/^[a-z]{2,3}$/);
      }),
    );
  });

  it("looks at the first pages of a long text only", () => {
    const page = "The minister said that the talks would go on. ".repeat(300);
    expect(detectLanguage(page + "на переговорах ".repeat(1_000_000))).toBe("en");
  });
});
