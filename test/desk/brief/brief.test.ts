import { describe, expect, it } from "vitest";
import { brief } from "../../../src/desk/brief/brief.ts";
import { briefHtml } from "../../../src/desk/brief/html.ts";
import { briefMarkdown } from "../../../src/desk/brief/markdown.ts";
import type { Brief } from "../../../src/desk/brief/section.ts";
import { deskOver, type Given, REPORTS } from "../ask/desk.ts";

const textsOf = (given: readonly Given[]) => new Map(given.map(({ id, text }) => [id, text]));
const briefOn = async (given: readonly Given[], a = "Hélène Marchetti", b = "Aydoğan"): Promise<Brief> =>
  brief.answer(deskOver(given), { a, b, today: "2027-10-20" });
const section = ({ sections }: Brief, name: string) => sections.find((one) => one.name === name)!;
const sentences = (page: Brief, name: string): string =>
  section(page, name)
    .lines.map(({ sentence }) => sentence)
    .join("\n");
const citations = ({ sections }: Brief) => sections.flatMap(({ lines }) => lines.flatMap(({ evidence }) => evidence));

/** Many reports of calls and statements between the two. */
const MANY: readonly Given[] = Array.from({ length: 60 }, (_, i) => {
  const day = new Date(Date.UTC(2027, 0, 1) + i * 4 * 86_400_000).toISOString().slice(0, 10);
  return {
    id: `m${i}`,
    published: day,
    title: `Report number ${i} on the two presidents and the long quarrel over the eastern Mediterranean`,
    text: `French President Hélène Marchetti and Turkish President Kemal Aydoğan spoke by phone on ${["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"][i % 7]}.

Marchetti said that the fisheries accord of the year ${1900 + i} was unacceptable. Aydoğan said that the customs union number ${i} must be updated, and warned that sanctions would hurt both sides and their many allies in the region. Aydoğan reportedly confided that Paris number ${i} was tired.`,
  };
});

/** A report that would break out of any markup. */
const HOSTILE: Given = {
  id: "<h>",
  published: "2027-10-14",
  title: '</title><script>alert("t")</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) `code`',
  text: 'French President Hélène Marchetti and Turkish President Kemal Aydoğan spoke by phone on Wednesday about <script>alert("a")</script>.\n\nMarchetti told Aydoğan that "<img src=x onerror=alert(2)> nobody & nothing \'gains\' </li></ul>". Aydoğan said that "[click](javascript:alert(3)) **now** <!-- ends".',
};

describe("brief", () => {
  it("says what was, what each side says, what is to come and what it hangs on", async () => {
    const page = await briefOn(REPORTS);
    expect(page.found).toBe(true);
    expect(sentences(page, "contacts")).toMatch(
      /^A video conference of .* on 9 September 2027[\s\S]*50 minutes[\s\S]*in Tirana/,
    );
    expect(sentences(page, "topics")).toMatch(/fisheries accord was a good basis/);
    expect(sentences(page, "topics")).toMatch(/It moved \(reversal\); before: .*never accept a ceasefire/);
    expect(sentences(page, "planned")).toMatch(
      /Planned: a visit of Kemal Aydoğan and France on 9 November 2027 in Paris/,
    );
    expect(sentences(page, "planned")).toMatch(/It hangs on “a vote in the Turkish parliament”/);
    expect(sentences(page, "careful")).toMatch(/From one report alone/);
  });

  it("has the sums between two sides", async () => {
    expect(sentences(await briefOn(REPORTS, "EU", "Türkiye"), "sums")).toMatch(/^EUR 3\.2 billion from EU to Turkey/);
  });

  it("cites every sentence, and every citation's words stand in its report", async () => {
    for (const given of [REPORTS, MANY, [...REPORTS, HOSTILE]]) {
      const texts = textsOf(given);
      const page = await briefOn(given);
      for (const { lines } of page.sections)
        for (const { evidence } of lines) expect(evidence.length).toBeGreaterThan(0);
      expect(citations(page).length).toBeGreaterThan(0);
      for (const { report, from, to, quote } of citations(page)) expect(texts.get(report)!.slice(from, to)).toBe(quote);
    }
  });

  it("numbers each citation once, and every number in a sentence has its source", async () => {
    const html = briefHtml(await briefOn(REPORTS), textsOf(REPORTS));
    const ids = [...html.matchAll(/<li id="n(\d+)">/g)].map((match) => match[1]);
    const used = new Set([...html.matchAll(/href="#n(\d+)"/g)].map((match) => match[1]));
    expect(ids).toEqual(ids.map((_, i) => String(i + 1)));
    expect([...used].sort()).toEqual([...ids].sort());
  });

  it("cuts long lists and says how much it cut, so that it stays a page", async () => {
    const page = await briefOn(MANY);
    expect(section(page, "contacts").lines).toHaveLength(4);
    expect(section(page, "contacts").more).toBe(56);
    const markdown = briefMarkdown(page, textsOf(MANY));
    expect(markdown).toContain("- and 56 more");
    expect(markdown.length).toBeLessThan(9_000);
  });

  it("lets no text of a report become HTML", async () => {
    const given = [...REPORTS, HOSTILE];
    const page = await briefOn(given);
    expect(JSON.stringify(page)).toContain("onerror");
    const html = briefHtml(page, textsOf(given));
    const tags = new Set(
      [...html.matchAll(/<([a-z!/][a-z0-9]*)/gi)].map((match) => match[1]!.toLowerCase().replace("/", "")),
    );
    const own = [
      "!doctype",
      "html",
      "head",
      "meta",
      "title",
      "style",
      "body",
      "main",
      "h1",
      "h2",
      "h3",
      "p",
      "section",
    ];
    expect(
      [...tags].filter((tag) => ![...own, "ul", "ol", "li", "sup", "a", "q", "b", "cite", ""].includes(tag)),
    ).toEqual([]);
    expect(html).not.toMatch(/<[^>]*\son\w+=/i);
    expect([...html.matchAll(/href="([^"]*)"/g)].every((match) => /^#n\d+$/.test(match[1]!))).toBe(true);
    expect(html).not.toMatch(/<(?:script|img|link|iframe)|src=["']?http|url\(/i);
  });

  it("lets no text of a report become Markdown or HTML in Markdown", async () => {
    const given = [...REPORTS, HOSTILE];
    const markdown = briefMarkdown(await briefOn(given), textsOf(given));
    expect(markdown).not.toMatch(/<[a-z!/]/i);
    expect(markdown).not.toMatch(/(?<!\\)\]\(/);
    expect(markdown).not.toMatch(/(?<!\\)`/);
  });

  it("says what is not in the record", async () => {
    const page = await briefOn(REPORTS, "Estienne", "Kanaris");
    expect(section(page, "contacts").lines).toEqual([]);
    expect(briefMarkdown(page)).toContain("No contact between them that was held is in the record.");
  });

  it("refuses one actor twice, an ambiguous one and an unknown one", async () => {
    await expect(briefOn(REPORTS, "Aydoğan", "Kemal Aydoğan")).rejects.toThrow(/one actor/);
    await expect(briefOn(REPORTS, "Marchetti", "Aydoğan")).rejects.toThrow(/Paolo Marchetti/);
    await expect(briefOn(REPORTS, "Zebulon", "Aydoğan")).rejects.toThrow(/Zebulon/);
  });
});
