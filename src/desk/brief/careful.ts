import { capital, encounterInWords, type Line, onePerReport, statementLine } from "../ask/answer/told.ts";
import { newest } from "../questions/said.ts";
import { encounterView, statementView } from "../questions/views.ts";
import { newestFirst } from "../questions/when.ts";
import { encountersOf } from "./between.ts";
import { type BriefOf, type Section, sectionOf } from "./section.ts";

const MOST = 5;

/** What not to rely on: reports that disagree, hearsay, and contacts that one report alone tells. */
export function carefulSection(of: BriefOf): Section {
  const { desk, a, b } = of;
  const met = encountersOf(of).sort(newestFirst);
  const views = met.map((one) => encounterView(desk, one));
  const disagreeing = views.filter(({ contradictions }) => contradictions.length > 0);
  const said = [...desk.statementsBy(new Set([...a.ids, ...b.ids]))].sort(newest);
  const hearsay = said.filter(({ hedged }) => hedged).map((one) => statementLine(statementView(desk, one)));
  const alone = views.filter(({ reports, contradictions }) => reports === 1 && contradictions.length === 0);
  const lines: Line[] = [
    ...disagreeing.map((view) => ({
      sentence: `${capital(encounterInWords(view))}.`,
      evidence: onePerReport(view.evidence),
    })),
    ...hearsay.map(({ sentence, evidence }) => ({ sentence: `Hearsay: ${sentence}`, evidence })),
    ...alone.map((view) => ({
      sentence: `From one report alone: ${encounterInWords(view)}.`,
      evidence: onePerReport(view.evidence),
    })),
  ];
  return sectionOf(
    "careful",
    "To be taken with care",
    "Nothing in it rests on hearsay or on one report alone.",
    lines,
    MOST,
  );
}
