import type { Cited } from "../data/types.ts";
import { timeInWords } from "../format/words.ts";
import { to } from "../routes.ts";

/** Where cited words stand, as the address of the report with the words marked. */
export const citedAt = ({ report, from, to: end }: Pick<Cited, "report" | "from" | "to">): string =>
  to.report(report, { at: `${from}-${end}` });

/** From where words are: title, day and line, as a link to the place in the report. */
export const Source = ({ cited }: { readonly cited: Cited }) => (
  <a class="source" href={citedAt(cited)}>
    {cited.title ?? `Report ${cited.report.slice(0, 8)}`}
    {cited.published && <span class="source-day">, {timeInWords(cited.published)}</span>}
    {cited.line !== null && <span class="source-line">, line {cited.line}</span>}
  </a>
);

/** The exact words, marked within what the rest of their sentence says. */
export const Words = ({ cited: { before = "", quote, after = "" } }: { readonly cited: Cited }) => (
  <>
    {before}
    {before || after ? <mark>{quote}</mark> : quote}
    {after}
  </>
);

/** The exact words of a report, and from where they are. */
export function Quote({ cited, class: name = "" }: { readonly cited: Cited; readonly class?: string }) {
  return (
    <figure class={`quote ${name}`}>
      <blockquote>
        <Words cited={cited} />
      </blockquote>
      <figcaption>
        <Source cited={cited} />
      </figcaption>
    </figure>
  );
}

/** The words on which something rests, closed until asked for. */
export function Evidence({ evidence, label }: { readonly evidence: readonly Cited[]; readonly label?: string }) {
  if (evidence.length === 0) return null;
  const reports = new Set(evidence.map(({ report }) => report)).size;
  const text = label ?? (reports === 1 ? "The words" : `The words of ${reports} reports`);
  return (
    <details class="evidence">
      <summary>{text}</summary>
      {evidence.map((cited) => (
        <Quote cited={cited} key={`${cited.report} ${cited.from} ${cited.to}`} />
      ))}
    </details>
  );
}
