import type { InferResponseType } from "hono/client";
import { useState } from "preact/hooks";
import { useAddress } from "../../data/address.ts";
import type { api } from "../../data/api.ts";
import { kindInWords } from "./facets.ts";
import type { Narrowed } from "./find.tsx";
import { type Facet, kindFacets } from "./kinds.ts";

export type FoundAnswer = InferResponseType<(typeof api)["questions"]["find"]["$get"], 200>;

interface Props {
  readonly facets: FoundAnswer["facets"];
  readonly narrowed: Narrowed;
}

/** How the entries found spread over kinds, years and actors; each value narrows to itself. */
export function Facets({ facets: { actors, kinds, years }, narrowed }: Props) {
  const [open, setOpen] = useState(false);
  const named = ({ value, count }: { value: string; count: number }): Facet => ({ value, words: value, count });
  const byKind = kindFacets(kinds, kindInWords);
  if (byKind.length + years.length + actors.length === 0) return <div />;
  return (
    <aside class="find-facets no-print" aria-label="Narrow down">
      <button type="button" class="button find-open" aria-expanded={open} onClick={() => setOpen(!open)}>
        Narrow down
      </button>
      <div class={open ? "find-lists" : "find-lists find-closed"}>
        <p class="note">Counted in entries, which are contacts, statements, acts and sums.</p>
        <Group
          title="Kind"
          name="kind"
          facets={byKind.map((one) => ({ ...one, under: one.kinds }))}
          chosen={narrowed.kind}
        />
        <Group title="Year" name="year" facets={years.map(named)} chosen={narrowed.year} />
        <Group
          title="Actor"
          name="actor"
          facets={actors.map((one) => ({ ...one, words: one.name }))}
          chosen={narrowed.actor}
        />
      </div>
    </aside>
  );
}

interface GroupProps {
  readonly title: string;
  readonly name: keyof Narrowed;
  readonly facets: readonly (Facet & { readonly under?: readonly Facet[] })[];
  readonly chosen: string | undefined;
}

function Group({ title, name, facets, chosen }: GroupProps) {
  if (facets.length === 0) return null;
  return (
    <section class="find-facet">
      <h2>{title}</h2>
      <ul>
        {facets.map((facet) => (
          <li key={facet.value}>
            <Choice name={name} facet={facet} chosen={chosen} />
            {facet.under && facet.under.length > 0 && (
              <ul>
                {facet.under.map((one) => (
                  <li key={one.value}>
                    <Choice name={name} facet={one} chosen={chosen} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A value to narrow to; the one chosen is taken away by choosing it again. */
function Choice({
  name,
  facet: { value, words, count },
  chosen,
}: {
  name: string;
  facet: Facet;
  chosen: string | undefined;
}) {
  const address = useAddress();
  const is = chosen?.toLowerCase() === value.toLowerCase();
  return (
    <a href={address.with({ [name]: is ? null : value, limit: null })} aria-current={is ? "true" : undefined}>
      <span>{words}</span> <span class="find-count">{count.toLocaleString("en")}</span>
    </a>
  );
}
