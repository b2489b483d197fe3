import { scaleUtc } from "d3-scale";
import { axisHeight, TimeAxis, TodayLine } from "../../charts/axis.tsx";
import { Chart } from "../../charts/chart.tsx";
import { noonOf, todayHere } from "../../charts/days.ts";
import { SoftEnds } from "../../charts/encounter-mark.tsx";
import { MarkLink } from "../../charts/mark-link.tsx";
import type { TimeScale } from "../../charts/scale.ts";
import { ticksOf } from "../../charts/ticks.ts";
import type { Actor } from "../../data/types.ts";
import { counted, stateName, timeInWords } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { Section } from "../../ui/basics.tsx";
import { oneOffice } from "./one-office.ts";
import { officeInWords, stretchOf, type Term, termsOf } from "./terms.ts";

const ROW = 40;
const TOP = 18;

/** The offices that the actor held, on an axis of time, with what they are known from. */
export function Offices({ actor }: { readonly actor: Actor }) {
  const offices = oneOffice(actor.offices);
  if (offices.length === 0) return null;
  const terms = termsOf(offices, noonOf(todayHere()));
  const stretch = terms.length > 0 ? stretchOf(terms) : null;
  return (
    <Section title="Offices">
      {stretch ? (
        <Chart
          label="Offices over time"
          caption="A plain bar is out of the office files. A bar with faded ends is out of reports: from the first that gives the office to the last. An end that is not known fades."
          height={(width) => TOP + terms.length * ROW + axisHeight(ticksOf(stretch, width))}
          table={<OfficesTable offices={offices} />}
        >
          {(width) => {
            const scale = scaleUtc().domain([stretch.from, stretch.to]).range([0, width]);
            const base = TOP + terms.length * ROW;
            return (
              <>
                <SoftEnds id="actor-soft" />
                <TimeAxis scale={scale} ticks={ticksOf(stretch, width)} top={TOP} y={base} />
                {terms.map((term, i) => (
                  <TermBar key={keyOf(term)} term={term} scale={scale} y={TOP + i * ROW} />
                ))}
                <TodayLine scale={scale} at={noonOf(todayHere())} top={TOP} y={base} />
              </>
            );
          }}
        </Chart>
      ) : (
        <OfficesTable offices={offices} />
      )}
    </Section>
  );
}

const keyOf = ({ office: { title, country, body, from, basis } }: Term): string =>
  [title, country, body, from, basis].join(" ");

interface BarProps {
  readonly term: Term;
  readonly scale: TimeScale;
  readonly y: number;
}

function TermBar({ term: { office, from, to: end, ends }, scale, y }: BarProps) {
  const [left = 0, right = 0] = scale.range();
  const x = Math.max(left, scale(from));
  const width = Math.max(3, Math.min(right, scale(end)) - x);
  const name = officeInWords(office, stateName);
  // Words that would run over the right end end there.
  const late = x > right * 0.6;
  const shape = (
    <>
      <text class="actor-office" x={late ? right : x} y={y + 14} text-anchor={late ? "end" : "start"}>
        {name}
      </text>
      <rect
        class={ends === "firm" ? "chart-span" : "chart-span-soft"}
        x={x}
        y={y + 20}
        width={width}
        height={10}
        fill={ends === "firm" ? undefined : `url(#actor-soft-${ends})`}
      />
    </>
  );
  const [report] = office.reports;
  if (report === undefined) return <g>{shape}</g>;
  return (
    <MarkLink href={to.report(report)} words={`${name}, ${heldFrom(office)}, ${basisOf(office)}`}>
      {shape}
      <rect class="actor-ring" x={x - 2} y={y + 17} width={width + 4} height={16} />
    </MarkLink>
  );
}

type Office = Term["office"];

function heldFrom({ from, to: end, basis }: Office): string {
  if (basis === "reports")
    return `given by reports from ${from ? timeInWords(from) : "?"} to ${end ? timeInWords(end) : "?"}`;
  return `${from ? `from ${timeInWords(from)}` : "beginning not known"}, ${end ? `to ${timeInWords(end)}` : "end not known"}`;
}

const basisOf = ({ basis, reports }: Office): string =>
  basis === "reports" ? counted(reports.length, "report") : "office files";

const OfficesTable = ({ offices }: { readonly offices: readonly Office[] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">Office</th>
        <th scope="col">When</th>
        <th scope="col">Known from</th>
      </tr>
    </thead>
    <tbody>
      {offices.map((office) => (
        <tr key={`${office.title} ${office.country} ${office.from} ${office.basis}`}>
          <td>{officeInWords(office, stateName)}</td>
          <td>{heldFrom(office)}</td>
          <td>
            {office.basis !== "reports" && basisOf(office)}
            {office.reports.map((report, i) => (
              <span key={report}>
                {(i > 0 || office.basis !== "reports") && ", "}
                <a href={to.report(report)}>report {i + 1}</a>
              </span>
            ))}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
