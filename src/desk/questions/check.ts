import * as z from "zod";
import { Medium, Record } from "../../record/schema.ts";
import { reportId } from "../../store/keys.ts";
import { sceneOf, type Tested } from "./check-scene.ts";
import { type Claim, claimsOf } from "./claims.ts";
import type { Desk } from "./desk.ts";
import type { Question } from "./question.ts";
import { answerShape, DayRange, EncounterView, Understood } from "./schemas.ts";
import { judge } from "./verdict.ts";
import { encounterView } from "./views.ts";
import { counted, notInRecord } from "./words.ts";

const Input = z.strictObject({
  text: z.string().describe("the report's text"),
  title: z.string().nullable().default(null),
  published: z.iso.date().nullable().default(null),
  record: Record.describe("what was read from it"),
});

export const ClaimView = z.strictObject({
  kind: z.enum(["first-since", "first-in", "first-ever", "last-time", "nth", "never", "not-since"]),
  quote: z.string().describe("the claim's words"),
  sentence: z.string(),
  line: z.int(),
  from: z.int(),
  to: z.int(),
  parties: z.array(Understood),
  counts: z.strictObject({ words: z.string(), media: z.array(Medium) }).describe("which contacts the claim speaks of"),
  occasion: z.strictObject({ kind: z.string(), medium: Medium.nullable(), days: DayRange }).nullable(),
  since: z.strictObject({ words: z.string(), days: DayRange }).nullable(),
  verdict: z.enum(["supported", "contradicted", "unknown"]),
  reasons: z.array(z.string()),
  support: z.array(EncounterView),
  against: z.array(EncounterView),
  open: z.array(EncounterView).describe("might be against it: day or medium not known"),
  not_counted: z.array(EncounterView).describe("in that time, but of a medium that the claim does not speak of"),
});

const Output = z.strictObject({ ...answerShape, claims: z.array(ClaimView) });

/** Tests a report's claims of the kind "the first since", "the last time", "never" by the rest of the record. */
export const check: Question<typeof Input, typeof Output> = {
  name: "check",
  summary: "test a report's “first since”, “last time” and “never” by the rest of the record",
  input: Input,
  output: Output,
  answer(desk, input) {
    const own = new Set([reportId(input.text)]);
    const claims = claimsOf(input.text).map((claim) => claimView(desk, input, claim, own));
    const count = (verdict: string): number => claims.filter((claim) => claim.verdict === verdict).length;
    return {
      sentence:
        claims.length === 0
          ? notInRecord("a claim such as “the first since”, “the last time” or “never” in this report", desk.reach)
          : `${counted(claims.length, "claim")}: ${count("supported")} supported, ${count("contradicted")} contradicted, ${count("unknown")} unknown by the rest of the record.`,
      found: claims.length > 0,
      reach: desk.reach,
      claims,
    };
  },
};

function claimView(desk: Desk, tested: Tested, claim: Claim, own: ReadonlySet<string>): z.infer<typeof ClaimView> {
  const { text } = tested;
  const scene = sceneOf(desk, tested, claim);
  const judged = judge(desk, tested, claim, scene, own);
  const view = (all: readonly Parameters<typeof encounterView>[1][]) => all.map((one) => encounterView(desk, one));
  const { occasion, anchor } = scene;
  return {
    kind: claim.kind,
    quote: text.slice(claim.from, claim.to),
    sentence: text.slice(claim.sentence.from, claim.sentence.to),
    line: text.slice(0, claim.from).split("\n").length,
    from: claim.from,
    to: claim.to,
    parties: [scene.a, scene.b].flatMap((who) => (who ? [who.understood] : [])),
    counts: { words: claim.counted.words, media: [...claim.counted.media] },
    occasion: occasion && { kind: occasion.contact.kind, medium: occasion.medium, days: occasion.days },
    since: anchor && { words: anchor.words, days: anchor.days },
    verdict: judged.verdict,
    reasons: [...judged.reasons],
    support: view(judged.support),
    against: view(judged.against),
    open: view(judged.open),
    not_counted: view(judged.not_counted),
  };
}
