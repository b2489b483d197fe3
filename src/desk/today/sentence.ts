import { counted, listed, timeInWords } from "../questions/words.ts";
import type { JudgedClaim } from "./claims.ts";
import type { Moved } from "./moved.ts";
import type { Answer } from "./schemas.ts";
import type { Window } from "./window.ts";

/** What the latest reports changed, in one sentence. */
export function sentenceOf(
  { reports, total }: Window,
  totals: Answer["totals"],
  moved: readonly Moved[],
  claims: readonly JudgedClaim[],
): string {
  const changes = moved.filter(({ change }) => change.kind !== "first-mention").length;
  const contradicted = claims.filter(({ claim }) => claim.verdict === "contradicted").length;
  const parts = [
    some(totals.new_contacts, "new contact"),
    some(totals.turned, "contact that turned", "contacts that turned"),
    some(changes, "position that moved", "positions that moved"),
    some(totals.moved - changes, "first mention of a topic", "first mentions of a topic"),
    some(contradicted, "claim contradicted", "claims contradicted"),
    some(totals.contradictions, "contact on which reports disagree", "contacts on which reports disagree"),
    some(totals.sums, "new sum"),
  ].flat();
  const looked = total > reports.length ? `; the newest ${reports.length.toLocaleString("en")} were looked at` : "";
  return `The latest ${counted(total, "report")}${daysOf(reports)}${looked}: ${parts.length > 0 ? listed(parts) : "nothing new"}.`;
}

const some = (count: number, one: string, many?: string): string[] => (count > 0 ? [counted(count, one, many)] : []);

function daysOf(reports: Window["reports"]): string {
  const [last, first] = [reports[0]?.published, reports.at(-1)?.published];
  if (!last || !first) return "";
  return first === last ? `, of ${timeInWords(last)}` : `, of ${timeInWords(first)} to ${timeInWords(last)}`;
}
