import { useEffect, useId, useRef, useState } from "preact/hooks";
import { useAnswer } from "../data/answer.ts";
import { api, read } from "../data/api.ts";
import { counted } from "../format/words.ts";
import "./actor-field.css";

interface FieldProps {
  readonly label: string;
  /** The name or id that is chosen. */
  readonly value: string | undefined;
  /** Null where the field was emptied. */
  readonly onChoose: (name: string | null) => void;
  readonly placeholder?: string;
  /** Emptied after each choice: for fields that add to a row of names. */
  readonly adds?: boolean;
}

/** So long after the last key are suggestions asked for. */
const PAUSE_MS = 120;

/** A field for an actor, with suggestions out of the record. Any words that a question takes are taken too. */
export function ActorField({ label, value = "", onChoose, placeholder = "anybody", adds = false }: FieldProps) {
  const id = useId();
  const [text, setText] = useState(value);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  // Words that were typed and not yet taken are taken when the field is left.
  const typed = useRef(false);
  useEffect(() => setText(value), [value]);
  const wanted = useSettled(text.trim());
  const asks = open && wanted !== "" && wanted !== value;
  const { data } = useAnswer(asks ? ["actors suggested", wanted] : null, () =>
    read(api.actors.$get({ query: { named: wanted, limit: 8 } })),
  );
  const found = asks ? (data?.items ?? []) : [];

  const choose = (chosen: string): void => {
    typed.current = false;
    setText(adds ? "" : chosen);
    setOpen(false);
    setAt(-1);
    if (chosen !== value) onChoose(chosen || null);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setAt(found.length === 0 ? -1 : (at + 1) % found.length),
    ArrowUp: () => setAt(at <= 0 ? found.length - 1 : at - 1),
    Enter: () => choose(found[at]?.id ?? text.trim()),
    Escape: () => {
      typed.current = false;
      setOpen(false);
      setText(value);
    },
  };
  return (
    <div class="actor-field field">
      <label for={`${id}-input`}>{label}</label>
      <input
        id={`${id}-input`}
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
        placeholder={placeholder}
        value={text}
        onInput={(event) => {
          typed.current = true;
          setText(event.currentTarget.value);
          setOpen(true);
          setAt(-1);
        }}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => typed.current && choose(text.trim())}
        onKeyDown={(event) => {
          const run = keys[event.key];
          if (!run) return;
          event.preventDefault();
          run();
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Suggestions" hidden={found.length === 0}>
        {found.map((actor, i) => (
          // The keyboard is handled by the field, which keeps the focus.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
          // biome-ignore lint/a11y/useFocusableInteractive: see above.
          <div
            id={`${id}-${i}`}
            key={actor.id}
            role="option"
            aria-selected={i === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(actor.id)}
          >
            <span>{actor.name}</span>
            <span class="note">{counted(actor.reports, "report")}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

/** A text, once nobody has changed it for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
