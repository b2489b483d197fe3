import { describe, expect, it } from "vitest";
import { durationOf, partsOf } from "../../web/src/views/report/duration.ts";
import { linesOf, type Mark, nextKey, type Piece } from "../../web/src/views/report/segments.ts";
import { inNextLine, moved, rangeOf, wordAt, wordsOf } from "../../web/src/views/report/word-caret.ts";

const mark = (id: string, from: number, to: number): Mark => ({ id, from, to, layer: "entry", type: "contact" });

/** Pieces as text: each mark in brackets behind its name, with a tilde where it goes on from before. */
const shown = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) =>
      "mark" in piece ? `${piece.first ? "" : "~"}${piece.mark.id}[${shown(piece.pieces)}]` : piece.text,
    )
    .join("");

const draw = (text: string, ...marks: Mark[]): string[] => linesOf(text, marks).map(({ pieces }) => shown(pieces));

describe("marks over a text", () => {
  it("lie within each other where one holds the other, whatever their order", () => {
    expect(draw("they met today", mark("b", 5, 8), mark("a", 0, 8))).toEqual(["a[they b[met]] today"]);
  });

  it("go on behind a mark that cuts them", () => {
    expect(draw("one two three", mark("a", 0, 7), mark("b", 4, 13))).toEqual(["a[one b[two]]~b[ three]"]);
  });

  it("share words where they are the same", () => {
    expect(draw("one", mark("a", 0, 3), mark("b", 0, 3))).toEqual(["a[b[one]]"]);
  });

  it("go on over lines, of which the empty ones are left out but counted", () => {
    const lines = linesOf("one\n\ntwo three", [mark("a", 0, 8)]);
    expect(lines.map(({ number, from, pieces }) => [number, from, shown(pieces)])).toEqual([
      [1, 0, "a[one]"],
      [3, 5, "~a[two] three"],
    ]);
  });

  it("lose no letter", () => {
    const text = "A met B.\nC called D and E.";
    const marks = [mark("a", 0, 12), mark("b", 2, 5), mark("c", 3, 20), mark("d", 9, 26), mark("e", 4, 5)];
    const words = (pieces: readonly Piece[]): string =>
      pieces.map((piece) => ("mark" in piece ? words(piece.pieces) : piece.text)).join("");
    expect(linesOf(text, marks).map(({ pieces }) => words(pieces))).toEqual(text.split("\n"));
  });

  it("are as high as the entries that lie in them", () => {
    const [line] = linesOf("one two three", [mark("a", 0, 13), mark("b", 4, 13), mark("c", 8, 13)]);
    expect(line!.pieces[0]).toMatchObject({ height: 3 });
  });
});

describe("selecting by words", () => {
  const text = "The Élysée’s readout, of 3.2 billion.";
  const words = wordsOf(text);

  it("knows words with their signs, without the points around them", () => {
    expect(words.map(({ from, to }) => text.slice(from, to))).toEqual([
      "The",
      "Élysée’s",
      "readout",
      "of",
      "3.2",
      "billion",
    ]);
  });

  it("moves, stretches either way, and stays within the text", () => {
    let caret = { anchor: 2, head: 2 };
    caret = moved(words, caret, 1, true);
    caret = moved(words, caret, 0, true);
    const { from, to } = rangeOf(words, caret);
    expect(text.slice(from, to)).toBe("The Élysée’s readout");
    expect(moved(words, caret, -1, false)).toEqual({ anchor: 0, head: 0 });
    expect(moved(words, caret, 99, false).head).toBe(words.length - 1);
  });

  it("begins at the word of an offset, else at the next", () => {
    expect(wordAt(words, 6)).toBe(1);
    expect(wordAt(words, 3)).toBe(1);
    expect(wordAt(words, 999)).toBe(words.length - 1);
  });

  it("goes to the nearest word of the next line", () => {
    const places = [
      { top: 0, middle: 10 },
      { top: 0, middle: 50 },
      { top: 30, middle: 12 },
      { top: 30, middle: 45 },
      { top: 60, middle: 50 },
    ];
    const at = (word: number) => places[word]!;
    expect(inNextLine(places.length, 1, 1, at)).toBe(3);
    expect(inNextLine(places.length, 2, -1, at)).toBe(0);
    expect(inNextLine(places.length, 4, 1, at)).toBe(4);
  });
});

describe("a click on words of several entries", () => {
  it("means the innermost, then the next one out, then the innermost again", () => {
    expect(nextKey(["outer", "inner"], null)).toBe("inner");
    expect(nextKey(["outer", "inner"], "inner")).toBe("outer");
    expect(nextKey(["outer", "inner"], "outer")).toBe("inner");
    expect(nextKey([], "inner")).toBe(null);
  });
});

describe("durations in a form", () => {
  it.each(["PT50M", "PT2H30M", "P3D", "P1DT4H"])("%s comes back as it was", (value) => {
    expect(durationOf(partsOf(value))).toBe(value);
  });

  it("are null where nothing is told", () => {
    expect(durationOf(partsOf(null))).toBe(null);
  });
});
