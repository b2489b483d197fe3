const NARROW = 40;
const WIDE = 110;
const LINES_LOOKED_AT = 2000;
const SENTENCE_END = /[.?!…:]["”’'»)\]]*$/;

/**
 * Whether a text is wrapped by hand: lines of like length that end in the middle of sentences. Returns the least
 * length of a line whose break is to be read as a space; undefined where every line is a paragraph.
 */
export function wrapWidth(text: string): number | undefined {
  const lines = text.slice(0, LINES_LOOKED_AT * WIDE).split("\n", LINES_LOOKED_AT);
  const inner = lines.slice(0, -1).filter((line, i) => line.trim() !== "" && lines[i + 1]!.trim() !== "");
  if (inner.length < 2) return undefined;
  const lengths = inner.map((line) => line.trimEnd().length).sort((a, b) => a - b);
  const longest = lengths.at(-1)!;
  const middle = lengths[lengths.length >> 1]!;
  if (longest > WIDE || middle < NARROW) return undefined;
  const open = lines.filter((line, i) => continues(line, lines[i + 1])).length;
  const close = inner.filter((line) => SENTENCE_END.test(line.trimEnd())).length;
  return open >= inner.length * 0.25 && close <= inner.length * 0.6 ? Math.floor(middle * 0.75) : undefined;
}

/** A line that is not at a sentence's end, before one that begins with a small letter. */
const continues = (line: string, next: string | undefined): boolean =>
  next !== undefined && !SENTENCE_END.test(line.trimEnd()) && /^\s*\p{Ll}/u.test(next);
