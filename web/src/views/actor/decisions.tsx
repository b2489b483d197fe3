import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { Actor, Layer } from "../../data/types.ts";
import { listed, timeInWords } from "../../format/words.ts";
import { Section } from "../../ui/basics.tsx";
import { undo } from "../changes/make.ts";
import { MergeForm } from "./merge-form.tsx";
import { SplitForm } from "./split-form.tsx";

type Decision = Actor["decisions"][number];

/** What people decided about who this is, and the ways to decide. */
export function Decisions({ actor }: { readonly actor: Actor }) {
  const layers = useAnswer(actor.decisions.length === 0 ? null : ["actor-layers"], async () => {
    const [merges, splits] = await Promise.all(
      ["merge", "split"].map((type) => read(api.changes.$get({ query: { type, active: "true", limit: 500 } }))),
    );
    return [...(merges?.items ?? []), ...(splits?.items ?? [])];
  });
  return (
    <Section title="Who this is" note="What people decided stands above what was read, and can be undone.">
      {actor.decisions.length === 0 && <p class="note">Nobody has decided anything about this actor yet.</p>}
      <ul>
        {actor.decisions.map((decision) => (
          <DecisionItem
            key={decision.time}
            decision={decision}
            layer={layers.data?.find(({ at, author }) => at === decision.time && author === decision.author)}
          />
        ))}
      </ul>
      <details class="actor-opener no-print">
        <summary>Somebody else in the record is the same</summary>
        <MergeForm actor={actor} />
      </details>
      <details class="actor-opener no-print">
        <summary>Some reports mean somebody else</summary>
        <SplitForm actor={actor} />
      </details>
    </Section>
  );
}

interface ItemProps {
  readonly decision: Decision;
  readonly layer: Layer | undefined;
}

function DecisionItem({ decision: { kind, actors, author, time, reason }, layer }: ItemProps) {
  return (
    <li class="actor-decision">
      <div>
        <p>{kind === "merge" ? `Taken for one: ${listed(actors)}` : `Told apart: ${toldApart(actors, layer)}`}</p>
        <p class="note">
          {author}, {timeInWords(time.slice(0, 10))}: {reason}
        </p>
      </div>
      {layer && (
        <button type="button" class="button quiet" onClick={() => void undo(layer.id)}>
          Undo
        </button>
      )}
    </li>
  );
}

const toldApart = (actors: readonly string[], layer: Layer | undefined): string =>
  layer?.body.type === "split" ? listed([layer.body.name, layer.body.into]) : listed(actors);
