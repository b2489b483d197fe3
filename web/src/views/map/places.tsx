import { useAddress } from "../../data/address.ts";
import { counted, shortDay, stateName } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { Section } from "../../ui/basics.tsx";
import { isPlaced, type Place, type StateCounts } from "./types.ts";

interface Props {
  readonly places: readonly Place[];
  readonly states: readonly StateCounts[];
  readonly elsewhere: number;
  readonly here: string | undefined;
}

/** The places as tables: those on the map, and those that the lexicon cannot place. */
export function Places({ places, states, elsewhere, here }: Props) {
  const on = places.filter(isPlaced);
  const off = places.filter((place) => !isPlaced(place));
  return (
    <div class="map-lists">
      {on.length > 0 && (
        <Section title="Places" note={counted(on.length, "place")}>
          <Table places={on} here={here} />
        </Section>
      )}
      <div>
        {off.length > 0 && (
          <Section title="Not on the map" note={"Whole states, and places whose position is not known"}>
            <Table places={off} here={here} />
          </Section>
        )}
        {states.length > 0 && (
          <Section title="States" note={counted(states.length, "state")}>
            <details>
              <summary>The shades as a table</summary>
              <table class="map-table">
                <thead>
                  <tr>
                    <th scope="col">State</th>
                    <th scope="col">Had a part in</th>
                    <th scope="col">Were there</th>
                  </tr>
                </thead>
                <tbody>
                  {states.map(({ country, name, took_part, hosted }) => (
                    <tr key={country}>
                      <th scope="row">
                        <a href={to.actor(country)}>{name}</a>
                      </th>
                      <td>{took_part}</td>
                      <td>{hosted}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
          </Section>
        )}
        {elsewhere > 0 && (
          <p class="note map-elsewhere">
            Of {counted(elsewhere, "more encounter")} no report says where {elsewhere === 1 ? "it was" : "they were"}.
          </p>
        )}
      </div>
    </div>
  );
}

function Table({ places, here }: Pick<Props, "places" | "here">) {
  const address = useAddress();
  return (
    <table class="map-table">
      <thead>
        <tr>
          <th scope="col">Place</th>
          <th scope="col">State</th>
          <th scope="col">Encounters</th>
          <th scope="col">Last</th>
        </tr>
      </thead>
      <tbody>
        {places.map(({ place, name, kind, country, encounters, last }) => (
          <tr key={place}>
            <th scope="row">
              <a href={address.with({ place })} aria-current={here === place ? "true" : undefined}>
                {name}
              </a>
            </th>
            <td>{kind === "state" ? "itself" : country ? stateName(country) : "not known"}</td>
            <td>{encounters}</td>
            <td>{last ? shortDay(last) : "not told"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
