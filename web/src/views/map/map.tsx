import { useRef } from "preact/hooks";
import { useAddress } from "../../data/address.ts";
import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import { ActorField } from "../../ui/actor-field.tsx";
import { Page } from "../../ui/basics.tsx";
import { chosenIn, MediumAndStatus } from "../../ui/encounter-filter.tsx";
import { NameTrouble } from "../../ui/name-trouble.tsx";
import { Empty, Loading } from "../../ui/states.tsx";
import { binsOf } from "../../ui/time-bins.ts";
import { TimeSpan } from "../../ui/time-span.tsx";
import { Here } from "./here.tsx";
import "./map.css";
import { MapPicture } from "./picture.tsx";
import { Places } from "./places.tsx";

/** Where encounters were: a map of places and states, and the same as a table. */
export default function WorldMap() {
  const address = useAddress();
  const chosen = chosenIn(address);
  const { since: _, until: __, ...anyTime } = chosen;
  const places = useAnswer(["places", chosen], () => read(api.places.$get({ query: chosen })));
  const times = useAnswer(["places times", anyTime], () =>
    read(api.counts.$get({ query: { ...anyTime, by: "quarter" } })),
  );
  // What was shown stays while other filters are asked for.
  const before = useRef(places.data);
  if (places.data) before.current = places.data;
  const shown = places.data ?? (places.error ? undefined : before.current);
  const here = address.one("place");
  return (
    <Page title="Map" class="map-page" lead="Where encounters were, as far as reports name the place.">
      <div class="filters no-print">
        <ActorField label="With" value={chosen.actor} onChoose={(actor) => address.go({ actor })} />
        <MediumAndStatus chosen={chosen} address={address} />
        <TimeSpan
          bins={binsOf(times.data?.counts ?? [])}
          since={chosen.since}
          until={chosen.until}
          onChoose={(since, until) => address.go({ since, until })}
        />
      </div>
      {places.error && !places.data ? (
        <NameTrouble error={places.error} retry={places.reload} instead={(actor) => address.with({ actor })} />
      ) : shown ? (
        <>
          <MapPicture places={shown.items} states={shown.states} here={here} />
          <div class={here ? "map-columns" : "map-columns map-alone"}>
            {shown.items.length === 0 ? (
              <Empty title="No place is told.">
                <p>
                  {shown.elsewhere > 0
                    ? "There are encounters that fit, but no report says where they were."
                    : "No encounter fits all that is chosen above."}{" "}
                  <a href="/map">Choose nothing</a>
                </p>
              </Empty>
            ) : (
              <Places places={shown.items} states={shown.states} elsewhere={shown.elsewhere} here={here} />
            )}
            {here && <Here place={here} chosen={chosen} key={here} />}
          </div>
        </>
      ) : (
        <Loading what="where encounters were" lines={10} />
      )}
    </Page>
  );
}
