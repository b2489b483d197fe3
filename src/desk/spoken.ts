import { setImmediate } from "node:timers/promises";
import { perDesk } from "./per-desk.ts";
import { dayOf } from "./questions/day-of.ts";
import type { Desk } from "./questions/desk.ts";
import { lexiconTopicsOf } from "./topics.ts";
import type { Encounter, KeptReport } from "./types.ts";

/** A statement, as far as counts need it. */
export interface Spoken {
  /** The day on which it was said, else the report's. */
  readonly day: string | null;
  /** Names as the report's record has them; who they are, only a desk knows. */
  readonly speakers: readonly string[];
  /** Topics of the lexicon. */
  readonly topics: readonly string[];
}

const spoken = new WeakMap<KeptReport, readonly Spoken[]>();
const topics = new WeakMap<Encounter, readonly string[]>();

/** The statements of a report with their topics. Worked out once for each report, also where the desk is made anew. */
export function spokenIn(report: KeptReport): readonly Spoken[] {
  const known = spoken.get(report);
  if (known) return known;
  const found = report.record.statements.map((statement) => ({
    day: dayOf(statement.date, report.published).day,
    speakers: [statement.speaker].flat(),
    topics: lexiconTopicsOf(statement).map(({ topic }) => topic),
  }));
  spoken.set(report, found);
  return found;
}

/** The lexicon's topics of an encounter, by the words of any report. */
export function encounterTopics(one: Encounter): readonly string[] {
  const found = topics.get(one) ?? [
    ...new Set(one.entries.flatMap(({ contact }) => lexiconTopicsOf(contact).map(({ topic }) => topic))),
  ];
  topics.set(one, found);
  return found;
}

/** Reports after which others get a turn, so that a server can answer meanwhile. */
const AT_ONCE = 200;

/** Goes through the reports of a desk, a few at a time. */
export async function throughReports(desk: Desk, work: (report: KeptReport) => void): Promise<void> {
  let done = 0;
  for (const report of desk.reports.values()) {
    work(report);
    if (++done % AT_ONCE === 0) await setImmediate();
  }
}

/** How many statements each actor made, by its own name. */
export const statementCounts = perDesk(async (desk): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  await throughReports(desk, (report) => {
    for (const { names, speakers } of desk.saidIn(report))
      for (const [i, id] of speakers.entries())
        if (names.indexOf(names[i]!) === i) counts.set(id, (counts.get(id) ?? 0) + 1);
  });
  return counts;
});
