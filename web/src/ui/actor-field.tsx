import { useEffect, useId, useState } from "preact/hooks";
import { useAnswer } from "../data/answer.ts";
import { type ApiError, api, read } from "../data/api.ts";
import { Failed } from "./states.tsx";

interface FieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChoose: (name: string | null) => void;
  readonly placeholder?: string;
  /** Emptied after each choice: for fields that add to a row of names. */
  readonly adds?: boolean;
}

/** A field for an actor in any words that name it, with those of the record suggested. */
export function ActorField({ label, value = "", onChoose, placeholder = "anybody", adds = false }: FieldProps) {
  const [text, setText] = useState(value);
  const list = useId();
  const typed = text.trim();
  useEffect(() => setText(value), [value]);
  const { data } = useAnswer(["actors suggested", typed], () =>
    read(api.actors.$get({ query: { limit: "12", ...(typed && { named: typed }) } })),
  );
  const choose = (name: string): void => {
    const chosen = name.trim();
    if (chosen === value) return;
    onChoose(chosen || null);
    if (adds) setText("");
  };
  return (
    <label class="actor-field">
      {label}
      <input
        type="text"
        list={list}
        autocomplete="off"
        placeholder={placeholder}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onChange={(event) => choose(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && choose(event.currentTarget.value)}
      />
      <datalist id={list}>
        {data?.items.map(({ id, name }) => (
          <option value={id} key={id}>
            {name === id ? undefined : name}
          </option>
        ))}
      </datalist>
    </label>
  );
}

interface TroubleProps {
  readonly error: ApiError;
  readonly retry: () => void;
  /** The address with another name in the place of the one that was not understood. */
  readonly instead: (name: string) => string;
}

/** A failure to answer; where a name was not understood, those that may be meant, to choose from. */
export function NameTrouble({ error, retry, instead }: TroubleProps) {
  const candidates = error.problem.candidates ?? [];
  return (
    <Failed error={error} retry={candidates.length > 0 ? undefined : retry}>
      {candidates.length > 0 && (
        <ul class="candidates">
          {candidates.map((id) => (
            <li key={id}>
              <a href={instead(id)}>{id}</a>
            </li>
          ))}
        </ul>
      )}
    </Failed>
  );
}
