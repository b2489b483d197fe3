import * as z from "zod";
import { UsageError } from "../../record/errors.ts";
import type { Encounter } from "../types.ts";
import type { Desk } from "./desk.ts";
import type { Question } from "./question.ts";
import { answerShape, Cited, ContactStatus, EncounterView } from "./schemas.ts";
import { cited, encounterView } from "./views.ts";
import { counted, kindInWords, listed } from "./words.ts";

const Input = z.strictObject({
  encounter: z.string().trim().min(1).describe("id of an encounter, or a start of it that only one has"),
});

const Pair = z.strictObject({
  a: Cited,
  b: Cited,
  joined: z.boolean(),
  same: z.boolean().describe("both are in this encounter"),
  score: z.number().nullable().describe("null: a rule keeps them apart whatever else speaks for it"),
  rules: z.array(z.strictObject({ rule: z.string(), weight: z.number().nullable(), why: z.string() })),
});

const Output = z.strictObject({
  ...answerShape,
  encounter: EncounterView,
  life: z.array(
    z.strictObject({ status: ContactStatus, published: z.string().nullable(), report: z.string(), entry: z.string() }),
  ),
  values: z
    .array(z.strictObject({ field: z.string(), value: z.string(), evidence: z.array(Cited) }))
    .describe("every value with the reports that say it"),
  joined: z.array(Pair),
  near_misses: z.array(Pair).describe("entries that might have been of it and are not"),
});

const LISTS = ["dates", "durations", "places", "ordinals", "topics", "factors"] as const;

/** Why an encounter is one: its entries, the rules that joined them, and those that kept others out. */
export const why: Question<typeof Input, typeof Output> = {
  name: "why",
  summary: "why the entries of an encounter are one, and who says what of it",
  input: Input,
  output: Output,
  answer(desk, input) {
    const one = encounterOf(desk, input.encounter);
    const view = encounterView(desk, one);
    const own = new Set(one.entries.map(({ report, contact }) => `${report} ${contact.id}`));
    const pairs = desk.verdicts(one).flatMap((verdict): z.infer<typeof Pair>[] => {
      const [a, b] = [sourceView(desk, verdict.a), sourceView(desk, verdict.b)];
      if (!a || !b) return [];
      const same = own.has(`${a.report} ${a.entry}`) && own.has(`${b.report} ${b.entry}`);
      const rules = verdict.rules.map((rule) => ({ ...rule, weight: finite(rule.weight) }));
      return [{ a, b, joined: verdict.joined, same, score: finite(verdict.score), rules }];
    });
    const parties = listed(view.parties.map(({ name }) => name));
    return {
      sentence: `${one.id} is ${kindInWords(one.kind)} of ${parties}, made of ${counted(one.entries.length, "entry", "entries")} of ${counted(view.reports, "report")}${one.contradictions.length > 0 ? `; ${counted(one.contradictions.length, "contradiction")} stand` : ""}.`,
      found: true,
      reach: desk.reach,
      encounter: view,
      life: one.life.map((step) => ({ ...step })),
      values: valuesOf(desk, one),
      joined: pairs.filter(({ same }) => same),
      near_misses: pairs.filter(({ same }) => !same),
    };
  },
};

/** The encounter that an id, or a start of it, means. Throws UsageError where there is none, or several. */
function encounterOf(desk: Desk, id: string): Encounter {
  const exact = desk.encounter(id);
  if (exact) return exact;
  const found = id.length >= 4 ? desk.encounters.filter((one) => one.id.startsWith(id)) : [];
  if (found.length === 1) return found[0]!;
  const hint = found.length > 1 ? ` ${counted(found.length, "encounter")} begin so.` : "";
  throw new UsageError(
    `No encounter "${id}" is in the record.${hint} \`chancery log\` shows ids, such as x1234567890ab.`,
  );
}

function sourceView(desk: Desk, source: Encounter["sources"][number]): Cited | null {
  const report = desk.reports.get(source.report);
  if (!report) return null;
  const line = report.record.contacts.find(({ id }) => id === source.entry)?.lines[0] ?? null;
  return cited(desk, report, source.entry, source, line);
}

function valuesOf(desk: Desk, one: Encounter): z.infer<typeof Output>["values"] {
  return LISTS.flatMap((field) =>
    one[field].map(({ value, sources }) => ({
      field: field.slice(0, -1),
      value,
      evidence: sources.flatMap((source) => sourceView(desk, source) ?? []),
    })),
  );
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
