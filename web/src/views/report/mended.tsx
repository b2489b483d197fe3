import type { Report } from "../../data/types.ts";
import { Section } from "../../ui/basics.tsx";
import { citedAt } from "../../ui/evidence.tsx";

const TITLES: Readonly<Record<string, string>> = {
  "quotation-mended": "Quotation closed",
  "currency-inferred": "Currency inferred",
  "encoding-mended": "Letters mended",
  language: "Language",
  "date-unresolved": "Date not settled",
  empty: "Nothing to read",
  other: "Note",
};

/** What had to be mended or concluded to read the report, and on which words. */
export function Mended({ report }: { readonly report: Report }) {
  const notes = report.record.notes;
  if (notes.length === 0) return null;
  return (
    <Section title="Mended and inferred" class="report-mended">
      <ul>
        {notes.map(({ kind, message, evidence }) => (
          <li key={`${kind} ${message}`}>
            <strong>{TITLES[kind] ?? kind}.</strong> {message}{" "}
            {evidence && (
              <a href={citedAt({ report: report.id, from: evidence.from, to: evidence.to })}>See the words</a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
