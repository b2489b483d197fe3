import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { GUARDS } from "../../src/reading/times/guards.ts";
import { timeLexicon } from "../../src/reading/times/lexicon.ts";
import { READINGS } from "../../src/reading/times/readings.ts";
import {
  dateValue,
  dayValue,
  durationOf,
  durationValueOf,
  intervalAt,
  readTimes,
  timeOf,
} from "../../src/reading/times.ts";
import type { Time } from "../../src/record/schema.ts";
import { parseText } from "../../src/syntax/parse.ts";
import type { Syntax, Token } from "../../src/syntax/types.ts";

interface Case {
  readonly text: string;
  readonly published: string | null;
  readonly times?: readonly Pick<Time, "type" | "value" | "mod" | "bounds">[];
  readonly nothing?: true;
}

const cases = parse(readFileSync(new URL("../cases/times.yaml", import.meta.url), "utf8")) as Case[];
const SUNDAY = "2025-12-21";
const read = (text: string, published: string | null = SUNDAY) => readTimes(parseText(text), published);

/** A parse without the network: every word hangs on the first. */
function flat(text: string): Syntax {
  const tokens = [...text.matchAll(/\S+/g)].map((match, index): Token => {
    const from = match.index;
    return {
      index,
      text: match[0],
      from,
      to: from + match[0].length,
      lemma: match[0],
      xpos: "NN",
      upos: "NOUN",
      features: {},
      head: index ? 0 : -1,
      deprel: index ? "conj" : "root",
    };
  });
  const children = tokens.map((token) => (token.index ? [] : tokens.slice(1).map((t) => t.index)));
  return { text, sentences: tokens.length ? [{ index: 0, line: 0, from: 0, to: text.length, tokens, children }] : [] };
}

describe("readTimes", () => {
  it.each(cases.map((c) => [`${c.text} (${c.published})`, c] as const))(
    "%s",
    (_, { text, published, times: wanted = [] }) => {
      const { times } = read(text, published);
      const isOpen = (time: Time): boolean => time.bounds?.earliest == null && time.bounds?.latest == null;
      const told = times.map((time) => ({
        quote: time.evidence.quote,
        type: time.type,
        value: time.value,
        ...(time.mod ? { mod: time.mod } : {}),
        ...(isOpen(time) ? {} : { bounds: time.bounds }),
      }));
      expect(told).toEqual(wanted);
    },
  );

  it("says which rule gave a value and whether it was stated or inferred", () => {
    const { times } = read("He left on July 1, 2025 and returned on Friday.");
    expect(times.map((time) => time.why)).toEqual([
      { rule: "time.month-day-year", basis: "stated" },
      { rule: "time.weekday.past", basis: "inferred" },
    ]);
    expect(times.map((time) => time.id)).toEqual(["t1", "t2"]);
  });

  it("leaves open what hangs on an unknown publication date, and says so once", () => {
    const { times, notes } = read("They met on Friday, will meet in the coming days and met on 5 May.", null);
    expect(times.map((time) => time.value)).toEqual([null, "FUTURE_REF", null]);
    for (const time of times) expect(time.bounds).toEqual({ earliest: null, latest: null });
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({
      kind: "date-unresolved",
      message: expect.stringContaining('"Friday", "the coming days", "5 May"'),
    });
  });

  it("notes a date that can be read either way round, whatever the day of the report", () => {
    const { times, notes } = read("It was signed on 01/07/2025.");
    expect(times[0]).toMatchObject({ value: null, bounds: { earliest: "2025-01-07", latest: "2025-07-01" } });
    expect(notes[0]?.message).toBe('Month and day may be either way round, so one time stays open: "01/07/2025".');
  });

  it("takes a dateline for the publication date only where none is given", () => {
    const text = "MOSCOW, 12 March 2024 — They met on Monday.";
    expect(read(text, null).notes[0]?.message).toContain('the dateline "12 March 2024" counts as one');
    expect(read(text, null).times[1]).toMatchObject({ value: "2024-03-11", why: { span: { quote: "12 March 2024" } } });
    expect(read(text, "2024-03-20").times[1]?.value).toBe("2024-03-18");
    expect(read("On 12 March 2024 they met. They met again on Monday.", null).times[1]?.value).toBeNull();
  });

  it("keeps to English", () => {
    expect(readTimes(parseText("Am Montag, 1. Mai 2024"), SUNDAY, { language: "de" })).toMatchObject({
      times: [],
      notes: [{ kind: "language" }],
    });
  });

  it("takes no time from the day on which it runs", () => {
    const { times } = read(
      "Today, tomorrow, on Friday, next week, in March, three days ago, in the coming days, at 3 p.m., this summer.",
      null,
    );
    const year = String(new Date().getFullYear());
    expect(times.length).toBeGreaterThan(7);
    for (const time of times) expect(JSON.stringify([time.value, time.bounds])).not.toContain(year);
  });
});

