import type { Actor } from "../../data/types.ts";
import { to } from "../../routes.ts";
import { Section } from "../../ui/basics.tsx";

/** Whom the actor met, called and wrote most: bars that lead to the relation of the two. */
export function Counterparts({ actor: { id, counterparts } }: { readonly actor: Actor }) {
  const most = Math.max(1, ...counterparts.map(({ encounters }) => encounters));
  return (
    <Section title="With whom" note="By encounters that were held.">
      {counterparts.length === 0 && <p class="note">No contact that was held is in the record.</p>}
      <ol class="actor-bars">
        {counterparts.map(({ actor, encounters }) => (
          <li key={actor.id}>
            <a href={to.relation(id, actor.id)}>{actor.name}</a>
            <span class="actor-bar-count">{encounters}</span>
            <span class="actor-bar" aria-hidden="true">
              <span style={{ width: `${(encounters / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
