import { useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { type Paged, useAnswer, useList } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { ReportSummary } from "../../data/types.ts";
import { counted, timeInWords } from "../../format/words.ts";
import { query as queryOf, to } from "../../routes.ts";
import { useKeys } from "../../shell/keys.ts";
import { Page } from "../../ui/basics.tsx";
import { Empty, Failed, Loading, More } from "../../ui/states.tsx";
import { byYear, type Filter, filterIn } from "./filter.ts";
import { Filters } from "./filters.tsx";
import { ReportRow } from "./row.tsx";
import "./reports.css";

const NO_DAY = "Day of publication unknown";

/** All reports of the record: search them, filter them, open one. */
export default function Reports() {
  const { path, query, route } = useLocation();
  const filter = filterIn(query);
  const asked = queryFor(filter);
  const list = useList<ReportSummary, Paged<ReportSummary>>(["reports", asked], (after) =>
    read(api.reports.$get({ query: { ...asked, limit: "50", ...(after ? { after } : {}) } })),
  );
  const { data: info } = useAnswer(["info"], () => read(api.info.$get()));
  const choose = (other: Partial<Filter>): void => route(path + queryOf({ ...filter, ...other }));
  const filtered = Object.entries(filter).some(([name, value]) => name !== "order" && value !== null);
  const rows = useRef<HTMLDivElement>(null);
  useRows(rows);
  return (
    <Page
      class="reports"
      title="Reports"
      lead={info ? reach(info.reports, info.firstPublished, info.lastPublished) : undefined}
      actions={
        <a class="button" href={to.inbox()}>
          Add reports
        </a>
      }
    >
      {info?.reports === 0 ? (
        <Empty title="The record has no reports yet.">
          <p>
            <a href={to.inbox()}>Add the first in the Inbox</a>: paste a text, drop files, or give an address.
          </p>
        </Empty>
      ) : (
        <>
          <Filters filter={filter} onChoose={choose} />
          <p class="reports-count note" role="status">
            {list.first && countLine(list.items.length, list.more, filtered, info?.reports)}
            {filtered && <a href={path + queryOf({ order: filter.order })}>Take all filters away</a>}
          </p>
          {list.error && list.items.length === 0 && <Failed error={list.error} retry={list.reload} />}
          {!list.first && list.loading && <Loading what="reports" lines={8} />}
          {list.first && list.items.length === 0 && !list.error && (
            <Empty title="No report fits.">
              <p>Fewer words or a wider span of days find more. A word* finds all that begin so.</p>
            </Empty>
          )}
          <div ref={rows}>
            {byYear(list.items).map(({ year, reports }) => (
              <section class="reports-year" key={`${year} ${reports[0]!.id}`} aria-label={year ?? NO_DAY}>
                <h2>{year ?? NO_DAY}</h2>
                <ol>
                  {reports.map((report) => (
                    <ReportRow report={report} key={report.id} />
                  ))}
                </ol>
              </section>
            ))}
          </div>
          {list.items.length > 0 && (
            <More list={list} shown={list.items.length} total={filtered ? undefined : info?.reports} noun="report" />
          )}
        </>
      )}
    </Page>
  );
}

const queryFor = (filter: Filter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).filter((pair): pair is [string, string] => pair[1] !== null));

function reach(reports: number, first: string | null, last: string | null): string | undefined {
  if (reports === 0) return undefined;
  if (!first || !last) return `The record rests on ${counted(reports, "report")}.`;
  return `The record rests on ${counted(reports, "report")}, published from ${timeInWords(first)} to ${timeInWords(last)}.`;
}

function countLine(shown: number, more: boolean, filtered: boolean, all: number | undefined): string {
  if (!filtered) return "";
  const of = all === undefined ? "" : ` of ${all.toLocaleString("en")}`;
  return more
    ? `${shown}${of} shown, and more fit. `
    : `${counted(shown, "report")}${of} ${shown === 1 ? "fits" : "fit"}. `;
}

/** j and k go from report to report; Enter opens one, as of every link. */
function useRows(rows: { readonly current: HTMLElement | null }): void {
  const step = (way: 1 | -1): void => {
    const links = [...(rows.current?.querySelectorAll<HTMLElement>(".reports-title") ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    links[at < 0 ? (way === 1 ? 0 : links.length - 1) : at + way]?.focus();
  };
  useKeys("Reports", [
    { key: "j", does: "next report", run: () => step(1) },
    { key: "k", does: "report before", run: () => step(-1) },
  ]);
}
