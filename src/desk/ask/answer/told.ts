import { durationInWords, modified } from "../../../formats/dates.ts";
import type { Cited, EncounterView, StatementView, Understood } from "../../questions/schemas.ts";
import { kindInWords, listed, stateName, whenInWords } from "../../questions/words.ts";

/** One line of an answer with the words it rests on. */
export interface Line {
  readonly sentence: string;
  readonly evidence: readonly Cited[];
}

/** An answer to a query: a sentence, its evidence, and the items that it sums up. */
export interface Told extends Line {
  readonly found: boolean;
  /** Whom the query's phrases were taken to mean. */
  readonly people: readonly Understood[];
  readonly lines: readonly Line[];
}

/** An encounter in words: "a phone call of A and B on 2 September 2027 in Paris", without what was said before. */
export function encounterInWords(
  view: EncounterView,
  said: { readonly when?: boolean; readonly where?: boolean } = {},
): string {
  const parties = listed(view.parties.map(({ name }) => name));
  const status = { held: "", planned: "planned: ", possible: "possible: ", negated: "not held: " }[view.status];
  const when = said.when ? "" : ` ${whenInWords(view)}`;
  return `${status}${kindInWords(view.kind)} of ${parties}${when}${said.where ? "" : placeOf(view)}${doubts(view)}`;
}

const placeOf = ({ place }: EncounterView): string => (place ? ` in ${stateName(place)}` : "");

const doubts = ({ contradictions }: EncounterView): string =>
  contradictions.length > 0 ? ` (reports disagree: ${contradictions.join("; ").replace(/\.$/, "")})` : "";

/** An encounter as a line of an answer; the evidence is the first words of each report that speaks of it. */
export const encounterLine = (view: EncounterView): Line => ({
  sentence: capital(`${encounterInWords(view)}.`),
  evidence: onePerReport(view.evidence),
});

/** A statement as a line: who said it when, and through whom. */
export function statementLine(view: StatementView): Line {
  const who = listed(view.speakers.map(({ name }) => name));
  const via = view.via ? `, through ${view.via.name}` : "";
  const to = view.to.length > 0 ? ` to ${listed(view.to.map(({ name }) => name))}` : "";
  const when = view.day ? ` (${view.dated ? "" : "reported "}${dayWords(view.day)})` : "";
  const hedge = view.hedged ? "; the report keeps its distance" : "";
  const cue = view.mode === "direct" ? "" : `, “${oneLine(view.cue)}”`;
  return {
    sentence: `${who}${to}${via}${when}${cue}: ${contentOf(view)}${hedge}.`,
    evidence: onePerReport(view.evidence),
  };
}

/** What was said: in quotation marks where all of it is quoted. */
function contentOf({ mode, content }: StatementView): string {
  const line = oneLine(content);
  return mode === "direct" ? `“${line.replace(/^["“”']+|["“”']+$/g, "")}”` : line;
}

const dayWords = (day: string): string =>
  whenInWords({ date: day, days: { from: day, to: day }, reported: null }).replace(/^on /, "");
const oneLine = (text: string): string => text.replace(/\s+/g, " ").replace(/[.,;]+$/, "");

/** The first citation of each report. */
export const onePerReport = (all: readonly Cited[]): Cited[] =>
  [...new Map(all.toReversed().map((one) => [one.report, one])).values()].reverse();

/** A duration in words with what modifies it. */
export const lasting = ({ duration, duration_mod }: EncounterView): string | null =>
  duration ? modified(durationInWords(duration), duration_mod ?? undefined) : null;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
