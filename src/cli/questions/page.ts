import type { Cited, Understood } from "../../desk/questions/schemas.ts";
import { counted } from "../../desk/questions/words.ts";
import { dayWithWeekday } from "../../formats/dates.ts";
import { Lines } from "../../formats/excerpt.ts";
import { Sheet, type Tone } from "../../formats/sheet.ts";
import type { Piece } from "../../formats/wrap.ts";
import { terminal } from "../terminal.ts";

/** An answer on paper: a sentence first, then entries, each with the words of the reports that say so. */
export class Page {
  readonly #options = terminal();
  readonly #sheet = new Sheet(new Lines(""), this.#options);
  readonly #sources = new Map<string, Lines>();
  readonly #texts: ReadonlyMap<string, string>;

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  /** The answer's own sentence, with whom it was taken to ask about. */
  answer(sentence: string, ...asked: readonly (Understood | null)[]): void {
    this.#sheet.paragraph(this.#sheet.strong(sentence));
    for (const who of asked) {
      if (!who || who.phrase === who.actor.name || who.phrase === who.actor.id) continue;
      this.#sheet.paragraph(this.#sheet.faint(`“${who.phrase}”: ${who.actor.name}, ${who.read_as}`));
    }
  }

  heading(title: string, gloss: string): void {
    this.#sheet.heading(title, gloss);
  }

  entry(label: string, tone: Tone, title: string, ...rest: readonly (string | null | false | undefined)[]): void {
    this.#sheet.blank();
    const more = rest.filter((part) => part).join(" · ");
    const pieces: Piece[] = [this.#sheet.strong(title)];
    if (more) pieces.push({ text: ` · ${more}` });
    this.#sheet.entry(label, tone, ...pieces);
  }

  detail(...parts: readonly (string | null | false | undefined)[]): void {
    const text = parts.filter((part) => part).join(" · ");
    if (text) this.#sheet.detail({ text });
  }

  faint(text: string): void {
    this.#sheet.detail(this.#sheet.faint(text));
  }

  paragraph(text: string): void {
    this.#sheet.paragraph({ text });
  }

  blank(): void {
    this.#sheet.blank();
  }

  /** The words on which an entry rests, report by report; of many reports the first few. */
  evidence(all: readonly Cited[], most = 3): void {
    const byReport = [...Map.groupBy(all, ({ report }) => report).values()];
    for (const group of byReport.slice(0, most)) {
      const { report, title, published } = group[0]!;
      this.faint(`${title ?? report.slice(0, 12)} · ${published ? dayWithWeekday(published) : "undated"}`);
      const text = this.#texts.get(report);
      const sheet = new Sheet(this.#source(report, text), this.#options);
      if (text === undefined) for (const { line, quote } of group) sheet.line((line ?? 1) - 1, quote);
      else sheet.words(group);
      this.#sheet.lines.push(...sheet.lines);
    }
    if (byReport.length > most) this.faint(`and ${counted(byReport.length - most, "more report")}`);
  }

  #source(report: string, text: string | undefined): Lines {
    const lines = this.#sources.get(report) ?? new Lines(text ?? "");
    this.#sources.set(report, lines);
    return lines;
  }

  toString(): string {
    return `${this.#sheet.lines.join("\n")}\n`;
  }
}
