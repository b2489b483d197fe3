import { scaleUtc } from "d3-scale";
import { MarkLink } from "../../charts/mark-link.tsx";
import { timeInWords } from "../../format/words.ts";
import { CHANGE_WORDS, keyOf, type Ledger, type Mark, marksOf, stanceInWords } from "./matrix.ts";

const MIDDLE = 38;
const STEP = 8;
export const CELL_HEIGHT = 2 * MIDDLE;
/** Marks of one day stand so far apart, in pixels. */
const APART = 8;
/** What is kept free at both ends, in percent, for marks and their names. */
const MARGIN = 7;

/** Days as percents of a cell's width. */
export interface TimeScale {
  readonly at: (day: string) => number;
  readonly ticks: readonly { readonly label: string; readonly at: number }[];
}

/** About so many times are named above a cell. */
const TICKS = 4;
const isNewYear = (tick: Date): boolean => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1;

export function timeScale([first, last]: readonly [string, string]): TimeScale {
  const [from, to] = [Date.parse(first), Date.parse(last)];
  const day = 86_400_000;
  const scale = scaleUtc([from === to ? from - day : from, from === to ? to + day : to], [MARGIN, 100 - MARGIN]);
  const ticks = scale.ticks(TICKS);
  // Of many, every second or third is enough; a new year is always among them.
  const step = Math.ceil(ticks.length / TICKS);
  const start = Math.max(ticks.findIndex(isNewYear), 0) % step;
  const shown = ticks.filter((_, i) => i % step === start);
  const label = (tick: Date): string =>
    isNewYear(tick)
      ? String(tick.getUTCFullYear())
      : tick.toLocaleDateString("en-GB", {
          month: "short",
          timeZone: "UTC",
          ...(shown.some((one) => one.getUTCDate() !== 1) && { day: "numeric" }),
        });
  return {
    at: (value) => scale(Date.parse(value)),
    ticks: shown.map((tick) => ({ label: label(tick), at: scale(tick) })),
  };
}

/** The names of times above a column of cells. */
export const TimeAxis = ({ scale }: { readonly scale: TimeScale }) => (
  <svg class="positions-times" width="100%" height="16" aria-hidden="true">
    {scale.ticks.map(({ label, at }) => (
      <text x={`${at}%`} y="12" text-anchor="middle" key={label + at}>
        {label}
      </text>
    ))}
  </svg>
);

interface CellProps {
  readonly ledger: Ledger;
  readonly who: string;
  readonly scale: TimeScale;
  readonly open: string | undefined;
  /** The address that opens the words of a statement. */
  readonly hrefOf: (key: string) => string;
}

/** The statements of one actor on one topic over time: bars up are for it, bars down against. */
export function Cell({ ledger, who, scale, open, hrefOf }: CellProps) {
  const marks = marksOf(ledger);
  return (
    <>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: its cell names it; a title would be the tip of all of it. */}
      <svg class="positions-cell" width="100%" height={CELL_HEIGHT}>
        {scale.ticks.map(({ at, label }) => (
          <line class="positions-tick" x1={`${at}%`} x2={`${at}%`} y1="4" y2={CELL_HEIGHT - 4} key={label + at} />
        ))}
        <line class="positions-middle" x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} />
        {marks.map((mark) => (
          <ChangeLine mark={mark} marks={marks} scale={scale} key={mark.key} />
        ))}
        {marks.map((mark) => (
          <ChangeName mark={mark} at={scale.at(mark.position.statement.day!)} key={mark.key} />
        ))}
        {marks.map((mark) => (
          <StatementMark
            mark={mark}
            at={scale.at(mark.position.statement.day!)}
            label={labelOf(mark, who, ledger.topic)}
            href={hrefOf(mark.key)}
            open={open === mark.key}
            key={mark.key}
          />
        ))}
      </svg>
    </>
  );
}

const endOf = ({ level }: Mark): number => MIDDLE - level * STEP;

