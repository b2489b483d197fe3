import type { TodayAnswer } from "../../data/types.ts";
import { counted, readableAmount, timeInWords, whenOf } from "../../format/words.ts";
import { query, to } from "../../routes.ts";
import { MediumMark, Section, StatusTag } from "../../ui/basics.tsx";
import { Evidence } from "../../ui/evidence.tsx";
import { contactHeadline } from "./headlines.ts";
import { Factors } from "./items.tsx";

const COMING_SHOWN = 6;

/** What is ahead, seen from the day of the newest report. */
export function Ahead({ answer: { coming, totals, asked } }: { readonly answer: TodayAnswer }) {
  if (coming.length === 0) return null;
  const all = `/coming${query({ today: asked.today })}`;
  return (
    <Section title="Coming" note={asked.today && `seen from ${timeInWords(asked.today)}`}>
      <ul class="today-list">
        {dayFirst(coming)
          .slice(0, COMING_SHOWN)
          .map(({ encounter, factors }) => (
            <li key={encounter.id}>
              <p class="today-brief-when">
                <MediumMark medium={encounter.medium} status={encounter.status} /> {whenOf(encounter)}
              </p>
              <p class="today-list-head">
                <a class="today-title" href={to.encounter(encounter.id)} data-stop>
                  {contactHeadline(encounter)}
                </a>
              </p>
              <p class="note">
                <StatusTag status={encounter.status} />
              </p>
              <Factors factors={factors} />
            </li>
          ))}
      </ul>
      <p class="today-all">
        <a href={all}>{totals.coming > COMING_SHOWN ? `All ${totals.coming} that are coming` : "The calendar"}</a>
      </p>
    </Section>
  );
}

type Coming = TodayAnswer["coming"];

/** Those whose days are told within a month first: "2027" and "in the coming days" are no news of the day. */
const dayFirst = (coming: Coming): Coming =>
  coming.toSorted((a, b) => Number(isRough(a.window)) - Number(isRough(b.window)));

const MONTH_MS = 31 * 86_400_000;
const isRough = ({ from, to: end }: Coming[number]["window"]): boolean =>
  !from || !end || Date.parse(end) - Date.parse(from) > MONTH_MS;

/** Sums that no report named before. */
export function Sums({ answer: { sums, totals } }: { readonly answer: TodayAnswer }) {
  if (sums.length === 0) return null;
  return (
    <Section title="New sums" note={totals.sums > sums.length && `${sums.length} of ${totals.sums}`}>
      <ul class="today-briefs">
        {sums.map((sum) => (
          <li class="today-brief" key={`${sum.evidence[0]?.report} ${sum.evidence[0]?.from}`}>
            <p class="today-sum">
              {readableAmount(sum.amount)}
              {sum.amount_to !== null && ` to ${readableAmount(sum.amount_to)}`} {sum.currency}
            </p>
            <p class="note">
              {[
                sum.from ? `from ${sum.from.name}` : "no payer told",
                sum.to ? `to ${sum.to.name}` : "no payee told",
                sum.purpose && `for ${sum.purpose}`,
                sum.status,
                sum.currency_inferred && "currency inferred",
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <Evidence evidence={sum.evidence} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The latest reports themselves. */
export const LatestReports = ({ answer: { reports, totals } }: { readonly answer: TodayAnswer }) => (
  <Section title="The reports" note={counted(totals.reports, "report")}>
    <ul class="today-list">
      {reports.map((report) => (
        <li key={report.id}>
          <p class="today-list-head">
            <a class="today-title" href={to.report(report.id)} data-stop>
              {report.title ?? `Report ${report.id.slice(0, 8)}`}
            </a>
          </p>
          <p class="note">
            {report.published ? timeInWords(report.published) : "no day of publication"}
            {report.publisher && `, ${report.publisher}`} · {read(report)}
          </p>
        </li>
      ))}
    </ul>
    {totals.reports > reports.length && (
      <p class="today-all">
        <a href={to.reports()}>All reports</a>
      </p>
    )}
  </Section>
);

/** "4 contacts, 7 statements": what was read from a report. */
function read({ contacts, statements, events, sums }: TodayAnswer["reports"][number]): string {
  const parts = [
    contacts > 0 && counted(contacts, "contact"),
    statements > 0 && counted(statements, "statement"),
    events > 0 && counted(events, "act"),
    sums > 0 && counted(sums, "sum"),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "nothing was read from it";
}
