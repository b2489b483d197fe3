import { describe, expect, test } from "vitest";
import {
  ActorError,
  find,
  last,
  log,
  questions,
  relation,
  said,
  sums,
  upcoming,
  whoIs,
  why,
} from "../../../src/desk/questions/index.ts";
import { call2024, december2025, deskOf, MACRON, moscow2022, PUTIN, video2025 } from "./records.ts";

const desk = deskOf(moscow2022, call2024, video2025, december2025);
const empty = deskOf();
const ask = <Q extends (typeof questions)[number]>(question: Q, input: unknown, on = desk) =>
  question.answer(on, question.input.parse(input)) as ReturnType<Q["answer"]>;

describe("last", () => {
  test("the last contact that was held, of any medium", async () => {
    const answer = await last.answer(desk, { a: "Macron", b: "Putin" });
    expect(answer.sentence).toBe(
      "Emmanuel Macron and Vladimir Putin were last in contact on 1 July 2025: a video conference.",
    );
    expect(answer.last).toMatchObject({ date: "2025-07-01", medium: "video", duration: "PT2H" });
    expect(answer.last!.evidence[0]).toMatchObject({
      report: "video2025",
      quote: "video conference",
      line: 1,
      published: "2025-07-02",
    });
    expect(answer.before.map(({ date }) => date)).toEqual(["2024-03-04", "2022-02-07"]);
    expect(answer.count).toBe(3);
  });

  test("by one medium, with the later contact of another beside it", async () => {
    const answer = await last.answer(desk, { a: MACRON, b: PUTIN, by: "phone" });
    expect(answer.last?.date).toBe("2024-03-04");
    expect(answer.other_media?.date).toBe("2025-07-01");
    expect((await last.answer(desk, { a: MACRON, b: PUTIN, by: "in-person" })).last?.date).toBe("2022-02-07");
  });

  test("what is not there is not in the record, and what was looked for is said", async () => {
    const answer = await last.answer(desk, { a: "Macron", b: "Putin", by: "written" });
    expect(answer.found).toBe(false);
    expect(answer.sentence).toMatch(
      /^Not in the record: a contact in writing between Emmanuel Macron and Vladimir Putin that was held; the record holds 4 reports published from 8 February 2022 to 21 December 2025\./,
    );
    expect(answer.other_media?.date).toBe("2025-07-01");
  });

  test("one without a date may be later; it is never taken for the last", async () => {
    const undated = deskOf(moscow2022, {
      text: "Macron spoke to Putin.",
      published: "2023-05-01",
      contacts: [{ kind: "call", parties: [MACRON, PUTIN], quote: "spoke" }],
    });
    const answer = await last.answer(undated, { a: MACRON, b: PUTIN });
    expect(answer.last?.date).toBe("2022-02-07");
    expect(answer.maybe_later).toHaveLength(1);
    expect(answer.sentence).toContain("Another on days not told may be later.");
    const only = deskOf({
      text: "Macron spoke to Putin.",
      published: null,
      contacts: [{ kind: "call", parties: [MACRON, PUTIN], quote: "spoke" }],
    });
    expect((await last.answer(only, { a: MACRON, b: PUTIN })).sentence).toContain("at a time not told");
  });

  test("states take in those who act for them", async () => {
    const answer = await last.answer(desk, { a: "France", b: "Russia" });
    expect(answer.last?.date).toBe("2025-07-01");
    expect(answer.asked.a.read_as).toContain("holds an office");
  });
});

describe("whom an argument means", () => {
  test.each([
    ["Macron", MACRON],
    ["emmanuel macron", MACRON],
    ["the French president", MACRON],
    ["President of France", MACRON],
    ["the Russian leader", PUTIN],
    ["Russia", "RUS"],
    ["EU", "EU"],
    ["Peskov", "Dmitry Peskov"],
  ])("%s", (phrase, id) => {
    expect(whoIs(desk, phrase).understood.actor.id).toBe(id);
  });

  test("an unknown name is refused, with names near it", () => {
    expect(() => whoIs(desk, "Macrom")).toThrow(/Nobody called “Macrom” is in the record\. Near it: Emmanuel Macron/);
    expect(() => whoIs(desk, "Xyzzy")).toThrow(ActorError);
    expect(() => whoIs(desk, "the Norwegian prime minister")).toThrow(/Not in the record: .*Norway/);
    expect(() => whoIs(empty, "Macron")).toThrow(/Nobody called “Macron”/);
  });

  test("a name that two bear is refused with both", () => {
    const two = deskOf({
      text: "Anna Berg met Otto Berg.",
      published: "2025-01-02",
      contacts: [{ kind: "meeting", parties: ["Anna Berg", "Otto Berg"], quote: "met", date: "2025-01-01" }],
    });
    expect(() => whoIs(two, "Berg")).toThrow(/may be 2 actors of the record: .*Anna Berg.*Give the full name/s);
    expect(whoIs(two, "Otto Berg").name).toBe("Otto Berg");
  });
});

