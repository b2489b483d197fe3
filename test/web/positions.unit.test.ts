import { describe, expect, it } from "vitest";
import {
  type Change,
  daysOf,
  type Holder,
  type Ledger,
  marksOf,
  type Position,
  rowsOf,
  stanceInWords,
} from "../../web/src/views/positions/matrix.ts";

const REPORT = "0123456789abcdef0123";

function position(entry: string, day: string | null, polarity: -1 | 0 | 1, strength: 1 | 2 | 3 = 2): Position {
  return {
    statement: { report: REPORT, entry, day },
    stance: { polarity, strength, because: ["ready"] },
  } as unknown as Position;
}

function ledger(topic: string, positions: Position[], changes: Change[] = []): Ledger {
  const changes_total = changes.filter(({ before }) => before).length;
  return { topic, basis: "lexicon", positions, total: positions.length, changes, changes_total };
}

const holder = (name: string, ledgers: Ledger[]): Holder => ({
  actor: { id: name, name, kind: "person" },
  phrase: name,
  ledgers,
});

describe("topics by actors", () => {
  it("have a cell for each actor; those of which several speak come first", () => {
    const a = position("s1", "2027-01-02", 1);
    const rows = rowsOf([
      holder("A", [ledger("trade", [a, a]), ledger("ceasefire", [a])]),
      holder("B", [ledger("ceasefire", [position("s2", "2027-03-04", -1)])]),
    ]);
    expect(
      rows.map(({ topic, cells, statements }) => [topic, cells.map((cell) => cell?.positions.length ?? 0), statements]),
    ).toEqual([
      ["ceasefire", [1, 1], 2],
      ["trade", [2, 0], 2],
    ]);
    expect(daysOf(rows)).toEqual(["2027-01-02", "2027-03-04"]);
  });

  it("have no days where no statement has one", () => {
    expect(daysOf(rowsOf([holder("A", [ledger("trade", [position("s1", null, 1)])])]))).toBeNull();
  });
});

describe("marks", () => {
  it("say side and strength, the first mention, changes, and stand side by side on one day", () => {
    const [one, two, three] = [
      position("s1", "2027-01-02", -1, 3),
      position("s2", "2027-02-02", 1, 1),
      position("s3", "2027-02-02", 0),
    ];
    const reversal = { kind: "reversal", before: one, after: two, why: "" } as Change;
    const marks = marksOf(
      ledger(
        "trade",
        [one, two, three, position("s4", null, 1)],
        [{ kind: "first-mention", before: null, after: one, why: "" }, reversal],
      ),
    );
    expect(marks.map(({ level, first, change, place }) => [level, first, change?.kind ?? null, place])).toEqual([
      [-3, true, null, 0],
      [1, false, "reversal", 0],
      [0, false, null, 1],
    ]);
  });

  it("are told in words", () => {
    expect(stanceInWords({ polarity: -1, strength: 3, because: ["never"] })).toBe(
      "against it, leaving no room (never)",
    );
    expect(stanceInWords({ polarity: 0, strength: 2, because: [] })).toBe("neither for nor against it, or both");
  });
});
