import { useRef } from "preact/hooks";
import type { Actor } from "../../data/types.ts";
import { countedByStatus } from "../../format/counts.ts";
import { to } from "../../routes.ts";
import { useListKeys } from "../../shell/list-keys.ts";
import { Section } from "../../ui/basics.tsx";
import { EncounterRow } from "../../ui/encounter.tsx";
import { YearsChart } from "./years-chart.tsx";

/** How often the actor met others, by year, and the newest of it. */
export function Contacts({ actor }: { readonly actor: Actor }) {
  const { id, contacts, newest, encounters, acting } = actor;
  const rows = useRef<HTMLDivElement>(null);
  useListKeys("Contacts", rows);
  return (
    <Section title="Contacts" note={countedByStatus(contacts)}>
      {encounters === 0 ? (
        <p class="note">No contact of it is in the record.</p>
      ) : (
        <>
          <YearsChart id={id} />
          <div class="encounters" ref={rows}>
            {newest.map((one) => (
              <EncounterRow encounter={one} key={one.id} without={acting.length > 0 ? [] : [id]} />
            ))}
          </div>
          {encounters > newest.length && (
            <p class="actor-more">
              <a href={to.log({ actor: id })}>All {encounters} encounters</a>
            </p>
          )}
        </>
      )}
    </Section>
  );
}
