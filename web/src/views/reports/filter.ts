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

export interface Year {
  /** "2027", or null where the day of publication is unknown. */
  readonly year: string | null;
  readonly reports: readonly ReportSummary[];
}

/** Reports by the year of their publication, in the order in which they come. */
export function byYear(reports: readonly ReportSummary[]): Year[] {
  const years: { readonly year: string | null; readonly reports: ReportSummary[] }[] = [];
  for (const report of reports) {
    const year = report.published?.slice(0, 4) ?? null;
    const last = years.at(-1);
    if (last && last.year === year) last.reports.push(report);
    else years.push({ year, reports: [report] });
  }
  return years;
}

/** "3 September", under the heading of its year. */
export const dayInYear = (day: string): string => timeInWords(day).replace(/ \d{4}$/, "");
