import { scaleBand, scaleLinear } from "d3-scale";
import { Chart } from "../../charts/chart.tsx";
import { MarkLink } from "../../charts/mark-link.tsx";
import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { Status } from "../../data/types.ts";
import { STATUS_WORDS } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { MediumMark } from "../../ui/basics.tsx";
import { Async } from "../../ui/states.tsx";
import { STATUS_ORDER, type Year, yearsOf } from "./years.ts";

const HEIGHT = 132;
const HEAD = 16;
const FOOT = 20;
const WIDEST = 56;

const countsOf = async (actor: string, status: Status) =>
  (await read(api.counts.$get({ query: { by: "year", actor, status } }))).counts;

/** Small bars, one a year, in parts by how sure the contacts are. */
export function YearsChart({ id }: { readonly id: string }) {
  const answer = useAnswer(["actor-years", id], async () => {
    const [held, planned, possible, negated] = await Promise.all(
      (["held", "planned", "possible", "negated"] as const).map((status) => countsOf(id, status)),
    );
    return yearsOf({ held: held ?? [], planned: planned ?? [], possible: possible ?? [], negated: negated ?? [] });
  });
  return (
    <Async answer={answer} what="its contacts by year" lines={2}>
      {(years) => (years.length === 0 ? null : <Bars id={id} years={years} />)}
    </Async>
  );
}

function Bars({ id, years }: { readonly id: string; readonly years: readonly Year[] }) {
  const most = Math.max(...years.map(({ total }) => total));
  const seen = STATUS_ORDER.filter((status) => years.some(({ counts }) => counts[status] > 0));
  return (
    <Chart
      class="actor-years"
      label="Contacts by year"
      caption="Contacts by the year in which they lie; those of which no report tells it count in the year of their first report."
      height={() => HEIGHT}
      legend={seen.map((status) => (
        <span key={status}>
          <MediumMark medium="video" status={status} /> {STATUS_WORDS[status]}
        </span>
      ))}
      table={<YearsTable years={years} />}
    >
      {(width) => {
        const x = scaleBand()
          .domain(years.map(({ year }) => year))
          .range([0, Math.min(width, years.length * (WIDEST + 16))])
          .paddingInner(0.25);
        const y = scaleLinear()
          .domain([0, most])
          .range([HEIGHT - FOOT, HEAD]);
        const every = Math.ceil(40 / x.step());
        return (
          <>
            {years.map((year, i) => (
              <g key={year.year} transform={`translate(${x(year.year) ?? 0} 0)`}>
                <Bar id={id} year={year} width={x.bandwidth()} y={y} />
                {i % every === 0 && (
                  <text x={x.bandwidth() / 2} y={HEIGHT - 4} text-anchor="middle">
                    {year.year}
                  </text>
                )}
              </g>
            ))}
            <line class="chart-base" x1={0} x2={x.range()[1]} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
          </>
        );
      }}
    </Chart>
  );
}

interface BarProps {
  readonly id: string;
  readonly year: Year;
  readonly width: number;
  readonly y: (count: number) => number;
}

function Bar({ id, year: { year, counts, total }, width, y }: BarProps) {
  if (total === 0) return null;
  const parts = STATUS_ORDER.filter((status) => counts[status] > 0);
  const words = `${year}: ${parts.map((status) => `${counts[status]} ${STATUS_WORDS[status]}`).join(", ")}`;
  let below = 0;
  return (
    <>
      <MarkLink href={to.log({ actor: id, since: `${year}-01-01`, until: `${year}-12-31` })} words={words}>
        {parts.map((status) => {
          const [bottom, top] = [y(below), y(below + counts[status])];
          below += counts[status];
          return (
            <rect
              class={`actor-year actor-year-${status}`}
              key={status}
              x={0.5}
              width={Math.max(1, width - 1)}
              y={top + 0.5}
              height={Math.max(1, bottom - top - 1.5)}
            />
          );
        })}
        <rect class="actor-ring" x={-2} width={width + 4} y={y(total) - 2} height={y(0) - y(total) + 4} />
      </MarkLink>
      {width > 14 && (
        <text x={width / 2} y={y(total) - 4} text-anchor="middle">
          {total}
        </text>
      )}
    </>
  );
}

const YearsTable = ({ years }: { readonly years: readonly Year[] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">Year</th>
        {STATUS_ORDER.map((status) => (
          <th scope="col" key={status}>
            {STATUS_WORDS[status]}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {years.map(({ year, counts }) => (
        <tr key={year}>
          <th scope="row">{year}</th>
          {STATUS_ORDER.map((status) => (
            <td key={status}>{counts[status]}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
