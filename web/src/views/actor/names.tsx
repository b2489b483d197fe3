import type { Actor } from "../../data/types.ts";
import { counted } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { Section } from "../../ui/basics.tsx";
import { bare } from "./bare.ts";
import { forOne } from "./for-one.ts";

type Alias = Actor["aliases"][number];

/** What reports call the actor; words that mean a person together with others are folded away. */
export function Names({ actor: { id, kind, aliases } }: { readonly actor: Actor }) {
  const own = (alias: Alias): boolean => kind !== "person" || forOne(alias.name, bare(id));
  const shared = aliases.filter((alias) => !own(alias));
  return (
    <Section title="Names" note="As reports have it.">
      <NameList aliases={aliases.filter(own)} />
      {shared.length > 0 && (
        <details class="actor-shared">
          <summary>Together with others</summary>
          <NameList aliases={shared} />
        </details>
      )}
    </Section>
  );
}

const NameList = ({ aliases }: { readonly aliases: readonly Alias[] }) => (
  <ul class="actor-list">
    {aliases.map(({ name, reports }) => (
      <li key={name}>
        <a href={to.find(`"${name}"`)}>{name}</a> <span class="note">{counted(reports, "report")}</span>
      </li>
    ))}
  </ul>
);
