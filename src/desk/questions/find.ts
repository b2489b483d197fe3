import * as z from "zod";
import { namesOf } from "../../store/layers.ts";
import type { Desk } from "./desk.ts";
import type { FoundEntry } from "./library.ts";
import type { Question } from "./question.ts";
import { ActorPhrase, ActorRef, answerShape, Cited } from "./schemas.ts";
import { cited } from "./views.ts";
import { actorRef, whoIs } from "./who.ts";
import { counted, notInRecord } from "./words.ts";

const Input = z.strictObject({
  words: z.string().trim().min(1).describe('words that must all be there; "several words" in a row; word* ; -word'),
  actor: ActorPhrase.optional().describe("only entries with this actor"),
  kind: z
    .string()
    .optional()
    .describe("only entries of this type or kind: contact, statement, event, sum, call, ACCUSE …"),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  limit: z.int().min(1).max(1000).default(20),
});

const Count = z.strictObject({ value: z.string(), count: z.int() });
const ActorCount = z.strictObject({
  value: z.string().describe("what `actor` takes"),
  name: z.string().describe("what to show"),
  count: z.int(),
});

const Output = z.strictObject({
  ...answerShape,
  reports: z.array(
    z.strictObject({
      report: z.string(),
      title: z.string().nullable(),
      published: z.string().nullable(),
      snippet: z.string(),
    }),
  ),
  entries: z.array(
    z.strictObject({ type: z.string(), kind: z.string(), actors: z.array(ActorRef), evidence: z.array(Cited) }),
  ),
  total: z.int().describe("entries that fit, of those looked at"),
  bounded: z
    .boolean()
    .describe("whether the words are in more entries than are looked at: the newest 1000 of the 5000 kept last"),
  facets: z.strictObject({ actors: z.array(ActorCount), kinds: z.array(Count), years: z.array(Count) }),
});

const LOOKED_AT = 1000;
const FACETS = 20;

/** Full text over reports and entries, with how the entries spread over actors, kinds and years. */
export const find: Question<typeof Input, typeof Output> = {
  name: "find",
  summary: "full text over reports and entries, with facets",
  input: Input,
  output: Output,
  async answer(desk, input) {
    const who = input.actor === undefined ? null : whoIs(desk, input.actor);
    const looked = await desk.library.entries(input.words, LOOKED_AT);
    const bounded = looked.length === LOOKED_AT;
    const found = looked
      .map((one) => ({ one, ids: actorsOf(desk, one), kind: kindOf(one), year: yearOf(desk, one) }))
      .filter(({ ids }) => who === null || ids.some((id) => who.ids.has(id)))
      .filter(({ one, kind }) => !input.kind || same(one.type, input.kind) || same(kind, input.kind))
      .filter(({ year }) => !input.year || year === input.year);
    const filtered = who !== null || input.kind !== undefined || input.year !== undefined;
    const within = new Set(found.map(({ one }) => one.report));
    const reports = (await desk.library.reports(input.words, input.limit)).filter(
      ({ report }) => desk.reports.has(report) && (!filtered || within.has(report)),
    );
    const any = found.length + reports.length > 0;
    return {
      sentence: any
        ? `${counted(found.length, "entry", "entries")} and ${counted(reports.length, "report")} with ${shown(input.words)}${reports.length === input.limit ? " (the first reports shown)" : ""}${bounded ? `; only the newest ${LOOKED_AT.toLocaleString("en")} entries with these words were looked at` : ""}.`
        : notInRecord(shown(input.words), desk.reach),
      found: any,
      reach: desk.reach,
      reports: reports.map(({ report, snippet }) => {
        const { title, published, record } = desk.reports.get(report)!;
        return { report, title: title ?? record.title, published, snippet };
      }),
      entries: found.slice(0, input.limit).map(({ one, ids, kind }) => ({
        type: one.type,
        kind,
        actors: ids.map((id) => actorRef(desk, id)),
        evidence: evidenceOf(desk, one),
      })),
      total: found.length,
      bounded,
      facets: {
        actors: tally(found.flatMap(({ ids }) => ids)).map((one) => ({
          ...one,
          name: actorRef(desk, one.value).name,
        })),
        kinds: tally(found.map(({ one, kind }) => (kind === one.type ? kind : `${one.type}: ${kind}`))),
        years: tally(found.flatMap(({ year }) => year ?? [])).sort((a, b) => b.value.localeCompare(a.value)),
      },
    };
  },
};

const shown = (words: string): string => (words.includes('"') ? words : `“${words}”`);
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const actorsOf = (desk: Desk, { report, entry }: FoundEntry): string[] => [
  ...new Set(namesOf(entry).map((name) => desk.identities.of(report, name))),
];

function kindOf({ type, entry }: FoundEntry): string {
  if ("kind" in entry) return entry.kind;
  if ("type" in entry) return entry.type;
  return "mode" in entry ? entry.mode : type;
}

function yearOf(desk: Desk, { report, entry }: FoundEntry): string | null {
  const date = "date" in entry ? entry.date : null;
  return /^\d{4}/.exec(date ?? "")?.[0] ?? desk.reports.get(report)?.published?.slice(0, 4) ?? null;
}

function evidenceOf(desk: Desk, { report, entry }: FoundEntry): Cited[] {
  const kept = desk.reports.get(report);
  const line = "line" in entry ? entry.line : "lines" in entry ? (entry.lines[0] ?? null) : null;
  return kept ? entry.evidence.map((span) => cited(desk, kept, entry.id, span, line)) : [];
}

function tally(values: readonly string[]): z.infer<typeof Count>[] {
  return [...Map.groupBy(values, (value) => value)]
    .map(([value, all]) => ({ value, count: all.length }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, FACETS);
}
