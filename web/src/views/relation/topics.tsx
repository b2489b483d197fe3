import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { ActorRef, Positions } from "../../data/types.ts";
import { to } from "../../routes.ts";
import { Section } from "../../ui/basics.tsx";
import { Async } from "../../ui/states.tsx";
import type { Asked } from "./data.ts";
import { StatementItem } from "./statement.tsx";

type Ledger = Positions["topics"][number];

const MOST = 5;

interface TopicsProps {
  readonly asked: Asked;
  readonly names: readonly [ActorRef, ActorRef];
}

/** What each said last on the topics of which both speak. */
export function SharedTopics({ asked: { since, until }, names: [a, b] }: TopicsProps) {
  const limits = { ...(since ? { since } : {}), ...(until ? { until } : {}) };
  const ask = async (id: string) => read(api.questions.positions.$get({ query: { a: id, ...limits } }));
  const both = useAnswer(["relation-topics", a.id, b.id, limits], () => Promise.all([ask(a.id), ask(b.id)]));
  return (
    <Section title="Where they stand" note="The newest word of each on topics of which both speak.">
      <Async answer={both} what="their positions" lines={4}>
        {([ofA, ofB]) => {
          const shared = sharedTopics(ofA.topics, ofB.topics);
          return (
            <>
              {shared.length === 0 && <p class="note">No topic of which both speak is in the record.</p>}
              {shared.slice(0, MOST).map(({ topic, mine, theirs }) => (
                <section class="relation-topic" key={topic} aria-label={topic}>
                  <h3>
                    <a href={to.positions([a.id, b.id], topic)}>{topic}</a>
                  </h3>
                  <Newest of={a} ledger={mine} />
                  <Newest of={b} ledger={theirs} />
                </section>
              ))}
              <p class="note">
                <a href={to.positions([a.id, b.id])}>
                  {shared.length > MOST ? `All ${shared.length} topics, and` : "Positions of both by topic, and"} what
                  changed
                </a>
              </p>
            </>
          );
        }}
      </Async>
    </Section>
  );
}

function Newest({ of, ledger: { positions, changes } }: { readonly of: ActorRef; readonly ledger: Ledger }) {
  const newest = positions.at(-1);
  const moved = changes.filter(({ before }) => before !== null).at(-1);
  return (
    <div>
      <h4>{of.name}</h4>
      {moved && (
        <p class="note">
          {moved.kind === "reversal" ? "Turned round" : moved.kind}: {moved.why}
        </p>
      )}
      <ul>{newest && <StatementItem statement={newest.statement} />}</ul>
    </div>
  );
}

interface Shared {
  readonly topic: string;
  readonly mine: Ledger;
  readonly theirs: Ledger;
}

/** Topics of which both speak, that spoken of last first. */
export function sharedTopics(ofA: readonly Ledger[], ofB: readonly Ledger[]): Shared[] {
  const theirs = new Map(ofB.map((ledger) => [ledger.topic, ledger]));
  const latest = ({ mine, theirs: other }: Shared): string =>
    [...mine.positions, ...other.positions].reduce(
      (best, { statement: { day } }) => (day && day > best ? day : best),
      "",
    );
  return ofA
    .flatMap((mine): Shared[] => {
      const other = theirs.get(mine.topic);
      return other ? [{ topic: mine.topic, mine, theirs: other }] : [];
    })
    .sort((x, y) => latest(y).localeCompare(latest(x)));
}
