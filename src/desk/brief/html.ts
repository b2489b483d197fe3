import { timeInWords } from "../../formats/dates.ts";
import { printable } from "../../formats/wrap.ts";
import { reachInWords } from "../questions/words.ts";
import { notesOf, sourceOf, type Texts } from "./notes.ts";
import type { Brief, Section } from "./section.ts";

const STYLE = `
@page { size: A4; margin: 12mm }
:root { color-scheme: light dark }
body { font: 9.5pt/1.3 "Source Serif 4", Georgia, "Times New Roman", serif; max-width: 186mm; margin: 8mm auto; padding: 0 4mm }
h1 { font-size: 15pt; margin: 0 0 1mm }
h2 { font-size: 10.5pt; margin: 3.5mm 0 1mm; border-bottom: .3mm solid }
h3 { font-size: 9.5pt; font-style: italic; margin: 1.5mm 0 0 }
p, ul, ol { margin: 0 }
ul { padding-left: 4mm }
sup { line-height: 0; padding-left: .5mm }
sup a { text-decoration: none }
.reach, .none, .more { font-style: italic }
.sources { font-size: 7pt; line-height: 1.25; columns: 2; column-gap: 6mm; padding-left: 5mm }
.sources li { break-inside: avoid; overflow-wrap: anywhere }
@media print { body { margin: 0; padding: 0; max-width: none; color: #000; background: #fff } a { color: inherit } h2, h3 { break-after: avoid } }`;

/** A brief as one self-contained HTML page without scripts, to be printed on A4; all that reports say is escaped. */
export function briefHtml(brief: Brief, texts: Texts = new Map()): string {
  const { asked, reach, sections } = brief;
  const { notes, numberOf } = notesOf(brief, texts);
  const title = `${asked.a.actor.name} and ${asked.b.actor.name}`;
  const sources = notes.map(
    ({ number, cited, words: { before, quote, after } }) =>
      `<li id="n${number}"><q>${escaped(before)}<b>${escaped(quote)}</b>${escaped(after)}</q> <cite>${escaped(sourceOf(cited))}</cite></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p class="reach">${escaped(`Brief for ${timeInWords(asked.today)}; ${reachInWords(reach)}.`)}</p>
${sections.map((section) => sectionHtml(section, numberOf)).join("\n")}
${sources.length > 0 ? `<h2>Sources</h2>\n<ol class="sources">\n${sources.join("\n")}\n</ol>\n` : ""}</main>
</body>
</html>
`;
}

function sectionHtml(section: Section, numberOf: ReturnType<typeof notesOf>["numberOf"]): string {
  const out = [`<section>`, `<h2>${escaped(section.title)}</h2>`];
  if (section.lines.length === 0) out.push(`<p class="none">${escaped(section.none)}</p>`);
  for (const [under, lines] of Map.groupBy(section.lines, (line) => line.under)) {
    if (under !== null) out.push(`<h3>${escaped(under)}</h3>`);
    out.push("<ul>", ...lines.map((line) => `<li>${escaped(line.sentence)}${marks(line, numberOf)}</li>`), "</ul>");
  }
  if (section.more > 0) out.push(`<p class="more">and ${section.more} more</p>`);
  return [...out, "</section>"].join("\n");
}

const marks = ({ evidence }: Section["lines"][number], numberOf: ReturnType<typeof notesOf>["numberOf"]): string =>
  `<sup>${evidence.map((cited) => `<a href="#n${numberOf(cited)}">${numberOf(cited)}</a>`).join(", ")}</sup>`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text in which no character has a meaning in HTML, in an element or an attribute. */
const escaped = (text: string): string => printable(text.replace(/\s+/g, " ")).replace(/[&<>"']/g, (c) => ENTITIES[c]!);
