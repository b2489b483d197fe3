import type { EncounterDetail } from "../../data/types.ts";
import { timeInWords } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { StatusTag } from "../../ui/basics.tsx";

/** The entries that the encounter is made of, each a way to its report and to its correction. */
export function Entries({ detail: { entries, encounter, life } }: { readonly detail: EncounterDetail }) {
  return (
    <table class="encounter-entries">
      <thead>
        <tr>
          <th scope="col">Report</th>
          <th scope="col">Published</th>
          <th scope="col">Says</th>
          <th scope="col">Correct</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ report, published, entry, key }) => {
          const cited = encounter.evidence.find((one) => one.report === report && one.entry === entry);
          const step = life.find((one) => one.report === report && one.entry === entry);
          return (
            <tr key={`${report} ${entry}`}>
              <td>
                <a href={to.report(report, cited ? { at: `${cited.from}-${cited.to}` } : {})} data-stop>
                  {cited?.title ?? `Report ${report.slice(0, 8)}`}
                </a>
              </td>
              <td>{published ? timeInWords(published) : "not known"}</td>
              <td>{step && <StatusTag status={step.status} />}</td>
              <td>{key ? <a href={to.report(report, { entry: key })}>Open the entry</a> : "no longer stands"}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
