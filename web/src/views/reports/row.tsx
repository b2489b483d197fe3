import type { ReportSummary } from "../../data/types.ts";
import { to } from "../../routes.ts";
import { dayInYear } from "./filter.ts";

const KINDS: Readonly<Record<ReportSummary["kind"], string>> = { text: "text", html: "web page", pdf: "PDF" };

/** A report in the list: day, title, publisher, how it came in. */
export function ReportRow({ report }: { readonly report: ReportSummary }) {
  const { id, title, published, publisher, kind } = report;
  return (
    <li class="reports-row">
      <span class="reports-day">
        {published ? (
          <time dateTime={published}>{dayInYear(published)}</time>
        ) : (
          <span class="reports-unknown">no day</span>
        )}
      </span>
      <a class="reports-title" href={to.report(id)}>
        {title ?? `Untitled report ${id.slice(0, 8)}`}
      </a>
      <span class="reports-from">
        {publisher ? `${publisher}, ` : ""}
        {KINDS[kind]}
      </span>
    </li>
  );
}
