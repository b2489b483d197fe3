import * as z from "zod";
import { ClaimView } from "../questions/check.ts";
import { Change } from "../questions/positions.ts";
import { ActorRef, answerShape, Cited, ContactStatus, Day, EncounterView } from "../questions/schemas.ts";
import { SumView } from "../questions/sums.ts";
import { Coming } from "../questions/upcoming.ts";
import { MOST_REPORTS } from "./window.ts";

export const Input = z.strictObject({
  since: Day.optional().describe("reports published on or after this day; not together with `reports`"),
  reports: z
    .int()
    .min(1)
    .max(MOST_REPORTS)
    .optional()
    .describe("the latest so many reports; without either, those of the seven days that end with the newest"),
  today: Day.optional().describe(
    "the day from which to look ahead; without it that of the newest report, never the clock's",
  ),
  limit: z.int().min(1).max(200).default(20).describe("the most entries of each list"),
});

const ReportBrief = z.strictObject({
  id: z.string(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  publisher: z.string().nullable(),
  address: z.string().nullable(),
  contacts: z.int().describe("how many it gave"),
  statements: z.int(),
  events: z.int(),
  sums: z.int(),
});

const Turned = z.strictObject({
  encounter: EncounterView,
  from: ContactStatus.describe("as all other reports have it"),
  to: ContactStatus,
  before: Cited,
  after: Cited,
});

const Moved = z.strictObject({
  actor: ActorRef,
  topic: z.string(),
  spoke_before: z.boolean().describe("false: the record holds no earlier statement of the actor at all"),
  change: Change,
});

const Claimed = z.strictObject({
  report: z.strictObject({ id: z.string(), title: z.string().nullable(), published: z.string().nullable() }),
  claim: ClaimView,
});

const Contradicted = z.strictObject({
  encounter: EncounterView,
  disagree: z.array(
    z.strictObject({
      field: z.enum(["date", "duration", "place", "medium", "status"]),
      values: z.array(z.string()).describe("the two that exclude each other"),
      message: z.string(),
      evidence: z.array(z.strictObject({ value: z.string(), words: Cited })),
    }),
  ),
});

export const Output = z.strictObject({
  ...answerShape,
  asked: z.strictObject({
    window_from: z
      .enum(["since", "reports", "default"])
      .describe("since, reports: as asked; default: the seven days that end with the newest report"),
    since: z.string().nullable().describe("the first day of publication; null where a number of reports was asked for"),
    first: z.string().nullable().describe("publication of the oldest of the reports"),
    last: z.string().nullable(),
    today: z.string().nullable(),
    today_from: z.enum(["asked", "record"]),
    undated: z.int().describe("reports of the record without a day of publication; they stand in no window"),
  }),
  totals: z.strictObject({
    reports: z.int(),
    new_contacts: z.int(),
    turned: z.int(),
    moved: z.int(),
    claims: z.int(),
    contradictions: z.int(),
    coming: z.int(),
    sums: z.int(),
  }),
  reports: z.array(ReportBrief).describe("the newest first"),
  new_contacts: z.array(EncounterView).describe("of which only these reports speak"),
  turned: z.array(Turned).describe("planned → held, planned → negated …, by what these reports say"),
  moved: z.array(Moved).describe("reversals, hardenings, softenings, then first mentions"),
  claims: z.array(Claimed).describe("claims of these reports that the rest of the record contradicts, then supports"),
  contradictions: z.array(Contradicted).describe("encounters on which one of these reports and another disagree"),
  coming: z.array(Coming).describe("what is still ahead, the soonest first"),
  sums: z.array(SumView).describe("sums that no other report names"),
});

export type Answer = z.infer<typeof Output>;
