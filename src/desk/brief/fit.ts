import { sourceOf } from "./notes.ts";
import type { Section } from "./section.ts";

/** Millimetres of an A4 page between its margins, by an estimate that is a tenth too high, less some lines for other fonts. */
const PAGE = 282;
/** Characters on a line and its height, in the body and in a column of the sources, by the style of html.ts. */
const BODY = { characters: 112, height: 4.36 };
const SOURCES = { characters: 84, height: 3.1 };
const HEADING = 9.3;
const UNDER = 5.9;
/** Words that a note shows at most, those around the cited ones taken in. */
const NOTE = 150;
/** Lines that a section keeps while another has more than its own. */
const KEPT: Readonly<Record<Section["name"], number>> = { contacts: 3, topics: 7, planned: 3, sums: 2, careful: 2 };

/** Cuts the sections that have most to spare from their ends until the page holds them, and counts what was cut. */
export function fitted(sections: readonly Section[]): Section[] {
  let fitting = [...sections];
  while (heightOf(fitting) > PAGE) {
    const longest = fitting.reduce((a, b) => (beyond(b) > beyond(a) ? b : a));
    if (longest.lines.length <= 1) return fitting;
    const shorter = { ...longest, lines: longest.lines.slice(0, -1), more: longest.more + 1 };
    fitting = fitting.map((section) => (section === longest ? shorter : section));
  }
  return fitting;
}

const beyond = ({ name, lines: all }: Section): number => all.length - KEPT[name];

const lines = (length: number, { characters, height }: typeof BODY): number => Math.ceil(length / characters) * height;

function heightOf(sections: readonly Section[]): number {
  const cited = new Map<string, number>();
  let height = 3 * HEADING;
  for (const section of sections) {
    height += HEADING + (section.more > 0 || section.lines.length === 0 ? BODY.height : 0);
    height += new Set(section.lines.map(({ under }) => under).filter((under) => under !== null)).size * UNDER;
    for (const { sentence, evidence } of section.lines) {
      height += lines(sentence.length + 4 * evidence.length, BODY);
      for (const one of evidence) {
        const words = Math.min(NOTE, one.quote.length + NOTE / 2);
        cited.set(`${one.report} ${one.from} ${one.to}`, words + sourceOf(one).length + 6);
      }
    }
  }
  const notes = [...cited.values()].reduce((sum, length) => sum + lines(length, SOURCES), 0);
  return height + notes / 2;
}
