import type { Encounter } from "../data/types.ts";
import { STATUS_WORDS, whenOf } from "../format/words.ts";
import { to } from "../routes.ts";
import { kindOf, MEDIUM_PATHS } from "../ui/basics.tsx";
import { MarkLink } from "./mark-link.tsx";
import type { Placed } from "./place.ts";

/** The gradients by which bars end softly; once in each picture that has such bars. */
export const SoftEnds = ({ id }: { readonly id: string }) => (
  <defs>
    {(
      [
        ["both", [0, 1, 1, 1, 0]],
        ["left", [0, 1, 1]],
        ["right", [1, 1, 0]],
      ] as const
    ).map(([name, stops]) => (
      <linearGradient id={`${id}-${name}`} key={name}>
        {stops.map((opacity, i) => (
          <stop
            class="chart-soft"
            offset={i / (stops.length - 1)}
            stop-opacity={opacity}
            key={i / (stops.length - 1)}
          />
        ))}
      </linearGradient>
    ))}
  </defs>
);

interface MarkProps {
  readonly placed: Placed;
  readonly y: number;
  /** Of the SoftEnds of the picture. */
  readonly soft: string;
}

/** An encounter on an axis of time: the shape of its medium, over the days on which it may have been. */
export function EncounterMark({ placed: { encounter, x, from, to: end, ends }, y, soft }: MarkProps) {
  const { id, medium, status } = encounter;
  const wide = end - from > 2;
  return (
    <MarkLink href={to.encounter(id)} words={encounterInWords(encounter)} class={`chart-encounter mark-${status}`}>
      {wide && (
        <rect
          class={ends === "firm" ? "chart-span" : "chart-span-soft"}
          x={from}
          y={y - 3}
          width={end - from}
          height={6}
          rx={ends === "firm" ? 3 : 0}
          fill={ends === "firm" ? undefined : `url(#${soft}-${ends})`}
        />
      )}
      <circle class="chart-ring" cx={x} cy={y} r={10} />
      <path class="chart-shape" d={MEDIUM_PATHS[medium ?? "unknown"]} transform={`translate(${x - 8} ${y - 8})`} />
      {status === "negated" && <path class="chart-strike" d={`M${x - 7} ${y + 7}L${x + 7} ${y - 7}`} />}
    </MarkLink>
  );
}

/** "Phone call, 1 December 2027, held, reported by 2 reports". */
export function encounterInWords(encounter: Encounter): string {
  const { kind, medium, status, place, reports, contradictions } = encounter;
  return [
    kindOf(kind, medium),
    whenOf(encounter),
    STATUS_WORDS[status],
    ...(place ? [`place: ${place}`] : []),
    `${reports} ${reports === 1 ? "report" : "reports"}`,
    ...(contradictions.length > 0 ? ["reports disagree"] : []),
  ].join(", ");
}