describe("the rules of lexicon/time-rules.tsv", () => {
  const rules = timeLexicon().rules.filter((rule) => !["half-day", "zone"].includes(rule.reading));

  it.each(rules.map((rule) => [rule.name, rule.example, rule] as const))("%s: %s", (_, example, rule) => {
    const names = read(example).times.map((time) => time.why.rule);
    if (rule.reading === "none") expect(names).toEqual([]);
    else expect(names.some((name) => name.startsWith(`time.${rule.settings["part-of"] ?? rule.name}`))).toBe(true);
  });

  it("name readings and guards that there are", () => {
    for (const rule of timeLexicon().rules) {
      expect(READINGS).toHaveProperty(rule.reading);
      if (rule.guard) expect(GUARDS).toHaveProperty(rule.guard);
    }
  });
});

describe("any text", () => {
  const word = fc.constantFrom(
    ..."Friday May March 1 15 26 31 2006 1990 s st th July on in the of and to – - , . : / ( ) last next this early mid end week year days hours two half a an ago later before after since by until every morning at 3 p.m. GMT quarter first second summer today will met \n".split(
      " ",
    ),
  );
  const news = fc.array(word, { maxLength: 40 }).map((words) => words.join(" "));

  it("is read without an error, the same each time, with exact and ordered spans", () => {
    fc.assert(
      fc.property(fc.oneof(news, fc.string()), fc.constantFrom(SUNDAY, null, "not a date"), (text, published) => {
        const { times } = readTimes(flat(text), published);
        let end = 0;
        for (const { evidence } of times) {
          expect(evidence.from).toBeGreaterThanOrEqual(end);
          expect(evidence.quote).toBe(text.slice(evidence.from, evidence.to));
          end = evidence.to;
        }
        expect(readTimes(flat(text), published)).toEqual(readTimes(flat(text), published));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    "Friday ",
    "12 ",
    "12:",
    "1",
    "July 1, 2025 ",
    "one hundred and a half ",
    "the end of ",
    "5 to ",
    "1,000",
    "\n",
  ])("takes linear time: %j", (part) => {
    const took = (n: number): number => {
      const syntax = flat(part.repeat(n));
      const start = performance.now();
      readTimes(syntax, SUNDAY);
      return performance.now() - start;
    };
    took(500);
    const [short, long] = [Math.min(took(1000), took(1000)), took(10_000)];
    expect(long).toBeLessThan(40 * Math.max(short, 60));
  });
});

describe("what the later stages ask", () => {
  const at = (text: string, word: string) => {
    const syntax = parseText(text);
    const { times } = readTimes(syntax, SUNDAY);
    const sentence = syntax.sentences.find((s) => s.tokens.some((t) => t.text === word))!;
    return [sentence, sentence.tokens.find((t) => t.text === word)!.index, times] as const;
  };

  it.each([
    ["Macron spoke with Putin on Friday for over two hours.", "spoke", "2025-12-19", "PT2H"],
    ["On Tuesday, Macron met Putin, who had visited Beijing in November.", "met", "2025-12-16", null],
    ["On Tuesday, Macron met Putin, who had visited Beijing in November.", "visited", "2025-11", null],
    ["Putin said on Monday that he would travel to Beijing on Friday.", "said", "2025-12-15", null],
    ["Putin said on Monday that he would travel to Beijing on Friday.", "travel", "2025-12-26", null],
    ["Ministers held a three-day summit in Geneva in March 2024.", "summit", "2024-03", "P3D"],
    ["The February 25 summit was a success.", "summit", "2025-02-25", null],
    ["The leaders had a meeting in Paris on Thursday.", "meeting", "2025-12-18", null],
    ["Macron praised Putin.", "praised", null, null],
    ["Macron praised the deal that was signed on Friday.", "praised", null, null],
  ])("%s: %s", (text, word, date, duration) => {
    const place = at(text, word);
    expect(dateValue(timeOf(...place))).toBe(date);
    expect(durationValueOf(durationOf(...place))).toBe(duration);
  });

  it.each([
    ["The talks ran from November 15 to 26, 2006.", "2006-11-15/2006-11-26"],
    ["The summit on 15–26 November 2006 failed.", "2006-11-15/2006-11-26"],
    ["He ruled between 2014 and 2016.", "2014/2016"],
    ["He travelled on February 4-5.", "2025-02-04/2025-02-05"],
    ["It happened in 2014 and 2016.", null],
    ["It happened on Friday.", null],
  ])("%s", (text, value) => {
    const { times } = read(text);
    for (const time of times) expect(intervalAt(text, times, time)?.value ?? null).toBe(value);
  });

  it("gives values as entries take them", () => {
    const [half, morning, vague] = read("In two and a half hours this morning, after many years.").times;
    expect(durationValueOf(half)).toBe("PT150M");
    expect(dayValue(morning)).toBe(SUNDAY);
    expect(durationValueOf(vague)).toBeNull();
    expect(dateValue(null)).toBeNull();
    expect(dateValue(half)).toBeNull();
  });
});
