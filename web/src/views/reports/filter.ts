import type { ReportSummary } from "../../data/types.ts";
import { timeInWords } from "../../format/words.ts";

/** What the list is filtered by, as the address has it. */
export interface Filter {
  readonly words: string | null;
  readonly actor: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly order: "oldest" | null;
}

export const filterIn = (query: Readonly<Record<string, string | undefined>>): Filter => ({
  words: query.words?.trim() || null,
  actor: query.actor?.trim() || null,
  since: query.since || null,
  until: query.until || null,
  order: query.order === "oldest" ? "oldest" : null,
});

export interface Month {
  /** "2027-10", or null where the day of publication is unknown. */
  readonly month: string | null;
  readonly reports: readonly ReportSummary[];
}

/** Reports by the month of their publication, in the order in which they come. */
export function byMonth(reports: readonly ReportSummary[]): Month[] {
  const months: { readonly month: string | null; readonly reports: ReportSummary[] }[] = [];
  for (const report of reports) {
    const month = report.published?.slice(0, 7) ?? null;
    const last = months.at(-1);
    if (last && last.month === month) last.reports.push(report);
    else months.push({ month, reports: [report] });
  }
  return months;
}

export const dayOr = (day: string | null): string => (day === null ? "Day of publication unknown" : timeInWords(day));
