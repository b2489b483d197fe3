import { useMemo, useState } from "preact/hooks";
import { asApiError } from "../../data/answer.ts";
import type { CurrentEntry, Layer, Report } from "../../data/types.ts";
import { useKeys } from "../../shell/keys.ts";
import { say } from "../../shell/toast.tsx";
import { make, undo } from "../changes/make.ts";
import type { Address } from "./address.ts";
import type { EntryActions } from "./entry.tsx";
import { beside } from "./order.ts";
import type { Range } from "./segments.ts";
import { reveal } from "./use-reveal.ts";
import { named } from "./words.ts";

interface Form {
  readonly key: string;
  readonly does: "correct" | "remove";
  readonly field?: string | undefined;
}

export interface Editing extends EntryActions {
  /** The form that is open on an entry. */
  readonly form: Form | null;
  /** The words of an entry that is being added. */
  readonly spans: readonly Range[];
  readonly take: (words: Range) => void;
  readonly drop: (words: Range) => void;
  readonly close: () => void;
  /** Closes what is open: the form, else the selected entry. */
  readonly leave: () => void;
}

interface Given {
  readonly report: Report;
  readonly shown: readonly CurrentEntry[];
  readonly layers: readonly Layer[];
  readonly address: Address;
  readonly root: { readonly current: HTMLElement | null };
  /** Begins to select words by keys. */
  readonly begin: () => void;
}

/** What can be done with the entries of a report, and the keys for it. */
export function useEditing({ report, shown, layers, address, root, begin }: Given): Editing {
  const { entry: selected } = address;
  const [form, setForm] = useState<Form | null>(null);
  const [spans, setSpans] = useState<readonly Range[]>([]);
  const desk = (): HTMLElement | null => root.current?.closest<HTMLElement>(".report-desk") ?? null;

  const select = (key: string): void => {
    if (form?.key !== key) setForm(null);
    address.choose({ entry: key, at: null });
  };
  const close = (): void => {
    setForm(null);
    setSpans([]);
    if (selected) focusEntry(desk(), selected);
  };
  const actions: EntryActions = {
    select,
    correct: (key, field) => {
      if (key !== selected) select(key);
      setForm({ key, does: "correct", field });
    },
    remove: (key) => {
      if (key !== selected) select(key);
      setForm({ key, does: "remove" });
    },
    confirm: (key) => void confirm(report, key),
  };
  const leave = (): void => {
    if (form !== null || spans.length > 0) close();
    else address.choose({ entry: null, at: null });
  };
  const step = (way: 1 | -1): void => {
    const next = beside(shown, selected, way);
    if (!next) return;
    select(next.key);
    reveal(desk(), next.key, "both");
    requestAnimationFrame(() => focusEntry(desk(), next.key));
  };
  const withSelected = (work: (key: string) => void) => () => {
    if (selected && shown.some(({ key }) => key === selected)) work(selected);
    else say("Select an entry first: j and k go through them.");
  };
  useKeys("This report", [
    { key: "j", does: "next entry", run: () => step(1) },
    { key: "k", does: "entry before", run: () => step(-1) },
    { key: "c", does: "confirm the entry", run: withSelected(actions.confirm) },
    { key: "e", does: "correct a value of it (Enter does too)", run: withSelected((key) => actions.correct(key)) },
    { key: "x", does: "remove it", run: withSelected(actions.remove) },
    { key: "a", does: "add an entry: select its words", run: begin },
    { key: "u", does: "undo the last change", run: () => undoLast(layers) },
    { key: "Escape", does: "leave the entry", run: leave },
  ]);
  return useMemo(
    () => ({
      ...actions,
      form,
      spans,
      take: (words) => setSpans((before) => [...before.filter(({ from }) => from !== words.from), words]),
      drop: (words) => setSpans((before) => before.filter((span) => span !== words)),
      close,
      leave,
    }),
    [form, spans, selected, address, report],
  );
}

const focusEntry = (desk: HTMLElement | null, key: string): void =>
  desk?.querySelector<HTMLElement>(`#entry-${CSS.escape(key)}`)?.focus({ preventScroll: true });

async function confirm({ entries }: Report, key: string): Promise<void> {
  const current = entries.find((entry) => entry.key === key);
  if (!current || current.confirmed) return;
  try {
    await make({ type: "confirm", key }, `Confirmed: ${named(current.type, current.entry)}.`);
  } catch (error) {
    say(asApiError(error).message);
  }
}

function undoLast(layers: readonly Layer[]): void {
  const last = layers.findLast(({ active, body }) => active && body.type !== "undo");
  if (last) void undo(last.id);
  else say("There is nothing to undo in this report.");
}
