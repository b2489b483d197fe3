import { useEffect, useId, useState } from "preact/hooks";
import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import { actorName } from "../../format/words.ts";
import type { Filter } from "./filter.ts";

interface FiltersProps {
  readonly filter: Filter;
  readonly onChoose: (other: Partial<Filter>) => void;
}

/** The record's most named actors are offered. */
const OFFERED = "100";

export function Filters({ filter, onChoose }: FiltersProps) {
  const id = useId();
  const [words, setWords] = useState(filter.words ?? "");
  const [actor, setActor] = useState(shown(filter.actor));
  useEffect(() => setWords(filter.words ?? ""), [filter.words]);
  useEffect(() => setActor(shown(filter.actor)), [filter.actor]);
  const { data } = useAnswer(["actors", "offered"], () => read(api.actors.$get({ query: { limit: OFFERED } })));
  const actors = data?.items ?? [];
  const nameOf = (text: string): string | null => {
    const wanted = text.trim();
    return actors.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())?.id ?? (wanted || null);
  };
  return (
    <search class="no-print">
      <form
        class="filters reports-filters"
        onSubmit={(event) => {
          event.preventDefault();
          onChoose({ words: words.trim() || null, actor: nameOf(actor) });
        }}
      >
        <label class="reports-words">
          Words of the title or text
          <input
            type="search"
            value={words}
            placeholder="ceasefire, “exact words”, fish*, -word"
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </label>
        <label>
          Who is named
          <input
            list={id}
            value={actor}
            placeholder="anybody"
            autocomplete="off"
            onInput={(event) => setActor(event.currentTarget.value)}
            onChange={(event) => onChoose({ words: words.trim() || null, actor: nameOf(event.currentTarget.value) })}
          />
          <datalist id={id}>
            {actors.map(({ id: name, name: text }) => (
              <option value={text} key={name} />
            ))}
          </datalist>
        </label>
        <label>
          Published since
          <input
            type="date"
            value={filter.since ?? ""}
            onChange={(event) => onChoose({ since: event.currentTarget.value || null })}
          />
        </label>
        <label>
          Until
          <input
            type="date"
            value={filter.until ?? ""}
            onChange={(event) => onChoose({ until: event.currentTarget.value || null })}
          />
        </label>
        <label>
          Order
          <select
            value={filter.order ?? "newest"}
            onChange={(event) => onChoose({ order: event.currentTarget.value === "oldest" ? "oldest" : null })}
          >
            <option value="newest">newest first</option>
            <option value="oldest">oldest first</option>
          </select>
        </label>
        <button type="submit" class="button">
          Find
        </button>
      </form>
    </search>
  );
}

const shown = (actor: string | null): string => (actor === null ? "" : actorName(actor));
