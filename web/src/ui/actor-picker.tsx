import { useEffect, useId, useRef, useState } from "preact/hooks";
import { useAnswer } from "../data/answer.ts";
import { api, read } from "../data/api.ts";
import { counted } from "../format/words.ts";
import "./actor-picker.css";

interface PickerProps {
  readonly label: string;
  /** The name or id that is chosen. */
  readonly value: string;
  readonly onPick: (id: string) => void;
  readonly placeholder?: string;
}

/** So long after the last key are suggestions asked for. */
const PAUSE_MS = 120;

/** A field for an actor, with suggestions out of the record. Any words that a question takes are taken too. */
export function ActorPicker({ label, value, onPick, placeholder = "A name, office or state" }: PickerProps) {
  const id = useId();
  const [text, setText] = useState(value);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setText(value), [value]);
  const wanted = useSettled(text.trim());
  const asks = open && wanted !== "" && wanted !== value;
  const { data } = useAnswer(asks ? ["picker", wanted] : null, () =>
    read(api.actors.$get({ query: { named: wanted, limit: 8 } })),
  );
  const found = asks ? (data?.items ?? []) : [];

  const pick = (chosen: string): void => {
    setText(chosen);
    setOpen(false);
    setAt(-1);
    if (chosen && chosen !== value) onPick(chosen);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setAt(found.length === 0 ? -1 : (at + 1) % found.length),
    ArrowUp: () => setAt(at <= 0 ? found.length - 1 : at - 1),
    Enter: () => pick(found[at]?.id ?? text.trim()),
    Escape: () => {
      setOpen(false);
      setText(value);
    },
  };
  return (
    <div class="actor-picker field">
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
          setText(event.currentTarget.value);
          setOpen(true);
          setAt(-1);
        }}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          const run = keys[event.key];
          if (!run) return;
          event.preventDefault();
          run();
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label={`Suggestions: ${label}`} hidden={found.length === 0}>
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
            onClick={() => pick(actor.id)}
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
