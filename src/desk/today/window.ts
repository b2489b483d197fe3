import { UsageError } from "../../record/errors.ts";
import { perDesk } from "../per-desk.ts";
import type { Desk } from "../questions/desk.ts";
import { addDays } from "../questions/when.ts";
import type { KeptReport } from "../types.ts";

/** The days before the newest report that count as the latest where nothing is asked. */
const DAYS = 7;
/** The most reports that are looked at. */
export const MOST_REPORTS = 1000;

/** The latest reports of a record. */
export interface Window {
  /** The newest first. */
  readonly reports: readonly KeptReport[];
  readonly ids: ReadonlySet<string>;
  /** The first day of publication; null where a number of reports was asked for, or none has a day. */
  readonly since: string | null;
  readonly from: "since" | "reports" | "default";
  /** How many fit; more than `reports` where they are too many to look at. */
  readonly total: number;
}

/** The oldest first, those of one day in the order in which they were kept; those of no day left out. */
const dated = perDesk((desk) =>
  [...desk.reports.values()]
    .filter(({ published }) => published !== null)
    .sort((a, b) => (a.published! < b.published! ? -1 : a.published! > b.published! ? 1 : 0)),
);

/**
 * The latest reports by their day of publication: from a day on, so many, or those of the seven days that end with the
 * newest. Of a record in which no report has a day, the one that was kept last.
 */
export function windowOf(desk: Desk, since: string | undefined, count: number | undefined): Window {
  if (since !== undefined && count !== undefined) throw new UsageError("Give a day or a number of reports, not both.");
  const all = dated(desk);
  const newest = all.at(-1)?.published ?? null;
  if (newest === null) {
    const last = [...desk.reports.values()].slice(-(count ?? 1)).reverse();
    return since === undefined
      ? made(last, null, count === undefined ? "default" : "reports")
      : made([], since, "since");
  }
  if (count !== undefined) return made(all.slice(-count).reverse(), null, "reports");
  const first = since ?? addDays(newest, 1 - DAYS);
  let at = all.length;
  while (at > 0 && all[at - 1]!.published! >= first) at--;
  return made(all.slice(at).reverse(), first, since === undefined ? "default" : "since");
}

function made(fitting: readonly KeptReport[], since: string | null, from: Window["from"]): Window {
  const reports = fitting.slice(0, MOST_REPORTS);
  return { reports, ids: new Set(reports.map(({ id }) => id)), since, from, total: fitting.length };
}
