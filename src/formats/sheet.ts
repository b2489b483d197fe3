import { createColors } from "picocolors";
import type { Evidence } from "../record/schema.ts";
import { type Excerpt, excerptsOf, type Lines, quoteOf } from "./excerpt.ts";
import { displayWidth, type Piece, wrapPieces } from "./wrap.ts";

/** What a label says at a glance. */
export type Tone = "sure" | "coming" | "open" | "against" | "plain";

/** Columns before every entry's text: the label, or a line number and a bar. */
const MARGIN = 13;

/** Puts entries on lines: a label at the left, what is said of the entry, and the report's own words behind a bar. */
export class Sheet {
  readonly lines: string[] = [];
  readonly #width: number;
  readonly #source: Lines;
  readonly #colours: ReturnType<typeof createColors>;
  readonly #marks: readonly [string, string];

  constructor(source: Lines, options: { readonly width: number; readonly colour: boolean }) {
    this.#source = source;
    this.#width = options.width;
    this.#colours = createColors(options.colour);
    this.#marks = options.colour ? ["", ""] : ["‹", "›"];
  }

  readonly strong = (text: string): Piece => ({ text, style: this.#colours.bold });
  readonly faint = (text: string): Piece => ({ text, style: this.#colours.dim });

  blank(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== "") this.lines.push("");
  }

  /** A paragraph from the left edge. */
  paragraph(...pieces: readonly Piece[]): void {
    this.#put(pieces, [], []);
  }

  heading(title: string, gloss: string): void {
    this.blank();
    this.paragraph(this.strong(title.toUpperCase()), this.faint(` — ${gloss}`));
    this.lines.push("");
  }

  /** The first lines of an entry. */
  entry(label: string, tone: Tone, ...pieces: readonly Piece[]): void {
    const shown = `  ${label}`;
    const first = [
      { text: shown, style: this.#tone(tone) },
      { text: " ".repeat(Math.max(1, MARGIN - displayWidth(shown))) },
    ];
    this.#put(pieces, first, [MARGIN_PIECE]);
  }

  /** More that is said of an entry. */
  detail(...pieces: readonly Piece[]): void {
    this.#put(pieces, [MARGIN_PIECE], [{ text: " ".repeat(MARGIN + 2) }]);
  }

  /** The report's own words around what an entry rests on, which are bold, or stand between ‹ ›. */
  words(evidence: readonly Evidence[]): void {
    for (const excerpt of excerptsOf(this.#source, evidence)) this.#excerpt(excerpt);
  }

  /** The report's own words of one span alone, with what is said of them after. */
  quote(evidence: Evidence, ...after: readonly Piece[]): void {
    this.#excerpt(quoteOf(this.#source, evidence), after);
  }

  /** Words of the report whose place is known by line (from 0) alone. */
  line(number: number, text: string): void {
    this.#excerpt({ line: number + 1, words: [{ text, marked: false }] });
  }

  #excerpt(excerpt: Excerpt, after: readonly Piece[] = []): void {
    const { bold, dim } = this.#colours;
    const [open, close] = this.#marks;
    const some = excerpt.words.some((words) => !words.marked);
    const pieces = excerpt.words.flatMap((words): Piece[] => {
      if (!words.marked) return [{ text: words.text }];
      return some
        ? [{ text: open }, { text: words.text, style: bold }, { text: close }]
        : [{ text: words.text, style: bold }];
    });
    const number = String(excerpt.line).padStart(MARGIN - 3);
    const first = [{ text: `${number} │ `, style: dim }];
    this.#put([...pieces, ...after], first, [{ text: `${" ".repeat(MARGIN - 3)} │ `, style: dim }]);
  }

  #put(pieces: readonly Piece[], first: readonly Piece[], rest: readonly Piece[]): void {
    this.lines.push(...wrapPieces(pieces, this.#width, { first, rest }));
  }

  #tone(tone: Tone): (text: string) => string {
    const { green, cyan, yellow, red } = this.#colours;
    return { sure: green, coming: cyan, open: yellow, against: red, plain: (text: string) => text }[tone];
  }
}

const MARGIN_PIECE: Piece = { text: " ".repeat(MARGIN) };
