import { setImmediate } from "node:timers/promises";
import { perDesk } from "../desk/per-desk.ts";
import type { Desk } from "../desk/questions/desk.ts";
import { within } from "../desk/questions/when.ts";
import { topics as lexiconTopics, lexiconTopicsOf } from "../desk/topics.ts";
import type { Encounter } from "../desk/types.ts";
import { daysOf } from "./filter-encounters.ts";
import { add } from "./network.ts";

/** A topic of the record, with who spoke on it. */
export interface TopicCount {
  readonly topic: string;
  /** A wider topic that takes this one in. */
  readonly parent: string | null;
  statements: number;
  contacts: number;
  newest: string | null;
  /** Statements by actor. */
  readonly actors: Map<string, number>;
}

type Counts = readonly TopicCount[];

/** The whole record's topics, counted once for each desk. */
const whole = perDesk((desk) => count(desk, null, null));

/** The lexicon's topics that statements and encounters are about, those with most of them first. */
export const topicCounts = (desk: Desk, since: string | null, until: string | null): Promise<Counts> =>
  since === null && until === null ? whole(desk) : count(desk, since, until);

/** Reports after which others get a turn, so that the server can answer meanwhile. */
const AT_ONCE = 200;

async function count(desk: Desk, since: string | null, until: string | null): Promise<Counts> {
  const found = new Map<string, TopicCount>();
  const of = (topic: string): TopicCount => {
    const parent = lexiconTopics().get(topic)?.parent ?? null;
    const known = found.get(topic) ?? { topic, parent, statements: 0, contacts: 0, newest: null, actors: new Map() };
    found.set(topic, known);
    return known;
  };
  const note = (one: TopicCount, day: string | null): void => {
    if (day !== null && (one.newest === null || day > one.newest)) one.newest = day;
  };
  const open = since === null && until === null;
  let done = 0;
  for (const report of desk.reports.values()) {
    for (const { day, speakers, topics } of desk.saidIn(report)) {
      if (!open && (day === null || within({ from: day, to: day }, since, until) === "no")) continue;
      for (const topic of topics) {
        const one = of(topic);
        one.statements += 1;
        note(one, day);
        for (const id of new Set(speakers)) add(one.actors, id);
      }
    }
    if (++done % AT_ONCE === 0) await setImmediate();
  }
  for (const encounter of desk.encounters) {
    const days = daysOf(encounter);
    if (!open && ((days.from === null && days.to === null) || within(days, since, until) === "no")) continue;
    for (const topic of encounterTopics(encounter)) {
      const one = of(topic);
      one.contacts += 1;
      // A plan's day may lie ahead; the newest is what was reported last.
      note(one, encounter.life.findLast(({ published }) => published !== null)?.published ?? null);
    }
  }
  return [...found.values()].sort(
    (a, b) => b.statements + b.contacts - (a.statements + a.contacts) || (a.topic < b.topic ? -1 : 1),
  );
}

const ofEncounters = new WeakMap<Encounter, readonly string[]>();

/** The lexicon's topics of an encounter, by the words of any report. */
function encounterTopics(one: Encounter): readonly string[] {
  const found = ofEncounters.get(one) ?? [
    ...new Set(one.entries.flatMap(({ contact }) => lexiconTopicsOf(contact).map(({ topic }) => topic))),
  ];
  ofEncounters.set(one, found);
  return found;
}
