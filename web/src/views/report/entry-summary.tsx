import type { CurrentEntry } from "../../data/types.ts";
import { actorName, listed, MEDIUM_WORDS, timeInWords } from "../../format/words.ts";
import { ActorList, StatusTag } from "../../ui/basics.tsx";
import { eventStatus, namesIn, type Values, valuesOf } from "./words.ts";

/** What an entry says, in two or three lines. */
export function EntrySummary({ current: { type, entry } }: { readonly current: CurrentEntry }) {
  const values = valuesOf(entry);
  return (
    <div class="report-summary">
      {type === "contact" && <ContactLines values={values} />}
      {type === "statement" && <StatementLines values={values} />}
      {type === "event" && <EventLines values={values} />}
      {type === "sum" && <SumLines values={values} />}
    </div>
  );
}

const known = (parts: readonly unknown[]): string => parts.filter(Boolean).map(String).join(", ");
const day = (value: unknown): string | null =>
  value === null || value === undefined ? null : timeInWords(String(value));

function ContactLines({ values }: { readonly values: Values }) {
  const { status, parties, medium, date, place, duration, topics, factors } = values;
  const when = known([
    medium !== null && MEDIUM_WORDS[medium as keyof typeof MEDIUM_WORDS],
    day(date) ?? "no day told",
    place,
    duration !== null && timeInWords(String(duration)),
  ]);
  return (
    <>
      <p>
        <StatusTag status={status as "held"} /> <ActorList actors={namesIn(parties)} />
      </p>
      <p class="note">{when}</p>
      {namesIn(topics).length > 0 && <p class="note">On {namesIn(topics).join("; ")}</p>}
      {namesIn(factors).length > 0 && <p class="note">Hangs on “{namesIn(factors).join("” · “")}”</p>}
    </>
  );
}

function StatementLines({ values }: { readonly values: Values }) {
  const { via, addressee, mode, content, cue, hedged, date } = values;
  const how = known([
    cue && `“${String(cue)}”`,
    via && `relayed by ${actorName(String(via))}`,
    namesIn(addressee).length > 0 && `to ${listed(namesIn(addressee).map(actorName))}`,
    day(date),
    hedged && "the report keeps its distance",
  ]);
  return (
    <>
      <p class={`report-said report-said-${mode}`}>{mode === "direct" ? `“${content}”` : String(content)}</p>
      {how && <p class="note">{how}</p>}
    </>
  );
}

function EventLines({ values }: { readonly values: Values }) {
  const { actors, recipients, status, date, said_by, trigger } = values;
  return (
    <>
      <p>
        {namesIn(actors).length > 0 ? <ActorList actors={namesIn(actors)} /> : "Nobody named"}
        {namesIn(recipients).length > 0 && (
          <>
            {" "}
            <span class="note">towards</span> <ActorList actors={namesIn(recipients)} />
          </>
        )}
      </p>
      <p class="note">
        {known([
          eventStatus(status),
          day(date),
          said_by && `reported by ${actorName(String(said_by))}`,
          `“${String(trigger)}”`,
        ])}
      </p>
    </>
  );
}

function SumLines({ values }: { readonly values: Values }) {
  const { from, to, purpose, status, text } = values;
  return (
    <>
      <p>
        {from !== null && <ActorList actors={namesIn(from)} />}
        {from === null && to !== null && <span class="note">somebody</span>}
        {to !== null && (
          <>
            {" "}
            <span class="note">to</span> <ActorList actors={namesIn(to)} />
          </>
        )}
      </p>
      <p class="note">{known([eventStatus(status), purpose && `for ${String(purpose)}`, `“${String(text)}”`])}</p>
    </>
  );
}
