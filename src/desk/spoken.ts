import { setImmediate } from "node:timers/promises";
import type { Desk } from "./questions/desk.ts";
import { lexiconTopicsOf } from "./topics.ts";
import type { Encounter, KeptReport } from "./types.ts";

const topics = new WeakMap<Encounter, readonly string[]>();

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
