import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readReport } from "../../src/reading/read.ts";
import { Record } from "../../src/record/schema.ts";

/** Pieces of news, whole and broken, between which anything may stand. */
const PIECES = [
  "The French leader met his Norwegian counterpart in Oslo on Friday.",
  "President Ada Lindqvist spoke by phone with Foreign Minister Jan Kowal",
  "she said",
  "according to a spokesman",
  "Kenya's foreign ministry",
  "a loan of ¤90 billion",
  "$1.5bn",
  "€ 3-4 million (£2m)",
  "will visit",
  "has refused to meet",
  "the first call since 2019",
  "“we are ready for dialogue",
  "'never'",
  '"',
  "”",
  "«",
  "(",
  "),",
  "--",
  "…",
  "\n",
  "\n\n",
  "\r\n",
  "\t",
  "\u0000",
  "\u200f",
  "\ufeff",
  "Mr.",
  "H.E.",
  "and",
  "of the",
  "on 31 February 2024",
  "by 2030",
  "for over two hours",
  "UN",
  "Al-",
  "O'",
  "İ",
  "ﬁ",
  "👩🏽‍🚀",
  "\ud83d",
  "שלום",
  "北京",
] as const;

const spliced = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(" ", " ", " ", "", ". ", ", ")), { maxLength: 40 })
  .map((parts) => parts.flat().join(""));
const anything = fc.oneof(
  { weight: 3, arbitrary: spliced },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 300 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 300 }) },
);
const published = fc.constantFrom(null, "2024-05-17", "2008-02-29");

const entriesOf = (record: Record) => [
  ...record.contacts,
  ...record.statements,
  ...record.events,
  ...record.money,
  ...record.actors,
];

/** Every piece of evidence in a record, wherever it hangs. */
function evidenceIn(value: unknown): { from: number; to: number; quote: string }[] {
  if (Array.isArray(value)) return value.flatMap(evidenceIn);
  if (value === null || typeof value !== "object") return [];
  const own = "quote" in value ? [value as { from: number; to: number; quote: string }] : [];
  return [...own, ...Object.values(value).flatMap(evidenceIn)];
}

const nothingRead = (record: Record): void => {
  expect(entriesOf(record)).toEqual([]);
  expect(record.times).toEqual([]);
};

beforeAll(() => void readReport("Warm up the model.", { published: null }));

describe("readReport on any string", () => {
  it("gives records that fit the schema", () => {
    fc.assert(
      fc.property(anything, published, (text, day) => {
        expect(Record.safeParse(readReport(text, { published: day })).error).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it("quotes the text as it stands at its offsets", () => {
    fc.assert(
      fc.property(anything, published, (text, day) => {
        for (const { from, to, quote } of evidenceIn(readReport(text, { published: day })))
          expect(quote).toBe(text.slice(from, to));
      }),
      { numRuns: 200 },
    );
  });

  it("copies its strings out of the text", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const record = readReport(text, { published: null });
        const copied = [
          ...record.contacts.flatMap((c) => [c.trigger, c.ordinal ?? "", ...c.topics, ...c.factors]),
          ...record.statements.flatMap((s) => [s.content, s.cue]),
          ...record.events.map((e) => e.trigger),
          ...record.money.map((m) => m.text),
          ...record.actors.flatMap((a) => a.surface),
        ];
        for (const words of copied) expect(text).toContain(words);
      }),
      { numRuns: 200 },
    );
  });

  it("gives every entry an id of its own, and names no actor it does not list", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const record = readReport(text, { published: "2024-05-17" });
        const ids = entriesOf(record).map((e) => e.id);
        expect(new Set(ids).size).toBe(ids.length);
        const names = new Set(record.actors.map((a) => a.name));
        for (const c of record.contacts) for (const p of c.parties) expect(names).toContain(p);
        for (const e of record.events) for (const p of [...e.actors, ...e.recipients]) expect(names).toContain(p);
      }),
      { numRuns: 200 },
    );
  });

  it("reads the same twice", () => {
    fc.assert(
      fc.property(anything, published, (text, day) => {
        const read = (): string => JSON.stringify(readReport(text, { published: day }));
        expect(read()).toBe(read());
      }),
      { numRuns: 100 },
    );
  });

  it("dates nothing by today", () => {
    const today = new Date().toISOString().slice(0, 10);
    fc.assert(
      fc.property(spliced, (text) => {
        expect(JSON.stringify(readReport(text, { published: null }))).not.toContain(today);
      }),
      { numRuns: 100 },
    );
  });
});

