import { MarkLink } from "../../charts/mark-link.tsx";
import type { Address } from "../../data/address.ts";
import { counted, timeInWords } from "../../format/words.ts";
import { type Bin, type Bins, topOf } from "./bins.ts";

const HEIGHT = 84;
const FOOT = 20;
const HEAD = 8;

interface HistogramProps {
  readonly bins: Bins;
  readonly address: Address;
}

/** How many encounters there were over time; each column is a link that chooses its days. */
export function Histogram({ bins: { unit, bins, undated }, address }: HistogramProps) {
  if (bins.length < 2) return null;
  const top = topOf(bins);
  const [since, until] = [address.one("since"), address.one("until")];
  const inside = ({ since: from, until: to }: Bin): boolean => (!since || to >= since) && (!until || from <= until);
  const width = 100 / bins.length;
  const [first, last] = [bins[0]!, bins.at(-1)!];
  return (
    <figure class="figure encounters-figure" aria-label={`Encounters by ${unit}`}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: its figure names it; a title would be the tip of all of it. */}
      <svg class="encounters-chart" width="100%" height={HEAD + HEIGHT + FOOT}>
        <line class="encounters-scale" x1="0" x2="100%" y1={HEAD} y2={HEAD} />
        <line class="encounters-axis" x1="0" x2="100%" y1={HEAD + HEIGHT} y2={HEAD + HEIGHT} />
        {bins.map((bin, i) => {
          const height = (bin.count / top) * HEIGHT;
          const chosen = since === bin.since && until === bin.until;
          const column = (
            <>
              <rect class="encounters-hit" x={`${i * width}%`} y={HEAD} width={`${width}%`} height={HEIGHT} />
              <rect
                class={inside(bin) ? "encounters-column" : "encounters-column-out"}
                x={`${(i + 0.12) * width}%`}
                y={HEAD + HEIGHT - height}
                width={`${0.76 * width}%`}
                height={height}
              />
            </>
          );
          return bin.count === 0 ? null : (
            <MarkLink
              key={bin.value}
              href={address.with(chosen ? { since: null, until: null } : { since: bin.since, until: bin.until })}
              words={`${timeInWords(bin.value)}: ${counted(bin.count, "encounter")}`}
              current={chosen}
            >
              {column}
            </MarkLink>
          );
        })}
        <text class="encounters-top" x="100%" y={HEAD + 12} text-anchor="end">
          {top}
        </text>
        {yearsIn(bins).map(({ year, at }) => (
          <text key={year} x={`${at * width}%`} y={HEAD + HEIGHT + 15}>
            {year}
          </text>
        ))}
      </svg>
      <figcaption>
        Encounters by {unit}, {timeInWords(first.value)} to {timeInWords(last.value)}
        {undated > 0 && `; ${counted(undated, "encounter")} of no known day left out`}. Press a column to see its days
        alone.
      </figcaption>
      <details class="encounters-table">
        <summary>The same as a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Encounters</th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ value, count }) => (
              <tr key={value}>
                <td>{timeInWords(value)}</td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** The most years named beneath the columns. */
const MOST_NAMES = 8;

/** Where each year begins, in columns; of many years only every second, fifth … is named. */
function yearsIn(bins: readonly Bin[]): { readonly year: string; readonly at: number }[] {
  const starts = bins.flatMap(({ value }, at) => {
    const year = value.slice(0, 4);
    return at === 0 || bins[at - 1]!.value.slice(0, 4) !== year ? [{ year, at }] : [];
  });
  const step = Math.ceil(starts.length / MOST_NAMES);
  return starts.filter((_, i) => i % step === 0);
}
