import { type Line, statementLine } from "../ask/answer/told.ts";
import type { Desk, Said } from "../questions/desk.ts";
import { type LedgerOf, ledgersOf } from "../questions/ledgers.ts";
import { statementView } from "../questions/views.ts";
import { byDay } from "../questions/when.ts";
import type { Who } from "../questions/who.ts";
import { type BriefOf, type Section, sectionOf } from "./section.ts";

const MOST_TOPICS = 4;
const MOST_LINES = 10;

type TopicLine = Line & { readonly under: string };

/** What each side said last on the topics that are open between them, and where it moved. */
export function topicsSection({ desk, a, b, today }: BriefOf): Section {
  const ledgers = (who: Who): Map<string, LedgerOf> =>
    new Map(ledgersOf(desk, who, { until: today }).map((ledger) => [ledger.topic, ledger]));
  const [ofA, ofB] = [ledgers(a), ledgers(b)];
  const said = new Set<string>();
  const chosen = openTopics([...new Set([...ofA.keys(), ...ofB.keys()])], ofA, ofB, a, b);
  const all = chosen.flatMap((topic) => [
    ...linesOn(desk, topic, ofA.get(topic), b, said),
    ...linesOn(desk, topic, ofB.get(topic), a, said),
  ]);
  const kept = chosen.slice(0, MOST_TOPICS);
  const shown = all.filter(({ under }) => kept.includes(under)).slice(0, MOST_LINES);
  const section = sectionOf(
    "topics",
    "What each side says",
    "Neither has said anything that is in the record.",
    shown,
    MOST_LINES,
  );
  return { ...section, more: all.length - shown.length };
}

/** Topics on which both speak first, or on which one speaks to the other; then the latest. */
function openTopics(
  topics: readonly string[],
  ofA: ReadonlyMap<string, LedgerOf>,
  ofB: ReadonlyMap<string, LedgerOf>,
  a: Who,
  b: Who,
): string[] {
  const statements = (topic: string): Said[] =>
    [ofA.get(topic), ofB.get(topic)].flatMap((ledger) => ledger?.all.map(({ said }) => said) ?? []);
  const concerns = ({ to }: Said): boolean => to.some((id) => a.ids.has(id) || b.ids.has(id));
  const scored = topics.map((topic) => {
    const all = statements(topic);
    const both = ofA.has(topic) && ofB.has(topic);
    const latest = all.map(({ day }) => day ?? "").reduce((x, y) => (byDay(x, y) > 0 ? x : y), "");
    return { topic, rank: (both ? 2 : 0) + (all.some(concerns) ? 1 : 0), latest };
  });
  return scored
    .sort((x, y) => y.rank - x.rank || byDay(y.latest, x.latest) || x.topic.localeCompare(y.topic))
    .map(({ topic }) => topic);
}

/** A side's last statement on a topic, to the other where there is one, and its last change. Each stands once in a brief. */
function linesOn(desk: Desk, topic: string, ledger: LedgerOf | undefined, other: Who, said: Set<string>): TopicLine[] {
  const toOther = ledger?.all.findLast((one) => one.said.to.some((id) => other.ids.has(id)));
  const last = (toOther ?? ledger?.all.at(-1))?.said;
  if (!ledger || !last) return [];
  const key = `${last.report.id} ${last.statement.id}`;
  if (said.has(key)) return [];
  said.add(key);
  const lineOf = (one: Said): Line => statementLine(statementView(desk, one));
  const lines: TopicLine[] = [{ ...cut(lineOf(last)), under: topic }];
  // What was said to others, or together with them, is no move towards the other side.
  const concerns = ({ to, speakers }: Said): boolean =>
    to.some((id) => other.ids.has(id)) || (to.length === 0 && speakers.length === 1);
  const change = ledger.changes.findLast(
    ({ before, after }) => before !== null && concerns(before.said) && concerns(after.said),
  );
  if (!change?.before) return lines;
  const before = cut(lineOf(change.before.said));
  const [was] = before.evidence;
  const [is] = lineOf(change.after.said).evidence;
  if (was && is)
    lines.push({
      sentence: `It moved (${change.kind}); before: ${before.sentence}`,
      evidence: [was, is],
      under: topic,
    });
  return lines;
}

/** The longest sentence of a statement in a brief. */
const LONGEST = 180;

function cut({ sentence, evidence }: Line): Line {
  if (sentence.length <= LONGEST) return { sentence, evidence };
  return { sentence: `${sentence.slice(0, sentence.lastIndexOf(" ", LONGEST))} …`, evidence };
}
