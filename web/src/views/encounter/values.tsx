import { modified } from "../../../../src/formats/dates.ts";
import type { EncounterDetail, Medium } from "../../data/types.ts";
import { counted, MEDIUM_WORDS, stateName, timeInWords } from "../../format/words.ts";
import { Evidence, Quote } from "../../ui/evidence.tsx";

type Value = EncounterDetail["values"][number];

export const FIELD_WORDS: Readonly<Record<string, string>> = {
  date: "When",
  duration: "How long",
  place: "Where",
  ordinal: "In its series",
  topic: "On",
  factor: "Hangs on",
  medium: "Medium",
  status: "Status",
};

/** A value of a field as a person would write it. */
export function valueInWords(field: string, value: string): string {
  const [time = "", mod] = value.split(" ");
  if (field === "duration") return modified(timeInWords(time), mod);
  if (field === "date") return timeInWords(value);
  if (field === "medium") return MEDIUM_WORDS[value as Medium] ?? value;
  return field === "place" ? stateName(value) : value;
}

/** What reports say of an encounter, field by field; several values of a field stand beside each other. */
export function Values({ detail: { values, contradictions } }: { readonly detail: EncounterDetail }) {
  const fields = [...Map.groupBy(values, ({ field }) => field)];
  const missing = ["date", "place", "duration"].filter((field) => !fields.some(([name]) => name === field));
  return (
    <>
      <dl class="encounter-values">
        {fields.map(([field, all]) => (
          <div key={field}>
            <dt>
              {FIELD_WORDS[field] ?? field}
              {contradictions.some((one) => one.field === field) && <span class="disputed"> Reports disagree</span>}
            </dt>
            <dd>
              {all.map((one) => (
                <ValueItem key={one.value} value={one} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {missing.length > 0 && <p class="note">{NOT_TOLD(missing)}</p>}
    </>
  );
}

const MISSING_WORDS: Readonly<Record<string, string>> = { date: "the day", place: "the place", duration: "how long" };
const NOT_TOLD = (fields: readonly string[]): string =>
  `No report tells ${fields.map((field) => MISSING_WORDS[field]).join(", or ")}.`;

function ValueItem({ value: { field, value, evidence } }: { readonly value: Value }) {
  const reports = new Set(evidence.map(({ report }) => report)).size;
  const [only] = evidence;
  return (
    <div class="encounter-value">
      <p class="encounter-value-words">{valueInWords(field, value)}</p>
      {evidence.length === 1 && only ? (
        <Quote cited={only} />
      ) : (
        <Evidence evidence={evidence} label={`The words of ${counted(reports, "report")}`} />
      )}
    </div>
  );
}
