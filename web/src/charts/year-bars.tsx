interface YearCount {
  readonly value: string;
  readonly count: number;
}

interface SparkProps {
  readonly years: readonly YearCount[];
  /** The first and last year of all rows, so that rows can be compared. */
  readonly span: readonly [number, number];
  /** The greatest count of all rows. */
  readonly most: number;
}

const BAR = 9;
const GAP = 2;
const TALL = 24;

/** A small row of bars, one a year. */
export function YearSpark({ years, span: [first, last], most }: SparkProps) {
  const counts = new Map(years.map(({ value, count }) => [Number(value), count]));
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const words = years.map(({ value, count }) => `${count} in ${value}`).join(", ");
  return (
    <svg class="chart-spark" role="img" aria-label={words} width={all.length * (BAR + GAP)} height={TALL + 1}>
      <title>{words}</title>
      {all.map((year, i) => {
        const height = Math.round(((counts.get(year) ?? 0) / most) * TALL);
        return <rect key={year} x={i * (BAR + GAP)} y={TALL - height} width={BAR} height={Math.max(height, 1)} />;
      })}
    </svg>
  );
}

/** The years from the first to the last of all rows; those not told are left out. */
export function spanOfYears(rows: readonly (readonly YearCount[])[]): readonly [number, number] {
  const years = rows.flat().flatMap(({ value }) => (/^\d{4}$/.test(value) ? Number(value) : []));
  return years.length === 0 ? [0, 0] : [Math.min(...years), Math.max(...years)];
}
