/** Days as instants in milliseconds, for scales. All in UTC, so that no reader's clock moves a day. */

export const DAY = 86_400_000;

/** A stretch of time in milliseconds; `to` is where its last day ends. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const parts = (value: string): [number, number | undefined, number | undefined] => {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(value) ?? [];
  return [Number(year), month === undefined ? undefined : Number(month), day === undefined ? undefined : Number(day)];
};

/** When a year, month or day begins. */
export function startOf(value: string): number {
  const [year, month = 1, day = 1] = parts(value);
  return Date.UTC(year, month - 1, day);
}

/** When a year, month or day is over. */
export function endOf(value: string): number {
  const [year, month, day] = parts(value);
  if (month === undefined) return Date.UTC(year + 1, 0, 1);
  return day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
}

/** The middle of a day: where its mark stands. */
export const noonOf = (day: string): number => startOf(day) + DAY / 2;

/** What holds all stretches, with a little room at both ends; never less than some days, so that a single day has an axis. */
export function around(stretches: readonly Stretch[], leastDays = 21): Stretch {
  const from = Math.min(...stretches.map((one) => one.from));
  const to = Math.max(...stretches.map((one) => one.to));
  const room = Math.max((to - from) * 0.03, (leastDays * DAY - (to - from)) / 2, DAY / 2);
  return { from: from - room, to: to + room };
}

export const todayHere = (): string => {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};
