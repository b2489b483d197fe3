import type { ComponentChildren } from "preact";
import type { CurrentEntry, Layer } from "../../data/types.ts";
import { TYPE_WORDS } from "../../format/words.ts";
import { EntryFields } from "./entry-fields.tsx";
import { EntrySummary } from "./entry-summary.tsx";
import { headline, subject } from "./words.ts";

export interface EntryActions {
  readonly select: (key: string) => void;
  readonly correct: (key: string, field?: string) => void;
  readonly confirm: (key: string) => void;
  readonly remove: (key: string) => void;
}

interface EntryProps {
  readonly current: CurrentEntry;
  readonly report: string;
  readonly layers: readonly Layer[];
  readonly selected: boolean;
  readonly open: boolean;
  readonly href: string;
  readonly actions: EntryActions;
  readonly onClose: () => void;
  /** The form that is open on it. */
  readonly children?: ComponentChildren;
}

/** An entry beside the text: in short, or with all its values and why each is there. */
export function EntryCard({ current, report, layers, selected, open, href, actions, onClose, children }: EntryProps) {
  const { key, type, confirmed, added, entry } = current;
  const corrected = Object.values(entry.why).some(({ rule }) => rule.startsWith("correction-"));
  return (
    <article
      class={`report-entry report-entry-${type} ${selected ? "is-selected" : ""}`}
      id={`entry-${key}`}
      data-key={key}
      tabIndex={-1}
      aria-labelledby={`named-${key}`}
      aria-current={selected ? "true" : undefined}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.target !== event.currentTarget) return;
        event.preventDefault();
        event.stopPropagation();
        actions.correct(key);
      }}
    >
      <header class="report-entry-head">
        <h3 id={`named-${key}`}>
          <a href={href} data-go={key}>
            <span class={`type type-${type}`}>{TYPE_WORDS[type]}</span>{" "}
            <span class="report-entry-title">
              {type === "statement" ? subject(current) || "Nobody named" : headline(current)}
            </span>
            {type !== "statement" && type !== "sum" && <span class="visually-hidden">, {subject(current)}</span>}
          </a>
        </h3>
        {(confirmed || corrected || added) && (
          <span class="report-entry-state">{added ? "added by a person" : corrected ? "corrected" : "confirmed"}</span>
        )}
        {selected && (
          <button type="button" class="button quiet report-entry-close no-print" onClick={onClose}>
            Close
          </button>
        )}
      </header>
      {(!open || children) && <EntrySummary current={current} />}
      {open && !children && (
        <EntryFields
          current={current}
          report={report}
          layers={layers}
          onCorrect={(field) => actions.correct(key, field)}
        />
      )}
      {children}
      {selected && !children && (
        <p class="report-entry-actions no-print">
          <button type="button" class="button quiet" disabled={confirmed} onClick={() => actions.confirm(key)}>
            {confirmed ? "Confirmed" : "Confirm"}{" "}
            <span aria-hidden="true">
              <kbd>c</kbd>
            </span>
          </button>
          <button type="button" class="button quiet" onClick={() => actions.correct(key)}>
            Correct{" "}
            <span aria-hidden="true">
              <kbd>e</kbd>
            </span>
          </button>
          <button type="button" class="button quiet" onClick={() => actions.remove(key)}>
            Remove{" "}
            <span aria-hidden="true">
              <kbd>x</kbd>
            </span>
          </button>
        </p>
      )}
    </article>
  );
}