/** From the statement before to the one that changed the position. */
function ChangeLine({ mark, marks, scale }: { mark: Mark; marks: readonly Mark[]; scale: TimeScale }) {
  const before = mark.change?.before && marks.find(({ key }) => key === keyOf(mark.change!.before!));
  if (!before) return null;
  const [from, to] = [before, mark].map(({ position }) => `${scale.at(position.statement.day!)}%`);
  return <line class="positions-change-line" x1={from} y1={endOf(before)} x2={to} y2={endOf(mark)} />;
}

/** What kind of change a statement brought, beside its mark. */
function ChangeName({ mark, at }: { readonly mark: Mark; readonly at: number }) {
  if (!mark.change) return null;
  const end = endOf(mark);
  return (
    <text
      class="positions-change-name"
      x={`${at}%`}
      y={mark.level > 0 ? end - 10 : end + 20}
      text-anchor={at > 75 ? "end" : at < 25 ? "start" : "middle"}
    >
      {CHANGE_WORDS[mark.change.kind]}
    </text>
  );
}

interface MarkProps {
  readonly mark: Mark;
  readonly at: number;
  readonly label: string;
  readonly href: string;
  readonly open: boolean;
}

function StatementMark({ mark, at, label, href, open }: MarkProps) {
  const { level, change, first, place } = mark;
  const side = level > 0 ? "for" : level < 0 ? "against" : "neither";
  const end = endOf(mark);
  return (
    <MarkLink
      class={`positions-mark positions-${side}${open ? " positions-open" : ""}`}
      href={href}
      words={label}
      current={open}
    >
      <svg x={`${at}%`} overflow="visible" aria-hidden="true">
        <g transform={`translate(${place * APART} 0)`}>
          <rect
            class="positions-hit"
            x="-9"
            y={Math.min(MIDDLE, end) - 9}
            width="18"
            height={Math.abs(end - MIDDLE) + 18}
          />
          {level !== 0 && (
            <rect class="positions-bar" x="-2.5" y={Math.min(MIDDLE, end)} width="5" height={Math.abs(end - MIDDLE)} />
          )}
          {(level === 0 || first) && (
            <circle class={first ? "positions-dot-first" : "positions-dot"} cx="0" cy={MIDDLE} r="4" />
          )}
          {change && <path class="positions-diamond" d={`M0 ${end - 6}l6 6l-6 6l-6 -6Z`} />}
        </g>
      </svg>
    </MarkLink>
  );
}

function labelOf({ position, change, first }: Mark, who: string, topic: string): string {
  const { day, dated } = position.statement;
  const when = `${dated ? "" : "reported "}${timeInWords(day!)}`;
  const turn = change ? `, ${CHANGE_WORDS[change.kind].toLowerCase()}` : first ? ", first mention" : "";
  return `${who} on ${topic}, ${when}: ${stanceInWords(position.stance)}${turn}`;
}

/** What the marks mean. */
export const Legend = () => (
  <p class="legend positions-legend">
    <span>
      <Sample path={<rect class="positions-bar" x="6" y="2" width="5" height="13" />} side="for" /> up: for it
    </span>
    <span>
      <Sample path={<rect class="positions-bar" x="6" y="2" width="5" height="13" />} side="against" /> down: against it
    </span>
    <span>the longer, the less room is left</span>
    <span>
      <Sample path={<circle class="positions-dot" cx="8.5" cy="9" r="4" />} side="neither" /> neither, or both
    </span>
    <span>
      <Sample path={<circle class="positions-dot-first" cx="8.5" cy="9" r="4" />} side="neither" /> first mention
    </span>
    <span>
      <Sample path={<path class="positions-diamond" d="M8.5 3l6 6l-6 6l-6 -6Z" />} side="for" /> change
    </span>
  </p>
);

const Sample = ({ path, side }: { readonly path: preact.JSX.Element; readonly side: string }) => (
  <svg width="18" height="18" class={`positions-${side}`} aria-hidden="true">
    {path}
  </svg>
);
