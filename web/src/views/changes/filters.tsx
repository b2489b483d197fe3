import { useEffect, useId, useState } from "preact/hooks";

export interface Filter {
  readonly author: string | null;
  readonly type: string | null;
  /** "true": what holds; "false": what was undone. */
  readonly active: "true" | "false" | null;
}

export const filterIn = (query: Readonly<Record<string, string | undefined>>): Filter => ({
  author: query.author?.trim() || null,
  type: TYPES.some(([type]) => type === query.type) ? query.type! : null,
  active: query.active === "true" || query.active === "false" ? query.active : null,
});

const TYPES: readonly (readonly [string, string])[] = [
  ["correct", "corrections"],
  ["confirm", "confirmations"],
  ["remove", "removals"],
  ["add", "additions"],
  ["merge", "actors taken for one"],
  ["split", "actors told apart"],
  ["undo", "undoings"],
];

interface FiltersProps {
  readonly filter: Filter;
  /** Authors that are known, to choose from. */
  readonly known: readonly string[];
  readonly onChoose: (other: Partial<Filter>) => void;
}

export function ChangeFilters({ filter, known, onChoose }: FiltersProps) {
  const id = useId();
  const [author, setAuthor] = useState(filter.author ?? "");
  useEffect(() => setAuthor(filter.author ?? ""), [filter.author]);
  return (
    <search class="no-print">
      <form
        class="filters"
        onSubmit={(event) => {
          event.preventDefault();
          onChoose({ author: author.trim() || null });
        }}
      >
        <label>
          Made by
          <input
            list={id}
            value={author}
            placeholder="anybody"
            autocomplete="off"
            onInput={(event) => setAuthor(event.currentTarget.value)}
            onChange={(event) => onChoose({ author: event.currentTarget.value.trim() || null })}
          />
          <datalist id={id}>
            {[...new Set(known)].map((name) => (
              <option value={name} key={name} />
            ))}
          </datalist>
        </label>
        <label>
          What
          <select value={filter.type ?? ""} onChange={(event) => onChoose({ type: event.currentTarget.value || null })}>
            <option value="">all kinds</option>
            {TYPES.map(([type, words]) => (
              <option value={type} key={type}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <label>
          Standing
          <select
            value={filter.active ?? ""}
            onChange={(event) => onChoose({ active: (event.currentTarget.value || null) as Filter["active"] })}
          >
            <option value="">holding and undone</option>
            <option value="true">those that hold</option>
            <option value="false">those undone</option>
          </select>
        </label>
      </form>
    </search>
  );
}
