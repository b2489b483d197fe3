import { useEffect, useState } from "preact/hooks";
import { counted } from "../format/words.ts";
import { type Bin, chosenOf } from "./time-bins.ts";
import "./time-span.css";

interface Props {
  readonly bins: readonly Bin[];
  readonly since: string | undefined;
  readonly until: string | undefined;
  /** Null for an end that is open. */
  readonly onChoose: (since: string | null, until: string | null) => void;
}

const HEIGHT = 34;
const STEP = 10;

/** A time chosen by two handles on a row of columns that show how much each stretch holds. */
export function TimeSpan({ bins, since, until, onChoose }: Props) {
  const chosen = chosenOf(bins, since, until);
  // While a handle is dragged, it stands where it is held; after that, where the address says.
  const [dragged, setDragged] = useState<readonly [number, number] | null>(null);
  useEffect(() => setDragged(null), [since, until, bins.length]);
  const [first, last] = dragged ?? chosen;
  if (bins.length < 2) return null;
  const end = bins.length - 1;
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const take = (from: number, to: number): void =>
    onChoose(from === 0 ? null : bins[from]!.from, to === end ? null : bins[to]!.to);
  const handle = (label: string, value: number, move: (to: number) => readonly [number, number], words: string) => (
    <input
      type="range"
      min={0}
      max={end}
      value={value}
      aria-label={label}
      aria-valuetext={words}
      onInput={(event) => setDragged(move(Number(event.currentTarget.value)))}
      onChange={(event) => take(...move(Number(event.currentTarget.value)))}
    />
  );
  const all = first === 0 && last === end;
  return (
    <fieldset class="time-span">
      <legend>
        Time:{" "}
        {all ? "all of it" : first === last ? bins[first]!.words : `${bins[first]!.words} to ${bins[last]!.words}`}
        {!all && (
          <button type="button" class="link" onClick={() => onChoose(null, null)}>
            All of it
          </button>
        )}
      </legend>
      <div class="time-span-body">
        <svg viewBox={`0 0 ${bins.length * STEP} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {bins.map(({ from, words, count }, i) => {
            const tall = count === 0 ? 0 : Math.max(2, (count / most) * HEIGHT);
            return (
              <rect
                key={from}
                class={i >= first && i <= last ? "time-span-in" : "time-span-out"}
                x={i * STEP + 1}
                y={HEIGHT - tall}
                width={STEP - 2}
                height={tall}
              >
                <title>{`${words}: ${counted(count, "encounter")}`}</title>
              </rect>
            );
          })}
        </svg>
        <div class="time-span-handles">
          {handle("From", first, (to) => [Math.min(to, last), last], `from ${bins[first]!.words}`)}
          {handle("To", last, (to) => [first, Math.max(to, first)], `to ${bins[last]!.words}`)}
        </div>
        <div class="time-span-ticks" aria-hidden="true">
          {bins.map(({ from, tick }, i) =>
            tick ? (
              <span key={from} style={{ insetInlineStart: `${(i / bins.length) * 100}%` }}>
                {tick}
              </span>
            ) : null,
          )}
        </div>
      </div>
    </fieldset>
  );
}
