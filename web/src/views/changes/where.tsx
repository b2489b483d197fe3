import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { Layer } from "../../data/types.ts";
import { to } from "../../routes.ts";
import { placeOf } from "./layer-words.ts";

/** The report that a change is about, as a link that opens at its entry. */
export function Where({ body, all }: { readonly body: Layer["body"]; readonly all: readonly Layer[] }) {
  const place = placeOf(body, all);
  return place && <ReportLink {...place} />;
}

interface ReportLinkProps {
  readonly report: string;
  readonly entry?: string;
}

/** So many titles are asked for at once; those of reports beyond them one by one. */
const AT_ONCE = "500";

export function ReportLink({ report, entry }: ReportLinkProps) {
  const { data: titles } = useAnswer(["report-titles"], newestTitles);
  const alone = titles !== undefined && !titles.has(report);
  const { data: own } = useAnswer(alone ? ["report-title", report] : null, () => titleOf(report));
  return (
    <a class="changes-report" href={to.report(report, entry === undefined ? {} : { entry })}>
      {titles?.get(report) ?? own ?? `Report ${report.slice(0, 8)}`}
    </a>
  );
}

async function newestTitles(): Promise<Map<string, string | null>> {
  const { items } = await read(api.reports.$get({ query: { limit: AT_ONCE } }));
  return new Map(items.map(({ id, title }) => [id, title]));
}

const titleOf = async (id: string): Promise<string | null> =>
  (await read(api.reports[":id"].$get({ param: { id } }))).title;
