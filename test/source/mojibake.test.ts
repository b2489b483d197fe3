import { describe, expect, it } from "vitest";
import { decode } from "../../src/source/decode.ts";
import { mendMojibake } from "../../src/source/mojibake.ts";

describe("a text that was encoded twice", () => {
  it.each([
    [
      "pressed for â€œa hotline as soon as possible.â€ Aydoğan, donâ€™t",
      "pressed for “a hotline as soon as possible.” Aydoğan, don’t",
    ],
    ["MÃ©xico and PerÃº â€“ two states", "México and Perú – two states"],
  ])("%s", (broken, right) => {
    expect(mendMojibake(broken).text).toBe(right);
  });

  it.each(["São Paulo, Â§ 4", "naïve “words” – as they are", "SÃO PAULO", ""])("leaves %s alone", (text) => {
    expect(mendMojibake(text)).toEqual({ text, places: 0 });
  });

  it("says what was mended when bytes are decoded", () => {
    const { text, notes } = decode(new TextEncoder().encode("â€œReady,â€\u009d he said in MÃ©rida."));
    expect(text).toContain("Mérida");
    expect(notes[0]?.kind).toBe("encoding-mended");
  });
});
