import type { CurrentEntry, Layer } from "../../data/types.ts";
import { timeInWords } from "../../format/words.ts";
import { ActorList } from "../../ui/basics.tsx";
import { citedAt } from "../../ui/evidence.tsx";
import { instantInWords } from "../changes/layer-words.ts";
import { FIELDS, type Field } from "./fields.ts";
import { meaningOf } from "./rules.ts";
import { inWords, namesIn, valueInWords, valuesOf } from "./words.ts";

interface FieldsProps {
  readonly current: CurrentEntry;
  readonly report: string;
  readonly layers: readonly Layer[];
  readonly onCorrect: (field: string) => void;
}

/** All values of an entry, what is not known among them, and why each is there. */
export function EntryFields({ current, report, layers, onCorrect }: FieldsProps) {
  const { type, entry } = current;
  const values = valuesOf(entry);
  return (
    <dl class="report-fields">
      {FIELDS[type].map((field) => (
        <div key={field.name} class="report-field">
          <dt>{field.label}</dt>
          <dd>
            <span class="report-value">
              <span>
                <Value field={field} value={values[field.name]} />
                {field.name === "date" && <Bounds bounds={values.bounds} />}
              </span>
              <button type="button" class="link report-correct no-print" onClick={() => onCorrect(field.name)}>
                correct<span class="visually-hidden"> {field.label}</span>
              </button>
            </span>
            <WhyLine why={entry.why[field.name]} report={report} layers={layers} current={current} field={field} />
          </dd>
        </div>
      ))}
      <div class="report-field">
        <dt>The words</dt>
        <dd>
          {entry.evidence.map(({ from, to, quote }) => (
            <a class="report-quoted" href={citedAt({ report, from, to })} key={from}>
              “{quote}”
            </a>
          ))}
        </dd>
      </div>
    </dl>
  );
}

function Value({ field, value }: { readonly field: Field; readonly value: unknown }) {
  const words = inWords(field, value);
  if (words === null) return <span class="report-unknown">{field.unknown}</span>;
  if (field.form === "actor" || field.form === "actors") return <ActorList actors={namesIn(value)} />;
  if (field.form === "passage") return <span class="report-said">{words}</span>;
  if (field.form === "list")
    return (
      <>
        {namesIn(value).map((one) => (
          <span class="report-item" key={one}>
            “{one}”
          </span>
        ))}
      </>
    );
  return <>{words}</>;
}

function Bounds({ bounds }: { readonly bounds: unknown }) {
  if (!bounds) return null;
  const { earliest, latest } = bounds as { readonly earliest: string | null; readonly latest: string | null };
  const words = [earliest && `not before ${timeInWords(earliest)}`, latest && `not after ${timeInWords(latest)}`];
  return <span class="note"> {words.filter(Boolean).join(", ")}</span>;
}

interface WhyProps extends Pick<FieldsProps, "current" | "report" | "layers"> {
  readonly why: CurrentEntry["entry"]["why"][string] | undefined;
  readonly field: Field;
}

/** Why a value is there: stated or inferred, by which rule, and on which words. */
function WhyLine({ why, report, layers, current, field }: WhyProps) {
  if (!why) return null;
  const { rule, basis, span } = why;
  const layer = layers.find(({ id }) => rule === `correction-${id}`);
  if (layer?.body.type === "correct") {
    const was = (layer.body.target.read as Record<string, unknown>)[field.name];
    return (
      <span class="report-why">
        Corrected by {layer.author}, {instantInWords(layer.at)}: “{layer.reason}” It was read as{" "}
        {valueInWords(current.type, field.name, was)}.
      </span>
    );
  }
  const byPerson = rule === "added-by-a-person";
  return (
    <span class="report-why">
      {!byPerson && <b class={`report-basis report-${basis}`}>{basis}</b>} {meaningOf(rule) ?? ""}{" "}
      {!byPerson && <code>{rule}</code>}
      {span && (
        <>
          {" "}
          <a href={citedAt({ report, from: span.from, to: span.to })}>“{span.quote}”</a>
        </>
      )}
    </span>
  );
}
