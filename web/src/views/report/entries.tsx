import type { ComponentChildren } from "preact";
import type { CurrentEntry, EntryType, Layer } from "../../data/types.ts";
import { Empty } from "../../ui/states.tsx";
import type { Address } from "./address.ts";
import { type EntryActions, EntryCard } from "./entry.tsx";
import { TYPES } from "./fields.ts";

const PLURALS: Readonly<Record<EntryType, string>> = {
  contact: "Contacts",
  statement: "Statements",
  event: "Acts",
  sum: "Sums",
};

interface EntriesProps {
  readonly all: readonly CurrentEntry[];
  readonly shown: readonly CurrentEntry[];
  readonly report: string;
  readonly layers: readonly Layer[];
  readonly address: Address;
  readonly actions: EntryActions;
  /** The form that is open on an entry. */
  readonly formOf: (entry: CurrentEntry) => ComponentChildren;
  readonly onClose: () => void;
}

/** The entries of a report in the order of its text, by kind where one chooses. */
export function Entries({ all, shown, report, layers, address, actions, formOf, onClose }: EntriesProps) {
  return (
    <>
      <h2 class="visually-hidden">Entries</h2>
      <EntryFilter all={all} address={address} />
      {all.length === 0 && (
        <Empty title="Nothing was read from this report.">
          <p>Select words of the text, or press a, to add what it tells.</p>
        </Empty>
      )}
      <ol class="report-entries">
        {shown.map((current) => (
          <li key={current.key}>
            <EntryCard
              current={current}
              report={report}
              layers={layers}
              selected={current.key === address.entry}
              open={address.open || current.key === address.entry}
              href={address.with({ entry: current.key, at: null })}
              actions={actions}
              onClose={onClose}
            >
              {formOf(current)}
            </EntryCard>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Which kinds are shown: none chosen is all. */
function EntryFilter({ all, address }: Pick<EntriesProps, "all" | "address">) {
  const { show, open } = address;
  const present = TYPES.filter((type) => all.some((entry) => entry.type === type));
  const toggle = (type: EntryType): void => {
    const next = show.includes(type) ? show.filter((one) => one !== type) : [...show, type];
    address.choose({ show: TYPES.filter((one) => next.includes(one)) });
  };
  if (present.length === 0) return null;
  return (
    <div class="report-filter no-print">
      <fieldset class="choices">
        <legend class="visually-hidden">Kinds of entries that are shown</legend>
        {present.map((type) => (
          <button
            type="button"
            class={`button quiet report-kind-${type}`}
            aria-pressed={show.includes(type)}
            onClick={() => toggle(type)}
            key={type}
          >
            <span class={`report-line-of report-line-${type}`} aria-hidden="true" />
            {PLURALS[type]} {all.filter((entry) => entry.type === type).length}
          </button>
        ))}
      </fieldset>
      <button type="button" class="link" aria-pressed={open} onClick={() => address.choose({ open: !open })}>
        {open ? "In short" : "All values"}
      </button>
    </div>
  );
}