describe("log", () => {
  test.each([
    [{ actor: "Macron" }, 4],
    [{ actor: "Macron", with: "Putin", status: "held" }, 3],
    [{ kind: "call" }, 1],
    [{ since: "2024-01-01", until: "2024-12-31" }, 1],
    [{ since: "2025-12-30" }, 1],
    [{ place: "Moscow" }, 1],
    [{ place: "Paris" }, 0],
    [{ actor: "Ukraine" }, 0],
  ])("%j", async (input, count) => {
    const answer = (await ask(log, input)) as { total: number; sentence: string; found: boolean };
    expect(answer.total).toBe(count);
    if (count === 0) expect(answer.sentence).toMatch(/^Not in the record: contacts/);
  });

  test("the newest first, no more than the limit", async () => {
    const answer = (await ask(log, { limit: 2 })) as { encounters: { date: string | null }[]; total: number };
    expect(answer.total).toBe(4);
    expect(answer.encounters.map(({ date }) => date)).toEqual([null, "2025-07-01"]);
  });
});

describe("upcoming", () => {
  test("bounds become days, factors are there, and the day of asking is said", async () => {
    const answer = await upcoming.answer(desk, { today: "2025-12-22", actor: "Macron" });
    expect(answer.coming).toHaveLength(1);
    expect(answer.coming[0]).toMatchObject({
      window: { from: "2025-12-22", to: "2026-01-03" },
      window_from: "words",
      factors: ["the loan"],
      announced: "2025-12-21",
    });
    expect(answer.sentence).toContain("from 22 December 2025 on (today as asked)");
    expect(answer.asked.today_from).toBe("asked");
  });

  test("what has passed without word is told apart; the clock is used only where no day is given", async () => {
    const answer = await upcoming.answer(desk, {});
    expect(answer.coming).toHaveLength(0);
    expect(answer.passed).toHaveLength(1);
    expect(answer.asked.today_from).toBe("system");
    expect(answer.sentence).toMatch(/by the system's clock.*no report says what became of it/s);
  });

  test("a record that is ahead of the clock is looked at from its newest report", async () => {
    const ahead = deskOf(moscow2022, { text: "Macron spoke.", published: "2999-05-04" });
    const answer = await upcoming.answer(ahead, {});
    expect(answer.asked).toMatchObject({ today: "2999-05-04", today_from: "record" });
  });

  test("a day before the report was there knows nothing of it", async () => {
    const answer = await upcoming.answer(desk, { today: "2025-12-01" });
    expect(answer.coming.length + answer.passed.length).toBe(0);
  });
});

describe("said", () => {
  test("by topic, addressee and relay", async () => {
    const about = (input: object) =>
      ask(said, { a: "Putin", ...input }) as Promise<{
        total: number;
        statements: { content: string }[];
        relayed: number;
      }>;
    expect((await about({ about: "ceasefire" })).total).toBe(2);
    expect((await about({ about: "truce", to: "Macron" })).statements[0]!.content).toBe(
      "he was not ready for a ceasefire",
    );
    expect(await about({ via: "Peskov" })).toMatchObject({ total: 1, relayed: 1 });
    expect((await about({ about: "fish" })).total).toBe(0);
    expect((await about({ until: "2024-12-31" })).total).toBe(1);
  });
});

describe("sums", () => {
  test("by giver, receiver and purpose", async () => {
    const answer = await sums.answer(desk, { from: "EU", to: "Ukraine", purpose: "loans" });
    expect(answer.sums[0]).toMatchObject({ amount: 90e9, currency: "EUR", status: "planned", first: "2025-12-21" });
    expect(answer.sentence).toBe("1 sum of money from EU to Ukraine for “loans”: EUR 90 billion planned.");
    expect((await sums.answer(desk, { from: "Ukraine" })).found).toBe(false);
  });

  test("one sum of several reports stands once, with its life", async () => {
    const later = { ...december2025, id: "later", published: "2025-12-28", contacts: [], statements: [], events: [] };
    const paid = { ...later, money: [{ ...december2025.money![0]!, status: "actual" as const }] };
    const answer = await sums.answer(deskOf(december2025, paid), {});
    expect(answer.sums).toHaveLength(1);
    expect(answer.sums[0]!.status).toBe("actual");
    expect(answer.sums[0]!.statuses.map(({ status }) => status)).toEqual(["planned", "actual"]);
    expect(new Set(answer.sums[0]!.evidence.map(({ report }) => report)).size).toBe(2);
  });
});

describe("relation", () => {
  test("contacts, criticism each way, and a tone line by the scale", async () => {
    const answer = await relation.answer(desk, { a: "Macron", b: "Putin" });
    expect(answer.contacts).toMatchObject({ held: 3, possible: 1 });
    expect(answer.b_to_a.criticism.map(({ type }) => type)).toEqual(["ACCUSE"]);
    expect(answer.a_to_b.requests).toHaveLength(1);
    const accuse = answer.scale.find(({ type }) => type === "ACCUSE")!.value;
    expect(answer.tone.find(({ b_to_a }) => b_to_a !== null)!.b_to_a).toBe(accuse);
    expect(answer.tone.map(({ period }) => period)).toEqual(["2022-Q1", "2024-Q1", "2025-Q3", "2025-Q4"]);
  });

  test("nothing between two is not in the record", async () => {
    const answer = await relation.answer(desk, { a: "Macron", b: "EU" });
    expect(answer).toMatchObject({ found: false, tone: [] });
    expect(answer.sentence).toMatch(/^Not in the record/);
  });
});

describe("find", () => {
  test("entries and reports with facets, narrowed by actor, kind and year", async () => {
    const answer = await find.answer(desk, { words: "ceasefire", limit: 20 });
    expect(answer.reports.map(({ report }) => report)).toEqual(["december2025", "video2025", "call2024"]);
    expect(answer.total).toBe(3);
    expect(answer.facets.years).toEqual([
      { value: "2025", count: 2 },
      { value: "2024", count: 1 },
    ]);
    for (const { value, count } of answer.facets.actors)
      expect((await find.answer(desk, { words: "ceasefire", actor: value, limit: 20 })).total).toBeGreaterThanOrEqual(
        count,
      );
    expect((await find.answer(desk, { words: "ceasefire", actor: "Peskov", limit: 20 })).total).toBe(1);
    expect((await find.answer(desk, { words: "ceasefire", year: "2024", limit: 20 })).reports).toHaveLength(1);
    expect((await find.answer(desk, { words: "zebra", limit: 20 })).sentence).toMatch(/^Not in the record: “zebra”/);
  });
});

describe("why", () => {
  test("entries of two reports, the rules that joined them, and what each says", async () => {
    const again = { ...video2025, id: "again", published: "2025-07-03" };
    const both = deskOf(video2025, again, call2024);
    const [one] = both.encountersOf([MACRON]).filter(({ kind }) => kind === "video");
    const answer = await why.answer(both, { encounter: one!.id.slice(0, 6) });
    expect(answer.encounter.reports).toBe(2);
    expect(answer.joined[0]).toMatchObject({ joined: true, same: true });
    expect(answer.joined[0]!.rules.length).toBeGreaterThan(0);
    expect(answer.values.find(({ field }) => field === "date")?.evidence).toHaveLength(2);
    expect(() => why.answer(both, { encounter: "x0" })).toThrow(/No encounter "x0"/);
  });
});

test("every answer fits the schema that its question gives, also on an empty desk", async () => {
  const inputs: { readonly [name: string]: object } = {
    last: { a: "Macron", b: "Putin" },
    positions: { a: "Putin" },
    said: { a: "Putin" },
    relation: { a: "France", b: "Russia" },
    find: { words: "ceasefire" },
    why: { encounter: desk.encounters[0]!.id },
    ask: { question: "When did Macron and Putin last speak?", today: "2025-12-22" },
    brief: { a: "Macron", b: "Putin", today: "2025-12-22" },
    check: { text: "x", record: { ...desk.reports.get("call2024")!.record } },
  };
  for (const question of questions) {
    const answer = await ask(question, inputs[question.name] ?? {});
    expect(question.output.safeParse(answer).error, question.name).toBeUndefined();
  }
  for (const question of [log, upcoming, sums])
    expect((await ask(question as (typeof questions)[number], {}, empty)) as object).toMatchObject({ found: false });
});
