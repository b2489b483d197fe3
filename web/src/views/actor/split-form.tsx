import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { Actor, ReportSummary } from "../../data/types.ts";
import { timeInWords } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { Async, Failed } from "../../ui/states.tsx";
import { useMaking } from "../changes/make.ts";
import { bare } from "./bare.ts";
import { idNow } from "./id-now.ts";

/** The store knows names as reports give them; what tells namesakes apart is the desk's. */
async function reportsNaming(id: string): Promise<readonly ReportSummary[]> {
  for (const actor of new Set([id, bare(id)])) {
    const { items } = await read(api.reports.$get({ query: { actor, limit: 500 } }));
    if (items.length > 0) return items;
  }
  return [];
}

/** Says that some reports mean somebody else by this name. */
export function SplitForm({ actor: { id } }: { readonly actor: Actor }) {
  const { route } = useLocation();
  const { busy, error, run } = useMaking();
  const reports = useAnswer(["actor-reports", id], () => reportsNaming(id));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [into, setInto] = useState("");
  const [reason, setReason] = useState("");
  const ready = chosen.length > 0 && into.trim() !== "" && into.trim() !== id && reason.trim() !== "" && !busy;
  const toggle = (report: string): void =>
    setChosen(chosen.includes(report) ? chosen.filter((one) => one !== report) : [...chosen, report]);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const done = await run(
      { type: "split", name: id, into: into.trim(), reports: [...chosen], reason: reason.trim() },
      `${id} and ${into.trim()} are two actors now.`,
    );
    if (done) route(to.actor(await idNow(into.trim())));
  };
  return (
    <form class="actor-form" onSubmit={submit}>
      <fieldset>
        <legend>Reports that mean somebody else</legend>
        <Async answer={reports} what="the reports" lines={3}>
          {(all) =>
            all.length === 0 ? (
              <p class="note">No report with an entry of this name was found.</p>
            ) : (
              <div class="actor-reports">
                {all.map((report) => (
                  <label class="actor-choice" key={report.id}>
                    <input type="checkbox" checked={chosen.includes(report.id)} onChange={() => toggle(report.id)} />
                    <span>
                      {report.title ?? `Report ${report.id.slice(0, 8)}`}
                      {report.published && <span class="note">, {timeInWords(report.published)}</span>}
                    </span>
                  </label>
                ))}
              </div>
            )
          }
        </Async>
      </fieldset>
      <label class="field">
        The name of the other
        <input
          type="text"
          value={into}
          placeholder={`${bare(id)} (…)`}
          onInput={(event) => setInto(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        Why they are two
        <input type="text" value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      {error && <Failed error={error} />}
      <button type="submit" class="button strong" disabled={!ready}>
        Tell them apart
      </button>
    </form>
  );
}
