import { timeInWords } from "../../formats/dates.ts";
import { printable } from "../../formats/wrap.ts";
import { reachInWords } from "../questions/words.ts";
import { notesOf, sourceOf, type Texts } from "./notes.ts";
import type { Brief, Section } from "./section.ts";

/** A brief as Markdown; nothing that a report says can become markup. With texts, notes show words in their sentence. */
export function briefMarkdown(brief: Brief, texts: Texts = new Map()): string {
  const { asked, reach, sections } = brief;
  const { notes, numberOf } = notesOf(brief, texts);
  const line = (one: Section["lines"][number]): string =>
    `- ${escaped(one.sentence)} ${one.evidence.map((cited) => `[${numberOf(cited)}]`).join("")}`;
  const out = [
    `# ${escaped(asked.a.actor.name)} and ${escaped(asked.b.actor.name)}`,
    "",
    escaped(`Brief for ${timeInWords(asked.today)}; ${reachInWords(reach)}.`),
  ];
  for (const section of sections) {
    out.push("", `## ${escaped(section.title)}`, "");
    if (section.lines.length === 0) out.push(escaped(section.none));
    let under: string | null = null;
    for (const one of section.lines) {
      if (one.under !== under && one.under !== null) out.push(...(under ? [""] : []), `**${escaped(one.under)}**`, "");
      under = one.under;
      out.push(line(one));
    }
    if (section.more > 0) out.push(`- and ${section.more} more`);
  }
  if (notes.length > 0) out.push("", "## Sources", "");
  for (const { number, cited, words } of notes) {
    const { before, quote, after } = words;
    const marked = before || after ? `${escaped(before)}**${escaped(quote)}**${escaped(after)}` : escaped(quote);
    out.push(`${number}. “${marked}” — ${escaped(sourceOf(cited))}`);
  }
  return `${out.join("\n")}\n`;
}

/** Text in which no character has a meaning in Markdown or HTML. */
const escaped = (text: string): string =>
  printable(text.replace(/\s+/g, " "))
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_[\]#|~!]/g, "\\$&");
