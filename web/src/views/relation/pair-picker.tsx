import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { to } from "../../routes.ts";
import { ActorField } from "../../ui/actor-field.tsx";
import "./pair-picker.css";

interface PairProps {
  readonly a?: string;
  readonly b?: string;
  /** Where a pair leads; to their relation, if nothing else is said. */
  readonly leadsTo?: (a: string, b: string) => string;
}

const ANY = "A name, office or state";

/** Two actors to choose. Once both are there, the address is theirs. */
export function PairPicker({ a = "", b = "", leadsTo = to.relation }: PairProps) {
  const { route } = useLocation();
  const [chosen, setChosen] = useState({ a, b, of: `${a} ${b}` });
  const pair = chosen.of === `${a} ${b}` ? chosen : { a, b, of: `${a} ${b}` };
  const choose = (next: { readonly a: string; readonly b: string }): void => {
    setChosen({ ...next, of: pair.of });
    if (next.a && next.b) route(leadsTo(next.a, next.b));
  };
  return (
    <search class="pair-picker no-print" aria-label="Two actors">
      <ActorField label="One" value={pair.a} placeholder={ANY} onChoose={(id) => id && choose({ ...pair, a: id })} />
      <button
        type="button"
        class="button pair-swap"
        title="Swap (x)"
        aria-label="Swap the two"
        disabled={!pair.a && !pair.b}
        onClick={() => choose({ a: pair.b, b: pair.a })}
      >
        ⇄
      </button>
      <ActorField
        label="The other"
        value={pair.b}
        placeholder={ANY}
        onChoose={(id) => id && choose({ ...pair, b: id })}
      />
    </search>
  );
}
