import { useState } from "preact/hooks";
import { setToken } from "../data/api.ts";
import { changed } from "../data/live.ts";

/** Asks for the token that a server beyond this machine demands. */
export function Lock() {
  const [text, setText] = useState("");
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!text.trim()) return;
    setToken(text.trim());
    changed();
  };
  return (
    <form class="lock" onSubmit={submit}>
      <h1>This desk is locked</h1>
      <p>It is served beyond the machine that keeps it, so that it asks for a token. Whoever runs it has it.</p>
      <label>
        Token
        <input
          type="password"
          autocomplete="off"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button strong">
        Open
      </button>
    </form>
  );
}
