import { createColors } from "picocolors";
import { timeInWords } from "../../formats/dates.ts";
import { excerptsOf, Lines } from "../../formats/excerpt.ts";
import { printable, wrapPieces } from "../../formats/wrap.ts";
import { fold } from "../../lexicon/fold.ts";
import type { Cited } from "../questions/schemas.ts";
import type { AskAnswer } from "./ask.ts";

/** How an answer is put on lines. */
export interface AskTextOptions {
  readonly width: number;
  readonly colour: boolean;
  /** The cited reports' texts by their ids; with them a quotation shows the sentence that it stands in. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** The longest quotation shown; a report's sentence seldom is longer. */
const LONGEST_QUOTE = 300;

/** An answer as text: the sentence, how the question was read, the evidence, and what the sentence sums up. */
export function askText(answer: AskAnswer, { width, colour, texts }: AskTextOptions): string {
  const { bold, dim } = createColors(colour);
  const out: string[] = [];
  const put = (text: string, indent = "", style?: (text: string) => string): void => {
    const pad = { text: indent };
    out.push(...wrapPieces([{ text: printable(text), ...(style && { style }) }], width, { first: [pad], rest: [pad] }));
  };
  const quote = (cited: Cited): void => {
    const text = texts?.get(cited.report);
    const excerpt = text === undefined ? undefined : excerptsOf(new Lines(text), [cited])[0];
    const [open, close] = colour ? ["", ""] : ["‹", "›"];
    const pieces = excerpt?.words.map((words) =>
      words.marked ? { text: printable(`${open}${words.text}${close}`), style: bold } : { text: printable(words.text) },
    );
    if (pieces) out.push(...wrapPieces(pieces, width, { first: [{ text: "    " }], rest: [{ text: "    " }] }));
    else put(`“${shortened(cited.quote)}”`, "    ");
    put(`— ${sourceInWords(cited)}`, "      ", dim);
  };
  put(answer.sentence, "", bold);
  if (answer.examples.length > 0) {
    out.push("");
    put("Here is what can be asked:");
    for (const example of answer.examples) put(example, "  ");
  }
  if (answer.evidence.length > 0) {
    out.push("");
    for (const cited of answer.evidence) quote(cited);
  }
  const more = answer.lines.filter(({ sentence }) => !answer.sentence.includes(sentence));
  if (more.length > 0) {
    out.push("");
    for (const { sentence, evidence } of more) {
      put(sentence, "  ");
      if (evidence[0] && !answer.evidence.includes(evidence[0])) quote(evidence[0]);
    }
  }
  if (answer.read_as) {
    out.push("");
    put(`Read as: ${answer.read_as}`, "", dim);
    for (const { phrase, actor, read_as } of answer.people) put(`“${phrase}” is ${actor.name}: ${read_as}`, "  ", dim);
    if (answer.outcome === "answered") putOthers(answer, put, dim);
  }
  return `${out.join("\n")}\n`;
}

/** Who else bears a name of the question; nothing is counted of them. */
function putOthers(
  { people, candidates }: AskAnswer,
  put: (text: string, indent: string, style: (text: string) => string) => void,
  dim: (text: string) => string,
): void {
  for (const { phrase } of people) {
    const bearers = candidates.filter((name) => fold(name).split(/\s+/).includes(fold(phrase)));
    const more = bearers.length > SHOWN ? ` and ${bearers.length - SHOWN} more` : "";
    if (bearers.length > 0)
      put(`“${phrase}” may also be ${bearers.slice(0, SHOWN).join(", ")}${more}; give the full name.`, "  ", dim);
  }
}

const SHOWN = 5;

/** The report of a citation: "Title, 3 September 2027, line 4 (a1b2c3d4)". */
export function sourceInWords({ title, published, line, report }: Cited): string {
  const day = published ? timeInWords(published) : "no date";
  return `${title ?? "report without a title"}, ${day}${line === null ? "" : `, line ${line}`} (${report.slice(0, 8)})`;
}

/** A quotation on one line, cut at a word where it is long. */
export function shortened(quote: string, most = LONGEST_QUOTE): string {
  const line = quote.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  return `${line.slice(0, line.lastIndexOf(" ", most) || most)} …`;
}
