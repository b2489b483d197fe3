import { useRef } from "preact/hooks";
import { useAddress } from "../../data/address.ts";
import { useList } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { Encounter, EncounterList } from "../../data/types.ts";
import { counted, stateName } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { useListKeys } from "../../shell/list-keys.ts";
import { Section } from "../../ui/basics.tsx";
import { EncounterRow } from "../../ui/encounter.tsx";
import type { Chosen } from "../../ui/encounter-filter.tsx";
import { Empty, Failed, Loading, More } from "../../ui/states.tsx";

const PAGE = "20";

/** The encounters at a place. */
export function Here({ place, chosen }: { readonly place: string; readonly chosen: Chosen }) {
  const address = useAddress();
  const list = useList<Encounter, EncounterList>(["map place", place, chosen], (after) =>
    read(api.encounters.$get({ query: { ...chosen, place, limit: PAGE, ...(after && { after }) } })),
  );
  const rows = useRef<HTMLOListElement>(null);
  useListKeys(`Encounters in ${stateName(place)}`, rows);
  const total = list.first?.total;
  return (
    <Section
      title={stateName(place)}
      class="map-here"
      note={
        <>
          {total !== undefined && `${counted(total, "encounter")} · `}
          <a href={to.log({ ...chosen, place })}>Open as a list</a> · <a href={address.with({ place: null })}>Close</a>
        </>
      }
    >
      {list.first === undefined ? (
        list.error ? (
          <Failed error={list.error} retry={list.reload} />
        ) : (
          <Loading what={`encounters in ${place}`} />
        )
      ) : list.items.length === 0 ? (
        <Empty title="Nothing that fits was here.">
          <p>
            <a href={address.with({ status: null, medium: null, since: null, until: null, actor: null })}>
              Choose nothing
            </a>{" "}
            to see all that was.
          </p>
        </Empty>
      ) : (
        <ol class="encounters" ref={rows}>
          {list.items.map((encounter) => (
            <li key={encounter.id} tabIndex={-1} data-stop>
              <EncounterRow encounter={encounter} />
            </li>
          ))}
        </ol>
      )}
      <More list={list} shown={list.items.length} total={total} noun="encounter" />
    </Section>
  );
}
