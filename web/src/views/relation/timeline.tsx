import { scaleUtc } from "d3-scale";
import { axisHeight, TimeAxis, TodayLine } from "../../charts/axis.tsx";
import { Chart } from "../../charts/chart.tsx";
import { noonOf, todayHere } from "../../charts/days.ts";
import { EncounterMark, SoftEnds } from "../../charts/encounter-mark.tsx";
import { ticksOf } from "../../charts/ticks.ts";
import type { Encounter, Relation } from "../../data/types.ts";
import { MediumMark } from "../../ui/basics.tsx";
import { lanesOf, MEDIUM_LANES, ROW, stretchOf } from "./lanes.ts";
import { TimelineTable } from "./timeline-table.tsx";
import { actsOf, toneActs, toneSteps } from "./tone.ts";
import { PANEL, TonePanel } from "./tone-panel.tsx";

interface TimelineProps {
  readonly encounters: readonly Encounter[];
  readonly relation: Relation | undefined;
  readonly since: string | undefined;
  readonly until: string | undefined;
}

/** From this width on the names of lanes stand beside them. */
const BESIDE = 620;
const GUTTER = 148;
const HEAD = 18;
/** Room for the word "today". */
const TOP = 18;
const RUG = 12;
const GAP = 8;

/** All encounters of two actors on one axis of time, with the tone of their acts under them. */
export function Timeline({ encounters, relation, since, until }: TimelineProps) {
  const [aToB, bToA] = relation ? [actsOf(relation.a_to_b), actsOf(relation.b_to_a)] : [[], []];
  const days = [...aToB, ...bToA].flatMap(({ day }) => day ?? []);
  const stretch = stretchOf(encounters, days, { since, until });
  if (!stretch) return null;
  const names = relation ? ([relation.asked.a.actor.name, relation.asked.b.actor.name] as const) : null;
  const draw = (width: number) => {
    const beside = width >= BESIDE;
    const left = beside ? GUTTER : 0;
    const scale = scaleUtc().domain([stretch.from, stretch.to]).range([left, width]);
    const lanes = lanesOf(encounters, scale, TOP, beside ? 0 : HEAD);
    const lanesEnd = (lanes.at(-1)?.top ?? TOP) + (lanes.at(-1)?.height ?? 0);
    const panels =
      relation && names
        ? [
            { way: "a_to_b" as const, acts: toneActs(aToB, relation.scale), from: names[0], to: names[1] },
            { way: "b_to_a" as const, acts: toneActs(bToA, relation.scale), from: names[1], to: names[0] },
          ].filter(() => aToB.length + bToA.length > 0)
        : [];
    const panel = PANEL + (beside ? 0 : HEAD);
    const rug = lanesEnd + (lanes.length > 0 ? GAP : 0) + panels.length * panel;
    return {
      beside,
      left,
      scale,
      lanes,
      lanesEnd,
      panels,
      panel,
      rug,
      base: rug + RUG,
      ticks: ticksOf(stretch, width - left),
    };
  };
  const published = [...encounters, ...aToB, ...bToA].flatMap(({ evidence }) =>
    evidence.flatMap((one) => one.published ?? []),
  );
  return (
    <Chart
      class="relation-timeline"
      label="Encounters by medium and acts by tone, over time"
      caption={<Caption tone={aToB.length + bToA.length > 0} />}
      legend={<Legend encounters={encounters} />}
      hint="Point at a mark, or go from one to the next with the arrow keys, to read it here."
      table={<TimelineTable encounters={encounters} acts={[...aToB, ...bToA]} scale={relation?.scale ?? []} />}
      height={(width) => draw(width).base + axisHeight(draw(width).ticks)}
    >
      {(width) => {
        const { beside, left, scale, lanes, lanesEnd, panels, panel, rug, base, ticks } = draw(width);
        return (
          <>
            <SoftEnds id="relation-soft" />
            <TimeAxis scale={scale} ticks={ticks} top={TOP} y={base} />
            {lanes.map(({ medium, top, height, marks }) => (
              <g key={medium}>
                <line class="chart-lane-rule" x1={0} x2={width} y1={top + height} y2={top + height} />
                <text class="relation-lane-name" x={0} y={top + (beside ? 20 : 14)}>
                  {MEDIUM_LANES[medium]}
                </text>
                {marks.map((placed) => (
                  <EncounterMark
                    key={placed.encounter.id}
                    placed={placed}
                    soft="relation-soft"
                    y={top + (beside ? 0 : HEAD) + placed.row * ROW + 15}
                  />
                ))}
              </g>
            ))}
            {panels.map(({ way, acts, from, to }, i) => (
              <TonePanel
                key={way}
                acts={acts}
                steps={relation ? toneSteps(relation.tone, way) : []}
                scale={scale}
                top={lanesEnd + (lanes.length > 0 ? GAP : 0) + i * panel}
                head={beside ? 0 : HEAD}
                name={[from, to]}
              />
            ))}
            <g class="relation-rug">
              {[...new Set(published)].map((day) => {
                const x = scale(noonOf(day));
                return x >= left && x <= width && <line key={day} x1={x} x2={x} y1={rug + 3} y2={base} />;
              })}
            </g>
            <TodayLine scale={scale} at={noonOf(todayHere())} top={TOP} y={base} />
          </>
        );
      }}
    </Chart>
  );
}

const Caption = ({ tone }: { readonly tone: boolean }) => (
  <>
    Encounters on their days, by medium. A bar covers days that are told; where its ends fade, only a week, a month, or
    “before” and “after” are. The strokes on the axis are days on which reports of all this came out.
    {tone &&
      " Under them the acts of each towards the other, friendly up and hostile down, by Goldstein’s scale from −10 to 10 for acts of that type (how such acts are judged in general, not how these two took it). The level line is the mean of a period."}
  </>
);

const STATUSES = [
  ["held", "held"],
  ["planned", "planned"],
  ["possible", "possible"],
  ["negated", "not held"],
] as const;

/** What the forms of the marks say; of the four states those that are seen. */
function Legend({ encounters }: { readonly encounters: readonly Encounter[] }) {
  const seen = new Set(encounters.map(({ status }) => status));
  return (
    <>
      {STATUSES.filter(([status]) => seen.has(status)).map(([status, word]) => (
        <span key={status}>
          <MediumMark medium="in-person" status={status} /> {word}
        </span>
      ))}
    </>
  );
}
