import { useState } from "preact/hooks";
import { author, setAuthor } from "../../data/api.ts";
import { useAuthor } from "./make.ts";

/** Under which name changes are made, and a way to set it. */
export function AuthorName() {
  const { name, usual } = useAuthor();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  if (name === undefined) return null;
  const save = (event: Event): void => {
    event.preventDefault();
    setAuthor(text);
    setOpen(false);
  };
  if (!open) {
    return (
      <p class="changes-author note no-print">
        {name ? (
          <>
            Changes are made as <strong>{name}</strong>.
          </>
        ) : (
          "Changes need a name; none is set."
        )}{" "}
        <button
          type="button"
          class="link"
          onClick={() => {
            setText(name ?? "");
            setOpen(true);
          }}
        >
          {name ? "Change the name" : "Set a name"}
        </button>
      </p>
    );
  }
  return (
    <form class="changes-author no-print" onSubmit={save}>
      <label class="field">
        Name under which changes are made
        <input
          value={text}
          maxLength={200}
          autocomplete="name"
          ref={(input) => input?.focus()}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
        />
      </label>
      <button type="submit" class="button">
        Set
      </button>
      {usual !== null && author.value !== null && (
        <button
          type="button"
          class="button"
          onClick={() => {
            setAuthor("");
            setOpen(false);
          }}
        >
          Use {usual}
        </button>
      )}
    </form>
  );
}

/** In a form that changes something: who does it, asked where nobody is known. */
export function AuthorField() {
  const { name } = useAuthor();
  const [asked, setAsked] = useState(false);
  if (name === undefined || (name !== null && !asked)) return null;
  return (
    <label class="field">
      Your name, kept in the history
      <input
        required
        maxLength={200}
        autocomplete="name"
        onFocus={() => setAsked(true)}
        onInput={(event) => setAuthor(event.currentTarget.value)}
      />
    </label>
  );
}
