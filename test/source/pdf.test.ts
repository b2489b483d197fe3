import { describe, expect, test } from "vitest";
import { InputError } from "../../src/record/errors.ts";
import { loadReport } from "../../src/source/load.ts";
import { encryptedPdf, type Printed, scannedPdf, textPdf } from "./pdf-bytes.ts";

const lines = (...texts: string[]): Printed[] => texts.map((text) => ({ text }));
const read = (bytes: Uint8Array) => loadReport({ bytes });

const FIRST = lines(
  "The foreign minister of Norland met her Sudlish counterpart in Port Amber on Monday",
  "for talks on a long-term accord, which both sides had prepared over many weeks of quiet",
  "diplomacy and which was called \x93useful\x94 by her office.",
);
const SECOND = lines(
  "Her spokesman said the two would meet again before the end of the year, in either of the",
  "capitals, and that nothing else had been agreed for the time being between the minis-",
  "tries. It is a long-",
  "term matter, he said.",
);

describe("a PDF with text", () => {
  test("gives its paragraphs, unwrapped, with words put together and quotation marks kept", async () => {
    const report = await read(textPdf([[{ text: "Talks in Port Amber", size: 18 }, ...FIRST, ...SECOND]], "Talks"));
    expect(report).toMatchObject({ kind: "pdf", title: "Talks", published: null });
    const [heading, first, second] = report.text.split("\n");
    expect(heading).toBe("Talks in Port Amber");
    expect(first).toMatch(
      /on Monday for talks on .* weeks of quiet diplomacy and which was called “useful” by her office\.$/,
    );
    expect(second).toMatch(/^Her spokesman .* between the ministries\. It is a long-term matter, he said\.$/);
  });

  test("breaks paragraphs at wider gaps and indents", async () => {
    const spaced = [...FIRST.slice(0, 2), { text: "One more paragraph begins here.", down: 30 }, ...FIRST.slice(0, 2)];
    expect((await read(textPdf([spaced]))).text.split("\n")[1]).toMatch(/^One more paragraph/);
    const full = "A sentence that is long enough to fill the whole of its line to the right margin is here.";
    const indented = [{ text: full }, { text: full }, { text: full, left: 90 }, { text: full }];
    expect((await read(textPdf([indented]))).text.split("\n")).toHaveLength(2);
  });

  test("leaves out running heads and page numbers, and goes on across pages", async () => {
    const words = ["went on with the talks in the town", "had prepared them over many weeks", "will meet again"];
    const pages = words.map((said, i): Printed[] => [
      { text: `Ministry of Foreign Affairs - release ${i + 1}` },
      ...lines(`the ministers of Norland and Sudland ${said} and in many other places where`),
      ...lines(`they ${said} with all of their officials, as those who were there have said, and`),
      ...lines(`others ${said} too, for which nobody gave a reason that would be worth the telling, so`),
      { text: `Page ${i + 1} of 3`, down: 60 },
    ]);
    const { text } = await read(textPdf(pages));
    expect(text).not.toMatch(/Ministry|Page/);
    expect(text.split("\n")).toHaveLength(1);
  });
});

describe("a PDF that cannot be read", () => {
  test("is refused as encrypted where it asks for a password, and read where it asks for none", async () => {
    await expect(read(encryptedPdf(FIRST, "secret"))).rejects.toThrow(/encrypted and asks for a password/);
    expect((await read(encryptedPdf(FIRST, ""))).text).toMatch(/^The foreign minister/);
  });

  test("is refused as scanned where it has no text layer", async () => {
    await expect(read(scannedPdf())).rejects.toThrow(/scanned.*OCR/);
    await expect(read(textPdf([[{ text: "3" }]]))).rejects.toThrow(/scanned/);
  });

  test.each([
    ["cut off", textPdf([FIRST]).slice(0, 200)],
    ["a head alone", Buffer.from("%PDF-1.7\n")],
    ["noise behind the head", Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(20_000, 0xab)])],
    [
      "a page tree that contains itself",
      Buffer.from(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj trailer<</Root 1 0 R>>",
      ),
    ],
  ])("is refused as damaged: %s", async (_, bytes) => {
    await expect(read(bytes)).rejects.toThrow(InputError);
  });
});
