import { timeInWords } from "../../../../src/formats/dates.ts";
import type { Brief, Cited } from "../../data/types.ts";
import { byTopic, notesOf } from "./notes.ts";

/** A brief as Markdown, to be pasted elsewhere; nothing that a report says can become markup. */
export function briefMarkdown(brief: Brief): string {
  const { asked, reach, sections } = brief;
  const { notes, numberOf } = notesOf(brief);
  const out = [
    `# ${escaped(asked.a.actor.name)} and ${escaped(asked.b.actor.name)}`,
    "",
    `Brief for ${timeInWords(asked.today)}; out of ${reach.reports} ${reach.reports === 1 ? "report" : "reports"}.`,
  ];
  for (const { title, lines, more, none } of sections) {
    out.push("", `## ${escaped(title)}`, "");
    if (lines.length === 0) out.push(escaped(none));
    for (const [under, all] of byTopic(lines)) {
      if (under !== null) out.push(`**${escaped(under)}**`, "");
      for (const { sentence, evidence } of all)
        out.push(`- ${escaped(sentence)} ${evidence.map((cited) => `[${numberOf(cited)}]`).join("")}`);
      if (under !== null) out.push("");
    }
    if (more > 0) out.push(`and ${more} more`);
  }
  if (notes.length > 0) out.push("", "## Sources", "");
  for (const { number, cited } of notes) out.push(`${number}. “${escaped(cited.quote)}” — ${escaped(sourceOf(cited))}`);
  return `${out.join("\n").replace(/\n{3,}/g, "\n\n")}\n`;
}

/** "Title, 3 December 2027, line 5". */
export const sourceOf = ({ title, report, published, line }: Cited): string =>
  [title ?? `Report ${report.slice(0, 8)}`, published && timeInWords(published), line !== null && `line ${line}`]
    .filter((part) => part)
    .join(", ");

const escaped = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_[\]#|~!]/g, "\\$&");
