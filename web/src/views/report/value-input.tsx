import { timeInWords } from "../../format/words.ts";
import { ActorsInput } from "./actors-input.tsx";
import { durationOf, partsOf } from "./duration.ts";
import type { Field } from "./fields.ts";
import { namesIn } from "./words.ts";

interface InputProps {
  readonly field: Field;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** Names that the report has, offered first. */
  readonly names: readonly string[];
}

/** The field of a form that fits a field of an entry. */
export function ValueInput(props: InputProps) {
  const { field, value, onChange } = props;
  switch (field.form) {
    case "choice":
      return <Choice {...props} />;
    case "yesno":
      return (
        <Choice
          {...props}
          field={{
            ...field,
            choices: [
              ["yes", "yes"],
              ["no", "no"],
            ],
          }}
          value={value === true ? "yes" : "no"}
          onChange={(chosen) => onChange(chosen === "yes")}
        />
      );
    case "actors":
    case "actor":
      return (
        <ActorsInput
          label={field.label}
          actors={namesIn(value)}
          known={props.names}
          single={field.form === "actor"}
          onChange={(actors) => onChange(field.form === "actor" ? (actors[0] ?? null) : actors)}
        />
      );
    case "date":
      return <DateInput {...props} />;
    case "duration":
      return <DurationInput {...props} />;
    case "list":
      return (
        <label class="field">
          {field.label}, one a line
          <textarea
            rows={3}
            value={namesIn(value).join("\n")}
            onInput={(event) => onChange(event.currentTarget.value.split("\n").filter((line) => line.trim() !== ""))}
          />
        </label>
      );
    case "number":
      return (
        <label class="field">
          {field.label}
          <input
            type="text"
            inputMode="decimal"
            required={field.needed}
            value={value === null || value === undefined ? "" : String(value)}
            onChange={(event) => onChange(numberOf(event.currentTarget.value))}
          />
        </label>
      );
    case "passage":
      return (
        <label class="field">
          {field.label}
          <textarea
            rows={4}
            required
            value={String(value ?? "")}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
        </label>
      );
    case "text":
      return (
        <label class="field">
          {field.label}
          <input
            required={field.needed}
            value={String(value ?? "")}
            placeholder={field.needed ? undefined : field.unknown}
            onInput={(event) => onChange(event.currentTarget.value === "" ? null : event.currentTarget.value)}
          />
        </label>
      );
  }
}

/** What cannot be a number is sent as it is, so that the server says why not. */
function numberOf(text: string): unknown {
  const plain = text.replace(/[,\s]/g, "");
  if (plain === "") return undefined;
  return Number.isNaN(Number(plain)) ? text : Number(plain);
}

function Choice({ field: { label, choices = [], unknown, needed }, value, onChange }: InputProps) {
  return (
    <label class="field">
      {label}
      <select
        value={value === null || value === undefined ? "" : String(value)}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      >
        {!needed && <option value="">{unknown}</option>}
        {choices.map(([choice, words]) => (
          <option value={choice} key={choice}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A day, month, week or stretch of days as the record writes it, said in words while one types. */
function DateInput({ field, value, onChange }: InputProps) {
  const text = String(value ?? "");
  return (
    <label class="field">
      {field.label}
      <input
        value={text}
        placeholder="nobody says"
        spellcheck={false}
        onInput={(event) => onChange(event.currentTarget.value.trim() || null)}
      />
      <span class="form-hint" aria-live="polite">
        {text && timeInWords(text) !== text
          ? timeInWords(text)
          : "2027-09-02, or 2027-09 (a month), 2027-W36 (a week), 2027-09-02/2027-09-04; empty where nobody says"}
      </span>
    </label>
  );
}

function DurationInput({ field, value, onChange }: InputProps) {
  const parts = partsOf(typeof value === "string" ? value : null);
  const set = (name: keyof typeof parts, text: string): void =>
    onChange(durationOf({ ...parts, [name]: Math.max(0, Math.trunc(Number(text)) || 0) }));
  return (
    <fieldset class="form-duration">
      <legend>{field.label}</legend>
      {(["days", "hours", "minutes"] as const).map((name) => (
        <label class="field" key={name}>
          {name}
          <input
            type="number"
            min={0}
            value={parts[name] || ""}
            onInput={(event) => set(name, event.currentTarget.value)}
          />
        </label>
      ))}
    </fieldset>
  );
}
