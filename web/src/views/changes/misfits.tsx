import { Section } from "../../ui/basics.tsx";
import { undo } from "./make.ts";
import { ReportLink } from "./where.tsx";

interface Misfit {
  readonly layer: number;
  readonly report: string;
  readonly problem: "gone" | "changed";
  readonly message: string;
}

/** Changes that no longer fit what the reader reads now. A person must look: keep them, or undo them. */
export function Misfits({ misfits }: { readonly misfits: readonly Misfit[] }) {
  return (
    <Section title="To look at" note="Changes that no longer fit what is read now">
      <ul class="changes-misfits">
        {misfits.map(({ layer, report, problem, message }) => (
          <li key={`${layer} ${message}`}>
            <p class="layer-misfit">
              <strong>{problem === "gone" ? "It does nothing now." : "It still holds."}</strong> {message}
            </p>
            <p class="note changes-foot">
              Change {layer} · <ReportLink report={report} />{" "}
              <button type="button" class="link no-print" onClick={() => void undo(layer)}>
                Undo<span class="visually-hidden"> change {layer}</span>
              </button>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
