import { useState } from "preact/hooks";
import type { CurrentEntry } from "../../data/types.ts";
import { useMaking } from "../changes/make.ts";
import { FIELDS, fieldOf } from "./fields.ts";
import { ChangeForm } from "./form.tsx";
import { ValueInput } from "./value-input.tsx";
import { inWords, named, valuesOf } from "./words.ts";

interface EntryFormProps {
  readonly current: CurrentEntry;
  readonly names: readonly string[];
  readonly onClose: () => void;
}

/** Corrects one value of an entry. */
export function CorrectForm({
  current,
  names,
  onClose,
  field: first,
}: EntryFormProps & { readonly field?: string | undefined }) {
  const { key, type, entry } = current;
  const values = valuesOf(entry);
  const [name, setName] = useState(first ?? firstInferred(current));
  const [value, setValue] = useState<unknown>(values[name]);
  const [reason, setReason] = useState("Read in the report.");
  const making = useMaking();
  const field = fieldOf(type, name)!;
  const submit = async (): Promise<void> => {
    const said = `${field.label} is now ${inWords(field, value) ?? field.unknown}.`;
    const becomes = value === undefined ? null : value;
    const done = await making.run({ type: "correct", key, field: name, becomes, reason }, said);
    if (done) onClose();
  };
  return (
    <ChangeForm
      title="Correct a value"
      making={making}
      submit="Correct it"
      reason={reason}
      onReason={setReason}
      onSubmit={submit}
      onClose={onClose}
    >
      <label class="field">
        Which value
        <select
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setValue(values[event.currentTarget.value]);
          }}
        >
          {FIELDS[type].map((one) => (
            <option value={one.name} key={one.name}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
      <ValueInput field={field} value={value} onChange={setValue} names={names} key={name} />
    </ChangeForm>
  );
}

/** What was concluded is wrong more often than what was said. */
const firstInferred = ({ type, entry }: CurrentEntry): string =>
  (FIELDS[type].find(({ name }) => entry.why[name]?.basis === "inferred") ?? FIELDS[type][0]!).name;

/** Takes an entry out of the record; the history keeps it. */
export function RemoveForm({ current, onClose }: EntryFormProps) {
  const [reason, setReason] = useState("The report does not say this.");
  const making = useMaking();
  const what = named(current.type, current.entry);
  const submit = async (): Promise<void> => {
    if (await making.run({ type: "remove", key: current.key, reason }, `Removed: ${what}.`)) onClose();
  };
  return (
    <ChangeForm
      title="Remove this entry"
      making={making}
      submit="Remove it"
      reason={reason}
      onReason={setReason}
      onSubmit={submit}
      onClose={onClose}
    >
      <p class="note">It leaves the record and stays in the history, from where it can be brought back.</p>
    </ChangeForm>
  );
}
