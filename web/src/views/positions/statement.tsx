import { timeInWords } from "../../format/words.ts";
import { ActorLink, ActorList } from "../../ui/basics.tsx";
import { Evidence, Quote } from "../../ui/evidence.tsx";
import { CHANGE_WORDS, type Change, type Position, stanceInWords } from "./matrix.ts";

/** When a statement was made, as far as is known. */
export function saidOn({ day, dated }: Position["statement"]): string {
  if (!day) return "on a day not told";
  return dated ? timeInWords(day) : `reported ${timeInWords(day)}`;
}

/** A statement: its words, to whom, by whom relayed, and how it was read. */
export function StatementWords({ position: { statement, stance } }: { readonly position: Position }) {
  const [words, ...rest] = statement.evidence;
  const { via, to, hedged } = statement;
  return (
    <>
      {words && <Quote cited={words} />}
      <p class="note">
        Read as {stanceInWords(stance)}
        {hedged && "; hedged"}
        {via && (
          <>
            ; relayed by <ActorLink actor={via} />
          </>
        )}
        {to.length > 0 && (
          <>
            ; to <ActorList actors={to} />
          </>
        )}
      </p>
      {rest.length > 0 && <Evidence evidence={rest} label="The other words it rests on" />}
    </>
  );
}

/** A change of position with both quotations side by side. */
export const ChangeWords = ({ change: { kind, before, after, why } }: { readonly change: Change }) => (
  <div class="positions-change">
    <p class="positions-change-kind">
      {CHANGE_WORDS[kind]} <span class="note">{why}</span>
    </p>
    <div class="positions-sides">
      {[before, after].map(
        (position, i) =>
          position && (
            <div key={`${position.statement.report} ${position.statement.entry}`}>
              <p class="positions-side-label">
                {i === 0 ? "Before" : "After"}: {saidOn(position.statement)}
              </p>
              <StatementWords position={position} />
            </div>
          ),
      )}
    </div>
  </div>
);
