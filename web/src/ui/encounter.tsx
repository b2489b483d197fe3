import type { Encounter } from "../data/types.ts";
import { counted, timeInWords, whenOf } from "../format/words.ts";
import { to } from "../routes.ts";
import { ActorList, kindOf, MediumMark, StatusTag } from "./basics.tsx";
import { Evidence } from "./evidence.tsx";

interface RowProps {
  readonly encounter: Encounter;
  /** Parties that the page is about and that every row would repeat. */
  readonly without?: readonly string[];
  readonly evidence?: boolean;
}

/** An encounter in a list: when, what, who, where, how sure, and what it hangs on. */
export function EncounterRow({ encounter, without = [], evidence = true }: RowProps) {
  const { id, kind, medium, medium_basis, status, parties, place, topics, factors, contradictions, reports } =
    encounter;
  const others = parties.filter((party) => !without.includes(party.id));
  // Of a row that would name nobody else, the page has said who met.
  const shown = others.length > 0 || without.length > 0 ? others : parties;
  return (
    <article class={`encounter encounter-${status}`}>
      <p class="encounter-when">
        <MediumMark medium={medium_basis === "usual" ? medium : medium} status={status} />
        <a href={to.encounter(id)} data-stop>
          {whenOf(encounter)}
        </a>
      </p>
      <div class="encounter-what">
        <p class="encounter-line">
          <span class="encounter-kind">{kindOf(kind, medium)}</span> <StatusTag status={status} />{" "}
          {without.length > 0 && shown.length > 0 ? "with " : ""}
          <ActorList actors={shown} />
          {place && <span class="encounter-place">, {place}</span>}
        </p>
        {encounter.duration && <p class="note">Lasted {timeInWords(encounter.duration)}</p>}
        {topics.length > 0 && <p class="note">On {topics.slice(0, 4).join("; ")}</p>}
        {factors.length > 0 && (
          <p class="note factors">
            Hangs on <q>{factors.slice(0, 3).join("” · “")}</q>
          </p>
        )}
        {contradictions.length > 0 && <p class="note disputed">Reports disagree: {contradictions[0]}</p>}
        {evidence && (
          <Evidence
            evidence={encounter.evidence}
            label={reports > 1 ? `The words of ${counted(reports, "report")}` : "The words"}
          />
        )}
      </div>
    </article>
  );
}
