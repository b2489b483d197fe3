import { type Line, statementLine } from "../ask/answer/told.ts";
import { positions } from "../questions/positions.ts";
import type { StatementView } from "../questions/schemas.ts";
import type { Who } from "../questions/who.ts";
import { type BriefOf, type Section, sectionOf } from "./section.ts";

const MOST_TOPICS = 4;
const MOST_LINES = 10;

type Ledger = Awaited<ReturnType<typeof positions.answer>>["topics"][number];
type TopicLine = Line & { readonly under: string };

/** What each side said last on the topics that are open between them, and where it moved. */
export async function topicsSection({ desk, a, b, today }: BriefOf): Promise<Section> {
  const ledgers = async (who: Who): Promise<Map<string, Ledger>> => {
    const { topics } = await positions.answer(desk, { a: who.understood.actor.id, until: today });
    return new Map(topics.map((ledger) => [ledger.topic, ledger]));
  };
  const [ofA, ofB] = [await ledgers(a), await ledgers(b)];
  const said = new Set<string>();
  const chosen = open([...new Set([...ofA.keys(), ...ofB.keys()])], ofA, ofB, a, b);
  const all = chosen.flatMap((topic) => [
    ...linesOn(topic, ofA.get(topic), b, said),
    ...linesOn(topic, ofB.get(topic), a, said),
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
function open(
  topics: readonly string[],
  ofA: ReadonlyMap<string, Ledger>,
  ofB: ReadonlyMap<string, Ledger>,
  a: Who,
  b: Who,
): string[] {
  const statements = (topic: string): StatementView[] =>
    [ofA.get(topic), ofB.get(topic)].flatMap((ledger) => ledger?.positions.map(({ statement }) => statement) ?? []);
  const concerns = (one: StatementView): boolean => one.to.some(({ id }) => a.ids.has(id) || b.ids.has(id));
  const scored = topics.map((topic) => {
    const all = statements(topic);
    const both = ofA.has(topic) && ofB.has(topic);
    const latest =
      all
        .map(({ day }) => day ?? "")
        .sort()
        .at(-1) ?? "";
    return { topic, rank: (both ? 2 : 0) + (all.some(concerns) ? 1 : 0), latest };
  });
  return scored
    .sort((x, y) => y.rank - x.rank || y.latest.localeCompare(x.latest) || x.topic.localeCompare(y.topic))
    .map(({ topic }) => topic);
}

/** A side's last statement on a topic, to the other where there is one, and its last change. Each stands once in a brief. */
function linesOn(topic: string, ledger: Ledger | undefined, other: Who, said: Set<string>): TopicLine[] {
  const toOther = ledger?.positions.findLast(({ statement }) => statement.to.some(({ id }) => other.ids.has(id)));
  const last = toOther ?? ledger?.positions.at(-1);
  if (!ledger || !last) return [];
  const key = `${last.statement.report} ${last.statement.entry}`;
  if (said.has(key)) return [];
  said.add(key);
  const lines: TopicLine[] = [{ ...cut(statementLine(last.statement)), under: topic }];
  // What was said to others, or together with them, is no move towards the other side.
  const concerns = ({ to, speakers }: StatementView): boolean =>
    to.some(({ id }) => other.ids.has(id)) || (to.length === 0 && speakers.length === 1);
  const change = ledger.changes.findLast(
    ({ before, after }) => before !== null && concerns(before.statement) && concerns(after.statement),
  );
  if (!change?.before) return lines;
  const before = cut(statementLine(change.before.statement));
  const [was] = before.evidence;
  const [is] = statementLine(change.after.statement).evidence;
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
