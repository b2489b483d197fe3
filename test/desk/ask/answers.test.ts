import { describe, expect, it } from "vitest";
import { type AskAnswer, ask } from "../../../src/desk/ask/ask.ts";
import { askExamples } from "../../../src/desk/ask/lexicon.ts";
import { isQuery } from "../../../src/desk/ask/query.ts";
import { askText } from "../../../src/desk/ask/text.ts";
import { understand } from "../../../src/desk/ask/understand.ts";
import { deskOver, REPORTS } from "./desk.ts";

const desk = deskOver(REPORTS);
const texts = new Map(REPORTS.map(({ id, text }) => [id, text]));
const answerTo = async (question: string): Promise<AskAnswer> => ask.answer(desk, { question, today: "2027-10-20" });

/** Questions with what their sentence must say, and the report that it must rest on. */
const ANSWERED: readonly (readonly [question: string, says: readonly RegExp[], report: string])[] = [
  ['Who said "nobody gains from silence"?', [/^Hélène Marchetti/], "r2"],
  ["When did Hélène Marchetti and Aydoğan last speak by phone?", [/^On 2 September 2027: a phone call/], "r2"],
  ["When did Hélène Marchetti and Aydoğan last meet in person?", [/^On 21 May 2027: a meeting/, /Tirana/], "r1"],
  ["Where did Hélène Marchetti and Aydoğan last meet face to face?", [/^In Tirana: /], "r1"],
  ["How long was the last call between Hélène Marchetti and Aydoğan?", [/^50 minutes: /], "r2"],
  ["How long ago did Hélène Marchetti and Aydoğan speak?", [/^41 days before 20 October 2027/], "r3"],
  ["How did Hélène Marchetti and Aydoğan communicate on September 9?", [/^By video/], "r3"],
  ["How often did Hélène Marchetti and Aydoğan speak since May 2027?", [/^3 times/], "r3"],
  ["Did Hélène Marchetti and Aydoğan meet in person in May 2027?", [/^Yes: a meeting/], "r1"],
  ["Who did Aydoğan meet in Tirana?", [/^Hélène Marchetti/], "r1"],
  ["What did Hélène Marchetti and Aydoğan discuss on September 2?", [/^The fisheries accord/i], "r2"],
  ["Have Hélène Marchetti and Aydoğan never met?", [/^Contradicted: a meeting .* 21 May 2027/], "r1"],
  ["When will Aydoğan visit Paris?", [/^On 9 November 2027: planned: a visit/], "r4"],
  ["What does the next visit of Aydoğan to Paris depend on?", [/^On “a vote in the Turkish parliament”/], "r4"],
  ["What depends on the vote in the Turkish parliament?", [/^1 contact hangs on it: planned: a visit/], "r4"],
  ["Was the visit of Estienne to Ankara cancelled?", [/^Yes: not held: a visit/], "r5"],
  ["What did Hélène Marchetti tell Aydoğan?", [/^Hélène Marchetti to Kemal Aydoğan/, /4 entries/], "r3"],
  ["What did Hélène Marchetti say about the fisheries accord?", [/a good basis/, /2 entries/], "r3"],
  ["Who speaks for Aydoğan?", [/^Defne Korkmaz \(1 statement\)/], "r2"],
  ["How much did the EU promise Türkiye?", [/EUR 3\.2 billion from EU to Turkey/, /reception of refugees/], "r4"],
  ["Who criticised France?", [/^Kemal Aydoğan/], "r3"],
  ["How are relations between France and Türkiye?", [/3 contacts held/, /Turkey .*criticised once/], "r3"],
];

describe("names in brackets", () => {
  const other = {
    id: "r9",
    published: "2027-10-14",
    title: "A call from Damascus",
    text: "Syrian President Hélène Marchetti spoke with Iraqi President Ali Hadi by phone on Tuesday.",
  };
  const two = deskOver([...REPORTS, other]);

  it("are understood as they are offered", async () => {
    const { candidates } = await ask.answer(two, { question: "When did Hélène Marchetti last speak with Aydoğan?" });
    expect(candidates).toEqual(["Hélène Marchetti (FRA)", "Hélène Marchetti (SYR)"]);
    for (const [who, whom] of [
      ["Hélène Marchetti (FRA)", "Aydoğan"],
      ["Hélène Marchetti (Syria)", "Ali Hadi"],
    ])
      expect(await ask.answer(two, { question: `When did ${who} last speak with ${whom}?` })).toMatchObject({
        outcome: "answered",
      });
  });

  it("are said where nobody bears the name", async () => {
    const answer = await ask.answer(two, { question: "When did Nobody and Aydoğan meet?" });
    expect(answer).toMatchObject({ outcome: "unknown-actor", sentence: "Nobody is called “Nobody” in the record." });
  });
});

