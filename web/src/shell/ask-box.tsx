import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { to } from "../routes.ts";
import { useKeys } from "./keys.ts";

/** The box for questions, on every page. Plain words go to `ask`; what is put in quotation marks is looked for. */
export function AskBox() {
  const { route, path, query } = useLocation();
  const asked = path === "/ask" ? (query.q ?? "") : path === "/find" ? (query.words ?? "") : "";
  const [text, setText] = useState(asked);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => setText(asked), [asked]);
  useKeys("Everywhere", [
    {
      key: "/",
      does: "ask a question",
      run: () => {
        box.current?.focus();
        box.current?.select();
      },
    },
  ]);
  const submit = (event: Event): void => {
    event.preventDefault();
    const question = text.trim();
    if (question) route(isSearch(question) ? to.find(question) : to.ask(question));
    else box.current?.focus();
  };
  return (
    <search class="no-print ask">
      <form class="ask-box" onSubmit={submit}>
        <label class="visually-hidden" for="ask">
          Ask the record
        </label>
        <input
          id="ask"
          ref={box}
          type="text"
          enterkeyhint="search"
          autocomplete="off"
          placeholder="Ask the record: when did they last speak?"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        />
        <button type="submit" class="button">
          Ask
        </button>
        <kbd class="ask-key">/</kbd>
      </form>
    </search>
  );
}

const isSearch = (text: string): boolean => /^["“«].+["”»]$/.test(text);
