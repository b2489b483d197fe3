import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { ActorRef, Relation } from "../../data/types.ts";
import { counted, EVENT_WORDS, timeInWords } from "../../format/words.ts";
import { Section } from "../../ui/basics.tsx";
import { Source } from "../../ui/evidence.tsx";
import { Async } from "../../ui/states.tsx";
import { type Asked, useSaid } from "./data.ts";
import { surnameOf } from "./names.ts";
import { StatementItem } from "./statement.tsx";
import { type Act, actsOf } from "./tone.ts";

type Names = readonly [ActorRef, ActorRef];

interface WordsProps {
  readonly asked: Asked;
  readonly names: Names;
}

/** What each said to the other, and of the other. */
export function Words({ asked, names: [a, b] }: WordsProps) {
  return (
    <Section title="What they said to and of each other" note="In quotation marks: their own words. Else the report’s.">
      <div class="relation-columns">
        <SaidBy asked={asked} speaker={a} other={b} />
        <SaidBy asked={asked} speaker={b} other={a} />
      </div>
    </Section>
  );
}

interface SaidByProps {
  readonly asked: Asked;
  readonly speaker: ActorRef;
  readonly other: ActorRef;
}

function SaidBy({ asked, speaker, other }: SaidByProps) {
  const answer = useSaid(asked, speaker.id, other.id, surnameOf(other));
  return (
    <div>
      <h3>{speaker.name}</h3>
      <Async answer={answer} what={`what ${speaker.name} said`} lines={3}>
        {(statements) => (
          <Shortened
            items={statements}
            none="Not in the record."
            noun="statement"
            show={(one) => <StatementItem key={`${one.report} ${one.entry}`} statement={one} other={other} />}
          />
        )}
      </Async>
    </div>
  );
}

/** What each did towards the other. */
export function Deeds({ relation }: { readonly relation: Relation }) {
  const { a, b } = relation.asked;
  return (
    <Section title="What they did towards each other" note="Acts that reports tell as done or planned.">
      <div class="relation-columns">
        {[
          { name: a.actor.name, acts: actsOf(relation.a_to_b) },
          { name: b.actor.name, acts: actsOf(relation.b_to_a) },
        ].map(({ name, acts }) => (
          <div key={name}>
            <h3>{name}</h3>
            <Shortened
              items={acts}
              none="Not in the record."
              noun="act"
              show={(act) => <ActItem key={`${act.report} ${act.entry}`} act={act} />}
            />
          </div>
        ))}
      </div>
    </Section>
  );
}

function ActItem({ act: { type, status, day, dated, said_by, evidence } }: { readonly act: Act }) {
  const when = day === null ? "no day told" : `${dated ? "" : "reported "}${timeInWords(day)}`;
  const [cited] = evidence;
  return (
    <li class="relation-deed">
      <p>
        <span class="relation-deed-type">{EVENT_WORDS[type] ?? type}</span>
        {status === "planned" && " (planned)"}
        {cited && (
          <>
            : <q>{cited.quote}</q>
          </>
        )}
      </p>
      <p class="note">
        {when}
        {said_by && ` · as ${said_by.name} says`}
        {cited && (
          <>
            {" "}
            · <Source cited={cited} />
          </>
        )}
      </p>
    </li>
  );
}

/** So many stand in a column before the rest is asked for. */
const FIRST = 5;

interface ShortenedProps<T> {
  readonly items: readonly T[];
  readonly none: string;
  readonly noun: string;
  readonly show: (item: T) => ComponentChildren;
}

function Shortened<T>({ items, none, noun, show }: ShortenedProps<T>) {
  const [all, setAll] = useState(false);
  if (items.length === 0) return <p class="note">{none}</p>;
  const more = items.length - FIRST;
  return (
    <>
      <ul>{(all ? items : items.slice(0, FIRST)).map(show)}</ul>
      {!all && more > 0 && (
        <button type="button" class="link note" onClick={() => setAll(true)}>
          {counted(more, `more ${noun}`, `more ${noun}s`)}
        </button>
      )}
    </>
  );
}