describe("ask", () => {
  it.each(ANSWERED)("%s", async (question, says, report) => {
    const answer = await answerTo(question);
    expect(answer.outcome, answer.sentence).toBe("answered");
    for (const words of says) expect(answer.sentence).toMatch(words);
    expect(answer.evidence[0]?.report ?? answer.lines[0]?.evidence[0]?.report).toBe(report);
  });

  it("cites words that stand in the report", async () => {
    for (const [question] of ANSWERED) {
      const { evidence, lines } = await answerTo(question);
      const all = [...evidence, ...lines.flatMap((line) => line.evidence)];
      expect(all.length, question).toBeGreaterThan(0);
      for (const { report, from, to, quote } of all) expect(texts.get(report)!.slice(from, to)).toBe(quote);
    }
  });

  it("says what is not in the record, what was looked for, and how far the record reaches", async () => {
    const { outcome, found, sentence, read_as } = await answerTo("Did Aydoğan and Estienne speak by phone in 2026?");
    expect([outcome, found]).toEqual(["not-in-record", false]);
    expect(sentence).toMatch(
      /^Not in the record: held contacts by phone between Kemal Aydoğan and Paul Estienne since 1 January 2026/,
    );
    expect(sentence).toMatch(/5 reports published from 22 May 2027 to 13 October 2027/);
    expect(read_as).toBe(
      "log (actor: Aydoğan; with: Estienne; status: held; medium: phone; since: 2026-01-01; until: 2026-12-31; wants: whether)",
    );
  });

  it("names the last contact of another kind where there is none of the one asked for", async () => {
    const { found, sentence } = await answerTo(
      "When did Hélène Marchetti and Aydoğan last meet in person since August 2027?",
    );
    expect(found).toBe(false);
    expect(sentence).toMatch(/last contact of another kind: A video conference .* 9 September 2027/);
  });

  it("lists who may be meant, and does not choose", async () => {
    const answer = await answerTo("When did Marchetti and Aydoğan last speak?");
    expect(answer.outcome).toBe("ambiguous-actor");
    expect(answer.candidates).toEqual(expect.arrayContaining(["Hélène Marchetti", "Paolo Marchetti"]));
    expect(answer.evidence).toEqual([]);
  });

  it("says who else bears a name that reports use of one alone", async () => {
    const { outcome, candidates } = await answerTo("Who did Kanaris meet?");
    expect([outcome, candidates]).toEqual(["answered", []]);
    const other = deskOver(
      REPORTS.slice(0, 4).concat({
        id: "r6",
        published: "2027-10-14",
        title: "A painter",
        text: "Italian President Paolo Marchetti met Greek President Eleni Kanaris in Athens on Tuesday.",
      }),
    );
    const answer = await ask.answer(other, { question: "Who did Marchetti meet in Tirana?", today: "2027-10-20" });
    expect(answer.candidates).toEqual(["Paolo Marchetti"]);
    expect(askText(answer, { width: 100, colour: false })).toContain("“Marchetti” may also be Paolo Marchetti");
  });

  it("says who is not in the record", async () => {
    const answer = await answerTo("When did Zebulon and Aydoğan last speak?");
    expect([answer.outcome, answer.found]).toEqual(["unknown-actor", false]);
    expect(answer.sentence).toContain("Zebulon");
  });

  it("gives three examples where it did not understand", async () => {
    const answer = await answerTo("When did Aydoğan's wife last sneeze?");
    expect(answer.outcome).toBe("not-understood");
    expect(answer.examples).toHaveLength(3);
    expect(askText(answer, { width: 100, colour: false })).toMatch(
      /^I did not understand\.[\s\S]*Here is what can be asked:/,
    );
  });

  it("understands its own examples", () => {
    const known = { named: () => [] };
    for (const { question } of askExamples()) {
      const query = understand(question, { today: "2027-10-20", knownActors: known });
      expect(isQuery(query) ? question : query.message).toBe(question);
    }
  });

  it("prints how the question was read, without control characters of a report", async () => {
    const answer = await answerTo("When did Hélène Marchetti and Aydoğan last speak by phone?");
    const text = askText({ ...answer, sentence: "a\u001b[31mb" }, { width: 80, colour: false, texts });
    expect(text).toContain("Read as: last (a: Hélène Marchetti; b: Aydoğan; medium: phone; wants: when)");
    expect(text).not.toContain("\u001b");
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it.each([
    "",
    "?",
    "a".repeat(900),
    "When did ".repeat(50),
    "\u0000\u0001 when",
    "((((",
    "last last last last",
    "who who who",
  ])("does not throw on %j", async (question) => {
    expect(isQuery(understand(question, { today: null, knownActors: { named: () => [] } }))).toBe(false);
  });
});
