import { compareDays, type Day, seasonStart, valueAt } from "./calendar.ts";
import { type Context, type Of, OPEN, type Resolved } from "./resolved.ts";

/** A season, of the year that the words or the tense give. */
export function season(meaning: Of<"season">, { published, direction }: Context): Resolved {
  const value = (year: number, by?: "published" | "tense"): Resolved => ({
    type: "DATE",
    value: `${year}-${meaning.season}`,
    ...(by ? { by } : {}),
  });
  if (meaning.year !== undefined) return value(meaning.year);
  if (!published) return OPEN;
  const { year } = published;
  const starts = (n: number): Day => seasonStart(n, meaning.season);
  const begun = (n: number): boolean => compareDays(starts(n), published) <= 0;
  const over = (n: number): boolean => compareDays(starts(n).add({ months: 3 }), published) <= 0;
  // A winter belongs to the year in which it began.
  if (meaning.shift === 0) return value(meaning.season === "WI" && published.month < 3 ? year - 1 : year, "published");
  if (meaning.shift === -1) return value(over(year) ? year : year - 1, "published");
  if (meaning.shift === 1) return value(begun(year) ? year + 1 : year, "published");
  if (direction.way === "future") return value(over(year) ? year + 1 : year, "tense");
  if (direction.way === "past") return value(begun(year) ? year : begun(year - 1) ? year - 1 : year, "tense");
  return value(year, "tense");
}

/** A weekend; told in the week after, the one before. */
export function weekend(meaning: Of<"weekend">, { published, direction }: Context): Resolved {
  if (!published) return OPEN;
  const saturday = published.subtract({ days: published.dayOfWeek - 1 }).add({ days: 5 });
  let weeks = meaning.shift ?? 0;
  // On a Monday to Thursday, what happened "at the weekend" happened at the one before.
  if (!meaning.shift && direction.way === "past" && published.dayOfWeek < 5) weeks = -1;
  const on = saturday.add({ weeks });
  return { type: "DATE", value: `${valueAt(on, "week")}-WE`, by: "published", anchor: { day: on, grain: "week" } };
}
