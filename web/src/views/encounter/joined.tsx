import type { EncounterDetail } from "../../data/types.ts";
import { counted } from "../../format/words.ts";
import { Section } from "../../ui/basics.tsx";
import { Quote } from "../../ui/evidence.tsx";

type Pair = EncounterDetail["joined"][number];

/** Why the entries are one encounter, and why others that are near are not. */
export function Joined({ detail: { joined, near_misses, entries } }: { readonly detail: EncounterDetail }) {
  return (
    <Section
      title="Why these are one"
      note="Signs for and against are weighed; from 5 on, two entries are taken for one encounter."
      class="encounter-why"
    >
      {entries.length === 1 ? (
        <p class="note">It has one entry, of one report; nothing had to be joined.</p>
      ) : (
        <ul>
          {joined.map((pair) => (
            <PairItem key={keyOf(pair)} pair={pair} />
          ))}
        </ul>
      )}
      {near_misses.length > 0 && (
        <details class="encounter-misses">
          <summary>{counted(near_misses.length, "entry beside it was", "entries beside it were")} left apart</summary>
          <ul>
            {near_misses.map((pair) => (
              <PairItem key={keyOf(pair)} pair={pair} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

const keyOf = ({ a, b }: Pair): string => `${a.report} ${a.entry} ${b.report} ${b.entry}`;

function PairItem({ pair: { a, b, joined, same, score, rules } }: { readonly pair: Pair }) {
  return (
    <li class="encounter-pair">
      <div class="encounter-sides">
        <Quote cited={a} />
        <Quote cited={b} />
      </div>
      <p class="encounter-verdict">{verdictOf(joined, same, score)}</p>
      <ul class="encounter-rules">
        {rules.map(({ rule, weight, why }) => (
          <li key={rule}>
            <span class="encounter-weight">{weight === null ? "apart" : signed(weight)}</span>
            <span>
              {named(rule)}: <span class="note">{why}</span>
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function verdictOf(joined: boolean, same: boolean, score: number | null): string {
  if (score === null) return same ? "Kept apart by a rule, but one by way of other entries" : "Kept apart by a rule";
  const sum = `Signs sum up to ${signed(score)}`;
  if (joined) return `${sum}: one encounter`;
  return same ? `${sum}: too little by themselves, but one by way of other entries` : `${sum}: too little to be one`;
}

/** "same-parties" as words. */
const named = (rule: string): string => rule.replaceAll("-", " ");
const signed = (value: number): string => (value < 0 ? `−${-value}` : value > 0 ? `+${value}` : "0");