describe("readReport on bad input", () => {
  it.each([
    ["nothing", ""],
    ["blanks", " \n\t\u00a0 \n"],
    ["marks", "— … “” !? ---"],
    ["a hundred thousand quotation marks", '"'.repeat(100_000)],
    ["control characters", "\u0000\u0001\u0002\u0007\u001b[0m".replaceAll(/[[\dm]/g, "").repeat(1000)],
    ["emoji", "🤝🕊️🎉👩🏽‍🚀".repeat(500)],
  ])("says that there are no words: %s", (_what, text) => {
    const record = readReport(text, { published: "2024-05-17" });
    nothingRead(record);
    expect(record.notes.map((n) => n.kind)).toEqual(["empty"]);
  });

  it.each([
    ["fr", "Le président de la République s'est entretenu vendredi avec le chancelier allemand, selon un communiqué."],
    ["ar", "التقى وزير الخارجية نظيره التركي في القاهرة يوم الجمعة وبحث معه العلاقات بين البلدين."],
    ["he", "שר החוץ נפגש ביום שישי עם עמיתו הגרמני בירושלים ודן עמו בשיחות השלום."],
  ])("says that it is no English, and invents nothing: %s", (language, text) => {
    const record = readReport(text, { published: "2024-05-17" });
    nothingRead(record);
    expect(record.language).toBe(language);
    expect(record.notes.map((n) => n.kind)).toEqual(["language"]);
  });

  it("finds nothing in bytes", () => {
    const bytes = Array.from({ length: 20_000 }, (_, i) => String.fromCharCode((i * 7919 + (i >> 3) * 104_729) % 256));
    const record = readReport(bytes.join(""), { published: "2024-05-17" });
    expect([...record.contacts, ...record.statements, ...record.events]).toEqual([]);
  });

  it("reads the report around right-to-left text, emoji and control characters", () => {
    const { contacts } = readReport(
      "\u202bשלום\u202c 🕊️ \u0007\nThe French president met the German chancellor in Oslo on Friday.\u0000\nمرحبا",
      { published: "2024-05-17" },
    );
    expect(contacts).toMatchObject([{ kind: "meeting", parties: ["Emmanuel Macron", "Olaf Scholz"], place: "Oslo" }]);
  });

  it("reads a megabyte in one line", () => {
    const text = `${"talks ".repeat(40_000)}${"x".repeat(760_000)}`;
    expect(readReport(text, { published: null }).contacts).toEqual([]);
  });

  it("dates nothing where no date is known, and says so", () => {
    const record = readReport("The two ministers met on Friday, the spokesman said yesterday.", { published: null });
    for (const entry of [...record.contacts, ...record.statements]) expect(entry.date).toBeNull();
    for (const time of record.times) expect(time.value).toBeNull();
    expect(record.notes.map((n) => n.kind)).toContain("date-unresolved");
  });
});

describe("the time that reading takes", () => {
  const STORY =
    "President Ada Lindqvist of Sweden met Foreign Minister Jan Kowal in Oslo on Friday. She said that the talks “were " +
    "frank”, and thanked Norway for its mediation. The two ministers will meet again in June. A spokesman for the " +
    "Polish leader called the offer of €3 million “a first step”. Sweden condemned the attack on the embassy.\n\n";
  const people = (n: number): string =>
    Array.from(
      { length: n },
      (_, i) => `President Ada Ber${i.toString(36)} of Kenya met Omar Dil${i.toString(36)}. `,
    ).join("");
  const milliseconds = (text: string): number => {
    const start = process.cpuUsage();
    readReport(text, { published: "2024-05-17" });
    return process.cpuUsage(start).user / 1000;
  };

  it.each([
    ["one story over and over", (n: number) => STORY.repeat(n)],
    ["ever new people", people],
    ["one sentence without an end", (n: number) => `${STORY.replaceAll(/[.\n]/g, ",").repeat(n)}.`],
    ["a quotation that never ends", (n: number) => `“${"he said that it is ready and ".repeat(n * 4)}`],
  ])("grows with the text, not with its square: %s", (_what, make) => {
    milliseconds(make(12));
    const small = milliseconds(make(12));
    expect(milliseconds(make(120))).toBeLessThan(10 * small * 3 + 500);
  });
});
