import type { EncounterDetail } from "../../data/types.ts";
import { timeInWords } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { StatusTag } from "../../ui/basics.tsx";
import { Quote } from "../../ui/evidence.tsx";

/** Proposed, planned, held or cancelled: a step for each report, with its words. */
export function Life({ detail: { life, encounter } }: { readonly detail: EncounterDetail }) {
  return (
    <ol class="encounter-life">
      {life.map(({ status, published, report, entry }, i) => {
        const cited = encounter.evidence.find((one) => one.report === report && one.entry === entry);
        const changed = i > 0 && life[i - 1]?.status !== status;
        return (
          <li class={`encounter-step encounter-step-${status}`} key={`${report} ${entry}`}>
            <p class="encounter-step-head">
              <StatusTag status={status} />
              {changed && <span class="visually-hidden"> (changed)</span>}
              <span class="note">{published ? timeInWords(published) : "day of the report not known"}</span>
            </p>
            {cited ? (
              <Quote cited={cited} />
            ) : (
              <p class="note">
                <a href={to.report(report)}>The report</a>
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
