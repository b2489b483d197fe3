import { type Answer, useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { Encounter } from "../../data/types.ts";
import { timeInWords } from "../../format/words.ts";
import { Section } from "../../ui/basics.tsx";
import { EncounterRow } from "../../ui/encounter.tsx";
import { Async } from "../../ui/states.tsx";
import type { Asked, Last } from "./data.ts";

interface ContactsProps {
  readonly asked: Asked;
  readonly last: Answer<Last>;
}

/** When they were last in contact, and when they will be next; whatever period is chosen above. */
export function Contacts({ asked: { a, b }, last }: ContactsProps) {
  const next = useAnswer(["upcoming", a, b], () => read(api.questions.upcoming.$get({ query: { actor: a, with: b } })));
  return (
    <div class="relation-columns">
      <Section title="Last contact">
        <Async answer={last} what="their last contact" lines={3}>
          {({ last: best, maybe_later, before, found, asked: who }) => {
            const without = [who.a.actor.id, who.b.actor.id];
            return (
              <>
                {!found && <p class="note">None that was held is in the record.</p>}
                {best && <Rows encounters={[best]} without={without} />}
                {maybe_later.length > 0 && (
                  <>
                    <h3 class="relation-minor">Perhaps later, on days not told</h3>
                    <Rows encounters={maybe_later} without={without} />
                  </>
                )}
                {before.length > 0 && (
                  <details class="relation-before">
                    <summary>Before that</summary>
                    <Rows encounters={before} without={without} />
                  </details>
                )}
              </>
            );
          }}
        </Async>
      </Section>
      <Section title="Next contact">
        <Async answer={next} what="what is to come" lines={3}>
          {({ coming, passed, asked: who }) => {
            const without = [who.actor?.actor.id ?? "", who.with?.actor.id ?? ""];
            return (
              <>
                {coming.length === 0 && (
                  <p class="note">Nothing planned from {timeInWords(who.today)} on is in the record.</p>
                )}
                <Rows encounters={coming.map(({ encounter }) => encounter)} without={without} />
                {passed.length > 0 && (
                  <>
                    <h3 class="relation-minor">Its time has passed; no report says what became of it</h3>
                    <Rows encounters={passed.map(({ encounter }) => encounter)} without={without} />
                  </>
                )}
              </>
            );
          }}
        </Async>
      </Section>
    </div>
  );
}

const Rows = ({
  encounters,
  without,
}: {
  readonly encounters: readonly Encounter[];
  readonly without: readonly string[];
}) => (
  <div class="encounters">
    {encounters.map((one) => (
      <EncounterRow encounter={one} key={one.id} without={without} />
    ))}
  </div>
);
