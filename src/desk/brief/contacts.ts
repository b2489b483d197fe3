import { capital, encounterInWords, encounterLine, type Line, lasting, onePerReport } from "../ask/answer/told.ts";
import type { EncounterView } from "../questions/schemas.ts";
import { plans } from "../questions/upcoming.ts";
import { encounterView } from "../questions/views.ts";
import { newestFirst } from "../questions/when.ts";
import { listed } from "../questions/words.ts";
import type { Encounter } from "../types.ts";
import { encountersOf } from "./between.ts";
import { type BriefOf, type Section, sectionOf } from "./section.ts";

const MOST = 4;

/** The last contacts that were held. */
export function contactsSection(of: BriefOf): Section {
  const held = encountersOf(of).filter(({ status }) => status === "held");
  const lines = held.sort(newestFirst).map((one) => heldLine(encounterView(of.desk, one)));
  return sectionOf("contacts", "Last contacts", "No contact between them that was held is in the record.", lines, MOST);
}

function heldLine(view: EncounterView): Line {
  const { sentence, evidence } = encounterLine(view);
  const long = lasting(view);
  const about = view.topics.length > 0 ? ` About ${listed(view.topics.map(oneLine))}.` : "";
  return { sentence: `${sentence}${long ? ` It lasted ${long}.` : ""}${about}`, evidence };
}

/** What is planned or possible, what it hangs on, and plans of which nothing more was heard. */
export function plannedSection(of: BriefOf): Section {
  const between = new Set(encountersOf(of));
  const { coming, passed } = plans(of.desk, null, null, of.today);
  const mine = (all: readonly Encounter[]): EncounterView[] =>
    all.filter((one) => between.has(one)).map((one) => encounterView(of.desk, one));
  const lines = [...mine(coming).map(comingLine), ...mine(passed.toReversed()).map(passedLine)];
  return sectionOf("planned", "Planned, and what it hangs on", "Nothing is planned between them.", lines, MOST);
}

function comingLine(view: EncounterView): Line {
  const factors = listed(view.factors.map((factor) => `“${oneLine(factor)}”`));
  const on = factors ? ` It hangs on ${factors}.` : "";
  return { sentence: `${capital(encounterInWords(view))}.${on}`, evidence: onePerReport(view.evidence) };
}

const passedLine = (view: EncounterView): Line => ({
  sentence: `${capital(encounterInWords(view))}: its time has passed, and no report says what became of it.`,
  evidence: onePerReport(view.evidence),
});

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
