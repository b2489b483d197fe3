import type { Encounter, Relation } from "../../data/types.ts";
import { EVENT_WORDS, timeInWords, whenOf } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { kindOf, StatusTag } from "../../ui/basics.tsx";
import { Source } from "../../ui/evidence.tsx";
import type { Act } from "./tone.ts";

interface TableProps {
  readonly encounters: readonly Encounter[];
  readonly acts: readonly Act[];
  readonly scale: Relation["scale"];
}

/** The picture's encounters and acts as tables. */
export function TimelineTable({ encounters, acts, scale }: TableProps) {
  const values = new Map(scale.map(({ type, value }) => [type, value]));
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Encounter</th>
            <th scope="col">Status</th>
            <th scope="col">Reports</th>
          </tr>
        </thead>
        <tbody>
          {encounters.map((one) => (
            <tr key={one.id}>
              <td>
                <a href={to.encounter(one.id)}>{whenOf(one)}</a>
              </td>
              <td>
                {kindOf(one.kind, one.medium)}
                {one.place && `, ${one.place}`}
              </td>
              <td>
                <StatusTag status={one.status} />
              </td>
              <td>{one.reports}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {acts.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Act</th>
              <th scope="col">Tone</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {acts.map((act) => (
              <tr key={`${act.report} ${act.entry}`}>
                <td>{act.day === null ? "no day told" : `${act.dated ? "" : "reported "}${timeInWords(act.day)}`}</td>
                <td>
                  {act.actors.map(({ name }) => name).join(", ")} {EVENT_WORDS[act.type] ?? act.type}
                </td>
                <td>{values.get(act.type)}</td>
                <td>{act.evidence[0] && <Source cited={act.evidence[0]} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
