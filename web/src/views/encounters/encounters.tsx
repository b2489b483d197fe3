import { useRef } from "preact/hooks";
import { type Address, useAddress } from "../../data/address.ts";
import { useAnswer, useList } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { Encounter, EncounterList } from "../../data/types.ts";
import { counted } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { useListKeys } from "../../shell/list-keys.ts";
import { Page } from "../../ui/basics.tsx";
import { EncounterRow } from "../../ui/encounter.tsx";
import { NameTrouble } from "../../ui/name-trouble.tsx";
import { Empty, Loading, More } from "../../ui/states.tsx";
import { binsOf } from "./bins.ts";
import { daysIn, Filters, filtersIn, isNarrowed, withoutFilters } from "./filters.tsx";
import { Histogram } from "./histogram.tsx";
import "./encounters.css";

/** The log of all encounters, by every filter that the record knows. */
export default function Encounters() {
  const address = useAddress();
  const filters = filtersIn(address);
  const days = daysIn(address);
  const order = address.one("order") === "oldest" ? "oldest" : "newest";
  const list = useList<Encounter, EncounterList>(["encounters", filters, days, order], (after) =>
    read(api.encounters.$get({ query: { ...filters, ...days, order, ...(after && { after }) } })),
  );
  const counts = useAnswer(["counts of encounters", filters], () =>
    read(api.counts.$get({ query: { ...filters, by: "month" } })),
  );
  const page = useRef<HTMLDivElement>(null);
  useListKeys("Encounters", page);
  const total = list.first?.total;
  const failed = list.error && !list.first ? list.error : undefined;
  return (
    <Page
      title="Encounters"
      class="encounters-view"
      lead={total !== undefined && <Lead total={total} address={address} />}
    >
      <Filters address={address} />
      {failed ? (
        <NameTrouble
          error={failed}
          retry={() => {
            list.reload();
            counts.reload();
          }}
          instead={insteadOf(address, failed.problem.detail)}
        />
      ) : (
        <>
          {counts.data && <Histogram bins={binsOf(counts.data.counts)} address={address} />}
          <div ref={page}>
            {list.first === undefined ? (
              <Loading what="encounters" lines={9} />
            ) : total === 0 ? (
              <Nothing address={address} />
            ) : (
              <Log encounters={list.items} />
            )}
            <More list={list} shown={list.items.length} total={total} noun="encounter" />
          </div>
        </>
      )}
    </Page>
  );
}

const Lead = ({ total, address }: { readonly total: number; readonly address: Address }) =>
  isNarrowed(address) ? (
    <>
      {counted(total, "encounter")} {total === 1 ? "fits" : "fit"} what is chosen.{" "}
      <a class="no-print" href={withoutFilters(address)}>
        Show all
      </a>
    </>
  ) : (
    <>{counted(total, "encounter")}: who met, called or wrote to whom, put together from all reports.</>
  );

/** Puts a candidate in the place of the name that the problem speaks of. */
function insteadOf(address: Address, detail: string): (name: string) => string {
  const other = address.one("with");
  const field = other !== undefined && detail.includes(`“${other}”`) ? "with" : "actor";
  return (name) => address.with({ [field]: name });
}

/** The year under which an encounter stands in the log: that of its last day, else of its first report. */
const yearOf = ({ days: { from, to: end }, reported }: Encounter): string =>
  (end ?? from ?? reported)?.slice(0, 4) ?? "Of no known day";

function Log({ encounters }: { readonly encounters: readonly Encounter[] }) {
  return [...Map.groupBy(encounters, yearOf)].map(([year, all]) => (
    <section class="encounters-year" aria-label={year} key={year}>
      <h2>{year}</h2>
      <ul class="encounters">
        {all.map((encounter) => (
          <li key={encounter.id}>
            <EncounterRow encounter={encounter} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

const Nothing = ({ address }: { readonly address: Address }) =>
  isNarrowed(address) ? (
    <Empty title="No encounter in the record fits what is chosen.">
      <p>
        The record may lack reports. <a href={withoutFilters(address)}>Take all filters away</a>, or choose fewer.
      </p>
    </Empty>
  ) : (
    <Empty title="The record knows of no encounter yet.">
      <p>
        Encounters are read out of reports. Bring some in at the <a href={to.inbox()}>Inbox</a>.
      </p>
    </Empty>
  );
