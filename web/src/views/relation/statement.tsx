import type { ActorRef } from "../../data/types.ts";
import { timeInWords } from "../../format/words.ts";
import { Evidence } from "../../ui/evidence.tsx";
import type { Statement } from "./data.ts";
import "./statement.css";

/** A statement in a column: its words, when, and how directly we have them. */
export function StatementItem({ statement, other }: { readonly statement: Statement; readonly other?: ActorRef }) {
  const { content, mode, cue, day, dated, via, hedged, to, evidence } = statement;
  const when = day === null ? "no day told" : `${dated ? "" : "reported "}${timeInWords(day)}`;
  const notes = [
    when,
    ...(via ? [`through ${via.name}`] : []),
    ...(other && to.some(({ id }) => id === other.id) ? ["to the other"] : []),
    ...(hedged ? ["the report keeps its distance"] : []),
  ];
  return (
    <li class="relation-said">
      <p class="relation-content">
        {cue && <span class="relation-cue">{cue}: </span>}
        {mode === "direct" ? <q>{content}</q> : content}
      </p>
      <p class="note">{notes.join(" · ")}</p>
      <Evidence evidence={evidence} />
    </li>
  );
}
