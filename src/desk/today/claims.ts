import type * as z from "zod";
import { type ClaimView, check } from "../questions/check.ts";
import { claimsOf } from "../questions/claims.ts";
import type { Desk } from "../questions/desk.ts";
import type { KeptReport } from "../types.ts";
import type { Window } from "./window.ts";

/** A claim of a report that the rest of the record speaks to. */
export interface JudgedClaim {
  readonly report: KeptReport;
  readonly claim: z.infer<typeof ClaimView>;
}

/** Reports whose texts make no claim; a report's text never changes. */
const without = new WeakSet<KeptReport>();

/** The claims of the window's reports that are contradicted, then those that are supported, the newest reports first. */
export async function claimsIn(desk: Desk, { reports }: Window): Promise<JudgedClaim[]> {
  const open = reports.filter((report) => !without.has(report));
  const texts = await desk.library.texts(open.map(({ id }) => id));
  const judged: JudgedClaim[] = [];
  for (const report of open) {
    const text = texts.get(report.id);
    if (text === undefined) continue;
    if (claimsOf(text).length === 0) without.add(report);
    else judged.push(...(await judgedIn(desk, report, text)));
  }
  const of = (verdict: string): JudgedClaim[] => judged.filter(({ claim }) => claim.verdict === verdict);
  return [...of("contradicted"), ...of("supported")];
}

async function judgedIn(desk: Desk, report: KeptReport, text: string): Promise<JudgedClaim[]> {
  const record = await desk.library.record(report.id);
  if (!record) return [];
  const { title, published } = report;
  const { claims } = await check.answer(desk, { text, title, published, record });
  return claims.map((claim) => ({ report, claim }));
}
