import type { EntryType } from "../../data/types.ts";
import { counted, timeInWords } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { ActorList, Section, TypeTag } from "../../ui/basics.tsx";
import { citedAt, Source } from "../../ui/evidence.tsx";
import { kindInWords } from "./facets.ts";
import type { FoundAnswer } from "./facets.tsx";
import { Marked } from "./marked.tsx";

interface Props {
  readonly found: FoundAnswer;
  readonly limit: number;
  readonly narrowed: boolean;
  /** The address that shows more; null where as many are shown as can be. */
  readonly more: string | null;
}

/** The reports and entries that have the words. */
export function Found({ found: { reports, entries, total }, limit, narrowed, more }: Props) {
  const reportsCut = !narrowed && reports.length >= limit;
  return (
    <>
      {reports.length > 0 && (
        <Section title="Reports" note={reportsCut ? `The ${limit} that fit best` : counted(reports.length, "report")}>
          <ol class="find-reports">
            {reports.map(({ report, title, published, snippet }) => (
              <li key={report}>
                <a class="find-title" href={to.report(report)} data-stop>
                  {title ?? `Report ${report.slice(0, 8)}`}
                </a>
                <p class="note">{published ? timeInWords(published) : "no day of publication known"}</p>
                <p class="find-snippet">
                  <Marked text={snippet} />
                </p>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {entries.length > 0 && (
        <Section
          title="Entries"
          note={
            entries.length < total
              ? `${entries.length} of ${total.toLocaleString("en")}${total >= 1000 ? ", the most that are looked at" : ""}`
              : counted(total, "entry", "entries")
          }
        >
          <ol class="find-entries">
            {entries.map((entry, i) => (
              <Entry entry={entry} key={`${entry.evidence[0]?.report} ${entry.evidence[0]?.entry} ${i}`} />
            ))}
          </ol>
        </Section>
      )}
      {(reportsCut || entries.length < total) && (
        <p class="more no-print">
          {more ? (
            <a class="button" href={more}>
              Show more
            </a>
          ) : (
            <span class="note">
              No more than {limit.toLocaleString("en")} are shown. Narrow down, or look for more words.
            </span>
          )}
        </p>
      )}
    </>
  );
}

function Entry({ entry: { type, kind, actors, evidence } }: { readonly entry: FoundAnswer["entries"][number] }) {
  const [first] = evidence;
  return (
    <li>
      <p class="find-what">
        <TypeTag type={type as EntryType} />{" "}
        {kind !== type && <span class="find-kind">{kindInWords(kind).toLowerCase()}</span>}{" "}
        {actors.length > 0 && (
          <span class="find-actors">
            <ActorList actors={actors} />
          </span>
        )}
      </p>
      {first && (
        <>
          <blockquote class="find-quote">
            <a href={citedAt(first)} data-stop>
              {evidence.map(({ quote }) => quote.replace(/\s+/g, " ")).join(" … ")}
            </a>
          </blockquote>
          <p class="note">
            <Source cited={first} />
          </p>
        </>
      )}
    </li>
  );
}
