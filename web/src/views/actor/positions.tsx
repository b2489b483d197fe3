import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { Actor, Positions } from "../../data/types.ts";
import { timeInWords } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { Section } from "../../ui/basics.tsx";
import { Async } from "../../ui/states.tsx";
import { StatementItem } from "../relation/statement.tsx";

type Ledger = Positions["topics"][number];

const MOST = 6;

/** The newest word on each topic, and where the position changed. */
export function PositionsOf({ actor: { id } }: { readonly actor: Actor }) {
  const answer = useAnswer(["actor-positions", id], () => read(api.questions.positions.$get({ query: { a: id } })));
  return (
    <Section title="Positions" note={answer.data?.found ? answer.data.sentence : undefined} class="actor-positions">
      <Async answer={answer} what="its positions" lines={4}>
        {({ topics }) => (
          <>
            {topics.length === 0 && <p class="note">No statement by it is in the record.</p>}
            {byChange(topics)
              .slice(0, MOST)
              .map((ledger) => (
                <Topic key={ledger.topic} id={id} ledger={ledger} />
              ))}
            {topics.length > MOST && (
              <p class="actor-more">
                <a href={to.positions([id])}>All {topics.length} topics</a>
              </p>
            )}
          </>
        )}
      </Async>
    </Section>
  );
}

/** Topics on which the position changed first, else as they come. */
const byChange = (topics: readonly Ledger[]): Ledger[] =>
  topics.toSorted((a, b) => Number(moved(b) !== undefined) - Number(moved(a) !== undefined));

const moved = ({ changes }: Ledger) => changes.filter(({ before }) => before !== null).at(-1);

const CHANGE_WORDS: Readonly<Record<Ledger["changes"][number]["kind"], string>> = {
  "first-mention": "First mention",
  reversal: "Turned round",
  hardening: "Hardened",
  softening: "Softened",
};

function Topic({ id, ledger }: { readonly id: string; readonly ledger: Ledger }) {
  const newest = ledger.positions.at(-1);
  const change = moved(ledger);
  return (
    <section class="actor-topic" aria-label={`On ${ledger.topic}`}>
      <h3>
        <a href={to.positions([id], ledger.topic)}>{ledger.topic}</a>
      </h3>
      <div>
        {change && (
          <p class="actor-change">
            <strong>{CHANGE_WORDS[change.kind]}</strong>
            {change.after.statement.day && ` on ${timeInWords(change.after.statement.day)}`}: {change.why}
          </p>
        )}
        <ul>{newest && <StatementItem statement={newest.statement} />}</ul>
      </div>
    </section>
  );
}
