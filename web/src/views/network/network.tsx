import { useRef } from "preact/hooks";
import { useAddress } from "../../data/address.ts";
import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import { counted } from "../../format/words.ts";
import { ActorField } from "../../ui/actor-field.tsx";
import { Page } from "../../ui/basics.tsx";
import { chosenIn, MediumAndStatus } from "../../ui/encounter-filter.tsx";
import { NameTrouble } from "../../ui/name-trouble.tsx";
import { Empty, Loading } from "../../ui/states.tsx";
import { binsOf } from "../../ui/time-bins.ts";
import { TimeSpan } from "../../ui/time-span.tsx";
import "./network.css";
import { Pairs } from "./pairs.tsx";
import { Picture } from "./picture.tsx";
import type { NetworkAnswer } from "./types.ts";

const TOPS = ["20", "60", "120", "200"];
const USUAL_TOP = "60";

/** Who deals with whom: a picture of actors and their encounters, and the same as a table. */
export default function Network() {
  const address = useAddress();
  const by = address.one("by") === "states" ? "states" : "actors";
  const top = TOPS.find((value) => value === address.one("top")) ?? USUAL_TOP;
  const chosen = chosenIn(address);
  const { since: _, until: __, ...anyTime } = chosen;
  const answer = useAnswer(["network", by, top, chosen], () =>
    read(api.network.$get({ query: { ...chosen, by, top } })),
  );
  const times = useAnswer(["network times", anyTime], () =>
    read(api.counts.$get({ query: { ...anyTime, by: "quarter" } })),
  );
  // What was shown stays while other filters are asked for.
  const before = useRef(answer.data);
  if (answer.data) before.current = answer.data;
  const shown = answer.data ?? (answer.error ? undefined : before.current);
  return (
    <Page
      title="Network"
      class="network-page"
      lead="Who deals with whom: everyone who had an encounter with someone else, and how often."
    >
      <div class="filters no-print">
        <fieldset class="choices">
          <legend>Between</legend>
          {(["actors", "states"] as const).map((value) => (
            <button
              type="button"
              class="button"
              key={value}
              aria-pressed={by === value}
              onClick={() => address.go({ by: value === "actors" ? null : value })}
            >
              {value === "actors" ? "Actors" : "States"}
            </button>
          ))}
        </fieldset>
        <ActorField label="With" value={chosen.actor} onChoose={(actor) => address.go({ actor })} />
        <MediumAndStatus chosen={chosen} address={address} />
        <label>
          At most
          <select
            value={top}
            onChange={({ currentTarget: { value } }) => address.go({ top: value === USUAL_TOP ? null : value })}
          >
            {TOPS.map((value) => (
              <option value={value} key={value}>
                {value} pairs
              </option>
            ))}
          </select>
        </label>
        <TimeSpan
          bins={binsOf(times.data?.counts ?? [])}
          since={chosen.since}
          until={chosen.until}
          onChoose={(since, until) => address.go({ since, until })}
        />
      </div>
      {answer.error && !answer.data ? (
        <NameTrouble error={answer.error} retry={answer.reload} instead={(actor) => address.with({ actor })} />
      ) : shown ? (
        <Shown data={shown} by={by} />
      ) : (
        <Loading what="who deals with whom" lines={9} />
      )}
    </Page>
  );
}

function Shown({ data, by }: { readonly data: NetworkAnswer; readonly by: "actors" | "states" }) {
  const address = useAddress();
  if (data.links.length === 0)
    return (
      <Empty title="No two of them had an encounter.">
        <p>
          {address.all("status").length + address.all("medium").length > 0 ||
          address.one("actor") ||
          address.one("since") ||
          address.one("until") ? (
            <>
              Nothing fits all that is chosen above. <a href="/network">Choose nothing</a>
            </>
          ) : (
            <>
              The record holds no encounter of two parties yet. <a href="/inbox">Add reports</a>
            </>
          )}
        </p>
      </Empty>
    );
  const all =
    data.total > data.links.length
      ? `the ${data.links.length} weightiest of ${data.total.toLocaleString("en")} pairs`
      : counted(data.links.length, "pair");
  const caption = `${counted(data.nodes.length, by === "states" ? "state" : "actor", by === "states" ? "states and others" : "actors")}, ${all}, out of ${counted(data.encounters, "encounter")}. The more encounters, the larger the mark and the broader the line.`;
  return (
    <div class="network-columns">
      <Picture data={data} caption={caption} />
      <Pairs data={data} />
    </div>
  );
}
