import type { ActorRef, Encounter } from "../../data/types.ts";
import { whenOf } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { kindOf, Section, StatusTag } from "../../ui/basics.tsx";
import { Source } from "../../ui/evidence.tsx";
import { type Asked, useSaid } from "./data.ts";
import { surnameOf } from "./names.ts";
import { StatementItem } from "./statement.tsx";

interface CareProps {
  readonly asked: Asked;
  readonly names: readonly [ActorRef, ActorRef];
  readonly encounters: readonly Encounter[];
}

const MOST = 8;

/** What rests on little: disputed, from one report alone, or told at a distance. */
export function CareSection({ asked, names: [a, b], encounters }: CareProps) {
  const said = [useSaid(asked, a.id, b.id, surnameOf(b)), useSaid(asked, b.id, a.id, surnameOf(a))];
  const hedged = said.flatMap(({ data }) => data ?? []).filter((one) => one.hedged);
  const disputed = encounters.filter(({ contradictions }) => contradictions.length > 0);
  const single = encounters.filter(({ reports }) => reports === 1).toReversed();
  if (encounters.length + hedged.length === 0) return null;
  return (
    <Section title="To be taken with care">
      {disputed.length > 0 && (
        <>
          <h3>Reports disagree</h3>
          <ul class="relation-care">
            {disputed.map((one) => (
              <li key={one.id}>
                <CareLink encounter={one} />
                <p class="disputed">{one.contradictions.join(" ")}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {hedged.length > 0 && (
        <>
          <h3>The report keeps its distance</h3>
          <ul class="relation-care">
            {hedged.map((one) => (
              <StatementItem statement={one} key={`${one.report} ${one.entry}`} />
            ))}
          </ul>
        </>
      )}
      {single.length > 0 && (
        <>
          <h3>From one report alone</h3>
          <ul class="relation-care relation-single">
            {single.slice(0, MOST).map((one) => (
              <li key={one.id}>
                <CareLink encounter={one} />
                {one.evidence[0] && (
                  <p class="note">
                    <Source cited={one.evidence[0]} />
                  </p>
                )}
              </li>
            ))}
          </ul>
          {single.length > MOST && (
            <p class="note">
              and {single.length - MOST} more among <a href={to.log({ actor: a.id, with: b.id })}>all encounters</a>
            </p>
          )}
        </>
      )}
      {disputed.length + hedged.length + single.length === 0 && (
        <p class="note">Nothing here is disputed, told at a distance, or from one report alone.</p>
      )}
    </Section>
  );
}

const CareLink = ({
  encounter: { id, kind, medium, status, date, days, reported },
}: {
  readonly encounter: Encounter;
}) => (
  <p>
    <a href={to.encounter(id)}>
      {kindOf(kind, medium)}, {whenOf({ date, days, reported })}
    </a>{" "}
    <StatusTag status={status} />
  </p>
);
