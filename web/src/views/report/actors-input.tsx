import { useId, useRef, useState } from "preact/hooks";
import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import { actorName } from "../../format/words.ts";

interface ActorsInputProps {
  readonly label: string;
  /** Standard names, as the record has them. */
  readonly actors: readonly string[];
  readonly known: readonly string[];
  readonly single: boolean;
  readonly onChange: (actors: readonly string[]) => void;
}

/** From here on the record is asked for names. */
const LEAST = 2;
const MOST_SEEN = 60;

/** Actors as a list to add to and take from, with those of the report and of the record suggested. */
export function ActorsInput({ label, actors, known, single, onChange }: ActorsInputProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const named = text.trim();
  const { data } = useAnswer(named.length >= LEAST ? ["actors", "named", named] : null, () =>
    read(api.actors.$get({ query: { named, limit: "8" } })),
  );
  // Names stay known while the next letter's are on their way.
  const seen = useRef<readonly { readonly id: string; readonly name: string }[]>([]);
  if (data) seen.current = [...data.items, ...seen.current].slice(0, MOST_SEEN);
  const suggested = suggestions(known, data?.items ?? [], actors);
  const add = (words: string): void => {
    const wanted = words.trim();
    if (!wanted) return;
    const all = [...suggested, ...seen.current.map(nameOf)];
    const found = all.find(([shown]) => shown.toLowerCase() === wanted.toLowerCase());
    onChange(single ? [found?.[1] ?? wanted] : [...actors, found?.[1] ?? wanted]);
    setText("");
  };
  return (
    <div class="field actors-input">
      <label for={id}>{label}</label>
      {actors.length > 0 && (
        <ul class="actors-chosen">
          {actors.map((actor, i) => (
            <li key={actor}>
              {actorName(actor)}
              <button
                type="button"
                class="actors-remove"
                onClick={() => {
                  onChange(actors.filter((_, other) => other !== i));
                  input.current?.focus();
                }}
              >
                <span aria-hidden="true">×</span>
                <span class="visually-hidden">Take out {actorName(actor)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <span class="actors-add">
        <input
          id={id}
          ref={input}
          list={`${id}-names`}
          autocomplete="off"
          placeholder={single && actors.length > 0 ? "another name instead" : "a name"}
          value={text}
          onInput={(event) => {
            const { value } = event.currentTarget;
            // A name picked from the list arrives whole, not as something typed.
            const picked = (event as InputEvent).inputType === "insertReplacementText" || !("inputType" in event);
            if (picked && suggested.has(value)) add(value);
            else setText(value);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && named) {
              event.preventDefault();
              add(text);
            } else if (event.key === "Backspace" && text === "") onChange(actors.slice(0, -1));
          }}
          onBlur={() => add(text)}
        />
        <datalist id={`${id}-names`}>
          {[...suggested.keys()].map((shown) => (
            <option value={shown} key={shown} />
          ))}
        </datalist>
      </span>
      <span class="form-hint">Enter takes a name into the list.</span>
    </div>
  );
}

/** What is shown for a name, with the standard name; those of the report first. */
function suggestions(
  known: readonly string[],
  found: readonly { readonly id: string; readonly name: string }[],
  taken: readonly string[],
): Map<string, string> {
  const all = [...known.map((name): [string, string] => [actorName(name), name]), ...found.map(nameOf)];
  const names = new Map<string, string>();
  for (const [shown, name] of all) if (!taken.includes(name) && !names.has(shown)) names.set(shown, name);
  return names;
}

const nameOf = ({ id, name }: { readonly id: string; readonly name: string }): [string, string] => [name, id];
