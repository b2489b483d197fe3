import { useAddress } from "../../data/address.ts";
import type { AskAnswer } from "../../data/types.ts";
import { counted, timeInWords } from "../../format/words.ts";
import { ActorLink } from "../../ui/basics.tsx";
import { choiceOf, readingOf, type ViewLink } from "./reading.ts";

interface Props {
  readonly question: string;
  readonly answer: AskAnswer;
  readonly today: string | undefined;
  readonly view: ViewLink | null;
}

/** How a question was read: what it looks for, whom its names mean, and from which day its times count. */
export function HowRead({ question, answer, today, view }: Props) {
  const { understood, people, candidates, outcome } = answer;
  return (
    <aside class="ask-read" aria-label="How the question was read">
      <h2>How the question was read</h2>
      {understood ? (
        <dl>
          {readingOf(understood).map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>Nothing was made of it.</p>
      )}
      {view && (
        <p class="ask-view">
          <a class="button" href={view.href}>
            {view.label}
          </a>
        </p>
      )}
      {people.length > 0 && (
        <>
          <h3>Whom it means</h3>
          <ul class="ask-people">
            {people.map(({ phrase, actor, read_as }) => (
              <li key={phrase}>
                “{phrase}”: <ActorLink actor={actor} /> <span class="note">{read_as}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {outcome !== "ambiguous-actor" && outcome !== "unknown-actor" && candidates.length > 0 && (
        <p>
          Others are called so too:{" "}
          {candidates.map((candidate, i) => (
            <span key={candidate}>
              {i > 0 && ", "}
              <a href={choiceOf(question, answer, candidate)}>{candidate}</a>
            </span>
          ))}
        </p>
      )}
      <AskedOn today={today} />
      {outcome === "answered" && <Reach reach={answer.reach} />}
    </aside>
  );
}

/** From which day words such as "last week" are counted, and a field to ask as on another. */
function AskedOn({ today }: { readonly today: string | undefined }) {
  const address = useAddress();
  return (
    <div class="ask-today no-print">
      <label class="field">
        {today ? "Times are counted from" : "Ask as on another day"}
        <input
          type="date"
          value={today ?? ""}
          onChange={(event) => address.go({ today: event.currentTarget.value || null })}
        />
      </label>
      {today && (
        <p class="note">
          “Last week” and the like are told from {timeInWords(today)}
          {address.one("today") ? (
            <>
              . <a href={address.with({ today: null })}>Count from today</a>
            </>
          ) : (
            ", which is today."
          )}
        </p>
      )}
    </div>
  );
}

/** What the record reaches over, beside an answer that does not say it itself. */
function Reach({ reach: { reports, first, last } }: Pick<AskAnswer, "reach">) {
  if (reports === 0) return <p class="note">The record holds no report yet.</p>;
  return (
    <p class="note">
      It holds as far as the record does: {counted(reports, "report")}
      {first && last && `, published from ${timeInWords(first)} to ${timeInWords(last)}`}.
    </p>
  );
}
