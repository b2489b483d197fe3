import * as z from "zod";
import type { Encounter } from "../types.ts";
import type { Desk } from "./desk.ts";
import { encountersBetween } from "./pairs.ts";
import type { Question } from "./question.ts";
import { ActorPhrase, answerShape, EncounterView, Medium, Understood } from "./schemas.ts";
import { encounterView } from "./views.ts";
import { mediumOf, newestFirst, spanOf } from "./when.ts";
import { type Who, whoIs } from "./who.ts";
import { kindInWords, mediumInWords, notInRecord, stateName, whenInWords } from "./words.ts";

const Input = z.strictObject({
  a: ActorPhrase,
  b: ActorPhrase,
  by: Medium.optional().describe("only contacts of this medium"),
});

const Output = z.strictObject({
  ...answerShape,
  asked: z.strictObject({ a: Understood, b: Understood, by: Medium.nullable() }),
  last: EncounterView.nullable(),
  maybe_later: z
    .array(EncounterView)
    .describe("held, but on days that reports leave open: one of them may be the last"),
  other_media: EncounterView.nullable().describe("with `by`: the last contact of any medium, where that is later"),
  before: z.array(EncounterView).describe("up to five earlier ones, the newest first"),
  count: z.int().describe("all that were held"),
});

const BEFORE = 5;

/** When two actors were last in contact. What is planned, possible or was called off does not count. */
export const last: Question<typeof Input, typeof Output> = {
  name: "last",
  summary: "when two actors were last in contact",
  input: Input,
  output: Output,
  answer(desk, { a, b, by }) {
    const [whoA, whoB] = [whoIs(desk, a), whoIs(desk, b)];
    const held = encountersBetween(desk, whoA, whoB).filter(({ status }) => status === "held");
    const all = held.filter((one) => by === undefined || mediumOf(one) === by).sort(newestFirst);
    const best = lastOf(all);
    const later = best ? all.filter((one) => one !== best && mayBeLater(one, best)) : [];
    const anyMedium = by === undefined ? undefined : lastOf(held.sort(newestFirst));
    const other = anyMedium && anyMedium !== best && (!best || surelyLater(anyMedium, best)) ? anyMedium : undefined;
    const view = best ? encounterView(desk, best) : null;
    const otherView = other ? encounterView(desk, other) : null;
    return {
      sentence: sentenceOf(desk, whoA, whoB, by, view, otherView, later.length),
      found: best !== undefined,
      reach: desk.reach,
      asked: { a: whoA.understood, b: whoB.understood, by: by ?? null },
      last: view,
      maybe_later: later.map((one) => encounterView(desk, one)),
      other_media: otherView,
      before: all
        .filter((one) => one !== best && !later.includes(one))
        .slice(0, BEFORE)
        .map((one) => encounterView(desk, one)),
      count: all.length,
    };
  },
};

/** The one that began last by the days that are told; those without any day come after all others. */
function lastOf(all: readonly Encounter[]): Encounter | undefined {
  const key = (one: Encounter): string => {
    const { from } = spanOf(one);
    return from ?? "";
  };
  return all.reduce<Encounter | undefined>((best, one) => (best && key(best) >= key(one) ? best : one), undefined);
}

const mayBeLater = (one: Encounter, best: Encounter): boolean => {
  const [span, other] = [spanOf(one), spanOf(best)];
  if (span.from && span.from === span.to) return false;
  return !span.to || !other.from || span.to > (other.to ?? other.from);
};
const surelyLater = (one: Encounter, other: Encounter): boolean =>
  (spanOf(one).from ?? "") > (spanOf(other).to ?? spanOf(other).from ?? "");

function sentenceOf(
  desk: Desk,
  a: Who,
  b: Who,
  by: Medium | undefined,
  view: EncounterView | null,
  other: EncounterView | null,
  open: number,
): string {
  const how = by ? ` ${mediumInWords(by)}` : "";
  const elsewhere = other
    ? ` Their last contact of any kind was ${kindInWords(other.kind)} ${whenInWords(other)}.`
    : "";
  if (!view)
    return notInRecord(`a contact${how} between ${a.name} and ${b.name} that was held`, desk.reach) + elsewhere;
  const what = kindInWords(view.kind);
  const doubt = open > 0 ? ` ${open === 1 ? "Another" : `${open} others`} on days not told may be later.` : "";
  return `${a.name} and ${b.name} were last in contact${how} ${whenInWords(view)}: ${what}${placed(view)}.${elsewhere}${doubt}`;
}

const placed = ({ place }: EncounterView): string => (place ? ` in ${stateName(place)}` : "");
