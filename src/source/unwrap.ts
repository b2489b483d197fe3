/** One printed line of a page. Coordinates in points, origin bottom left. */
export interface PrintedLine {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** Font size. */
  readonly size: number;
}

const SENTENCE_END = /[.!?:…]["”’»)\]]*$/;
const BULLET = /^(?:[•▪◦‣*–—-]|\(?\d{1,2}[.)])\s/;
const PAGE_NUMBER = /^(?:page\s*)?[-–—\s]*\d{1,4}[-–—\s]*(?:(?:of|\/)\s*\d{1,4})?$/i;

/** Joins printed lines into paragraphs; running heads and page numbers are left out. */
export function unwrapLines(lines: readonly PrintedLine[]): string[] {
  const kept = withoutRunningHeads(lines);
  const body = kept.length > 0 ? kept : lines;
  const layout = layoutOf(body);
  const hyphenated = new Set(
    body.flatMap((line) => line.text.match(/\p{L}+-\p{L}+/gu) ?? []).map((word) => word.toLowerCase()),
  );
  const paragraphs: string[] = [];
  let open = "";
  body.forEach((line, i) => {
    const before = body[i - 1];
    if (before && startsParagraph(before, line, layout)) {
      paragraphs.push(open);
      open = line.text;
    } else {
      open = before ? joined(open, line.text, hyphenated) : line.text;
    }
  });
  if (open !== "") paragraphs.push(open);
  return paragraphs;
}

interface Layout {
  /** The usual distance between two lines of a paragraph. */
  readonly leading: number;
  /** Where full lines end. */
  readonly right: number;
  /** The width of a full line. */
  readonly measure: number;
}

function layoutOf(lines: readonly PrintedLine[]): Layout {
  const gaps: number[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before && before.page === line.page && before.bottom > line.bottom) gaps.push(before.bottom - line.bottom);
  });
  const right = quantile(
    lines.map((line) => line.right),
    0.9,
  );
  return {
    leading: quantile(gaps, 0.5),
    right,
    measure:
      right -
      quantile(
        lines.map((line) => line.left),
        0.1,
      ),
  };
}

function startsParagraph(before: PrintedLine, line: PrintedLine, layout: Layout): boolean {
  const ended = SENTENCE_END.test(before.text);
  const short = before.right < layout.right - 0.12 * layout.measure;
  const gap = before.bottom - line.bottom;
  if (BULLET.test(line.text)) return true;
  if (Math.abs(before.size - line.size) > 0.15 * before.size) return true;
  if (before.page !== line.page || gap < 0) return ended && (short || line.left > before.left + 0.7 * line.size);
  if (layout.leading > 0 && gap > 1.4 * layout.leading) return true;
  if (ended && line.left > before.left + 0.7 * line.size) return true;
  if (/^\p{Ll}/u.test(line.text) && !ended) return false;
  return short && (ended || before.right < layout.right - 0.5 * layout.measure);
}

/** A hyphen at a line's end is undone, except where the report has the hyphened word elsewhere. */
function joined(open: string, next: string, hyphenated: ReadonlySet<string>): string {
  if (open.endsWith("\u00AD")) return open.slice(0, -1) + next;
  const head = /(\p{L}+)-$/u.exec(open)?.[1];
  const tail = /^\p{Ll}+/u.exec(next)?.[0];
  if (!head || !tail) return open.endsWith("-") || open.endsWith("—") ? open + next : `${open} ${next}`;
  return hyphenated.has(`${head}-${tail}`.toLowerCase()) ? open + next : open.slice(0, -1) + next;
}

/** Leaves out what stands at the top or bottom of most pages, and page numbers there. */
function withoutRunningHeads(lines: readonly PrintedLine[]): PrintedLine[] {
  const pages = Map.groupBy(lines, (line) => line.page);
  const edges = new Set<PrintedLine>();
  const seen = new Map<string, number>();
  for (const page of pages.values()) {
    const edge = new Set([...page.slice(0, 2), ...page.slice(-2)]);
    for (const line of edge) edges.add(line);
    for (const key of new Set([...edge].map(headKey))) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const often = Math.max(3, 0.6 * pages.size);
  return lines.filter(
    (line) =>
      !edges.has(line) || ((seen.get(headKey(line)) ?? 0) < often && !(pages.size > 1 && PAGE_NUMBER.test(line.text))),
  );
}

const headKey = (line: PrintedLine): string => line.text.replace(/\d+/g, "#");

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
