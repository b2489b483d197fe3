import { MarkLink } from "../../charts/mark-link.tsx";
import type { TimeScale } from "../../charts/scale.ts";
import { EVENT_WORDS, timeInWords } from "../../format/words.ts";
import { citedAt } from "../../ui/evidence.tsx";
import type { Act, ToneAct, ToneStep } from "./tone.ts";

interface PanelProps {
  readonly acts: readonly ToneAct[];
  readonly steps: readonly ToneStep[];
  readonly scale: TimeScale;
  readonly top: number;
  /** Room for the name above the panel; 0 where it stands beside it. */
  readonly head: number;
  /** Who acts, and towards whom. */
  readonly name: readonly [string, string];
}

/** Half the height of a panel: ten steps of the scale. */
const HALF = 34;
export const PANEL = 2 * HALF + 24;

/** The acts of one towards the other: up friendly, down hostile, with the mean of each period. */
export function TonePanel({ acts, steps, scale, top, head, name: [from, other] }: PanelProps) {
  const zero = top + head + HALF + 12;
  const y = (value: number): number => zero - (value / 10) * HALF;
  const [left = 0, right = 0] = scale.range();
  const within = (x: number): number => Math.min(right, Math.max(left, x));
  return (
    <g class="relation-tone">
      {head > 0 ? (
        <text class="relation-lane-name" x={0} y={top + 14}>
          {from} → {other}
        </text>
      ) : (
        <>
          <text class="relation-lane-name" x={0} y={zero - 4}>
            {shortened(from)}
          </text>
          <text x={0} y={zero + 12}>
            → {shortened(other)}
          </text>
        </>
      )}
      {[10, 0, -10].map((value) => (
        <text
          class="relation-scale"
          key={value}
          x={left + (head > 0 ? 2 : -8)}
          y={y(value) + 4}
          text-anchor={head > 0 ? "start" : "end"}
        >
          {signed(value)}
        </text>
      ))}
      {acts.length === 0 && (
        <text class="relation-scale" x={(left + right) / 2} y={zero - 8} text-anchor="middle">
          no act in the record
        </text>
      )}
      <line class="relation-zero" x1={left} x2={right} y1={zero} y2={zero} />
      {steps.map(({ from: start, to: end, value }) => (
        <line
          class="relation-mean"
          key={start}
          x1={within(scale(start))}
          x2={within(scale(end))}
          y1={y(value)}
          y2={y(value)}
        />
      ))}
      {acts.map(({ act, value, at }) => {
        const x = scale(at);
        if (x < left || x > right) return null;
        const [cited] = act.evidence;
        return (
          <MarkLink
            key={`${act.report} ${act.entry}`}
            href={cited ? citedAt(cited) : "#"}
            words={actInWords(act, value)}
            class={`relation-act ${value < 0 ? "relation-cold" : "relation-warm"} relation-act-${act.status}`}
          >
            <circle class="chart-ring" cx={x} cy={y(value)} r={8} />
            <line x1={x} x2={x} y1={zero} y2={y(value)} />
            <circle class="relation-head" cx={x} cy={y(value)} r={4} />
          </MarkLink>
        );
      })}
    </g>
  );
}

const shortened = (name: string): string => (name.length > 22 ? `${name.slice(0, 21)}…` : name);

const signed = (value: number): string => (value < 0 ? `−${-value}` : value > 0 ? `+${value}` : "0");

/** "Hélène Marchetti requests, 9 July 2026, tone −1: “asked”". */
function actInWords({ actors, type, day, dated, status, evidence }: Act, value: number): string {
  const when = day === null ? "no day told" : `${dated ? "" : "reported "}${timeInWords(day)}`;
  const plan = status === "planned" ? " (planned)" : "";
  const who = actors.map(({ name }) => name).join(", ");
  const words = evidence[0] ? `: “${evidence[0].quote}”` : "";
  return `${who} ${EVENT_WORDS[type] ?? type}${plan}, ${when}, tone ${signed(value)}${words}`;
}
