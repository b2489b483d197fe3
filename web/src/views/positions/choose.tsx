import { useId } from "preact/hooks";
import type { Address } from "../../data/address.ts";
import { ActorField } from "../../ui/actor-field.tsx";
import type { Holder } from "./matrix.ts";

interface ChooseProps {
  readonly address: Address;
  readonly holders: readonly Holder[];
  readonly topics: readonly string[];
  /** Nobody was chosen: those shown are those who said most. */
  readonly usual: boolean;
}

/** Whose positions, on what, and when. */
export function Choose({ address, holders, topics, usual }: ChooseProps) {
  const list = useId();
  const phrases = holders.map(({ phrase }) => phrase);
  const chosen = (actor: readonly string[]): void => address.go({ actor, open: null, on: null });
  return (
    <search class="positions-choose no-print">
      <div class="filters">
        <ActorField
          label="Add an actor"
          value=""
          placeholder="name, office or state"
          adds
          onChoose={(name) => name && chosen([...phrases.filter((one) => one !== name), name])}
        />
        <label>
          Topic
          <input
            type="text"
            list={list}
            placeholder="all topics"
            autocomplete="off"
            value={address.one("topic") ?? ""}
            onChange={(event) => address.go({ topic: event.currentTarget.value.trim() || null, open: null, on: null })}
          />
          <datalist id={list}>
            {topics.map((topic) => (
              <option value={topic} key={topic} />
            ))}
          </datalist>
        </label>
        <label>
          From
          <input
            type="date"
            value={address.one("since") ?? ""}
            onChange={(event) => address.go({ since: event.currentTarget.value || null })}
          />
        </label>
        <label>
          Until
          <input
            type="date"
            value={address.one("until") ?? ""}
            onChange={(event) => address.go({ until: event.currentTarget.value || null })}
          />
        </label>
      </div>
      {holders.length > 0 && (
        <p class="positions-chosen">
          <span class="note">{usual ? "Those who said most:" : "Of:"}</span>
          {holders.map(({ phrase, actor }) => (
            <span class="positions-chip" key={actor.id}>
              {actor.name}
              <button
                type="button"
                class="link"
                aria-label={`Take ${actor.name} away`}
                onClick={() => chosen(phrases.filter((one) => one !== phrase))}
              >
                ×
              </button>
            </span>
          ))}
          {!usual && <a href={address.with({ actor: null, open: null, on: null })}>Those who said most</a>}
        </p>
      )}
    </search>
  );
}
