import { timeInWords } from "../../format/words.ts";
import { Section } from "../../ui/basics.tsx";
import { Cell, Legend, TimeAxis, timeScale } from "./cell.tsx";
import { CHANGE_WORDS, changeAt, daysOf, type Holder, keyOf, type Ledger } from "./matrix.ts";
import { StatementWords, saidOn } from "./statement.tsx";

interface LedgerProps {
  readonly holder: Holder;
  readonly ledger: Ledger;
  readonly open: string | undefined;
  readonly hrefOf: (key: string) => string;
}

/** All that one actor said on one topic, in order, with the changes between. */
export function LedgerView({ holder: { actor }, ledger, open, hrefOf }: LedgerProps) {
  const { topic, basis, positions, changes } = ledger;
  const days = daysOf([{ topic, basis, cells: [ledger], statements: positions.length }]);
  const scale = days && timeScale(days);
  return (
    <>
      {scale && days && (
        <figure class="figure positions-figure" aria-label={`${actor.name} on ${topic} over time`}>
          <TimeAxis scale={scale} />
          <Cell ledger={ledger} who={actor.name} scale={scale} open={open} hrefOf={hrefOf} />
          <Legend />
          <figcaption>
            From {timeInWords(days[0])} to {timeInWords(days[1])}. Stances are read from the words by rule, and can be
            misread: the words are below.
          </figcaption>
        </figure>
      )}
      <Section title={`${actor.name} on ${topic}`} note={basis === "own" ? "a topic in the speaker's own word" : ""}>
        <ol class="positions-ledger">
          {positions.map((position) => {
            const key = keyOf(position);
            const change = changeAt(changes, key);
            return (
              <li key={key} class={open === key ? "positions-ledger-open" : ""}>
                {change && (
                  <p class="positions-turn">
                    {CHANGE_WORDS[change.kind]} <span class="note">{change.why}</span>
                  </p>
                )}
                <div class="positions-said">
                  <p class="positions-said-on">{saidOn(position.statement)}</p>
                  <div>
                    <StatementWords position={position} />
                  </div>
                </div>
              </li>
            );
          })}
        </ol>
      </Section>
    </>
  );
}
