import { describe, expect, test } from "vitest";
import { today } from "../../../src/desk/questions/index.ts";
import { call2024, december2025, deskOf, MACRON, type Made, moscow2022, PUTIN, video2025 } from "./records.ts";

const roles = video2025.roles!;

/** A plan, then what became of it, with a claim and a change of mind. */
const plan: Made = {
  id: "plan",
  text: "Macron and Putin will meet in Geneva on 10 January 2026. They may talk again in Paris in February.",
  published: "2026-01-02",
  contacts: [
    {
      kind: "meeting",
      parties: [MACRON, PUTIN],
      quote: "will meet",
      status: "planned",
      date: "2026-01-10",
      place: "Geneva",
    },
  ],
  roles,
};
const held: Made = {
  id: "held",
  text:
    "Macron met Putin in Geneva on 10 January 2026, their first meeting in three years.\n" +
    "Macron said he rejected a ceasefire. Macron pledged 5 million euros.\nThey are to meet in Paris on 20 January 2026.",
  published: "2026-01-11",
  contacts: [
    {
      kind: "meeting",
      parties: [MACRON, PUTIN],
      quote: "met",
      date: "2026-01-10",
      place: "Geneva",
      ordinal: "first meeting in three years",
      duration: "PT2H",
    },
    {
      kind: "meeting",
      parties: [MACRON, PUTIN],
      quote: "to meet",
      status: "planned",
      date: "2026-01-20",
      place: "Paris",
    },
  ],
  statements: [{ speaker: MACRON, content: "he rejected a ceasefire", mode: "indirect" }],
  money: [{ amount: 5e6, currency: "EUR", text: "5 million euros", from: MACRON }],
  roles,
};
const other: Made = {
  id: "other",
  text: "Macron met Putin in Geneva on 10 January 2026, for six hours.",
  published: "2026-01-11",
  contacts: [
    { kind: "meeting", parties: [MACRON, PUTIN], quote: "met", date: "2026-01-10", place: "Geneva", duration: "PT6H" },
  ],
  roles,
};

const record = [moscow2022, call2024, video2025, december2025, plan, held];
const ask = async (input: object, ...made: readonly Made[]) => {
  const answer = await today.answer(deskOf(...made), today.input.parse(input));
  expect(today.output.safeParse(answer).error).toBeUndefined();
  return answer;
};

describe("today", () => {
  test("what the newest report changed, each with its words", async () => {
    const answer = await ask({}, ...record);
    expect(answer.asked).toEqual({
      window_from: "default",
      since: "2026-01-05",
      first: "2026-01-11",
      last: "2026-01-11",
      today: "2026-01-11",
      today_from: "record",
      undated: 0,
    });
    expect(answer.reports).toMatchObject([{ id: "held", contacts: 2, statements: 1, events: 0, sums: 1 }]);
    expect(answer.turned).toMatchObject([
      {
        encounter: { date: "2026-01-10", place: "Geneva" },
        from: "planned",
        to: "held",
        before: { report: "plan", quote: "will meet", line: 1 },
        after: { report: "held", quote: "met", line: 1 },
      },
    ]);
    expect(answer.new_contacts).toMatchObject([{ status: "planned", date: "2026-01-20" }]);
    expect(answer.moved).toMatchObject([
      {
        actor: { id: MACRON },
        topic: "ceasefire",
        spoke_before: true,
        change: {
          kind: "reversal",
          before: { statement: { report: "video2025" } },
          after: { statement: { report: "held", evidence: [{ quote: "he rejected a ceasefire" }] } },
        },
      },
    ]);
    expect(answer.claims).toMatchObject([
      { report: { id: "held" }, claim: { kind: "first-in", verdict: "supported", support: [{ place: "Moscow" }] } },
    ]);
    expect(answer.coming).toMatchObject([{ encounter: { date: "2026-01-20" }, window: { from: "2026-01-20" } }]);
    expect(answer.sums).toMatchObject([{ amount: 5e6, evidence: [{ report: "held" }] }]);
    expect(answer.totals).toEqual({
      reports: 1,
      new_contacts: 1,
      turned: 1,
      moved: 1,
      claims: 1,
      contradictions: 0,
      coming: 1,
      sums: 1,
    });
    expect(answer.sentence).toBe(
      "The latest 1 report, of 11 January 2026: 1 new contact, 1 contact that turned, 1 position that moved and 1 new sum.",
    );
  });

  test("so many reports, or those since a day, but not both", async () => {
    const two = await ask({ reports: 2 }, ...record);
    expect(two.reports.map(({ id }) => id)).toEqual(["held", "plan"]);
    expect(two.asked).toMatchObject({ window_from: "reports", since: null, first: "2026-01-02" });
    // Both reports of the meeting are among the latest: it is new, not turned.
    expect(two.turned).toEqual([]);
    expect(two.new_contacts).toHaveLength(2);
    const since = await ask({ since: "2025-12-01" }, ...record);
    expect(since.reports.map(({ id }) => id)).toEqual(["held", "plan", "december2025"]);
    const none = await ask({ since: "2027-01-01" }, ...record);
    expect(none).toMatchObject({ found: false, reports: [], moved: [] });
    expect(none.sentence).toMatch(/^Not in the record: a report published since 2027-01-01;/);
    await expect(ask({ since: "2025-12-01", reports: 2 }, ...record)).rejects.toThrow("not both");
  });

  test("a report that disagrees with another stands with the words of both", async () => {
    const { contradictions } = await ask({ reports: 1 }, ...record, other);
    expect(contradictions).toMatchObject([
      {
        disagree: [
          {
            field: "duration",
            values: ["PT2H", "PT6H"],
            evidence: expect.arrayContaining([
              expect.objectContaining({ value: "PT2H", words: expect.objectContaining({ report: "held" }) }),
              expect.objectContaining({ value: "PT6H", words: expect.objectContaining({ report: "other" }) }),
            ]),
          },
        ],
      },
    ]);
  });

  test("looks ahead from the day that is given, and lists no more than asked", async () => {
    const late = await ask({ today: "2026-02-01" }, ...record);
    expect(late).toMatchObject({ coming: [], asked: { today: "2026-02-01", today_from: "asked" } });
    const few = await ask({ since: "2020-01-01", limit: 1 }, ...record);
    expect(few.reports).toHaveLength(1);
    expect(few.totals.reports).toBe(6);
    expect(few.moved).toHaveLength(1);
    expect(few.totals.moved).toBeGreaterThan(1);
  });

  test("moves are those that `positions` has, whatever the window", async () => {
    const { positions } = await import("../../../src/desk/questions/index.ts");
    const desk = deskOf(...record);
    const whole = await today.answer(desk, today.input.parse({ since: "2000-01-01", limit: 200 }));
    for (const a of [MACRON, PUTIN]) {
      const { topics } = await positions.answer(desk, { a });
      const known = topics.filter(({ basis }) => basis === "lexicon").flatMap(({ changes }) => changes);
      const found = whole.moved.filter(({ actor }) => actor.id === a).map(({ change }) => change);
      expect(found).toHaveLength(known.length);
      expect(found).toEqual(expect.arrayContaining(known));
    }
  });

  test("a record without days, and an empty one", async () => {
    const undated = await ask({}, { ...moscow2022, published: null }, { ...call2024, published: null });
    expect(undated.reports.map(({ id }) => id)).toEqual(["call2024"]);
    expect(undated.asked).toMatchObject({ today: null, undated: 2 });
    expect(await ask({})).toMatchObject({ found: false, reports: [] });
  });
});
