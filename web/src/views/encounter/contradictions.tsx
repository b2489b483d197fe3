import type { EncounterDetail } from "../../data/types.ts";
import { STATUS_WORDS } from "../../format/words.ts";
import { Section } from "../../ui/basics.tsx";
import { Quote } from "../../ui/evidence.tsx";
import { FIELD_WORDS, valueInWords } from "./values.tsx";

interface Props {
  readonly detail: EncounterDetail;
}

/** Values that cannot both be true, side by side, each with its words. None is chosen. */
export function Contradictions({ detail }: Props) {
  return (
    <Section
      title="Where reports disagree"
      note="Both stand until somebody corrects one of them."
      class="encounter-disputes"
    >
      {detail.contradictions.map(({ field, values, message }) => (
        <div class="encounter-dispute" key={`${field} ${values.join()}`}>
          <h3>{FIELD_WORDS[field] ?? field}</h3>
          <p class="disputed">{message}</p>
          <div class="encounter-sides">
            {values.map((value) => (
              <Side key={value} field={field} value={value} detail={detail} />
            ))}
          </div>
        </div>
      ))}
    </Section>
  );
}

function Side({ field, value, detail }: Props & { readonly field: string; readonly value: string }) {
  const evidence = evidenceFor(detail, field, value);
  return (
    <div>
      <p class="encounter-side-value">
        {field === "status" ? (STATUS_WORDS[value as keyof typeof STATUS_WORDS] ?? value) : valueInWords(field, value)}
      </p>
      {evidence.map((cited) => (
        <Quote cited={cited} key={`${cited.report} ${cited.from}`} />
      ))}
      {evidence.length === 0 && <p class="note">See its entries below.</p>}
    </div>
  );
}

/** The words for one side; what a status rests on is told by the steps of the life. */
function evidenceFor({ values, life, encounter }: EncounterDetail, field: string, value: string) {
  // "PT2H MORE_THAN" stands in the list of values as "PT2H".
  const [bare] = value.split(" ");
  const isIt = (one: string): boolean => one === value || (field === "duration" && one === bare);
  if (field !== "status")
    return values.filter((one) => one.field === field && isIt(one.value)).flatMap(({ evidence }) => evidence);
  const steps = life.filter(({ status }) => status === value);
  return encounter.evidence.filter(({ report, entry }) =>
    steps.some((step) => step.report === report && step.entry === entry),
  );
}
