import { useLocation } from "preact-iso";
import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { Encounter } from "../../data/types.ts";
import { whenOf } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { useKeys } from "../../shell/keys.ts";
import { kindOf, MediumMark } from "../../ui/basics.tsx";

/** The encounters of the same two before and after this one. */
export function Neighbours({ encounter }: { readonly encounter: Encounter }) {
  const { route } = useLocation();
  const [a, b] = encounter.parties.map(({ id }) => id);
  const answer = useAnswer(a === undefined ? null : ["neighbours", a, b ?? null], () =>
    read(api.encounters.$get({ query: { actor: a, with: b, order: "oldest", limit: 500 } })),
  );
  const items = answer.data?.items ?? [];
  const at = items.findIndex(({ id }) => id === encounter.id);
  const [before, after] = at < 0 ? [] : [items[at - 1], items[at + 1]];
  const go = (one: Encounter | undefined) => () => one && route(to.encounter(one.id));
  useKeys("Encounter", [
    { key: "k", does: "the encounter before", run: go(before) },
    { key: "j", does: "the next encounter", run: go(after) },
  ]);
  if (!before && !after) return null;
  return (
    <nav
      class="encounter-neighbours no-print"
      aria-label={b === undefined ? "Others of the same" : "Others of the two"}
    >
      {before ? <Neighbour one={before} word="Before" /> : <span class="note">The first in the record</span>}
      {after ? <Neighbour one={after} word="After" /> : <span class="note">The last in the record</span>}
    </nav>
  );
}

const Neighbour = ({ one, word }: { readonly one: Encounter; readonly word: string }) => (
  <a href={to.encounter(one.id)} class="encounter-neighbour">
    <span class="note">{word}</span>
    <span>
      <MediumMark medium={one.medium} status={one.status} /> {kindOf(one.kind, one.medium)}, {whenOf(one)}
    </span>
  </a>
);
