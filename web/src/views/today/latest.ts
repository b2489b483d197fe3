/** Which reports count as the latest, as the address says it. */
export const LATEST = [
  { value: "report", words: "Last report" },
  { value: "week", words: "7 days" },
  { value: "month", words: "30 days" },
] as const;

export type Latest = (typeof LATEST)[number]["value"];

export const latestIn = (given: string | undefined): Latest =>
  LATEST.find(({ value }) => value === given)?.value ?? "week";

const DAYS = 30;
const DAY_MS = 86_400_000;

/** The first of the thirty days that end with a day. */
export const monthBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - (DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
