import { useState } from "preact/hooks";
import type { EntryType } from "../../data/types.ts";
import { TYPE_WORDS } from "../../format/words.ts";
import { useMaking } from "../changes/make.ts";
import { FIELDS, TYPES } from "./fields.ts";
import { ChangeForm } from "./form.tsx";
import type { Range } from "./segments.ts";
import { ValueInput } from "./value-input.tsx";
import type { Values } from "./words.ts";

interface AddFormProps {
  readonly report: string;
  readonly text: string;
  readonly spans: readonly Range[];
  readonly names: readonly string[];
  readonly onDrop: (span: Range) => void;
  readonly onClose: () => void;
}

/** What an entry starts from; what is left as it is here is not sent. */
const STARTS: Readonly<Record<EntryType, Values>> = {
  contact: { kind: "meeting", parties: [], status: "held" },
  statement: { speaker: [], mode: "indirect", hedged: false },
  event: { type: "AGREE", actors: [], status: "actual" },
  sum: { currency: "EUR", status: "actual" },
};

/** Adds an entry that rests on selected words. */
export function AddForm({ report, text, spans, names, onDrop, onClose }: AddFormProps) {
  const [type, setType] = useState<EntryType>("contact");
  const [values, setValues] = useState<Values>(STARTS.contact);
  const [reason, setReason] = useState("Read in the report.");
  const making = useMaking();
  const words = spans.map(({ from, to }) => text.slice(from, to));
  const choose = (next: EntryType): void => {
    setType(next);
    setValues(next === "statement" ? { ...STARTS.statement, content: words[0] } : STARTS[next]);
  };
  const submit = async (): Promise<void> => {
    const given = Object.fromEntries(
      Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
    );
    const done = await making.run(
      { type: "add", report, entryType: type, spans: [...spans], values: given, reason },
      `${TYPE_WORDS[type]} added.`,
    );
    if (done) onClose();
  };
  return (
    <ChangeForm
      title="Add an entry"
      making={making}
      submit="Add it"
      reason={reason}
      onReason={setReason}
      onSubmit={submit}
      onClose={onClose}
    >
      <ul class="report-spans" aria-label="The words it rests on">
        {spans.map((span, i) => (
          <li key={span.from}>
            <q>{words[i]}</q>
            {spans.length > 1 && (
              <button type="button" class="link" onClick={() => onDrop(span)}>
                leave out<span class="visually-hidden"> “{words[i]}”</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <fieldset class="choices">
        <legend>What the words tell of</legend>
        {TYPES.map((one) => (
          <button type="button" class="button" aria-pressed={one === type} onClick={() => choose(one)} key={one}>
            {TYPE_WORDS[one]}
          </button>
        ))}
      </fieldset>
      {FIELDS[type].map((field) => (
        <ValueInput
          field={field}
          value={values[field.name]}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          names={names}
          key={`${type} ${field.name}`}
        />
      ))}
    </ChangeForm>
  );
}
