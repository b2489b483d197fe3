import type { Layer } from "../../data/types.ts";
import { Section } from "../../ui/basics.tsx";
import { AuthorName } from "../changes/author.tsx";
import { LayerRow } from "../changes/layer.tsx";
import { placeOf } from "../changes/layer-words.ts";
import type { Misfit } from "./use-report.ts";

interface HistoryProps {
  readonly layers: readonly Layer[];
  readonly misfits: readonly Misfit[];
  /** Keys of the entries that stand. */
  readonly standing: ReadonlySet<string>;
  readonly addressOf: (key: string) => string;
}

/** All that people changed in the report, the newest first, each to be undone. */
export function History({ layers, misfits, standing, addressOf }: HistoryProps) {
  return (
    <Section title="History" id="history" class="report-history">
      <AuthorName />
      {layers.length === 0 && <p class="note">Nobody has changed anything in this report: it stands as it was read.</p>}
      <ol class="layers">
        {layers.toReversed().map((layer) => {
          const entry = placeOf(layer.body, layers)?.entry;
          return (
            <li key={layer.id}>
              <LayerRow
                layer={layer}
                all={layers}
                misfit={layer.active ? misfits.find((misfit) => misfit.layer === layer.id)?.message : undefined}
                where={entry && standing.has(entry) ? <a href={addressOf(entry)}>the entry</a> : undefined}
              />
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
