import { daysOf } from "../../store/days.ts";

/** The day that an entry tells, else the day of its report. */
export function dayOf(
  date: string | null,
  published: string | null,
): { readonly day: string | null; readonly dated: boolean } {
  const { from } = daysOf(date, published);
  return { day: from ?? published, dated: from !== null };
}
